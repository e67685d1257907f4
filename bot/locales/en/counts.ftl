### How posts were received: beside what is usual, without records and ranking.

counts-title = *How it was received*
counts-reactions = Reactions
counts-comments = Comments
counts-shares = Shares
counts-views = Views
counts-count = { $metric }: { NUMBER($count) }
counts-gone = { $metric }: not available
counts-of-series = the series
counts-of-outlet = the outlet
counts-usual = as usual for { $kind } (half { NUMBER($low) }–{ NUMBER($high) }, median { NUMBER($median) })
counts-more = more than usual for { $kind } (half { NUMBER($low) }–{ NUMBER($high) }, median { NUMBER($median) })
counts-less = less than usual for { $kind } (half { NUMBER($low) }–{ NUMBER($high) }, median { NUMBER($median) })
counts-total = { NUMBER($count) }, from { $known } of { $posts } posts
counts-total-gone = not available

report-posts = The posts on the page
report-name-post-reactions = Reactions to the posts
report-name-post-comments = Comments on the posts
report-name-post-shares = Shares of the posts
report-name-post-views = Views of the posts
report-means-post-reactions = As last counted of the posts published in the period, at most five weeks after they went out.
report-means-post-comments = What others than the page wrote under them, replies in the threads included.
report-means-post-shares = As Facebook counts them.
report-means-post-views = Facebook's views, as long as Facebook gives them. Where they are missing it says that they are not available, never 0.
