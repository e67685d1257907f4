### The plan: rows, forms, what was done, why something was not.

outlet-facebook = Facebook
outlet-web = Web
outlet-intranet = Intranet

plan-undo = Undo
plan-change = Change
plan-close = Cancel
plan-save = Save

plan-status-draft = draft
plan-status-ready = ready
plan-status-published = published
plan-status-cancelled = cancelled
plan-status-late = { $status }, should be out by now
plan-no-owner = nobody responsible

plan-runway-full = No gaps for { $days } days.
plan-runway = { $days ->
    [0] The first gap is today already, { $day }.
    [1] The plan lasts until tomorrow, { $day }: that is the first gap.
   *[other] The plan lasts until { $day }: that is the first gap, in { $days } days.
}
plan-row-post = { $day }: *{ $title }* · { $outlet } at { $clock } · { $status } · { $owner }
plan-row-gap = { $day }: *Gap* · { $outlet } at { $clock }
plan-row-asks = { $day }: a day off. Would you like something then? · { $outlet } at { $clock }
plan-row-left-empty = { $day }: left empty · { $outlet } at { $clock }
plan-free-day = { $day }, { $name }
plan-week-empty = Nothing planned.
plan-left-out = { $count ->
    [one] … and 1 more.
   *[other] … and { $count } more.
} Show one week at a time to see everything.
plan-page = { $left ->
    [0] Page { $page } of { $pages }.
    [one] Page { $page } of { $pages }. There is 1 more row on the other pages.
   *[other] Page { $page } of { $pages }. There are { $left } more rows on the other pages.
}
plan-page-before = Previous page
plan-page-after = Next page
plan-week-before = Previous week
plan-week-after = Next week
plan-month-before = Previous month
plan-month-after = Next month
plan-moment = { $day } at { $clock }

plan-new = Plan a post
plan-more = Show more weeks
plan-fill = Fill
plan-open = Open the post
plan-act-change = Change
plan-act-move = Move
plan-act-publish = Mark as published
plan-act-ready = Mark as ready
plan-act-draft = Make it a draft again
plan-act-cancel = Cancel the post

plan-form-title = Plan a post
plan-form-change = Change the post
plan-form-submit = Plan
plan-form-post-title = Title
plan-form-text = Text
plan-form-outlet = Outlet
plan-form-day = Day
plan-form-time = Time
plan-form-owner = Responsible
plan-form-status = How far has it come?
plan-form-status-draft = Draft
plan-form-status-ready = Ready to publish
plan-form-idea = Comes from the idea

plan-move-title = Move the post
plan-move-submit = Move
plan-move-intro = *{ $title }* is planned for { $when } on { $outlet }.
plan-move-gap = To a gap
plan-move-gap-hint = If you choose a gap, it counts; otherwise the day and time below do.
plan-publish-title = It is published
plan-publish-submit = Mark
plan-publish-intro = *{ $title }*, { $when } on { $outlet }. I publish nothing here, I only note that it is out.
plan-publish-link = Link to the post
plan-publish-hint = Begins with https:// – leave it empty if you do not have it.
plan-cancel-title = Cancel the post?
plan-cancel-submit = Cancel the post
plan-cancel-keep = Keep it
plan-cancel-intro = *{ $title }*, { $when } on { $outlet }, is taken out of the plan. You can undo it afterwards.
plan-cancel-intro-idea = *{ $title }*, { $when } on { $outlet }, is taken out of the plan, and its idea returns to the idea bank. You can undo it afterwards.

plan-done-planned = Planned: *{ $title }*, { $when } on { $outlet } · { $status } · { $owner }
plan-done-again = I have that already: *{ $title }*, { $when } on { $outlet } · { $status } · { $owner }
plan-done-changed = Changed: *{ $title }*, { $when } on { $outlet } · { $status } · { $owner }
plan-done-moved = Moved: *{ $title }* is now planned for { $when } on { $outlet }.
plan-done-published = Well done! *{ $title }* is marked as published.
plan-done-cancelled = Cancelled: *{ $title }* is out of the plan.
plan-done-cancelled-idea = Cancelled: *{ $title }* is out of the plan, and its idea is back in the idea bank.
plan-done-ready = *{ $title }* is ready to publish.
plan-done-draft = *{ $title }* is a draft again.
plan-done-restored = Undone: *{ $title }*, { $when } on { $outlet } · { $status } · { $owner }
plan-done-unplanned = Undone: *{ $title }* is out of the plan.
plan-beside = The same day on the same outlet: “{ $title }” at { $clock }.
plan-beside-more = And { $count } more that day.
plan-on-free-day = That is a day off: { $name }. Nobody is there to watch, so schedule the post ahead.
plan-from-idea = Comes from the idea “{ $title }”.

plan-examples =
    For example:
    • `{ $command } { $weekday } 11:00 Open house at the ambulance station`
    • `{ $command } { $day } web New visiting hours`
    • `{ $command } { $week } Tips for the weekend`
plan-usage =
    This is what you can write:
    • `{ $command }` shows the next weeks
    • `{ $command } Friday 11:00 Facebook Open house` plans at once: the day first, then time and outlet if you like, and the title
    • `{ $command } gaps` shows the gaps
    • `{ $command } series` shows the series
    • `{ $command } week 50` shows one week
    • `{ $command } December` shows one month
    • `{ $command } picture` draws eight weeks as a picture
    • `{ $command } add` opens the form

refusal-title-missing = The title is missing. Write a few words about what it is.
refusal-title-too-long = The title has { $length } characters. Shorten it to { $limit } at most; the rest fits in the text.
refusal-text-too-long = The text has { $length } characters. Shorten it to { $limit } at most.
refusal-day-missing = Choose a day.
refusal-day-past = { $day } has passed. Choose a day ahead.
refusal-day-too-far = { $day } is more than three years away. Is the year right?
refusal-time-missing = Choose a time.
refusal-time-skipped = { $at } does not exist on { $day }: summer time begins. Choose another time.
refusal-no-such-month = There is no month { $number }. Write for example December or month 12.
refusal-link-unfit = That does not look like a link. It should begin with https://, or leave the field empty.
refusal-owner-not-member = Only members of the workspace can own a post. Choose a colleague, or leave the field empty.
refusal-outlet-gone = There is no such outlet. Choose one of those in the form.
refusal-post-gone = There is no such post. Show the plan again to see how it is now.
refusal-slot-gone = There is no such time in the plan. Show the plan again to see how it is now.
refusal-post-published = “{ $title }” is published already, so it cannot be changed in the plan.
refusal-post-cancelled = “{ $title }” is cancelled already. Plan it anew if it should go out after all.
refusal-post-unchanged = It is so already. Nothing has changed.
refusal-post-outdated = Somebody has changed the post since. Show the plan again to see how it is now.
