### The picture of the plan: words in it, what it says to those who do not see it, the answers.

picture-title = The plan on { $moment }
picture-span = Eight weeks, { $first } to { $last }.
picture-clock = { NUMBER($hour, minimumIntegerDigits: 2) }:{ NUMBER($minute, minimumIntegerDigits: 2) }
picture-more = +{ $count } more
picture-look-ready = Ready
picture-look-draft = Draft
picture-look-late = Overdue
picture-look-published = Published
picture-look-gap = GAP
picture-look-asks = Day off
picture-look-empty = Left empty

picture-alt = The plan as a calendar, { $moment }. { $span }
picture-posts = { $count ->
    [0] No posts
    [one] 1 post
   *[other] { $count } posts
}
picture-count-ready = { $count } ready
picture-count-draft = { $count ->
    [one] 1 draft
   *[other] { $count } drafts
}
picture-count-late = { $count } that should be out by now
picture-count-published = { $count } published
picture-count-asks = { $count ->
    [one] 1 time on a day off
   *[other] { $count } times on days off
}
picture-count-empty = { $count ->
    [one] 1 time left empty
   *[other] { $count } times left empty
}
picture-besides = Besides, { $slots }.
picture-gaps = { $count ->
    [one] 1 gap: { $gaps }.
   *[other] { $count } gaps: { $gaps }.
}
picture-gaps-more = and { $count } more
picture-no-gaps = No gaps.

picture-button = Show as a picture
picture-asked = I am drawing the plan. The picture comes in a few seconds, in our own conversation: click on my name to find it.
picture-not-drawn = The picture could not be drawn this time. Here is the plan in words instead; feel free to ask again in a while.
picture-no-scope = The app may not upload pictures. Ask whoever looks after it to add the scopes `files:write` and `files:read` and to install it anew. Here is the plan in words instead.
picture-not-taken = Slack did not take the picture. Ask whoever looks after the workspace whether uploads are allowed. Here is the plan in words instead.
picture-too-late = Slack did not answer, so there is no picture. Here is the plan in words instead; feel free to ask again in a while.
