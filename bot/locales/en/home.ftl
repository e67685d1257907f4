### The home tab.

home-hello = Hello { $name }!
home-gaps = Next gaps
home-mine = Your posts
home-mine-none = You have nothing planned right now. Why not take a gap, or keep an idea?
home-comments-title = Comments
home-comments = { $count ->
    [0] No comments are waiting for an answer. Nice!
    [one] 1 comment is waiting for an answer. Type `/{ $prefix }comments` to see it.
   *[other] { $count } comments are waiting for an answer. Type `/{ $prefix }comments` to see them.
}
home-start = How to begin
home-start-idea = `/{ $prefix }idea How to book a vaccination` keeps an idea
home-start-plan = `/{ $prefix }plan { $weekday } 11:00 Open house` puts a post into the plan
home-start-gaps = `/{ $prefix }plan gaps` shows every gap
home-updated = As of { $clock }. Open the tab again to update it.
