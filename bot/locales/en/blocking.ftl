### Blocking somebody from the page: the form, the question to a colleague, the end.

block-open = Block the author …
block-title = Block
block-submit = Yes, block
block-intro = Who is blocked cannot comment on the page. That is a big step, so it always has a reason and a last day. Criticism is allowed.
block-why = Why is hiding or removing not enough?
block-until = Last day
block-until-hint = Most often 30 days, and a year at most.
block-review = When the last day comes I ask the lead whether to lift the block. None is lifted or extended by itself.
block-then-second = I ask { $who } in the thread first: one more has to say yes.
block-then-alone = Nobody else is there, so it is done at once.
block-asked = I have asked in the comment’s thread. When one more has said yes I do it, and you get a message.
block-goes = I am blocking now. You get a message when it is done.
block-asks = { $who } wants to block the author of the comment, up to and with { $until }. Reason: { $reason }
block-asks-second = Do you agree? One more has to say yes first. Criticism is allowed.
block-yes = Yes, block
block-no = No
block-declined = { $who } said no. Nobody is blocked.
block-taken-back = { $who } took the question back. Nobody is blocked.
block-lapsed = Nobody answered in time, so I took the question back. Nobody is blocked.
block-lapsed-told = Nobody else answered in time, so nobody is blocked. Do you still want it? Press *Block the author …* again.
block-agreed-waiting = { $who } said yes. I am doing it now.
block-agreed-active = { $who } said yes. It is done.
block-agreed-failed = { $who } said yes, but it did not work.
block-lifted-by = { $who } has lifted it.
block-done = The author is blocked up to and with { $until }. Reason: { $reason }
block-ended = The author is not blocked any more.
block-lift = Lift the block
block-lifting = I am lifting the block now. You get a message when it is done.
block-withdrawn = It does not happen. Nobody is blocked.
block-extend = Extend …
block-extend-title = Extend the block
block-extend-submit = Extend
block-extended = Saved. I ask again when the new last day comes.
block-not-done = Nobody is blocked. { $problem }
block-not-lifted = The block is not lifted. { $problem }
block-problem-token = Facebook does not accept my token ({ $code }). Ask whoever looks after me to get a new one, or do it on Facebook.
block-problem-permission = I lack a permission on the page ({ $code }). Do it on Facebook, in the page’s settings, or ask whoever looks after me.
block-problem-refused = Facebook did not accept it ({ $code }). Try again, or do it on Facebook in the page’s settings.
block-problem-silent = Facebook has not answered for an hour ({ $code }). Try again in a while.

blocks-title = Blocked just now
blocks-intro = Only you who lead or stand in for the lead see this.
blocks-none = Nobody is blocked. That is how it usually is.
blocks-more = { $count ->
    [one] … and 1 more.
   *[other] … and { $count } more.
}
block-line = *{ $author }* · up to and with { $until } · { $who } decided { $begun }
block-reason = Reason: { $reason }
block-alone = Nobody else has said yes
block-over = { $count ->
    [one] A block has come to its last day. Lift it, or extend it with a new reason.
   *[other] { $count } blocks have come to their last day. Lift them, or extend them with a new reason.
}
block-over-done = Thank you, all blocks have been looked at.
block-pack = { $count ->
    [one] *1 block* comes to its last day before the next meeting: { $when }. Shall it be lifted?
   *[other] *{ $count } blocks* come to their last day before the next meeting: { $when }. Shall they be lifted?
}

refusal-block-author = Facebook does not say who wrote the comment, so I cannot block. Follow the link to the comment and block there, or in the page’s settings on Facebook.
refusal-block-reason = Write why. Nobody can be blocked without a reason.
refusal-block-until = Choose a day after today, and no later than { $last }.
refusal-block-already = The author is blocked already, or somebody has asked about it. Look in the comment’s thread.
refusal-block-first = Hide or remove the comment first, under a rule. Then blocking is possible.

comment-act-block-asked = decided to block the author
comment-act-block-agreed = said yes to blocking
comment-act-block-declined = said no to blocking
comment-act-block-lapsed = took the question about blocking back
comment-act-block-failed = could not block on Facebook
comment-act-block-retried = tried to block again
comment-act-block-lifted = lifted the block
comment-act-block-extended = extended the block
comment-act-blocked = blocked the author
comment-act-unblocked = let the author in again
