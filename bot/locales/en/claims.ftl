### Who has a comment: hand over, take over, pass on, no answer needed.

comment-hand-over = Hand over
comment-hand-over-hint = Give the comment to a colleague. They are told, and may say no.
comment-hand-over-form = Hand over
comment-hand-over-do = Hand over
comment-hand-over-person = Who should have it?
comment-hand-over-person-hint = They get a private word with the comment, and may say no with one click.
comment-away = Away now:
comment-sos = 🆘 Take over
comment-sos-hint = Leave it to a colleague. You need not say why, and I do not say that it was you.
comment-take-over = Take it over
comment-take-over-hint = Take it from the colleague who has it. They are told.
comment-unneed = No answer needed
comment-unneed-hint = Finish it without an answer, for a reason.
comment-unneed-form = No answer needed
comment-unneed-do = Finish
comment-unneed-reason = Why is no answer needed?
comment-unneed-reason-hint = Some other reason? Then it is unanswered until somebody answers.
comment-unneed-friend-tag = Somebody only tags a friend
comment-unneed-emoji = Only an emoji
comment-unneed-rhetorical = Rhetorical, no question to us
comment-unneed-answered = Answered already by somebody else
comment-was-me = It was me
comment-was-me-hint = Put your name to the page’s answer on Facebook.
comment-was-not-me = It was not me
comment-was-not-me-hint = Take your name off the page’s answer.
comment-uncount = Leave out
comment-uncount-hint = Written by a colleague, or a test? Then it waits for no answer and is left out of the figures.
comment-count = Count it
comment-count-hint = Let it count in the figures again.
comment-decline = No, not me
comment-take-back = Take it back

comments-was-me = It was me
comments-was-not-me = It was not me
comments-waits-needs-colleague = Needs a colleague
comments-waits-lapsed = Back in the channel: it had no answer in time
comments-reason-friend-tag = only tags a friend
comments-reason-emoji = only an emoji
comments-reason-rhetorical = rhetorical
comments-reason-answered = answered already by somebody else
comments-reason-uncounted = internal or a test, not counted
comments-uncounted = Not counted, internal or a test: { $who } { $when }
comments-did-passed-on = Passed on: { $author } on { $post }. It waits for a colleague, and you need not say why.
comments-did-unneeded = No answer needed: { $author } on { $post }
comments-did-was-me = The answer has your name now: { $author } on { $post }
comments-did-was-not-me = The answer does not have your name any more: { $author } on { $post }
comments-did-uncounted = Left out of the figures, and waits for no answer: { $author } on { $post }
comments-did-counted = Counts in the figures again: { $author } on { $post }

comment-handed = { $who } has handed a comment over to you. Say no if it does not suit you, and it waits in the channel again.
comment-handed-over = { $who } has it now and has been told.
comment-handed-away = Mind the absence. { $line }
comment-declined = You have said no. The comment waits in the channel again.
comment-returned = { $who } cannot take it. The comment waits in the channel again.
comment-took = You have it now. { $who } is told.
comment-taken-from = { $who } has taken over a comment that you had. There is nothing more for you to do.
comment-regained = { $who } changed their mind. You have the comment again.
comment-gave-back = Undone. { $who } has it again and is told.
comment-lapsed-owner = { $count ->
    [one] A comment that you had taken waits in the channel again, because it had no answer in { $hours } office hours. Take it again if you are on it.
   *[other] { $count } comments that you had taken wait in the channel again, because they had no answer in { $hours } office hours. Take them again if you are on them.
}
comment-lapsed = { $count ->
    [one] A comment is back in the channel, because it had no answer in { $hours } office hours. Who takes it?
   *[other] { $count } comments are back in the channel, because they had no answer in { $hours } office hours. Who takes them?
}

comment-act-lucka = I
comment-act-handed-over = handed it over
comment-act-handed-over-to = handed it over to { $to }
comment-act-declined = said no to it
comment-act-passed-on = passed it on
comment-act-taken-over = took it over
comment-act-given-back = gave it back
comment-act-lapsed = put it back in the channel
comment-act-unneeded = saw that no answer is needed
comment-act-was-me = put their name to the page’s answer
comment-act-was-not-me = took their name off the page’s answer
comment-act-uncounted = left it out of the figures
comment-act-counted = let it count again

lapsing-title = What is left waiting
lapsing-now = A comment that was taken and has had no answer for { $hours } office hours waits in the channel again.
lapsing-now-never = Who takes a comment has it until it is done.
lapsing-now-second = The question about hiding or removing is asked twice. Without an answer in { $hours } office hours it is taken back, and the comment stays.
lapsing-after = When is a taken comment released?
lapsing-after-hint = Counted in the team’s office hours, without an answer on the page. Who had it is told.
lapsing-second = When is a question about hiding taken back?
lapsing-second-hint = When half of the time is over I ask once more. Who asked is told what came of it.
lapsing-hours = { $hours ->
    [8] After 8 office hours (about a day)
    [40] After 40 office hours (about a week)
   *[other] After { $hours } office hours
}
lapsing-never = Never
lapsing-saved = Saved. This is how it is now:

refusal-comment-answer-taken = { $who } has said already that the answer was theirs. Talk to each other if that is wrong.
refusal-comment-handed-to-self = That is you. Choose a colleague.
refusal-comment-not-yours = You do not have that comment any more, so there is nothing for you to do.
refusal-comment-undo-late = It is too late to undo that. Hand it over instead: press *More* under the comment.
refusal-receiver-not-member = Only colleagues in the workspace can be given a comment. Choose somebody who is no guest and no app.
refusal-receiver-not-in-team = That person is not in the content team. Choose somebody who is, or ask the lead to add them under the settings.
