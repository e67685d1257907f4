### From other calendars and from tables: what was read in, what differs, what could not be read.

import-untitled = Untitled
import-read-in = { $count ->
    [one] I have read 1 post into the plan. It is a draft that nobody owns.
   *[other] I have read { $count } posts into the plan. They are drafts that nobody owns.
}
import-undo = Undo this import
import-undone = { $count ->
    [one] { $who } undid the import: 1 post is out of the plan.
   *[other] { $who } undid the import: { $count } posts are out of the plan.
}
import-undone-kept = { $count ->
    [one] 1 post that somebody has changed stays.
   *[other] { $count } posts that somebody has changed stay.
}

import-asks = *Outlook and the plan differ*
import-line-new = *{ $title }*, { $when } · { $outlet }: in Outlook but not in the plan
import-line-decided = *{ $title }*, { $when } · { $outlet }
import-line-gone = *{ $title }*, { $when } · { $outlet }: no longer in Outlook
import-line-retitled = *{ $title }* is called *{ $theirs }* in Outlook
import-line-moved = *{ $title }*: { $ours } in the plan, { $theirs } in Outlook
import-more = { $count ->
    [one] … and 1 more. Your answer is for all of them.
   *[other] … and { $count } more. Your answer is for all of them.
}
import-more-decided = { $count ->
    [one] … and 1 more.
   *[other] … and { $count } more.
}
import-new-take = Put into the plan
import-new-keep = Skip
import-change-take = Take Outlook's
import-change-keep = Keep ours
import-new-taken = { $who } put it into the plan:
import-new-kept = { $who } skipped it:
import-change-taken = { $who } took what Outlook says:
import-change-kept = { $who } kept what the plan says:
import-over = It settled itself: you need not choose about *{ $title }* any more.
import-answered = Done. The plan is changed.
import-kept = Done. The plan is as it was.

import-all-asks = { $count ->
    [one] *Outlook and the plan differ in 1 place*
   *[other] *Outlook and the plan differ in { $count } places*
}
import-all-take = Take all from Outlook
import-all-keep = Keep all ours
import-all-apart = Ask about ten at a time
import-all-sure = Are you sure?
import-all-take-means = { $count ->
    [one] 1 post in the plan becomes what Outlook says. It can be undone.
   *[other] { $count } posts in the plan become what Outlook says. It can be undone.
}
import-all-keep-means = { $count ->
    [one] The plan stays as it is in 1 place. It can be undone.
   *[other] The plan stays as it is in { $count } places. It can be undone.
}
import-all-not-now = Not now
import-all-working = { $who } has decided. I am doing it now, it takes a moment.
import-all-taken = { $count ->
    [0] { $who } wanted to take all from Outlook, but nothing was as when I asked.
    [one] { $who } took what Outlook says in 1 place.
   *[other] { $who } took what Outlook says in { $count } places.
}
import-all-kept = { $count ->
    [0] { $who } wanted to keep all, but nothing was as when I asked.
    [one] { $who } kept what the plan says in 1 place.
   *[other] { $who } kept what the plan says in { $count } places.
}
import-all-passed = { $count ->
    [one] 1 has changed since I asked. I left it alone.
   *[other] { $count } have changed since I asked. I left them alone.
}
import-all-undo = Undo all of it
import-all-undone = { $count ->
    [0] { $who } wanted to undo it, but somebody had changed everything since.
    [one] { $who } undid it: 1 place is as before.
   *[other] { $who } undid it: { $count } places are as before.
}
import-all-undone-kept = { $count ->
    [one] Somebody has changed 1 since. It stays as it is.
   *[other] Somebody has changed { $count } since. They stay as they are.
}
import-all-over = It settled itself: you need not choose about many at once any more.

refusal-import-emptied = The calendar is suddenly empty. I do not believe it and leave the plan alone. Look in Outlook.
refusal-import-undone = That import has been undone already.
refusal-import-over = The question does not apply any more, for something has changed since. Look at the message again.
refusal-import-too-large = The file is larger than I read: at most 10 MB, 400,000 lines and 4,000 events ahead. Split it.
refusal-import-no-calendar = That is no calendar. One begins with BEGIN:VCALENDAR.
refusal-import-cut-off = The calendar ends too early, on line { NUMBER($line, useGrouping: 0) }. Fetch it again.
refusal-import-line = Line { NUMBER($line, useGrouping: 0) } cannot be read: “{ $text }”. Correct it and try again.
refusal-import-no-start = The event on line { NUMBER($line, useGrouping: 0) } does not say when it begins. Add DTSTART.
refusal-import-moment = Line { NUMBER($line, useGrouping: 0) }: “{ $text }” is no date or time. Correct it and try again.
refusal-import-zone = Line { NUMBER($line, useGrouping: 0) }: there is no time zone “{ $zone }”. Change it to one such as Europe/Stockholm.
refusal-import-rule = Line { NUMBER($line, useGrouping: 0) }: “{ $rule }” does not recur by the day, week, month or year. Correct it and try again.
refusal-import-too-much = What recurs in the file takes too long to work out. I stopped at line { NUMBER($line, useGrouping: 0) }. Shorten it.
refusal-import-column = { $column ->
    [day] The table has no column for the day. Its first row must have the headings date and title.
   *[title] The table has no column for the title. Its first row must have the headings date and title.
}
refusal-import-rows = { $count ->
    [one] 1 row cannot be read. Nothing was imported. Correct the row and try again.
   *[other] { $count } rows cannot be read. Nothing was imported. Correct the rows and try again.
}

import-row = Line { $line }: { $reason }
import-rows-more = … and { $count } more.
import-row-day = “{ $value }” is no date. Write for example 2026-12-01.
import-row-far = { $value } is more than three years ahead.
import-row-time = “{ $value }” is no time. Write for example 11:00.
import-row-title = the title is missing.
import-row-title-long = the title is too long: “{ $value }”. At most 150 characters.
import-row-text-long = the text of “{ $value }” is too long. At most 3,000 characters.
import-row-outlet = there is no outlet “{ $value }”.
import-row-status = “{ $value }” is no status. Write draft or ready.

import-done = Done:
import-would-be = This is what would happen:
import-nothing = nothing to import
import-new = { $count } new
import-known = { $count } already there
import-differing = { $count } differ from the plan; I ask about them in Slack
import-own = { $count } are our own and stay as they are
import-strangers = { $count } have an owner I do not know; they get none
import-shortened = { $count } have a text of over 3,000 characters, which is cut
import-file = the file to read: .ics or .csv
import-to-wheel = import into the year wheel instead of the plan
import-theme-days = { $count } theme days are new or changed in the year wheel
import-wheel-ideas = { $count } new ideas wait to be routed
import-dry-run = show what would be imported, without doing it
import-unknown-kind = { $file }: I only read files that end in .ics or .csv.
import-unreadable = { $file } could not be read ({ $reason }).

table-id = id
table-day = date
table-at = time
table-outlet = outlet
table-title = title
table-text = text
table-owner = owner
table-status = status
