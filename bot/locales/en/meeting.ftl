### The editorial meeting.

meeting-title = Editorial meeting
meeting-none = Not decided yet. Once you have decided, you get a pack the working day before.
meeting-when = { $every } at { $clock }. Next time { $day }.
meeting-every = { $weeks ->
    [1] Every week
    [2] Every other week
   *[other] Every { $weeks } weeks
}
meeting-day = Next meeting
meeting-day-hint = I count on from that date. Leave it empty if you want no pack.
meeting-time = Time
meeting-how-often = How often?
meeting-saved = Saved. { $when }

refusal-meeting-time-missing = Choose a time as well.

pack-title = Before the editorial meeting { $when }
pack-nothing = No gaps and no posts that are stuck. Well done!
pack-gaps = { $count ->
    [one] *1 gap to fill*
   *[other] *{ $count } gaps to fill*
}
pack-asks = { $count ->
    [one] *1 slot on a day off to decide about*
   *[other] *{ $count } slots on days off to decide about*
}
pack-gaps-more = … and { $count } more. `/{ $prefix }plan gaps` shows them all.
pack-more = … and { $count } more.
pack-stuck = *Posts that are stuck*
pack-stuck-row = { $post }: { $lacks }
pack-lacks-owner = nobody responsible
pack-lacks-text = the text is missing
pack-lacks-passed = should be out
pack-post = *{ $title }*, { $day }, { $outlet }
pack-went = *How posts were received since last time*
pack-went-row = { $title } ({ $outlet }): { $how }
pack-comments = { $count ->
    [0] no comments
    [one] 1 comment
   *[other] { $count } comments
}
pack-praise = { $count ->
    [one] 1 with praise
   *[other] { $count } with praise
}
pack-why = Why? Keep a lesson
pack-lesson = Lesson: _{ $text }_
record-title = After the meeting { $day }
record-reach = { $now } Before the meeting: { $day }.
record-row = { $post }: { $done } ({ $who })
record-planned = planned
record-moved = moved
record-cancelled = cancelled
record-ready = ready
record-published = published
record-changed = changed
record-ideas = { $count ->
    [one] 1 new idea in the idea bank
   *[other] { $count } new ideas in the idea bank
}
record-left-empty = { $count ->
    [one] 1 slot is left empty
   *[other] { $count } slots are left empty
}
record-more = … and { $count } more posts
record-nothing = Nothing has changed in the plan since the pack.
