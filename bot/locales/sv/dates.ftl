### Dag, vecka, klockslag, tidslängd. Språkrådets och myndigheternas skrivregler.

weekday = { $number ->
    [1] måndag
    [2] tisdag
    [3] onsdag
    [4] torsdag
    [5] fredag
    [6] lördag
   *[7] söndag
}
month = { $number ->
    [1] januari
    [2] februari
    [3] mars
    [4] april
    [5] maj
    [6] juni
    [7] juli
    [8] augusti
    [9] september
    [10] oktober
    [11] november
   *[12] december
}
month-short = { $number ->
    [1] jan
    [2] feb
    [3] mars
    [4] april
    [5] maj
    [6] juni
    [7] juli
    [8] aug
    [9] sep
    [10] okt
    [11] nov
   *[12] dec
}
# Månaden i 24/11.
month-tight = { $number }
day-long = { $weekday } { $day } { $month }
day-long-with-year = { $weekday } { $day } { $month } { $year }
day-plain = { $day } { $month }
day-short = { $day }/{ $month }
day-short-with-year = { $day }/{ $month } { $year }
day-with-week = { $date } ({ $week })
day-at = { $date } { $clock }
day-range = { $first }–{ $last }
today = i dag
tomorrow = i morgon
yesterday = i går
week = v. { $week }
month-with-year = { $month } { $year }
week-with-days = v. { $week } ({ $days })
clock = kl. { $hour }.{ NUMBER($minute, minimumIntegerDigits: 2) }

## Tidslängder: hårda mellanslag mellan tal och enhet, som efter v. och kl. ovan.

span-moment = mindre än 1 min
span-minutes = { $minutes } min
span-hours = { $hours } tim
span-hours-and-minutes = { $hours } tim { $minutes } min
span-days = { $days ->
    [one] { $days } dag
   *[other] { $days } dagar
}
number = { NUMBER($value, maximumFractionDigits: 1) }
