### Praise that is passed on: the form, the text to send, the list, the units.

praise-pass-on-says = Pass on this praise
praise-title = Pass on praise
praise-next = Ready to send
praise-unit = To which unit?
praise-other = … or another one
praise-note = This is what you send
praise-note-hint = Without the name of whoever wrote it. Strike what else points out a person, unless it is meant so.
praise-consent = The name
praise-consent-yes = Whoever wrote it agrees that the name is told
praise-consent-hint = Ask first. If you tick this I add the name at the end of the text.
praise-ready =
    Hello!

    A resident has written this to us on Facebook, and it is for you:

    “{ $text }”

    Well done, and thank you!
praise-from = The writer is { $name }, who would like you to know.
praise-subject = Praise for you from a resident
praise-mail = Open as e-mail
praise-send = Ready to send to *{ $unit }*. Copy the text and send it yourself, for I do not:
praise-sent = I have sent it
praise-change = Change
praise-sent-said = Passed on to *{ $unit }*. Nice!
praise-unsent-said = Changed: it is not sent to *{ $unit }* yet.

praise-list = Praise from residents
praise-month = { $count ->
    [0] *{ $month }*: nothing marked as praise
   *[other] *{ $month }*: { $count } praised, { $passed } passed on
}
praise-of-unit = { $unit }: { $count } praised, { $passed } sent
praise-not-yet = Not passed on yet
praise-waited = Has waited for { $days } working days
praise-more = { $count ->
    [one] … and 1 more that waits.
   *[other] … and { $count } more that wait.
}

units-title = Units that get praise
units-intro = This is where you pass praise on to. I send nothing myself.
units-none = No units yet. One can also be written in the form each time.
units-more = { $count ->
    [one] … and 1 more.
   *[other] … and { $count } more.
}
units-new = New unit
units-revive = Use again
units-archive = Archive
units-archived-line = ~{ $entry }~ · not in use any more
units-form-new = New unit
units-form-change = Change the unit
units-name = Name
units-contact = How to reach it
units-contact-hint = An e-mail address is best: then the text can be opened as e-mail.
units-saved = Saved: { $entry }
units-archived = Archived: { $entry }
units-revived = In use again: { $entry }

refusal-unit-missing = Write or choose which unit it is.
refusal-unit-there = “{ $name }” is there already. Look at the list; perhaps it is archived.
refusal-units-many = You have { $most } units already, and more cannot be chosen from. Archive one first.
refusal-unit-gone = That unit is not there any more. Open the form again and choose another.
refusal-praise-note = Write a few words to send.
refusal-praise-name = The name of whoever wrote it is in the text. Strike it, or ask first and tick that the name may be told.
refusal-not-praise = It is not marked as praise any more. Put 💙 on the comment first.
refusal-praise-not-noted = There is no text to send yet. Press *Pass on praise* under the comment.

comment-act-praise-noted = wrote a text about the praise
comment-act-praise-passed = passed the praise on
comment-act-praise-unpassed = changed: the praise is not sent
