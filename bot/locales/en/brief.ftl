### The page that a manager forwards: the form before it is made, and what stands on it.

brief-open = Page for the manager
brief-title = Page for the manager
brief-submit = Make the page
brief-intro = One A4 about { $period }: what went out, what residents wrote, how soon you answered and what comes next. No residents' names.
brief-sentence = A sentence of your own
brief-sentence-hint = Stands on top. What should the manager remember?
brief-praise = Praise to show
brief-praise-none = No praise
brief-praise-hint = I hide numbers, addresses and the name of who wrote it. Choose one in which nobody else is named.
brief-praise-empty = Nothing in { $period } is marked as praise, so the page will be without.
brief-asked = I am making the page. It comes in a few seconds in our own conversation: click my name to find it.
brief-ready = Here is the page about { $period }: { $file }. Open it in your browser, print it or forward it.
brief-ready-pdf = And the same page as PDF: { $file }
brief-no-pdf = The page could not be made into a PDF this time. Open the other file and print it from there.
brief-file = page

brief-page-title = Our communication, { $period }
brief-page-days = { $days }
brief-page-so-far = { $days }, so far
brief-percent = { $percent }%
brief-before = { $period }: { $count }
brief-half = half of { $count } answers came within that time
brief-went = What went out
brief-went-none = Nothing went out in the period.
brief-went-count = { $count ->
    [one] 1 post: { $outlets }.
   *[other] { $count } posts: { $outlets }.
}
brief-went-series = From series: { $series }.
brief-tally = { $name } { NUMBER($count) }
brief-tally-rest = other { NUMBER($count) }
brief-more = … and { NUMBER($count) } more
brief-wrote = What residents wrote
brief-no-page = The Facebook page is not connected to the plan, so comments are not counted.
brief-promise = We promise an answer { $promise }.
brief-late = { $count ->
    [one] 1 comment did not get an answer in time.
   *[other] { NUMBER($count) } comments did not get an answer in time.
}
brief-themes = Most was written under: { $themes }.
brief-praised = Praise: { NUMBER($count) }.
brief-outside = Outside office hours: { $share }.
brief-spent = The team's own estimate of the time: { $spent }. Comments estimated: { $timed }.
brief-page-praise = One piece of praise
brief-quote = “{ $text }”
brief-by = A resident
brief-by-name = { $name }, who wants us to show it
brief-ahead = What comes next
brief-ahead-none = Nothing is planned for the next four weeks yet.
brief-coming = { $day } · { $outlet } · { $title }
brief-nobody = No resident and no colleague is measured by themselves.
