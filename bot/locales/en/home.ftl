### The home tab.

home-hello = Hello { $name }!
home-bar = { $bar } { $days } of { $horizon } days without a gap
home-fill-title = Filled slots
home-fill = { $days } days: { $filled } of { $wanted } ({ $share }%), { $ready ->
    [0] none ready
   *[other] { $ready } of them ready
}
home-fill-few = { $days } days: { $filled } of { $wanted }, { $ready ->
    [0] none ready
   *[other] { $ready } of them ready
}
home-fill-none = { $days } days: no slots to fill
home-fill-means = A slot is filled once it has at least a draft with somebody responsible. A slot on a day off counts once a post is there.
home-new-idea = New idea
home-mine = Your posts
home-mine-none = You have nothing planned right now. Why not take a gap, or keep an idea?
home-more = … and { $count } more. They stand under their weeks.
home-comments-title = Your comments
home-comments-more = … and { $count } more. Type `/{ $prefix }comments mine` to see all of yours.
home-comments-none = You have no comment right now.
home-comments = { $count ->
    [0] No comments are waiting for an answer. Nice!
    [one] 1 comment is waiting for an answer. Type `/{ $prefix }comments` to see it.
   *[other] { $count } comments are waiting for an answer. Type `/{ $prefix }comments` to see them.
}
home-earlier = Earlier weeks
home-later = Later weeks
home-page = The next eight weeks, page { $page } of { $pages }.
home-steps-title = Getting started: { $done } of { $all } steps done
home-step-done = ✔ Done: { $step }
home-step-open = ○ To do: { $step }. { $how }
home-step-team = say who is the lead
home-step-idea = keep an idea
home-step-plan = plan a post
home-step-ready = mark a post as ready
home-step-fill = fill the next two weeks
home-step-comment = take a comment
home-how-team = Type `/{ $prefix }lucka settings`.
home-how-idea = Type `/{ $prefix }idea How to book a vaccination`.
home-how-plan = Type `/{ $prefix }plan { $weekday } 11:00 Open house`.
home-how-ready = It is in the menu beside every post.
home-how-fill = Choose Fill beside a gap below.
home-how-comment = Put 👀 on a comment when it arrives in Slack.
home-updated = As of { $clock }. Open the tab again to update it.
