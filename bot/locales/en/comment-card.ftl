### One comment as a whole: what has happened to it, and all that can be done.

comment-card-happened = What has happened
comment-card-earlier = What it said before
comment-card-rules = { "*" }If it breaks rules*
    You choose the rule and say yes once more before anything happens. Does it break Facebook's own rules? Report it there first.
comment-card-records = { "*" }Records*
    A text for the registrar, or all there is about the comment. I note who looks at the whole record.
comment-card-nothing = Nobody in the team has done anything with it yet.
comment-card-line = { $when } · { $who }
comment-act-shown = looked at the original
comment-act-facebook = Facebook
comment-act-claimed = took it
comment-act-released = released it
comment-act-handled = marked it as done
comment-act-reopened = opened it again
comment-act-answered = showed the page’s answer
comment-act-answered-by = answered as the page
comment-act-edited = showed a new text
comment-act-hidden-outside = showed that it is hidden
comment-act-shown-outside = showed that it is no longer hidden
comment-act-gone = no longer showed it
comment-act-back = showed it again
comment-act-continued = showed that somebody wrote again in the thread
comment-act-flagged = flagged it as urgent
comment-act-unflagged = took the flag away
comment-act-alerted = asked for a judgement
comment-act-judged = judged the flag
comment-act-praised = marked it as praise
comment-act-unpraised = took the mark of praise away
comment-act-promised = promised that the page will get back
comment-act-routed = led them elsewhere
comment-act-routed-to = led them to { $to }
comment-act-answer-failed = could not send an answer
comment-act-answer-edited = changed the page’s answer
comment-act-answer-deleted = removed the page’s answer
