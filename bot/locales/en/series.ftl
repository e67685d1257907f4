### Series: what comes again in the plan.

series-title = Series
series-none = You have no series yet. A series is something that comes again, such as “Here I work” every other Tuesday: I put the drafts into the plan two months ahead, and you take turns.
series-new = New series
series-more = { $count ->
    [one] Show 1 more
   *[other] Show { $count } more
}
series-change-says = Change { $name }
series-skip = Skip a date
series-good-ask = Show three good ones
series-good-says = Show three good ones from { $name }
series-end = End
series-end-says = End { $name }

series-described = { $outlet } at { $clock } · { $rhythm }
series-until = { $said } · until { $day }
series-rhythm = { $often }: { $days }
series-rhythm-own = a rule of its own: `{ $rule }`
series-often-weekly = every week
series-often-second-week = every other week
series-often-third-week = every third week
series-often-fourth-week = every fourth week
series-often-month-first = first in the month
series-often-month-second = second in the month
series-often-month-third = third in the month
series-often-month-fourth = fourth in the month
series-often-month-last = last in the month
series-often-own = by a rule of its own
series-date = { $day }: { $owner }
series-date-taken = { $day }: not added, the slot is already decided
series-date-moved = { $day }, moved to { $moved }: { $owner }
series-soon = Next: { $dates }
series-over = No more dates.

series-form-new = New series
series-form-change = Change the series
series-form-dates = Next in the plan:
series-form-name = What is the series called?
series-form-often = How often?
series-form-weekdays = Weekdays
series-form-week = In which week does it begin?
series-form-week-of = Which of these weeks has it?
series-form-week-hint = The week also decides which weeks it will be, unless it is every week. I count weeks, not odd and even ones, so the rhythm holds when week 53 is followed by week 1.
series-form-rule = A rule of its own
series-form-rule-hint = Only if you chose a rule of its own above. Write it as RFC 5545, for example FREQ=MONTHLY;BYMONTHDAY=15.
series-form-owner = Responsible, in turn
series-form-owner-hint = Choose them in the order of their turns. Skipping a date does not change the turns of the others.
series-form-title = Title
series-form-title-hint = Write { "{" }number{ "}" } where the number should be, for example Here I work { "{" }number{ "}" }. If left empty, the series' name is the title.
series-form-text = Text to start from
series-form-text-hint = For example the questions you always ask. The text is in every draft.
series-form-first = First day
series-form-first-hint = Numbers and turns are counted from here. If left empty, the series begins in the week above.
series-form-last = Last day
series-form-free = Public holidays and eves
series-form-free-pause = Skip them
series-form-free-publish = Publish anyway

series-done-made = Saved: *{ $name }* is a series.
series-done-changed = Changed: *{ $name }*
series-done-resumed = Undone: *{ $name }* goes on.
series-done-reverted = Undone: *{ $name }* is as before.
series-done-ended = Ended: *{ $name }*
series-next = Next dates:
series-added = { $count ->
    [one] 1 draft is in the plan.
   *[other] { $count } drafts are in the plan.
}
series-followed = { $count ->
    [one] 1 draft in the plan has been changed in the same way.
   *[other] { $count } drafts in the plan have been changed in the same way.
}
series-withdrawn = { $count ->
    [one] 1 draft that nobody had touched is out of the plan.
   *[other] { $count } drafts that nobody had touched are out of the plan.
}
series-kept = Left as they are, for somebody has changed them: { $posts }.
series-taken = There is something in the plan already, or the time is left empty, so I add nothing: { $days }.
series-free = Public holidays and eves that the series skips: { $days }.
series-post = “{ $title }” { $day }
series-further = { $count } more
series-skipped = *{ $name }* skips { $day }.
series-skipped-post = *{ $name }* skips { $day }. The draft is out of the plan.
series-unskipped = Undone: *{ $name }* has { $day } again.
series-good = { $count ->
    [one] *{ $name }*, the last one published:
   *[other] *{ $name }*, the last { $count } published:
}
series-good-none = Nothing in *{ $name }* is published yet.
series-good-row = • { $title } · { $day }

plan-in-series = Series: { $name }
plan-skips-series = The series { $name } skips that day.

refusal-series-gone = That series or date is no longer there. Show the series again to see how it is now.
refusal-series-outdated = Somebody has changed the series since. Show the series again to see how it is now.
refusal-series-name-missing = Give the series a name, such as Here I work.
refusal-series-no-dates = These choices give no dates ahead. Choose a later last day, or other days.
