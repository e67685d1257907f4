### Day, week, time of day, length of time. British order, 24 hours.

weekday = { $number ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
month = { $number ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
month-short = { $number ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
# The month in 24 Nov.
month-tight = { $number ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
day-long = { $weekday } { $day } { $month }
day-long-with-year = { $weekday } { $day } { $month } { $year }
day-plain = { $day } { $month }
day-short = { $day } { $month }
day-short-with-year = { $day } { $month } { $year }
day-with-week = { $date } ({ $week })
day-at = { $date } at { $clock }
day-range = { $first }–{ $last }
today = today
tomorrow = tomorrow
yesterday = yesterday
week = week { $week }
month-with-year = { $month } { $year }
week-with-days = week { $week } ({ $days })
clock = { NUMBER($hour, minimumIntegerDigits: 2) }:{ NUMBER($minute, minimumIntegerDigits: 2) }

## Lengths of time: no break between number and unit, as in a week above.

span-moment = less than 1 min
span-minutes = { $minutes } min
span-hours = { $hours } h
span-hours-and-minutes = { $hours } h { $minutes } min
span-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
number = { NUMBER($value, maximumFractionDigits: 1) }
