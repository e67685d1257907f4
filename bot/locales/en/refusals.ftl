### Why a time or a cadence could not be read, and how to write it instead.

refusal-when-missing = Write the day first, then a time if you like, and the title.
refusal-when-unreadable = I see no day in “{ $text }”. Write the day first, then a time if you like, and the title.
refusal-when-no-such-day = { $text } is not in the calendar. Did you mean another day?
refusal-when-no-such-week = There is no week { $week } in { $year }. Write another, for example week 50.
refusal-when-no-such-time = { $text } is not a time of day. Write for example 11:00.
refusal-when-contradiction = “{ $said }” does not fit: the date is { $day }. Which day do you mean?
refusal-when-week-in-past = Week { $week } is over. Write a later week, or add the year.
refusal-when-time-in-past = { $at } today has passed. Write a later time or another day.
refusal-week-unreadable = “{ $text }” is not a week. Write for example week 50 or next week.
refusal-no-gap-in-week = There is no gap in week { $week }. Write which day you want instead.
refusal-cadence-unreadable = I cannot read the cadence “{ $rule }”. Write for example FREQ=WEEKLY;BYDAY=MO,WE,FR.
refusal-cadence-never = The cadence “{ $rule }” never meets any day.
