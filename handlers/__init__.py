"""What Slack asks of the bot: listeners that parse, decide, save and render.

Slack is acknowledged by the listener's own return (`process_before_response`): what it decided and
stored is stored before Slack hears "received", and an event that was not stored is sent again. A
command is stored as it came, and decided afterwards.
"""

from collections.abc import Callable

from slack_bolt import App

from bot.deps import Deps
from handlers import (
    answer_changes,
    answer_settings,
    answers,
    blocking,
    brief,
    cadences,
    commands,
    comment_card,
    comment_claims,
    comment_moderated,
    comment_moderation,
    comment_rules,
    comments,
    concerns,
    data,
    disclosure,
    disposal,
    disposal_list,
    fears,
    first_steps,
    found,
    gaps,
    gate,
    goals,
    holidays,
    home,
    ideas,
    imports,
    language,
    lapsing,
    lessons,
    lucka,
    meetings,
    originals,
    outlets,
    peers,
    plan,
    policy,
    praise,
    presence,
    publishing,
    quiet,
    records,
    registrations,
    relaying,
    reminders,
    replies,
    report,
    report_behind,
    rights,
    roster,
    settings,
    settings_given,
    settings_history,
    slots,
    snapshots,
    subscribe,
    tagging,
    team,
    tips,
    tone,
    units,
    unmarked,
    urgent,
    watch_words,
    weekly_word,
    workdays,
)


def register(app: App, deps: Deps, kept: Callable[[], None]) -> None:
    """Put every listener on *app*; the first that matches runs, so the quiet ones come last.

    *kept* is called when there is a command to answer.
    """
    gate.register(app, deps)
    commands.register(app, deps, kept)
    desk = (comments, comment_card, comment_claims, originals, answers, answer_changes, urgent)
    figures = (tagging, fears, goals)
    planning = (ideas, plan, gaps, holidays, slots, tone, imports, found, unmarked, lessons)
    setting = (
        settings,
        settings_given,
        settings_history,
        first_steps,
        team,
        rights,
        outlets,
        cadences,
        workdays,
        reminders,
        presence,
        policy,
        roster,
        watch_words,
        meetings,
        subscribe,
        publishing,
        relaying,
        answer_settings,
        replies,
        lapsing,
        comment_rules.RULES,
        units.UNITS,
        disposal,
        disposal_list,
        data,
        tips,
        language,
    )
    moderating = (comment_moderation, comment_moderated, blocking, praise, concerns)
    telling = (report, report_behind, brief, weekly_word, peers)
    recording = (records, registrations, disclosure, snapshots)
    nouns = (*planning, *desk, *figures, *moderating, *telling, *recording, *setting)
    for noun in (*nouns, lucka, home, quiet):
        noun.register(app, deps)
