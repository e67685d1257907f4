### Comments from the page: the message in Slack, the list, private words.

comments-headline-new = *{ $author }* · new comment on { $post }
comments-headline = *{ $author }* · comment on { $post }
comments-plain-new = New comment on { $post } · { $author } · { $when }
comments-plain = Comment on { $post } · { $author } · { $when }
comments-author-unknown = Author not shown
comments-post-untitled = a post without text
comments-thread = Reply in the thread under { $author }: “{ $text }”
comments-thread-unknown = Reply in a thread
comments-own-page = the page
comments-open-facebook = Open on Facebook
comments-read-all = Read it all on Facebook
comments-hidden = Hidden on Facebook
comments-masked = Personal data hidden
comments-edited = Edited, { $when }
comments-gone = Removed on Facebook, { $when }
comments-gone-text = (no longer on Facebook)
comments-suggested = { $who } had the thread last
comments-continued = Somebody writes again in a thread that you had. Will you take this one, too?
comments-attachment = { $kind ->
    [photo] picture
    [sticker] sticker
    [gif] gif
    [video] film
    [link] link
   *[other] attachment
}
comments-with-attachment = With a { $what }
comments-only-attachment = ({ $what } without text)
comments-no-text = (no text)

comments-state-new = Waiting for an answer
comments-state-claimed = { $who } has had it since { $when }
comments-state-answered = Answered on Facebook, { $when }
comments-state-answered-by = { $who } answered as the page, { $when }
comments-state-answered-signed = Answered on Facebook by { $who }, { $when }
comments-state-handled = Done: handled by { $who }, { $when }
comments-state-promised = { $who } will get back, the page said so, { $when }
comments-state-promised-free = The page has said that it will get back, { $when }
comments-state-unneeded = No answer needed ({ $reason }): { $who }, { $when }
comments-state-hidden = Hidden: { $who }, { $when }
comments-state-removed = Removed: { $who }, { $when }
comments-reason = Reason: { $reason }
comments-state-gone = Removed on Facebook, { $when }
comments-urgent = Urgent: flagged by { $who }, { $when }
comments-urgent-words = Urgent: flagged by the word list, { $when }
comments-judged = Judged: { $outcome } · { $who }, { $when } · “{ $reason }”
comments-praise = Praise: marked by { $who }, { $when }

comments-claim = I’ll take it
comments-release = Release
comments-answer = Answer
comments-handle = Done
comments-reopen = Reopen
comments-original = Show the original
comments-original-of = *{ $author }* on { $post }, as it was written. Only you see this.
comments-more = More
comments-pass-on = Pass on praise
comments-pass-on-hint = A ready text to the unit that the praise is for. You send it yourself.
comments-flag = Urgent
comments-flag-hint = This is urgent: I ask one person after the other until somebody judges it.
comments-unflag = That was a mistake
comments-judge = Judge
comments-judge-hint = What came of it? An outcome and a reason close the flag.
comments-says = { $act }: { $author }

comments-list-title = { $count ->
    [one] 1 comment is waiting for an answer
   *[other] { $count } comments are waiting for an answer
}
comments-list-mine = { $count ->
    [one] You have 1 comment
   *[other] You have { $count } comments
}
comments-list-row = *{ $author }* on { $post }
comments-list-age = { $age } old
comments-list-more = { $count ->
    [one] … and 1 more.
   *[other] … and { $count } more.
}
comments-empty = No comments are waiting. Lovely!
comments-empty-mine = You have no comments right now. Type `{ $command }` to see all that are waiting.
comments-no-page = No Facebook page is connected yet, so I have no comments to show. Set `FACEBOOK_PAGE_ID`, `FACEBOOK_PAGE_TOKEN` and `COMMENTS_CHANNEL` in `.env` and restart me, and they will come here. `python bot.py check` shows whether everything is right.
comments-help =
    This is how:
    `{ $command }` shows the comments that are waiting for an answer, the oldest first
    `{ $command } mine` shows yours
    `{ $command } moderated` shows what is hidden or removed
    `{ $command } blocked` shows the lead who is blocked
    `{ $command } praise` shows the month’s praise
    `{ $command } asked` shows what residents ask about, unit by unit
    In the Slack channel for comments: 👀 I take it (remove 👀 to release it), ✅ done, 🚩 urgent, 💙 praise.
    Under *More* you hand over to a colleague, take over, or finish what needs no answer.
comments-unknown = I don’t know “{ $text }”.

comments-did-claimed = You have it now: { $author } on { $post }
comments-did-released = You have released it: { $author } on { $post }. It is waiting for an answer again.
comments-did-handled = Done: { $author } on { $post }
comments-did-reopened = Open again: { $author } on { $post }
comments-did-flagged = Flagged as urgent: { $author } on { $post }. Was it a mistake? Take the flag back within two minutes.
comments-did-unflagged = The flag is gone: { $author } on { $post }

refusal-comment-gone = That comment is no longer here. Type `{ $command }` to see which are waiting.
refusal-comment-taken = { $who } has taken it already. Write in the thread if you want to help.
refusal-comment-vanished = That comment is no longer on Facebook, so there is nothing to answer. If it comes back, I will open it again.
refusal-comment-closed = It is done already. Press *Reopen* under the comment if there is something left to do.

trouble-page-token = Facebook no longer takes the page’s token ({ $detail }). Make a new one, put it in `FACEBOOK_PAGE_TOKEN` and restart me. No comments arrive here until then.
trouble-page-permission = Facebook does not let me read the page ({ $detail }). Check the role on the page and the app’s permissions: run `python bot.py check`.
trouble-page-slow = Facebook asks me to wait, because I have read the page too often ({ $detail }). I will go on by myself. If it happens a lot, raise `FACEBOOK_POLL_SECONDS`.
trouble-page-unreachable = I cannot reach Facebook ({ $detail }). I keep trying, and fetch everything that arrived meanwhile. Look at the page yourself until then.
trouble-page-unreadable = Facebook showed comments that could not be read ({ $detail }), so I skipped those. The rest comes as usual; look on the page yourself for what is missing.
trouble-page-bug = Facebook did not understand my question ({ $detail }). Comments may be missing; look at the page yourself meanwhile.
