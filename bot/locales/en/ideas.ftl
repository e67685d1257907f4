### The idea bank: keep, find, change, route.

idea-kept = Kept: *{ $title }*
idea-kept-again = You have kept that one already: *{ $title }*
idea-changed = Changed: *{ $title }*
idea-dropped = Undone: *{ $title }* is out of the idea bank.
idea-plan = Plan it
idea-plan-says = Plan { $title }
idea-change = Change
idea-undo = Undo
idea-keep-again = Keep it after all
idea-keep-search = Keep as a new idea

idea-list = The idea bank
idea-list-search = Ideas about “{ $text }”
idea-list-empty = The idea bank is still empty. Type `{ $command } Autumn break at the museum` and I keep the first one.
idea-list-none = No idea about “{ $text }” yet.
idea-more = Show more
idea-age = { $age } ago
idea-planned = planned for { $day }
idea-source = the message

idea-form-new = New idea
idea-form-change = Change the idea
idea-form-save = Save
idea-form-close = Cancel
idea-form-name = What is it about?
idea-form-note = Note
idea-form-hint = Background, links, whom to ask.
idea-form-source = A link to the message is kept with the idea.

idea-usage =
    This is what you can write:
    • `{ $command } Autumn break at the museum` keeps an idea: the first line is its title, the rest a note
    • `{ $command }` opens the form
    • `{ $command } list` shows the idea bank
    • `{ $command } Book a time #vaccine` sets the tag vaccine, and `{ $command } list #vaccine` shows all that have it
    • `{ $command } route` shows ideas that wait for a decision: where do they belong?
    • `{ $command } wheel` shows theme days and seasons, which become ideas in good time each year
    • `{ $command } reserve` shows the reserve posts: finished posts for the day when something falls through
    • `{ $command } find museum autumn` finds ideas, with the words in any order

refusal-note-too-long = The note has { $length } characters. Shorten it to { $limit } at most, and link to the rest.
refusal-idea-gone = That idea is no longer in the idea bank.
refusal-idea-outdated = Somebody changed the idea while you were writing. Copy what you wrote, close this and open it again.
refusal-idea-taken = That idea is planned already. Choose another, or plan without an idea.
refusal-idea-planned = That idea is planned. Cancel the post first if the idea should go.

idea-where = Where does *{ $title }* belong?
idea-where-now = Where does it belong?
idea-outlet = Outlet
idea-outlet-says = To { $outlet }: { $title }
idea-not-now = Not now
idea-later-week = In a week
idea-later-month = In a month
idea-later-summer = After the summer
idea-no = No
idea-no-says = No to { $title }
idea-no-title = No to the idea
idea-no-about = *{ $title }* will not be done. Why?
idea-no-reason = Reason
idea-no-hint = Whoever had the idea will read it.
idea-no-save = Say no
idea-no-told =
    Thank you for the idea *{ $title }*! This time the answer is no. { $who } writes:
    { $reason }
    The idea stays in the idea bank. Do talk to { $who } if you want to bring it up again.
idea-no-back = The idea *{ $title }* is back in the game: { $who } took back the no.
idea-decided = *{ $title }*: { $standing }
idea-undecided = Undone: *{ $title }* is as it was before the decision.
idea-inbox = { $count ->
    [0] No ideas are waiting for a decision
    [one] 1 idea is waiting for a decision
   *[other] { $count } ideas are waiting for a decision
}
idea-inbox-more = { $count ->
    [one] … and 1 more. It is shown when these are done.
   *[other] … and { $count } more. They are shown when these are done.
}
idea-routed = belongs to { $outlet }
idea-later-until = not now, comes up again on { $day }
idea-said-no = no: { $reason }
idea-waits = waiting for a decision
idea-votes = { $count ->
    [one] 1 vote
   *[other] { $count } votes
}
idea-vote = { $count ->
    [0] 👍
   *[other] 👍 { $count }
}
idea-vote-says = Vote for { $title }, or take your vote back
idea-menu-change = Change
idea-menu-route = Where does it belong?
idea-menu-drop = Remove
idea-season-by = by { $day }

idea-form-tags = Tags
idea-form-tags-hint = Words to find the idea by, for example #vaccine #care.
idea-form-outlets = Suits the outlet
idea-form-season = When does it fit?
idea-form-season-hint = For example 13 December, week 50, autumn, June–August or by 1 March.

reason-outlet = suits { $outlet }
reason-season = belongs to { $season }
reason-theme-day = the theme day is { $day }
reason-variety = nothing else about { $tag } that week
reason-age = from { $since }

refusal-season-unreadable = I cannot read “{ $text }” as a time of year. Type for example 13 December, week 50, autumn or by 1 March.
refusal-season-past = “{ $text }” has already been. Type a later time, or leave the field empty.
refusal-idea-routed = Somebody was first: that idea is planned or decided already. Show the idea bank again to see how, and change it in the idea's menu.
refusal-reason-missing = Write why, so that others understand.
refusal-reason-too-long = The reason has { $length } characters. Shorten it to { $limit } at most.
