### How much of comments is shown in Slack, and channels that others can read.

masked-person = [personal number]
masked-phone = [phone number]
masked-email = [e-mail address]

relaying-withheld = (the text is not shown here)
relaying-title = Comments in Slack
relaying-intro = Personal numbers, phone numbers and e-mail addresses are always hidden here. *Show the original* shows the whole comment, to whoever presses it alone.
relaying-usual = How much is shown?
relaying-delicate = And of urgent and delicate ones?
relaying-delicate-hint = These are comments that somebody has flagged, and those with a personal number in them.
relaying-form-hint = It changes at once in all comments that wait. Messages about comments that are done stay as they are.
relaying-full = The whole text
relaying-excerpt = The first 200 characters
relaying-link = Only the link
relaying-now-usual = So much is shown: { $mode }
relaying-now-delicate = Of urgent and delicate ones: { $mode }
relaying-saved = Saved. This is how comments are shown in Slack now:

exposure-private = Only those in the channel can read it.
exposure-public = *The comments wait.* Everybody in the workspace can read { $channel }, so I show no comments there.
exposure-shared = *The comments wait.* { $channel } is shared with another organisation, so I show no comments there.
exposure-waiting = { $count ->
    [0] No comment has come yet. All that comes is kept and counted.
    [one] 1 comment waits. It is kept and counted, and stands in the list of comments.
   *[other] { $count } comments wait. They are kept and counted, and stand in the list of comments.
}
exposure-mend-public = Make the channel private: click its name, choose *Settings* and *Change to a private channel*. Then press *Look again*.
exposure-mend-shared = Stop sharing the channel, or name another one in `COMMENTS_CHANNEL`. Then press *Look again*.
exposure-look = Look again
exposure-allow = Show them anyway
exposure-disallow = Stop showing them there
exposure-allowed-public = Everybody in the workspace can read { $channel }. { $who } decided that comments are shown there anyway: { $reason }
exposure-allowed-shared = { $channel } is shared with another organisation. { $who } decided that comments are shown there anyway: { $reason }
exposure-over-private = Now only those in { $channel } can read it. The comments that waited come there.
exposure-over-public = { $channel } is no longer shared, but everybody in the workspace can read it. See my newer message.
exposure-over-shared = { $channel } is now shared with another organisation. See my newer message.
exposure-form = Show them anyway
exposure-submit = Show them
exposure-ask-public = Everybody in the workspace can read { $channel }, and will see what residents write. Personal numbers, phone numbers and e-mail addresses are hidden.
exposure-ask-shared = { $channel } is shared with another organisation, which will see what residents write. Personal numbers, phone numbers and e-mail addresses are hidden.
exposure-reason = Why may they be shown there?
exposure-reason-hint = The reason is kept in the log, and the team sees it.

refusal-channel-not-exposed = Only those in the channel can read it, so nothing needs deciding. The comments come there.
