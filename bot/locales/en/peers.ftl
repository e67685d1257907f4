### The comparison: other pages beside ours, counted by hand.

manifest-compare = Other pages' figures beside yours, counted by hand
manifest-compare-hint = [add | csv]

peers-title = Other pages beside ours
peers-intro = Other pages you count yourselves. I never read anybody else's page. Our own row is counted in the same way: all comments directly on posts, also those that need no answer.
peers-none = No pages yet. Choose three to five to compare with, count them by hand and write the figures down, or hand in a table. I never read anybody else's page.
peers-few = A comparison says most with { $fewest } to { $most } pages.
peers-new = Add page
peers-paste = Hand in a table
peers-remove = Remove
peers-form-new = New page
peers-form-change = Change the count
peers-form-paste = Hand in a table
peers-paste-intro = The rows from Excel or a CSV file, with the headings on top: `Page`, `Period`, `Followers`, `Posts`, `Comments`, `Answered`, `Median`, `Counted`, `By`, `How`. Only `Page` and `Period` must be there. A page that is there already has its count changed.
peers-table = Table
peers-file = Or the table as a file
peers-name = Page
peers-period = Period
peers-period-hint = As in the report: november, q3, 2026-11-01–2026-11-15.
peers-followers = Followers
peers-posts = Posts in the period
peers-comments = Comments on them
peers-answered = Answered of the comments
peers-answered-hint = A number, no percentage.
peers-median = Median time to answer, in hours
peers-median-hint = Half were answered within so many hours, for example 1.5.
peers-counted = Counted on
peers-counted-by = Counted by
peers-how = How you counted
peers-saved = Saved: { $names }.
peers-removed = { $name } is out of the comparison.
peers-restored = { $name } is there again.
peers-ours = Our page
peers-ours-unknown = Our page: I did not read it during the whole period, so there is no row of our own.
peers-row = { "*" }{ $name }:* { $figures }
peers-nothing = nothing counted
peers-count-followers = { NUMBER($count) } followers
peers-count-posts = { $count ->
    [one] 1 post
   *[other] { NUMBER($count) } posts
}
peers-count-comments = { $count ->
    [one] 1 comment
   *[other] { NUMBER($count) } comments
}
peers-count-answered = answered: { $share }
peers-source = Counted on { $day } by { $who }
peers-old = an old count
peers-help = Write `{ $command }` for the comparison, `{ $command } add` for a new page and `{ $command } csv` to hand in a table.

refusal-peer-gone = That page is not in the comparison any more. Write the command again to see which are.
refusal-peers-many = There is room for { $most } pages. Remove one first.
refusal-peer-name = Write the page's name, and not one that is there already.
refusal-peer-number = I do not understand “{ $text }”. Write a number, or leave it empty if you have not counted it.
refusal-peer-answers = There cannot be more answers than comments.
refusal-peer-day = That day has not been yet. Choose the day on which you counted.
refusal-peers-table = I find no table. The first row has the headings, at least Page and Period, and then one row a page.
refusal-peers-row = Row { $line }: { $reason }
refusal-peers-twice = Hand in either a file or a pasted table, not both.
