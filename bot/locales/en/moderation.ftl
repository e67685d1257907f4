### Hiding and removing comments: the rules, the question asked first, the list afterwards.

rule-agitation = agitation against a population group
rule-threat = threats against somebody
rule-incitement = incitement to crime
rule-violence = unlawful depiction of violence
rule-abuse-pictures = child sexual abuse material
rule-copyright = breach of copyright
rule-personal-data = personal data about somebody else
rule-patient-data = data about a patient
rule-insult = attack or insult
rule-spam = spam or advertising
rule-repetition = the same thing over and over
rule-off-topic = off topic
rule-unsafe-link = a link that we cannot check
rule-kind-law = law
rule-kind-page = page’s rule
rule-choice = { $text } ({ $kind })
rule-other = another rule, which you write below
rule-other-short = another rule

rules-title = Rules for comments
rules-intro = The same rules that you show on the page. Only they can be reasons to hide or remove a comment. Criticism is allowed.
rules-none = No rules yet.
rules-more = { $count ->
    [one] … and 1 more.
   *[other] … and { $count } more.
}
rules-new = New rule
rules-revive = Use again
rules-archive = Archive
rules-archived-line = ~{ $entry }~ · not in use any more
rules-form-new = New rule
rules-form-change = Change the rule
rules-text = The rule
rules-text-hint = Write what is not allowed, for instance “spam or advertising”.
rules-kind = Is it law, or the page’s own rule?
rules-kind-hint = For what the law forbids I suggest to remove, and that is done at once.
rules-saved = Saved: { $entry }
rules-archived = Archived: { $entry }. What was done under it still shows the reason.
rules-revived = In use again: { $entry }

refusal-rule-missing = Write the rule in a few words.
refusal-rule-silences = Criticism is allowed, so that cannot be a rule. Write what in the manner of saying it is not acceptable.
refusal-rule-there = “{ $text }” is there already. Look at the list; perhaps it is archived.
refusal-rules-many = You have { $most } rules already, and more cannot be chosen from. Archive one first.
refusal-rule-gone = That rule is not in use any more. Open the form again and choose another.

moderation-open = Hide or remove …
moderation-open-hint = If it breaks one of the page’s rules. You choose the rule and say yes once more.
moderation-title = Hide or remove
moderation-next = Next
moderation-submit = Yes, do it
moderation-question = Criticism is allowed. Which rule does the comment break?
moderation-rule = Rule
moderation-words = In your own words
moderation-words-hint = What in the comment is it? Whoever asks for the records may read what you write.
moderation-named = Rule: *{ $rule }* ({ $kind })
moderation-why-remove = The law forbids this, so I suggest to remove it. Whoever wrote a hidden comment still sees it.
moderation-why-hide = This is not unlawful, so I suggest to hide it. That can be undone; what is removed cannot.
moderation-deed = What shall happen?
moderation-deed-hide = Hide it
moderation-deed-remove = Remove it for good
moderation-then-law = I save all about the comment first. What the law forbids is done at once.
moderation-then-second = I save all about the comment first. Then I ask { $who } in the thread: one more has to say yes.
moderation-and = { $others } and { $last }
moderation-then-alone = I save all about the comment first. Nobody else is there, so it is done at once and somebody looks at it afterwards.
moderation-report-first = Does it break Facebook’s rules, too? Report it on Facebook before you remove it; afterwards nobody can.
moderation-goes-hide = I am hiding the comment now. You get a message when it is done.
moderation-goes-remove = I am removing the comment now. You get a message when it is done.
moderation-asked = I have asked in the comment’s thread. When one more has said yes I do it, and you get a message.
moderation-unsaved = Note: I could not save a copy of the comment. Take a screenshot if it is still there, and tell whoever looks after me.
moderation-copied = A copy of the picture is saved ({ $size } kB, sha256 { $fingerprint }).
moderation-uncopied = Note: the picture could not be saved ({ $code }). Save it yourself if it is still there.

moderation-reason = Reason: { $reason } ({ $kind })
moderation-asks-hide = { $who } wants to hide the comment. { $reason }
moderation-asks-remove = { $who } wants to remove the comment. { $reason }
moderation-asks-second = Do you agree? One more has to say yes first. Criticism is allowed.
moderation-asks-again = A reminder: this still waits for one more to say yes or no. Criticism is allowed.
moderation-yes-hide = Yes, hide it
moderation-yes-remove = Yes, remove it
moderation-no = No, let it stand
moderation-agreed-waiting = { $who } said yes. I am doing it now.
moderation-agreed-hide = { $who } said yes. The comment is hidden.
moderation-agreed-remove = { $who } said yes. The comment is removed.
moderation-agreed-failed = { $who } said yes, but it could not be done.
moderation-declined = { $who } said no. The comment stands.
moderation-taken-back = { $who } took the question back. The comment stands.
moderation-lapsed = Nobody answered in time, so I took the question back. The comment stays.
moderation-undone-by = { $who } undid it. The comment shows again.

