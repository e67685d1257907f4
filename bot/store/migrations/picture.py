"""Pictures of the plan that are asked for."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run


@migrations()
def m011_pictures(db: Database) -> None:
    """Keep every picture that is asked for until its message is in the outbox.

    A picture takes a process, an upload and Slack's own look at the file before there is a message
    to send, and the bot may be killed between any two of them. So the wish is kept, and what it has
    come to: the file in Slack, and the message that will show it, which tells of the plan that was
    drawn. The row goes in the transaction that puts the message. One wish a key: asking twice
    while the first is being drawn is one picture.
    """
    run(
        db,
        """
        create table pictures (
            key text primary key,
            channel text not null,
            asked_at text not null,
            file text,
            message text,
            check ((file is null) = (message is null))
        ) strict
        """,
    )
