### Gaps, and the reminder about them.

gap-named = *{ $day }*, { $outlet } at { $clock }
gap-fill-anyway = Publish anyway
gap-plan-idea = Plan an idea here
fitting-line = Fits: { $offer }
fitting-take = Take it
fitting-take-says = Plan { $title } here
gap-take = I’ll take it
gap-take-says = I’ll take the gap on { $day }
gap-leave-empty = Leave empty
gap-move = Move
gap-said-moved = { $outlet }: the slot of { $old } has moved to { $new } at { $clock }, the nearest working day with room.
gap-said-moved-back = { $outlet }: the slot is on the day off again.
gap-leave-empty-says = Leave { $day } empty
gap-later = Remind again { $day }
gap-working-title = Post by { $name }
gap-undo = Undo
gap-said-empty = { $gap }, is left empty.
gap-said-later = I will remind you again { $day } of { $gap }.
gap-said-restored = { $gap }, is a gap again.

refusal-gap-gone = That gap is not there any more. Show the plan again to see how it stands now.
refusal-gap-filled = That gap is filled already: “{ $title }” is there.
refusal-gap-left-empty = That time is left empty on purpose. Do you want a post there all the same? Plan it with its day and a title.
refusal-gap-later = The day will have passed by then. Fill the gap now, or leave it empty.
refusal-gap-not-marked = That has been undone already: it is an ordinary gap again.

nag-title = { $count ->
    [one] 1 gap { $days ->
        [14] in the next two weeks
       *[other] in the next { $days } days
    }
   *[other] { $count } gaps { $days ->
        [14] in the next two weeks
       *[other] in the next { $days } days
    }
}
nag-title-asks = { $count ->
    [one] 1 slot on a day off to decide about
   *[other] { $count } slots on days off to decide about
}
nag-done = { $days ->
    [14] No gaps left in the next two weeks. Thank you!
   *[other] No gaps left in the next { $days } days. Thank you!
}
nag-put-off = { $count ->
    [one] Done for today. 1 gap will come up again later.
   *[other] Done for today. { $count } gaps will come up again later.
}
nag-fits = Fitting:
nag-more = { $count ->
    [one] … and 1 more gap, { $day }. Type `/{ $prefix }plan gaps` to see them all.
   *[other] … and { $count } more gaps up to { $day }. Type `/{ $prefix }plan gaps` to see them all.
}
nag-more-asks = { $count ->
    [one] … and 1 more slot on a day off, { $day }. Type `/{ $prefix }plan gaps` to see them all.
   *[other] … and { $count } more slots on days off up to { $day }. Type `/{ $prefix }plan gaps` to see them all.
}
nag-asks = { $kind ->
    [red] { $gap }, is a public holiday ({ $name }): publish anyway, move it, or leave it empty?
    [own] { $gap }, is a day off of yours ({ $name }): publish anyway, move it, or leave it empty?
   *[eve] { $gap }, is { $name }, when nobody is at work: publish anyway, move it, or leave it empty?
}
nag-settled = Settled today
nag-settled-more = … and { $count } more.
nag-filled = { $gap }. Filled: { $title }
nag-filled-by = { $gap }. Filled: { $title } ({ $who })
nag-left-empty = { $gap }. Left empty ({ $who })
nag-postponed = { $gap }. Reminding again { $day } ({ $who })
nag-passed = { $gap }. Its time has passed.

nag-direct = { $count ->
    [one] About 1 nearer gap I am asking somebody directly.
   *[other] About { $count } nearer gaps I am asking somebody directly.
}
nag-direct-done = Done for today. Thank you for your help!
nag-own = Hello! This weekday is yours.
nag-cover = Hello! I am asking you because you lead the team, or are its deputy today.
nag-gentle-title = { $count ->
    [one] 1 gap to look at
   *[other] { $count } gaps to look at
}
nag-gentle = { $count ->
    [one] Look at the gap when you have time. An idea may fit, or it may stay empty.
   *[other] Look at the gaps when you have time. An idea may fit, or one may stay empty.
}
nag-clear-title = { $count ->
    [one] 1 gap that is near
   *[other] { $count } gaps that are near
}
nag-clear = { $count ->
    [one] Can you fill the gap? It is just as fine to leave it empty, or to have me ask again later.
   *[other] Can you fill the gaps? It is just as fine to leave one empty, or to have me ask again later.
}
nag-insistent-title = { $count ->
    [one] 1 gap needs a decision
   *[other] { $count } gaps need a decision
}
nag-insistent = { $count ->
    [one] The gap is near and still open. Please decide today. Leaving it empty is a good answer too.
   *[other] The gaps are near and still open. Please decide today. Leaving one empty is a good answer too.
}