moderation-done-hide = The comment is hidden. { $reason }
moderation-done-remove = The comment is removed. { $reason }
moderation-undone = The comment shows again. { $reason }
moderation-author = Do you want to tell whoever wrote it? Copy the text and send it on Facebook, if that is possible:
moderation-message-hide = Hello! We have hidden your comment on “{ $post }”. It breaks one of the page’s rules: { $rule }. Criticism is allowed here, so do write again without that. Kind regards, { $page }
moderation-message-hide-law = Hello! We have hidden your comment on “{ $post }”. It contains something that the law may forbid: { $rule }. Criticism is allowed here, so do write again without that. Kind regards, { $page }
moderation-message-remove = Hello! We have removed your comment on “{ $post }”. It breaks one of the page’s rules: { $rule }. Criticism is allowed here, so do write again without that. Kind regards, { $page }
moderation-message-remove-law = Hello! We have removed your comment on “{ $post }”. It contains something that the law may forbid: { $rule }. Criticism is allowed here, so do write again without that. Kind regards, { $page }
moderation-page-nameless = the page
moderation-report-hint = Does it break Facebook’s own rules, too? Report it on Facebook and then press here, so that it stands in the history.
moderation-reported = I have reported it to Facebook
moderation-reported-hint = If it breaks Facebook’s own rules: report it on Facebook, and then press here so that it stands in the history.
moderation-reported-noted = Noted: you have reported the comment to Facebook.
moderation-undo = Show it again
moderation-undo-hint = Everybody sees the comment on Facebook again, and it waits for an answer as before.
moderation-undoing = I am showing the comment again. Its message tells when it is done.
moderation-withdrawn = It will not be done. The comment stands.
moderation-again = Try again

moderation-not-hide = The comment is not hidden. { $problem }
moderation-not-remove = The comment is not removed. { $problem }
moderation-not-undone = The comment is still hidden. { $problem }
moderation-lapsed-told = Nobody else answered in time, so the comment stays. { $reason } Do you still want it? Decide anew, and I ask again.
moderation-problem-no-hide = Facebook lets nobody hide this one. Remove it instead, or try on Facebook yourself.
moderation-problem-token = Facebook does not accept my token ({ $code }). Ask whoever looks after me to get a new one, and try again then. If it is urgent, do it on Facebook.
moderation-problem-permission = I lack a permission on the page ({ $code }). Whoever looks after me has to give the app pages_manage_engagement. If it is urgent, do it on Facebook.
moderation-problem-refused = Facebook did not take it ({ $code }). Try again, or do it on Facebook.
moderation-problem-gone = It is not on the page any more. Whoever wrote it, or Facebook, has removed it.
moderation-problem-changed = Whoever wrote it has changed it since you decided. Read it again and decide anew.
moderation-problem-silent = Facebook has not answered for an hour ({ $code }). Look at the page first, and then try again.
moderation-problem-uncopied = I could not save the picture in it ({ $code }), so I have done nothing. Try again. If it is urgent, save the picture yourself and do it on Facebook.

refusal-moderation-words = Write which rule it is. Without a reason nothing can be hidden or removed.
refusal-moderation-changed = Whoever wrote the comment has changed it. Read it again, and decide anew.
refusal-moderation-under-way = Somebody has decided about that comment already, and it is not done yet. Look in its thread.
refusal-moderation-over = That is decided already. Look at the comment’s history under *More*.
refusal-moderation-own = It has to be somebody else than you. Ask a colleague to look.
refusal-moderation-for-good = What is removed cannot be brought back on Facebook. I have saved its text; tell whoever looks after me if you need it.
refusal-moderation-away = The comment is hidden or gone already, so there is nothing more to do.
refusal-moderation-snapshot = I could not save the comment, so I have not done anything. Try again, and tell whoever looks after me if it does not work.
refusal-moderation-no-page = No Facebook page is connected, so I cannot hide or remove anything. Ask whoever looks after me to connect the page first.
refusal-comment-moderated = The comment is hidden or removed. Press *More* under it; a hidden one can be shown again from there.

moderated-title = Hidden and removed, the last { $days } days
moderated-none = Nothing is hidden or removed. That is the usual thing.
moderated-figures = Hidden: { $hidden } · removed: { $removed } · { $share } % of { $total } comments
moderated-unreviewed = { $count ->
    [0] Somebody else has looked at all of it.
    [one] 1 waits for somebody else to look.
   *[other] { $count } wait for somebody else to look.
}
moderated-more = { $count ->
    [one] … and 1 more.
   *[other] … and { $count } more.
}
moderated-asked-hide = *{ $author }* · { $who } wanted to hide it { $day }
moderated-asked-remove = *{ $author }* · { $who } wanted to remove it { $day }
moderated-waiting = *{ $author }* · { $who } decided { $day }, and I am at it
moderated-undoing = *{ $author }* · { $who } hid it { $day }, and I am showing it again
moderated-done-hide = *{ $author }* · { $who } hid it { $day }
moderated-done-remove = *{ $author }* · { $who } removed it { $day }
moderated-undone = *{ $author }* · { $who } hid it { $day }, and it shows again
moderated-seconded = { $who } said yes
moderated-reviewed = { $who } has looked afterwards: it was right
moderated-waits = Waits for somebody else to say yes
moderated-not-reviewed = Nobody else has looked at it yet
moderated-right = It was right
moderated-right-said = Thank you, now it says that you have looked at it.

comment-act-hidden = hid it
comment-act-removed = removed it
comment-act-unhidden = showed it again
comment-act-moderation-asked = asked whether to hide or remove it
comment-act-moderation-agreed = said yes to that
comment-act-moderation-declined = let it stand
comment-act-moderation-lapsed = took the question back, for nobody answered in time
comment-act-moderation-failed = could not do it on Facebook
comment-act-moderation-reviewed = looked afterwards: it was right
comment-act-snapshot-failed = could not save a copy
comment-act-copy-failed = could not save the picture
comment-act-reported = reported it to Facebook
