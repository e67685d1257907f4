### The year wheel: theme days and seasons that become ideas in good time.

wheel-title = { $count ->
    [one] The year wheel: 1 theme day
   *[other] The year wheel: { $count } theme days and seasons
}
wheel-empty =
    The year wheel is empty. Put theme days and seasons here that come every year. Each year they become ideas in the idea bank in good time, and you decide what is made of them.
    The starter set has days that often suit a Swedish region. Dates can change: check them every year, and remove what you do not want.
wheel-starter = { $count ->
    [one] Put in a starter set of 1 theme day
   *[other] Put in a starter set of { $count } theme days
}
wheel-started = { $count ->
    [one] There is 1 theme day in the year wheel now. `{ $command } wheel` shows it. Check the date every year.
   *[other] There are { $count } theme days in the year wheel now. `{ $command } wheel` shows them. Check the dates every year, and remove what you do not want.
}
wheel-taken-back = { $count ->
    [one] 1 theme day is out of the year wheel again. What you have changed stays.
   *[other] { $count } theme days are out of the year wheel again. What you have changed stays.
}
wheel-verify = Theme days may change dates: check them every year.
wheel-add = New theme day
wheel-change = Change
wheel-remove = Remove
wheel-saved = Kept in the year wheel: *{ $label }*, { $when }.
wheel-removed = *{ $label }* is out of the year wheel. Ideas that were made of it stay.
wheel-ideas-made = { $count ->
    [one] 1 new idea is in the idea bank already, for its time is near.
   *[other] { $count } new ideas are in the idea bank already, for their times are near.
}
wheel-next = next on { $day }
wheel-since = since { $day }
wheel-idea-before = becomes an idea { $lead } before
wheel-weeks = week { $first }–{ $last }
wheel-weekday = { $weekday } of week { $week }
wheel-nth = { $nth } { $weekday } in { $month }
wheel-ordinal = { $number ->
    [1] first
    [2] second
    [3] third
    [4] fourth
    [5] fifth
   *[0] last
}
wheel-lead = { $count ->
    [one] 1 week
   *[other] { $count } weeks
}
wheel-lead-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
wheel-form-new = New theme day
wheel-form-change = Change the theme day
wheel-form-title = What is it called?
wheel-form-when = When is it every year?
wheel-form-when-hint = For example 14/11, Saturday of week 43, third Tuesday of October, week 7–9, November, or a rule such as FREQ=YEARLY;BYMONTH=5;BYDAY=-1SU.
wheel-form-lead = How long before should it become an idea?
wheel-form-lead-hint = For example 8 weeks or 10 days, half a year at most.
wheel-form-outlet = Suits the outlet
wheel-no-outlet = None in particular

wheel-head-label = Theme day
wheel-head-when = When
wheel-head-lead = Lead time
wheel-head-outlet = Outlet
wheel-head-tags = Tags
wheel-head-note = Note
wheel-line = Line { $line }: { $why }

idea-from-wheel = from the year wheel
pack-ideas-more = { $count ->
    [one] … and 1 more. `/{ $prefix }idea route` shows all.
   *[other] … and { $count } more. `/{ $prefix }idea route` shows all.
}
pack-themes = *Soon: theme days*
home-ideas-open = Show the ideas

refusal-wheel-when = I cannot read ”{ $text }” as a time that comes every year. Write for example 14/11, Saturday of week 43, third Tuesday of October, week 7–9 or November.
refusal-wheel-rule = The rule ”{ $rule }” cannot be used. It must begin with FREQ=YEARLY and give one day a year at most. For example: FREQ=YEARLY;BYMONTH=5;BYDAY=-1SU.
refusal-wheel-label-taken = The year wheel has a theme day of that name already. Change that one, or choose another name.
refusal-wheel-lead = I cannot read ”{ $text }” as a lead time. Write for example 8 weeks or 10 days, 26 weeks at most.
refusal-wheel-full = The year wheel has room for { $most } theme days. Remove one first.
refusal-wheel-not-empty = The year wheel is not empty any more, so the starter set is not put in. Add the theme days that you miss.
refusal-wheel-gone = That theme day is not in the year wheel any more, or has been put back already. Show the year wheel again to see how it is now.
refusal-wheel-outdated = Somebody changed the theme day while you were writing. Copy what you wrote, close this and open it again.
refusal-wheel-table = The file cannot be read as a year wheel. A table (CSV) must have the heads Theme day and When on its first line; a calendar must be an .ics file. 1 MB at most.
refusal-wheel-outlet = There is no outlet ”{ $outlet }”. Write its name as it stands in the settings, or leave the cell empty.
refusal-wheel-twice = ”{ $label }” is in the file already, or there are more than { $most }. Remove the line or give it another name.
