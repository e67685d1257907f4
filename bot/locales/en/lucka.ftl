### Help, health, alarms, manifest and command line.

surprise = Oops, something went wrong on my side. Nothing has been changed. Try again in a moment.
refusal-not-a-member = Only members of the workspace can do this. Ask a colleague in the content team for help.
refusal-person-unknown = I could not ask Slack who you are just now. Try again in a moment.
refusal-stale = That is no longer there, or somebody was faster. Look at the plan or the comments to see how things are now.
refusal-command-too-late = I was away when you wrote this, so nothing has been done. Please write it again: { $text }
refusal-form-too-late = Slack could not open the form in time. Try again.
somebody = somebody

lucka-title = How Lucka works
lucka-intro = I keep ideas and the content plan, remind you of gaps, and show new comments.
lucka-unknown = I do not know “{ $text }”. This is what you can type:
lucka-topic-idea = Ideas
lucka-help-idea = `/{ $prefix }idea Text` keeps an idea · `/{ $prefix }idea` opens the form · `/{ $prefix }idea list vaccine` finds ideas · `/{ $prefix }idea route`
lucka-topic-plan = The plan
lucka-help-plan = `/{ $prefix }plan` shows the plan · `/{ $prefix }plan friday 11:00 Open house` plans at once · `/{ $prefix }plan add` opens the form. Show a part: `/{ $prefix }plan gaps` · `/{ $prefix }plan week 50` · `/{ $prefix }plan December` · `/{ $prefix }plan picture` · `/{ $prefix }plan series`
lucka-topic-comments = Comments
lucka-help-comments = `/{ $prefix }comments` shows what waits for an answer · `/{ $prefix }comments mine` shows yours
lucka-topic-report = Figures
lucka-help-report = `/{ $prefix }report` shows the month so far · `/{ $prefix }report last month` · `/{ $prefix }report q3` · `/{ $prefix }report weeks 40-47`
lucka-topic-lesson = Lessons learned
lucka-help-lesson = `/{ $prefix }lesson` and what you learned: I remind you when you plan something alike · `/{ $prefix }lesson list`
lucka-topic-compare = Comparison
lucka-help-compare = `/{ $prefix }compare` shows other pages beside ours · `/{ $prefix }compare add` · `/{ $prefix }compare csv`
lucka-topic-reactions = On a comment in Slack
lucka-help-reactions = 👀 I take it (remove 👀 to release it) · ✅ handled · 🚩 urgent · 💙 praise. The thread beneath is for us only.
lucka-topic-lucka = About me
lucka-help-lucka = `/{ $prefix }lucka` shows this help · `/{ $prefix }lucka settings` shows what you have decided · `/{ $prefix }lucka start` shows what is left to decide. What I store: `/{ $prefix }lucka data`. Take comments out as files: `/{ $prefix }lucka disclose`. Words to paste on the page: `/{ $prefix }lucka rules` · `/{ $prefix }lucka hours`
lucka-health-title = How I am
lucka-all-well = Everything works.
lucka-trouble = { $trouble } (for { $since })
lucka-no-page = No Facebook page is connected. Everything but the comments works all the same.
lucka-page-never = The Facebook page has not been read yet.
lucka-page-looked = { $count ->
    [0] The Facebook page was last read { $ago } ago ({ $moment }); nothing new today. It is read every { $seconds } seconds.
    [one] The Facebook page was last read { $ago } ago ({ $moment }); 1 new comment today. It is read every { $seconds } seconds.
   *[other] The Facebook page was last read { $ago } ago ({ $moment }); { $count } new comments today. It is read every { $seconds } seconds.
}
lucka-page-cost = { $calls ->
    [one] The last look took 1 call
   *[other] The last look took { $calls } calls
}, the last day { $day }; { $percent } per cent of Facebook’s limit is used.
lucka-outbox-empty = Nothing is waiting to be sent.
lucka-outbox-waiting = { $count ->
    [one] 1 message is waiting to be sent, for { $age }.
   *[other] { $count } messages are waiting to be sent, the oldest for { $age }.
}
lucka-next-digest = Next daily plan: { $when }, and right after it a reminder if there are gaps.
lucka-retry = Send again
lucka-retried = { $count ->
    [0] There was nothing to send again.
    [one] I am trying to send 1 message again.
   *[other] I am trying to send { $count } messages again.
}

