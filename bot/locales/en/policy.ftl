### Answers and watch: what we promise, what we watch, and who watches.

policy-title = Answers and watch
policy-intro = To answer and to watch are two things. You answer in working hours. Outside them somebody may look at the page without answering.
policy-answers = We answer { $promise }. Working hours: { $hours }.
policy-promise-weekday = within 24 hours on weekdays that are no holidays
policy-promise-days = { $count ->
    [one] within 1 working day
   *[other] within { $count } working days
}
policy-promise-hours = { $count ->
    [one] within 1 working hour
   *[other] within { $count } working hours
}
policy-watches-office = Outside working hours nobody watches the page.
policy-watches-watch = Outside working hours what is urgent is watched, every day { $hours }, with at most { $minutes } minutes in between.
policy-watches-crisis = Extended watch: all comments, every day { $hours }, with at most { $minutes } minutes in between.
policy-urgent = Urgent in office hours: I ask one person at a time. Each has so many minutes, one after the other: { $waits }.
policy-about = *For the page's About box, to copy:*
policy-about-answers = We answer comments { $hours }, { $promise }.
policy-about-office = At other times we do not read the page.
policy-about-watch = At other times we only take care of what is urgent.
policy-about-crisis = At the moment we read the page every day { $hours }.
policy-saved = Saved. This is how it is now:

policy-kind = What do you promise?
policy-kind-weekday = An answer within 24 hours on weekdays
policy-kind-days = An answer within a number of working days
policy-kind-hours = An answer within a number of working hours
policy-count = How many days or hours?
policy-count-hint = Needed for working days and working hours. Working days count from the day after.
policy-preset = What do you watch outside working hours?
policy-preset-office = Nothing: office hours only
policy-preset-watch = What is urgent, evenings and weekends when needed
policy-preset-crisis = Everything: extended watch, in a crisis for example
policy-hours = When do you watch?
policy-hours-hint = Every day, weekends too. Write for example 8–22. Leave it empty and I choose usual hours.
policy-every = How many minutes in between?
policy-every-hint = I wait so long before I ask again. Leave it empty and I choose.
policy-waits = Urgent: how many minutes has each?
policy-waits-hint = In office hours: the first, the second and all later ones. Leave it empty for { $usual }.

roster-title = Who watches?
roster-intro = A week each, in turn. Who is away is passed over. Outside working hours I only disturb who watches.
roster-none = Nobody watches yet. So I disturb nobody outside working hours.
roster-today = Watching today: { $who }
roster-today-nobody = Nobody watches today: all who take turns are away.
roster-week = { $week }: { $who }
roster-turns = Change the turns
roster-swap = Take over a day
roster-swap-line = { $day }: { $who } takes over
roster-saved = Saved. This is how it is now:
roster-swapped = { $who } watches on { $day }.
roster-swapped-days = { $who } watches from { $first } to { $last }.
roster-removed = { $day } is as in the turns again. { $who } has given it back.

roster-turns-form = Turns to watch
roster-people = Who takes turns?
roster-people-hint = A week each, in the order in which you choose them. Leave it empty if nobody watches.
roster-from = From
roster-from-hint = The week of that day belongs to the first.
roster-swap-form = Take over the watch
roster-person = Who takes over?
roster-first = First day
roster-last = Last day

refusal-policy-promise = Write a number from 1 to { $most }.
refusal-policy-every = Write a number of minutes, from { $least } to { $most }.
refusal-policy-waits = Write one to three numbers of minutes, from { $least } to { $most }, for instance 15, 30, 60.
refusal-roster-not-member = Only members of the workspace can watch. Choose a colleague.
refusal-roster-days = Those days do not fit. Begin today or later, and take at most { $most } days at a time.
refusal-roster-gone = Nobody has taken over that day any more.
refusal-roster-not-yours = The lead or a deputy changes the days of others. Ask one of them.
