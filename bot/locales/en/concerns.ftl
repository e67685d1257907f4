### What residents ask about: which unit a comment concerns, the list, the text to send.

concern-open = Concerns a unit
concern-open-hint = For the monthly list of what residents ask about, without names.
concern-title = Concerns a unit
concern-unit = Which unit?
concern-nobody = None (remove)
concern-note = What do they ask about?
concern-note-hint = Short and in your own words, for example “opening hours at Christmas”. No names.
concern-change = Change
concern-saved = Noted: it concerns *{ $unit }*. The list is at `/{ $prefix }comments asked`.
concern-dropped = Noted: it concerns no unit in particular.
concern-list = What residents ask about
concern-list-intro = Comments that you have tagged with a unit, under More. No names, and only your own words.
concern-month = { $count ->
    [0] *{ $month }*: nothing is tagged with a unit
    [one] *{ $month }*: 1 comment
   *[other] *{ $month }*: { NUMBER($count) } comments
}
concern-of-unit = { "*" }{ $unit }*: { NUMBER($count) } ({ $state })
concern-state-open = not sent yet
concern-state-sent = sent, no answer yet
concern-state-answered = has answered
concern-line = • { $text } ({ NUMBER($count) })
concern-under = • under the post “{ $post }” ({ NUMBER($count) })
concern-ready-open = Text to send
concern-ready =
    Hello!

    In { $month } we got { $count ->
        [one] 1 comment
       *[other] { NUMBER($count) } comments
    } on Facebook that concern you.
concern-ready-notes = This is what residents asked about:
concern-ready-posts = They wrote under these posts:
concern-ready-end = Is there anything you want to change, or answer together? Get in touch and we will help.
concern-send = Ready to send to *{ $unit }*. Copy the text and send it yourself, for I do not:
concern-sent = I have sent it
concern-sent-said = Noted: *{ $unit }* has been told.
concern-unsent-said = Changed: *{ $unit }* has not been told yet.
concern-answer = Note their answer
concern-answer-title = The unit's answer
concern-answer-of = What did *{ $unit }* answer?
concern-answer-text = The answer in short
concern-answer-hint = What they change, or why not. No residents' names.
concern-answered = Noted what *{ $unit }* answered:

comment-act-concerns = tagged which unit it concerns
comment-act-concerns-nobody = removed the tag with a unit

refusal-concern-no-units = You have no units yet. Add one in the settings, under Units that get praise.
refusal-concern-unit = Choose which unit it concerns.
refusal-concern-nothing = Nothing is tagged for that unit in that month any more.
refusal-concern-answer = Write some words about what they answered.
