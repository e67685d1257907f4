### Disposal: decisions, holds, handing over, the list and the report.

disposal-title = Disposal
disposal-intro = Nothing is disposed of until you have entered a disposal decision, and never unless somebody clicks Dispose. Disposal takes away words and names; when it was and how it ended stay, so the figures do not change.
disposal-class-routine = Routine comments
disposal-class-kept = Hidden, removed and registered comments
disposal-class-working = Ideas and drafts that led to nothing
disposal-class-copies = The bot's own copies of messages
disposal-reason-routine = Comments that were answered or needed no answer, with the page's replies. They are of little importance once the matter is over. A thread is one matter.
disposal-reason-kept = Threads in which something was hidden, removed or registered. They may belong to a case, so they stay until somebody has marked them as handed over.
disposal-reason-working = Ideas that were taken out of the idea bank and posts that were cancelled. What is in the bank or the plan is in use and is not disposed of.
disposal-reason-copies = The text of messages that the bot has sent to Slack. It serves only to change the message; in Slack it stays.
disposal-off = Off: no disposal decision has been entered.
disposal-all-off = Off for all classes: no disposal decision has been entered.
disposal-by = Disposal decision { $decision }, { $day }.
disposal-after-days = { $amount ->
    [one] Disposed of at the earliest 1 day after the end.
   *[other] Disposed of at the earliest { $amount } days after the end.
}
disposal-after-months = { $amount ->
    [one] Disposed of at the earliest 1 month after the end.
   *[other] Disposed of at the earliest { $amount } months after the end.
}
disposal-decision = Disposal decision
disposal-decision-hint = Its number or name, for instance RS 2026/114. Leave decision and date empty to switch it off.
disposal-decided = Date of the decision
disposal-amount = How long it is kept
disposal-unit = Counted in
disposal-unit-days = days
disposal-unit-months = months
disposal-from-routine = Counted from when all in the thread is done.
disposal-from-kept = Counted from when all in the thread is done and handed over.
disposal-from-working = Counted from when the idea was taken out or the post cancelled.
disposal-from-copies = Counted from when the message was sent.
disposal-list = List what is due
disposal-listing = The list goes to the lead, or to the plan's channel if nobody leads.
disposal-nothing-due = Nothing is due right now. Either no disposal decision has been entered, or nothing is old enough, or a hold keeps it.

disposal-list-title = This may be disposed of
disposal-list-intro = Nothing is disposed of unless you click Dispose. If somebody has asked for any of this: set a disposal hold first, under Settings, Disposal.
disposal-due = { $count ->
    [one] 1 item is due.
   *[other] { $count } items are due.
}
disposal-times = From { $first } to { $last }.
disposal-times-one = All of it is from { $day }.
disposal-held = { $count ->
    [one] 1 more is kept by a disposal hold.
   *[other] { $count } more are kept by disposal holds.
}
disposal-state-listed = Nobody has decided anything yet.
disposal-state-declined = Not now ({ $who }). The list comes again next month.
disposal-state-decided = Being disposed of ({ $who }).
disposal-state-copies = Being disposed of ({ $who }).
disposal-state-running = Being disposed of ({ $who }); { $count } done.
disposal-state-cleaning = Being disposed of ({ $who }); { $count } done.
disposal-state-done = Disposed of: { $count } ({ $who }).
disposal-look = Go through
disposal-dispose = Dispose
disposal-later = Not now
disposal-confirm-title = Dispose?
disposal-confirm = { $count ->
    [one] The words and names of 1 item will be gone for good. This cannot be undone.
   *[other] The words and names of { $count } items will be gone for good. This cannot be undone.
}
disposal-begun = I am disposing of it now. You get a report when it is done.
disposal-look-nothing = None of this is due any more.
disposal-look-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
disposal-row = { $day } · { $kind }: { $text }
disposal-kind-comment = comment
disposal-kind-answer = answer from the page
disposal-kind-own = the page's own comment
disposal-kind-idea = idea
disposal-kind-post = post
disposal-kind-message = message
disposal-no-words = (no words)
disposal-instead = What stood here has been disposed of.

disposal-report-title = The disposal is done
disposal-report-done = { $count ->
    [one] { $name }: 1 item has been disposed of.
   *[other] { $name }: { $count } items have been disposed of.
}
disposal-report-skipped = { $count ->
    [0] No hold kept anything.
    [one] 1 item was skipped, because a disposal hold keeps it or because it was opened again.
   *[other] { $count } items were skipped, because a disposal hold keeps them or because they were opened again.
}
disposal-report-copies = { $count ->
    [0] No message of mine in Slack had to be replaced.
    [one] 1 message of mine in Slack is replaced by a line that says that it was disposed of.
   *[other] { $count } messages of mine in Slack are replaced by a line that says that they were disposed of.
}
disposal-report-beyond = This I cannot reach: what you have written in the threads yourselves, my private answers, and files that somebody has downloaded. Nor what stands on Facebook, or backups of the database from before today. Let the backups rotate out by your routine, or take a new one and throw the old ones away.

hold-title = Disposal hold
hold-intro = A disposal hold keeps anything of it from being disposed of until somebody lifts it. Set one as soon as somebody asks for a record, until it has been disclosed.
hold-scope = What is to be kept?
hold-scope-all = everything
hold-scope-post = everything on one post
hold-scope-period = what came during a time
hold-scope-comment = one comment, with its thread
hold-link = Link to the post or the comment
hold-link-hint = Copy the link on Facebook, or write its id. Only needed for a post or a comment.
hold-first = First day
hold-last = Last day
hold-reason = Why
hold-reason-hint = Do not write who asks or what for. What you write here may be requested as a public record.
hold-set = The disposal hold is in force.
hold-lifted = The disposal hold has been lifted. Nothing is disposed of by that: it comes with the next list if it is old enough.
hold-lift = Lift
hold-lift-confirm = Then it may be disposed of again. Has what was asked for been disclosed?
hold-by = { $who }, { $day }: { $reason }
hold-on-all = *Everything* is kept.
hold-on-post = Everything on the post { $subject } is kept.
hold-on-period = What came from { $first } to { $last } is kept.
hold-on-day = What came on { $day } is kept.
hold-on-comment = One comment is kept, with its thread: { $subject }
disposal-holds = { $count ->
    [0] No disposal hold is in force.
    [one] { "*" }1 disposal hold is in force.*
   *[other] { "*" }{ $count } disposal holds are in force.*
}

handed-title = Handed over
handed-intro = Choose the comments that the archive or the registrar has received. Only then may they be disposed of, when your decision says so.
handed-comments = Comments handed over
handed-saved = Saved: { $added } newly handed over, { $taken } no longer.
handed-none = No hidden, removed or registered comment waits to be handed over.
handed-waiting = { $count ->
    [0] Nothing waits to be handed over.
    [one] 1 comment waits to be handed over.
   *[other] { $count } comments wait to be handed over.
}

refusal-disposal-decision = Write both the disposal decision and its date, or leave both empty to switch it off.
refusal-disposal-decision-to-come = The date of the decision is still to come. Enter it once it has been made.
refusal-disposal-period = Write a whole number of days or months, for instance 24.
refusal-hold-unread = I find nothing with that link. Copy the link from Facebook, or choose a time instead.
refusal-hold-times = Choose a first and a last day, in that order.
refusal-disposal-over = Somebody has decided about that list already. See under Settings, Disposal.
refusal-disposal-rule-changed = The disposal decision has been changed since the list was made. Make a new list under Settings, Disposal.
refusal-disposed = That comment has been disposed of, so there is nothing to take back. Change it directly on Facebook if need be.
