### Working hours and days off.

free-day-squeeze = squeeze day

clock-written = { NUMBER($hour, minimumIntegerDigits: 2) }:{ NUMBER($minute, minimumIntegerDigits: 2) }

workdays-title = Working hours and days off
workdays-intro = Public holidays, Midsummer Eve, Christmas Eve and New Year's Eve I work out myself. The rest is yours to decide. On days off I am quiet.
workdays-hours = Working hours: { $hours }
workdays-halves = Half days: { $days }
workdays-squeezed = Squeeze days off: { $days }
workdays-squeeze-all = all of them
workdays-own = { $count ->
    [0] Days off of your own: none
    [one] Days off of your own: 1
   *[other] Days off of your own: { $count }
}
workdays-none = none
workdays-half = { $name } until { $clock }
workdays-own-add = Add
workdays-own-line = { $day }: { $name }
workdays-own-added = { $day } is a day off: { $name }.
workdays-own-removed = { $day } is an ordinary day again ({ $name } is removed).
workdays-saved = Saved. This is how it is now:

workdays-hours-form = Working hours
workdays-hours-hint = Write for example 8–16:30, or 8–12, 13–16:30. Leave it empty for a day on which nobody works.
workdays-halves-form = Half days
workdays-halves-hint = Half days are working days that end earlier; the choice is yours. State agencies end Maundy Thursday and Walpurgis two hours earlier, the others four.
workdays-whole = The whole day
workdays-until = Until { $clock }
workdays-squeeze-form = Squeeze days
workdays-squeeze-hint = A squeeze day is a working day between two days off.
workdays-squeeze-rule = Rule
workdays-squeeze-every = Every squeeze day is off
workdays-squeeze-days = Squeeze days off
workdays-own-form = A day off of your own
workdays-own-name = What is the day called?
workdays-own-hint = For example Planning day.

half-epiphany-eve = Epiphany Eve
half-maundy-thursday = Maundy Thursday
half-walpurgis = Walpurgis
half-all-saints-eve = The day before All Saints' Day
half-before-christmas-eve = 23 December

refusal-hours-unreadable = I cannot read “{ $text }” as working hours. Write for example 8–16:30, or 8–12, 13–16:30.
refusal-hours-none = At least one day of the week needs working hours. Write for example 8–16:30.
