### The weekly word to the rest of the organisation: the setting, the draft, the text.

weekly-title = The weekly word
weekly-none = Off. I write no draft.
weekly-when = The draft comes on { $day } morning.
weekly-to = Slack channel: { $channel }
weekly-nowhere = No Slack channel is chosen: copy the text and send it wherever you like.
weekly-day = When should the draft come?
weekly-off = Never
weekly-channel = Slack channel
weekly-channel-hint = I have to be in it. Nothing is sent until somebody presses send.
weekly-saved = Saved. { $when }
weekly-draft = Here is the weekly word to the rest of the organisation. Read it, change what you like and send it, or copy it.
weekly-edit = Read through and send
weekly-edit-after-all = Send it after all
weekly-skip = Not this week
weekly-send = Send to the channel
weekly-text = This is sent
weekly-text-hint = Leave out whatever points at a person.
weekly-empty = There is no word this week. Nothing went out in the last seven days, and nothing is planned for the next.
weekly-head = The week in the content team ({ $week })
weekly-went = This went out:
weekly-coming = This is coming:
weekly-row = • { $day }: { $title }
weekly-more = … and { $count } more
weekly-nice = A resident wrote: “{ $text }”
weekly-ideas = Do you have an idea? Write /{ $prefix }idea and tell us.
weekly-sent-by = { $who } sent the weekly word (week { $week }) to { $channel }.
weekly-skipped-by = { $who } chose not to send the weekly word (week { $week }).

refusal-weekly-empty = Write something to send, or close the form.
refusal-weekly-sent = The weekly word has been sent already. The next draft comes next week.
refusal-weekly-no-channel = No Slack channel is chosen for the weekly word. Choose one in the settings, or copy the text.
refusal-weekly-not-in-channel = I am not in that Slack channel. Write `/invite` and my name in it, and save again.