alarm-title = Something is wrong.
alarm-over = It works again: { $part }.
unseen-since = I have not seen the Facebook page since { $moment }.
unseen-never = I have not been able to read the Facebook page; I have been trying since { $moment }.
unseen-over = I have been reading the Facebook page again since { $back }; I did not see it from { $moment }.
unseen-meanwhile = { $count ->
    [0] No new comments came meanwhile.
    [one] Meanwhile 1 new comment came; it is here now.
   *[other] Meanwhile { $count } new comments came; they are here now.
}
part-slack = Slack
part-channel = the Slack channel
part-outbox = outgoing messages
part-database = the database
part-page = the Facebook page
part-page-comments = the comments on the Facebook page
part-hooks = what Facebook tells me
part-outlook = the calendar from Outlook
part-job = the scheduled job
part-socket = the connection to Slack

trouble-database = I cannot write to the database. Is there room on the disk?
trouble-outbox-dead = { $detail } messages could not be sent. Open my help and choose Send again.
trouble-slack-unreachable = I cannot reach Slack ({ $detail }). I keep trying; nothing is lost.
trouble-slack-account = Slack does not take my token ({ $detail }). Run `python bot.py check`.
trouble-channel = I may not post in one of the Slack channels ({ $detail }). Invite me with `/invite @Lucka`.
trouble-looking = I am reading back in one of the Slack channels, for a message may stand there already. That takes a while. New messages to it wait meanwhile; nothing is lost.
trouble-job = A scheduled job failed ({ $detail }). I will try again; the error is in the log.
trouble-socket = The connection to Slack is broken. I am reconnecting.
trouble-hooks-silent = Facebook no longer tells me when somebody comments on the page. Nothing is lost, for I read the page all the same, but I do not see comments on advertisements. Run `python bot.py check` and follow docs/webhooks.md.

trouble-outlook-unreachable = I cannot reach the calendar in OUTLOOK_CALENDAR_URL ({ $detail }). I try again every quarter of an hour; the plan is as it was.
trouble-outlook-refused = The calendar in OUTLOOK_CALENDAR_URL answers { $detail }. Publish it again in Outlook and change the address.
trouble-outlook-too-large = The calendar in OUTLOOK_CALENDAR_URL is larger than 10 MB. Publish a smaller part of it.
trouble-outlook-unfit = The calendar in OUTLOOK_CALENDAR_URL cannot be read (line { $detail }). Run `python bot.py job outlook`, and I say why.
trouble-outlook-empty = The calendar in OUTLOOK_CALENDAR_URL is suddenly empty. I do not believe it and leave the plan alone. Look in Outlook.

manifest-description = Content plan, gaps and comments for the team behind the page
manifest-idea = Keep an idea, or find one
manifest-idea-hint = [the idea] | list [words]
manifest-plan = Show the plan, or plan a post
manifest-plan-hint = [friday 11:00 title] | gaps | week 50 | December | picture | series | add
manifest-comments = Comments that wait for an answer
manifest-comments-hint = [mine]
manifest-report = Figures for a month, a quarter, a year or some weeks
manifest-report-hint = [month or period]
manifest-lucka = Help, and how Lucka is doing
manifest-lucka-hint = [help] | settings | disclose
manifest-shortcut-idea-save-message = Save as idea
manifest-shortcut-idea-save-message-description = Put the message into the idea bank
manifest-shortcut-idea-new = New idea
manifest-shortcut-idea-new-description = Write down an idea
manifest-shortcut-plan-new = Plan a post
manifest-shortcut-plan-new-description = Put a post into the plan
