### The report: the figures of a period, what they mean, the charts, the table, the draft for the channel.

report-title = Figures for { $period }
report-title-so-far = Figures for { $period } so far
report-standing = { $days } · as of { $moment } · { $definitions }
report-definitions = How I count: version { $version } of { $day }
report-definitions-back = Counted back in time: version { $version } of { $day }
report-period-quarter = quarter { $number } { $year }
report-period-weeks = weeks { $first }–{ $last } { $year }
report-period-weeks-years = week { $first } { $year }–week { $last } { $lastyear }
report-period-week = week { $week } { $year }
report-period-days = { $first }–{ $last }
report-before-quarter = quarter { $number }
report-before-same = the time before
report-day-full = { $day } { $month } { $year }

report-comments = Comments
report-plan = The plan
report-plan-now = Runway, filled and ready slots, owners and ideas are as of today. The rest is of the period.
report-comments-short = The page is not connected, so there are no comments to count. The plan has its figures all the same.
report-comments-none = No comments came in this period.
report-seen-from = I have seen comments since { $day }. What came earlier is not counted.
report-not-seen = I began to read the page on { $day }, after this period. So I have no comments to count.
report-before-unknown = There is no comparison with the period before: I did not see all of it.
report-promise = You promise an answer { $promise }.
report-late = { $count ->
    [one] 1 comment has had no answer in time. It is under The comments behind.
   *[other] { $count } comments have had no answer in time. They are under The comments behind.
}
report-badge = The response rate is our own and is about comments. Facebook's badge is about private messages.

report-line = { "*" }{ $label }:* { $value }
report-line-before = { "*" }{ $label }:* { $value } · { $period }: { $before }
report-share-few = { $count } of { $among }
report-share = { $count } of { $among } ({ $percent }%)
report-none = none
report-nothing = nothing to count yet
report-never = none yet
report-count = { NUMBER($count) }
report-length = { $hours } h { $minutes } min
report-length-hours = { $hours } h
report-length-minutes = { $minutes } min
report-length-minute = a minute
report-times = half within { $median }, nine in ten within { $ninety } (count { $count }). In office time: within { $office } and within { $officeninety }
report-times-short = half within { $median }
report-times-short-of = half within { $median } (count { $count })
report-days-ahead = { $days ->
    [one] 1 day
   *[other] { $days } days
}
report-days-full = no gap for { $days } days
report-fill = { $days } days: { $share }
report-weeks = { $ideas ->
    [one] 1 idea
   *[other] { $ideas } ideas
}, enough for { NUMBER($weeks, minimumFractionDigits: 1, maximumFractionDigits: 1) } weeks
report-weeks-none = { $ideas ->
    [one] 1 idea
   *[other] { $ideas } ideas
}, but no slots to fill

report-name-received = Comments
report-name-outside = Outside office hours
report-name-afterwards = Seen afterwards
report-name-uncounted = Not counted
report-name-rate = Response rate
report-name-strict = Strict response rate
report-name-within = Within the promise
report-name-ongoing = Ongoing
report-name-first = Time to answer
report-name-promised = We will get back
report-name-final = Time to final answer
report-name-claim = Time to taken
report-name-judgement = Time to judgement
report-name-runway = Runway
report-name-fill = Filled slots
report-name-filled-ready = Ready slots
report-name-owned = With an owner
report-name-stock = Stock of ideas
report-name-published = Published
report-name-ready = Ready in time
report-name-overridden = Ready anyway
report-name-series = From series

report-means-received = What others than the page wrote on our posts. Replies count if they name the page, or if the page has written in the thread before.
report-means-outside = Share that came while nobody was at work.
report-means-afterwards = Reached me more than an hour after they were written. They count with all of their wait.
report-means-uncounted = Written by colleagues, or tests, as somebody in the team said. They are in no other figure.
report-means-rate = Answered, of those that need an answer and have either had it or waited longer than the promise.
report-means-strict = Answered, of all comments directly on posts that have an answer or waited longer than the promise. Those that need none are among them.
report-means-within = First answer within the promise, of as many as the response rate.
report-means-ongoing = Waiting for an answer, while the promise still holds. They are not in the response rate.
report-means-first = From when the comment was written to the page's first answer, or to when somebody noted that it was handled in another way.
report-means-promised = The first answer was that we will get back. That counts as an answer.
report-means-final = From when the comment was written to the answer that closed it.
report-means-claim = From when it came to Slack to when somebody first had it, by themselves or from a colleague.
report-means-judgement = From an urgent flag to somebody's judgement.
report-means-runway = Days from today to the first gap. A slot on a day off is no gap.
report-means-fill = Slots ahead with at least a draft that has an owner. A slot on a day off counts once a post is there.
report-means-filled-ready = Slots ahead whose post is ready, of as many as the filled ones.
report-means-owned = Posts of the next 60 days that have an owner.
report-means-stock = Free ideas, beside how many slots the plan has in a week.
report-means-published = Posts of the period that have gone out.
report-means-ready = Posts of the period that were ready when the third working day before was over, of those past that day.
report-means-overridden = Posts of the period that the lead let be ready although something was missing. The reason stands in the history of the post.
report-means-series = Posts of the period that belong to a series.

