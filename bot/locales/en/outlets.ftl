### The outlets and their cadences: when they want posts, exceptions and pauses.

settings-remove = Remove

outlets-title = Outlets and cadence
outlets-intro = The outlets are shown in this order. A cadence says when an outlet wants posts; posts at other times are just as welcome.
outlet-summary = { $name }: { $cadence }
outlet-no-cadence = no cadence, planned freely
outlet-no-cadence-yet = The outlet has no cadence yet. It gets no gaps, and posts are planned freely.
outlet-retired = no longer in use
outlet-more = … and { $count } more.
outlet-new = New outlet
outlet-change = Name and place
outlet-pair-on = Two persons
outlet-pair-off = One person is enough
outlet-pair-is-on = Posts here are ready only when somebody who did not write the text has said yes.
outlet-said-pair-on = *{ $name }*: posts are ready only when two have read them. What is ready already stays so.
outlet-said-pair-off = *{ $name }*: one person is enough.
outlet-retire = Stop using
outlet-revive = Use again
outlet-show = Show the outlet
outlet-form-new = New outlet
outlet-form-change = Change the outlet
outlet-name = Name
outlet-place = Place in the order
outlet-place-hint = The first outlet with a cadence is meant where no other is chosen.
outlet-next = Next times: { $times }
outlet-no-next = No times within a year.
outlet-gaps = { $count ->
    [0] The outlet has no gaps in the next two months.
    [one] The outlet now has 1 gap in the next two months.
   *[other] The outlet now has { $count } gaps in the next two months.
}
outlet-added = The outlet { $name } is there now.
outlet-saved = Saved: { $name }.
outlet-said-retired = { $name } is no longer in use. The posts it has stay in the plan.
outlet-said-revived = { $name } is in use again.

cadence-line = { $days } at { $clock }
cadence-every-other = every other week, next in { $week }: { $days } at { $clock }
cadence-rule-line = the rule { $rule } at { $clock }
cadence-new = New cadence
cadence-form = Cadence
cadence-days = Weekdays
cadence-weeks = How often?
cadence-weeks-every = Every week
cadence-weeks-other = Every other week, with { $week }
cadence-times = Time
cadence-times-hint = For example 11:00, or several: 11:00, 15:30
cadence-rule = A rule of your own
cadence-rule-hint = For those who want it: a rule by RFC 5545, for example FREQ=MONTHLY;BYDAY=1MO for the first Monday of the month. It counts instead of the weekdays.
cadence-saved = Saved for { $name }. No posts have been moved.
cadence-removed = Removed for { $name }. No posts have been moved.
cadence-restored = Undone: { $name } is as before.

departure-new = Exception on a day
departure-form = Exception on a day
departure-kind = What happens that day?
departure-kind-skip = No post that day
departure-kind-extra = An extra post
departure-time = Time of the extra post
departure-time-hint = Only needed for an extra post.
departure-skip-day = { $day }: no post
departure-skip = { $day }: no post at { $clock }
departure-extra = { $day }: extra post at { $clock }

pause-new = Pause
pause-form = Pause
pause-name = Name
pause-name-hint = For example Summer break.
pause-first = First day
pause-last = Last day
pause-line = Pause { $first } – { $last }: { $name }

refusal-outlet-retired = That outlet is no longer in use. Choose another, or take it back into use in the settings.
refusal-name-missing = The name is missing. Write a short one.
refusal-outlet-name-taken = There is an outlet called “{ $name }” already. Choose another name, or take the one there is back into use.
refusal-outlets-too-many = There are { $most } outlets already, and there is no room for more. Rename one you do not use.
refusal-outlet-last = It is the only outlet you have, and without one nothing can be planned. Add another first.
refusal-cadences-too-many = An outlet can have { $most } cadences at most. Remove one first, or put several weekdays into one.
refusal-parts-too-many = There is no room for more than { $most }. Remove one that is no longer needed.
refusal-weekdays-missing = Choose at least one weekday, or write a rule of your own.
refusal-times-unreadable = “{ $text }” is no time of day. Write for example 11:00, or 11:00, 15:30.
refusal-pause-unfit = The pause should end today or later, not before it begins, and last a year at most. Change the last day.
refusal-setting-already = That is done already, or somebody has changed it since. Show the settings again to see how it is now.
refusal-slot-no-day = I find no working day near it that has room. Fill the time anyway, or leave it empty.
