### Publishing on Facebook: the setting, the question that is asked first, what became of it.

publishing-title = Publishing on Facebook
publishing-no-page = No Facebook page is connected, so I cannot publish anything.
publishing-now-off = Off. You publish on Facebook yourselves and mark it here.
publishing-now-on = On, for the outlet { $outlet }. May publish: { $who }
publishing-deciders = the lead and the deputies
publishing-state = May posts be published from here?
publishing-on = Yes, after a question each time
publishing-off = No
publishing-outlet = Which outlet is the Facebook page?
publishing-users = Who may publish?
publishing-users-hint = Leave it empty for the lead and the deputies.
publishing-saved = Saved. This now holds for publishing on Facebook:

plan-act-go-out = Publish on Facebook
plan-act-withdraw = Withdraw
publish-says = Publish { $title } on Facebook
publish-withdraw-says = Withdraw { $title } before it goes out
publish-again = Try again

publish-form-title = Publish on Facebook
publish-form-submit = Publish
publish-form-intro = This goes out on *{ $page }*, where everybody can see it:
publish-page-nameless = your Facebook page
publish-form-link = Link shown below the text
publish-form-link-in-text = Link that ends the text
publish-form-link-hint = Begins with https:// – leave it empty if the post has none.
publish-form-when = When?
publish-form-now = Now
publish-form-planned = At its time: { $when }
publish-form-pictures = If the post should have pictures, add them under Picture and persons first. Films you publish on Facebook yourselves.
publish-form-in-text = A post with pictures shows no link of its own. So it ends the text, unless it stands there already.

publish-decided-now = I am publishing *{ $title }* now. You will get the link in a message when it is out.
publish-decided-planned = *{ $title }* goes out { $when }. If the post is moved, so is this; if its text or its pictures are changed, it waits until you approve it again.
publish-withdrawn = *{ $title }* does not go out. The post stays in the plan.
publish-follows = It goes out on Facebook { $when }.
publish-dropped = *{ $title }* no longer goes out on Facebook by itself, for the post has been changed. Publish it anew if it should go out.
publish-out = Out on Facebook: *{ $title }* · { $link }
publish-out-linkless = Out on Facebook: *{ $title }*. Its link could not be read, but you will find it on the page.
publish-failed = *{ $title }* is not out on Facebook. { $problem }

publish-row-waiting = Goes out on Facebook { $when }.
publish-row-now = Goes out on Facebook now.
publish-row-slow = Facebook asks me to wait. I try again as soon as I can.
publish-row-failed = Not out on Facebook: { $problem }

publish-problem-slow = Facebook asked me to wait, and now it is more than an hour late. Should it go out all the same?
publish-problem-token = Facebook does not take my token ({ $code }). Ask whoever runs me to get a new one, and then try again.
publish-problem-permission = I lack a permission on the page ({ $code }). Whoever runs me needs to give the app pages_manage_posts; then try again.
publish-problem-rules = Facebook has stopped it ({ $code }). Log in to Facebook and see what is asked for before you try again.
publish-problem-link = Facebook cannot read the link ({ $code }). Try it in a browser, correct it and try again.
publish-problem-duplicate = Facebook says that the newest post on the page says the same already. Look at the page, and change the text if this should go out all the same.
publish-problem-gone = What I had prepared on the page has been removed. Try again if it should go out all the same.
publish-problem-refused = Facebook did not take it ({ $code }). Try again, or publish on Facebook and mark it here.
publish-problem-late = I could not publish in time, and now it is more than an hour late. Should it go out all the same?
publish-problem-changed = The post has been changed since you approved it. Publish it anew if it should go out.
publish-problem-forbidden = It may not be published from here any more. Ask the lead, or look in the settings.
publish-problem-unsure = Facebook does not say whether it came out ({ $code }). Look at the page first. If it is out, mark it as published; otherwise try again.
publish-problem-nowhere = I have tried several times, and it does not show on the page. Look there yourself before you try again.
publish-problem-photo-gone = The picture { $code } is not in Slack any more. Add it anew under Picture and persons, and publish again.
publish-problem-photo-closed = I may not read the picture { $code }: Slack does not show it to me, or it was added by somebody else than whoever uploaded it. Remove it under Picture and persons, upload it there yourself and publish again. If that does not help, whoever runs me needs to give the app files:read.
publish-problem-photo-large = The picture { $code } is too large. Put a smaller one in its place under Picture and persons, and publish again.
publish-problem-photo-unfit = The file { $code } is not a picture that Facebook takes, whatever it is called. Put a JPEG, PNG, GIF or WebP in its place and publish again.
publish-problem-photo-refused = Facebook did not take the picture ({ $code }). Change it, or publish on Facebook and mark it here.
publish-problem-photo-stuck = The picture { $code } has not arrived although I have tried several times. Nothing is out. Try again in a while.

refusal-publishing-off = Publishing on Facebook is off. The lead allows it in the settings.
refusal-publish-no-page = No Facebook page is connected, so I cannot publish anything. Ask whoever runs me to connect the page first.
refusal-not-publisher = You may not publish on Facebook from here. The settings say who may; ask one of them.
refusal-nobody-publishes = Choose who may publish, or name a lead first.
refusal-publisher-not-member = Only members of the workspace may be allowed to publish. Choose a colleague.
refusal-publish-outlet = The post is meant for another outlet than the Facebook page. Change its outlet first if it should go out there.
refusal-publish-draft = “{ $title }” is a draft. Mark it as ready first.
refusal-publish-no-text = “{ $title }” has no text yet. Write it first to see what it will look like.
refusal-publish-film = “{ $title }” shows a film or a live broadcast, and those I cannot publish. Publish it on Facebook and mark it as published here.
refusal-publish-under-way = “{ $title }” is on its way out on Facebook already. The plan shows when.
refusal-publish-out = “{ $title }” is out on Facebook already. Mark it as published instead.
refusal-publish-time-passed = That time has passed. Choose Now, or move the post first.
refusal-publish-going = It is going out at this moment and cannot be withdrawn. Remove it on Facebook if it should not be seen.
refusal-publish-nothing-waits = Nothing is waiting to go out. Show the plan again to see how it is now.

found-ask =
    On the Facebook page there is a post that looks like one in the plan. Is it the same?
    In the plan: { $planned }
    On the page: { $shown }
found-link = Link it
found-link-says = Link { $title } to the post on the page
found-other = Not the same
found-linked = *{ $title }* is out on Facebook and marked as published. { $who } linked it.
found-dismissed = *{ $title }* is not the same as the post on the page, says { $who }.