report-behind = The comments behind
report-all = All figures
report-table = Table (CSV)
report-chart = Charts
report-earlier = The period before
report-asked = I am drawing the charts. They will come in a few seconds in our own conversation: click my name to find it.
report-table-asked = I am making the table. It will come in a few seconds in our own conversation: click my name to find it.
report-table-ready = Here is the table of { $period }: { $file }
report-table-name = figures

report-head-name = Measure
report-head-value = Value
report-head-count = Count
report-head-among = Of
report-head-median = Median (minutes)
report-head-ninety = Nine in ten within (minutes)
report-head-office-median = Median in office time (minutes)
report-head-office-ninety = Nine in ten within, in office time (minutes)
report-head-before = The period before
report-head-means = How it is counted
report-head-period = Period
report-head-standing = As of

report-behind-title = The comments behind
report-behind-choose = Choose a figure
report-behind-more = { "*" }More* shows all about the comment in Slack, behind this window. Close it, and you see.
report-behind-none = No comments here.
report-behind-page = { $first }–{ $last } of { $total }
report-behind-next = Next
report-behind-back = Back
report-close = Close
report-group-received = All ({ $count })
report-group-outside = Outside office hours ({ $count })
report-group-afterwards = Seen afterwards ({ $count })
report-group-answered = Answered ({ $count })
report-group-kept = Answered within the promise ({ $count })
report-group-slow = Answered after the promise ({ $count })
report-group-late = Not answered, time is over ({ $count })
report-group-ongoing = Ongoing ({ $count })
report-group-promised = We will get back ({ $count })
report-group-spared = No answer needed ({ $count })
report-group-strict = Behind the strict response rate ({ $count })
report-group-claimed = Were taken ({ $count })
report-group-judged = Flagged and judged ({ $count })
report-group-uncounted = Not counted ({ $count })

report-chart-title = Comments: { $period }
report-chart-came = How many came, and how many have an answer?
report-chart-came-says = { $count ->
    [0] No comments came.
    [one] 1 comment came. Answered: { $answered }.
   *[other] { $count } comments came. Answered: { $answered }. Most came { $most }: { $peak }.
}
report-chart-answered = Answered
report-chart-open = No answer
report-chart-step-day = Day
report-chart-step-week = Week
report-chart-step-month = Month
report-chart-most-day = on { $day }
report-chart-most-week = in week { $week }
report-chart-most-month = in { $month }
report-chart-spans = How soon did the answers come?
report-chart-spans-says = { $count ->
    [0] No answers yet.
   *[other] { $kept } of { $count } answers came within the promise: { $promise }.
}
report-chart-kept = Within the promise
report-chart-slow = After the promise
report-chart-spans-below = Time from comment to answer
report-chart-span-first = under { $hours } h
report-chart-span = { $from }–{ $hours } h
report-chart-span-last = over { $hours } h
report-chart-hours = When in the day do people write?
report-chart-hours-says = { $count ->
    [0] No comments came.
   *[other] { $outside } of { $count } came outside office hours.
}
report-chart-inside = In office hours
report-chart-outside = Outside office hours
report-chart-hours-below = Time of day
report-chart-alt = Three charts, { $period }. { $came } { $spans } { $hours }
report-not-drawn = The charts could not be drawn this time. Here are the figures in words; do try again in a while.
report-no-scope = The app may not upload files. Ask whoever looks after it to add the permissions `files:write` and `files:read` and install it again. Here are the figures in words instead.
report-not-taken = Slack did not accept the file. Ask whoever looks after the workspace whether uploaded files are allowed. Here are the figures in words instead.
report-too-late = Slack did not answer, so there is no file. Here are the figures in words; do try again in a while.

report-draft = Here is { $period } in figures. Read it through, then choose whether the plan's channel gets it. The figures are counted anew when you send it.
report-draft-channel = { $period } is over and its figures are here. You have named no lead, so anybody in the team can read them and send them here.
report-draft-late = It comes late, because I was not running.
report-read = Read the figures
report-send = Send to the channel
report-send-after-all = Send after all
report-skip = Not this month
report-sent-by = { $who } sent the figures for { $period } to the channel.
report-skipped-by = { $who } chose not to send the figures for { $period }. `/{ $prefix }report` shows them whenever you like.
report-sent-head = { $who } shares { $period } in figures.

refusal-period-unreadable = I do not understand the period “{ $text }”. Write for instance `november`, `2026-11`, `q3`, `2026`, `weeks 40-47` or `last month`.
refusal-period-ahead = That period has not begun, so there is nothing to count. Write one that has begun, for instance `last month`.
refusal-period-too-long = That period is too long. Take two years at most, for instance `2026` or `q3`.
refusal-report-decided = That report has been decided on already.
