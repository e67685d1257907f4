### The whole record of a comment, registration, disclosure, and the picture of the page.

record-open = The whole record
record-open-hint = All there is about the comment: text, changes, answers and every step. I write down who has looked.
record-files = As a file
record-files-asked = I am preparing the files. They will come in our own conversation in a moment: click my name to find them.
record-cut = There is more than fits here. All of it is in the file.
record-nameless = (name left out)
record-until = Until
record-now = Says now
record-page = the page
record-answer-gone = The answer is not on the page any more.
record-no-copy = none
record-copies = saved copy no.
record-yes = yes
record-link = link to the comment
record-post = Post
record-post-untitled = (post without text)
record-direction-in = received
record-direction-out = sent
record-state = State
record-state-new = waiting for an answer
record-state-claimed = taken
record-state-promised = the page will get back
record-state-answered = answered
record-state-handled = handled
record-state-unneeded = no answer needed
record-state-hidden = hidden
record-state-removed = removed
record-state-gone = removed by somebody else
record-deed-hide = hide
record-deed-remove = remove
record-case-asked = waiting for a colleague
record-case-declined = not done
record-case-waiting = on its way
record-case-done = done
record-case-failed = failed
record-case-undoing = being undone
record-case-undone = undone
record-attachment = Attachment
record-earlier = What it said before
record-answers = Our answers
record-hidden = Hidden on the page
record-gone = Not shown on the page since
record-moderation = Decisions to hide or remove
record-registered = Registered
record-steps = What has happened
record-file = comments
record-file-posts = posts
record-column-number = No.
record-column-received = Date and time
record-column-direction = Direction
record-column-author = Name on the page
record-column-text = Text
record-column-attachment = Attachment
record-column-earlier = Earlier text
record-column-post = Post
record-column-post-link = Link to the post
record-column-link = Link
record-column-reply-to = Reply to (id)
record-column-state = State
record-column-hidden = Hidden on the page
record-column-gone = Not shown since
record-column-answers = Our answers
record-column-steps = What has happened
record-column-moderation = Decisions to hide or remove
record-column-registered = Registered
record-column-seen = Read by the bot
record-column-id = Id
record-column-author-id = Id of the name
record-column-post-id = Id of the post

registration-open = Register
registration-open-hint = A ready text for the registrar, and a place for the number. I register nothing myself.
registration-title = Register
registration-intro = Copy the text and send it to the registrar. Write the number here once you have it.
registration-to = The registrar: { $address }
registration-text = Text for the registrar
registration-text-hint = Select it, copy it and paste it into an e-mail. What you change here is not saved.
registration-number = Registration number
registration-day = Date
registration-party = Sender or recipient
registration-registers-nothing = I register nothing myself: I only keep track of the number.
registration-letter = Comment on our Facebook page, received { $at }
registration-letter-from = From
registration-letter-link = Link
registration-line = Registered: { $number }, { $day }{ $party }. Noted by { $who }.
registration-party-shown = , { $party }
registration-undone = Undone.
registration-none = The comment is not noted as registered.
comment-act-registered = noted the registration number
comment-act-unregistered = took back the registration number

refusal-registration-number = Write the number that the registrar gave you.
refusal-registration-day = Choose the day on which it was registered.
refusal-registration-later = That day has not come yet. Choose the day on which it was registered.
refusal-registration-over = That number does not count any more. Press *More* under the comment to see how it stands now.

disclosure-title = Disclose comments
disclosure-intro = Which comments is it about? Fill in what you know; if you fill in several fields, all must fit.
disclosure-since = From
disclosure-until = To, that day included
disclosure-post = Post
disclosure-post-hint = The link to the post, its id, or a few words of it.
disclosure-person = Person
disclosure-person-hint = The name as it stands on the page, or a part of it. I forget it once the files are made.
disclosure-never-who = I do not ask who wants them or why. We may not ask, so do not write it anywhere.
disclosure-next = Next
disclosure-do = Make the files
disclosure-count = { $count ->
    [one] 1 comment or answer fits.
   *[other] { $count } comments and answers fit.
}
disclosure-review = Review for secrecy before you disclose. Masking is a help: it finds numbers and addresses by their shape, not what is said about health or about other people. Read the file.
disclosure-left-out = This is left out
disclosure-mask-numbers = Personal identity numbers, phones, e-mail
disclosure-mask-names = Names of those who wrote (and links that show them)
disclosure-provision = Provision, where something is left out
disclosure-provision-hint = For example OSL 25:1. It stands in the file and is kept.
disclosure-logged = I write down that you did it, which days, which post and how many. Never who asked, why, or which name you looked for.
disclosure-asked = { $count ->
    [one] I am preparing the files with 1 comment or answer. They will come in our own conversation in a moment: click my name to find them.
   *[other] I am preparing the files with { $count } comments and answers. They will come in our own conversation in a moment: click my name to find them.
}
disclosure-done = { $count ->
    [one] Done: 1 comment or answer in { $file }. Open the .html file to read and print, the .csv file in Excel.
   *[other] Done: { $count } comments and answers in { $file }. Open the .html files to read and print, the .csv file in Excel.
}
disclosure-read-first = Read it before you hand it out. Delete the file from Slack when you are done with it.
disclosure-failed-scope = There are no files: the app may not upload any. Ask whoever looks after it to add the permissions `files:write` and `files:read`, and try again.
disclosure-failed-slack = There are no files: Slack did not take them. Try again in a while, or ask whoever looks after the workspace whether uploaded files are allowed.
disclosure-failed-disk = There are no files: I could not write them. Ask whoever looks after me whether there is room on the disk, and try again.
disclosure-files-disclosure = Comments on our Facebook page
disclosure-files-record = A comment on our Facebook page
disclosure-files-snapshot = Picture of our Facebook page
disclosure-file-disclosure = disclosure
disclosure-file-record = record
disclosure-file-snapshot = picture-of-the-page
disclosure-made = Taken out { $at }.
disclosure-period = Comments from { $first } to { $last }, that day included.
disclosure-period-from = Comments from { $first } on.
disclosure-period-to = Comments up to { $last }, that day included.
disclosure-masked = Personal identity numbers, phone numbers and e-mail addresses are left out.
disclosure-nameless = The names of those who wrote are left out.
disclosure-by = Provision: { $provision }

refusal-disclosure-nothing-chosen = Fill in at least one field: a day, a post or a person.
refusal-disclosure-days-turned = The last day is before the first. Swap them.
refusal-disclosure-day-ahead = That day has not come yet. Choose an earlier one, or leave the field empty.
refusal-disclosure-nothing-found = No comments fit. Try more days, fewer words or a part of the name.

snapshot-title = Take a picture of the page ({ $week })
snapshot-ask = It is time to save posts, comments and answers since { $since }. The lead or a deputy presses the button, gets the files, and puts them where you archive.
snapshot-take = Take the picture
snapshot-later = Remind the next working day
snapshot-again = I will ask again on { $day }.
snapshot-under-way = { $who } is taking the picture.
snapshot-taken = { $count ->
    [one] { $who } took the picture on { $day }: 1 comment or answer.
   *[other] { $who } took the picture on { $day }: { $count } comments and answers.
}
refusal-snapshot-taken = The picture has been taken already. The question in the channel tells by whom.
