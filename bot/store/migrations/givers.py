"""Who brought the pictures that posts show."""

from sqlite_utils import Database

from bot.store.migrations.steps import migrations, run

_HANDS = """
with hands as (
    select post_id, who from post_history where json_type(changes, '$.media') is not null
    union
    select posts.id, audit.who from posts join audit on audit.subject = 'idea:' || posts.idea_id
    where audit.act = 'reserve.kept'
),
painters as (
    select post_id as of, min(who) as who from hands
    group by of having count(distinct who) = 1 and count(*) = count(who)
),
keepers as (
    select cast(substr(subject, 6) as integer) as of, min(who) as who from audit
    where act = 'reserve.kept' group by of
    having count(distinct who) = 1 and count(*) = count(who)
)
"""
_SHOWN = (
    ("posts", "id", "painters", "media", "$.photos"),
    ("posts", "id", "painters", "before", "$.media.photos"),
    ("publications", "post_id", "painters", "pictures", "$"),
    ("reserves", "idea_id", "keepers", "media", "$.photos"),
)


@migrations()
def m046_givers(db: Database) -> None:
    """Say of each picture who brought it, where that is known.

    Before, a form could name any file in Slack, and what the bot could read went out: also from a
    channel that whoever submitted it is not in. Now a picture is read only where the one who added
    it has brought it to Slack. Of those from before nobody kept who that was. Where one person
    alone has ever changed what a post shows, it was that one; the others cannot be read any more,
    and are asked for once more when they are to go out.
    """
    for table, key, hands, column, path in _SHOWN:
        run(
            db,
            f"""
            {_HANDS}
            update {table} set {column} = json_set({column}, '{path}', json((
                select json_group_array(json_set(photo.value, '$.by', {hands}.who))
                from json_each({table}.{column}, '{path}') as photo
            )))
            from {hands}
            where {hands}.of = {table}.{key} and json_array_length({column}, '{path}') > 0
            """,  # noqa: S608 -- words of ours
        )
