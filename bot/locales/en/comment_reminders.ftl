### The reminder of comments that await an answer.

waiting-direct = { $count ->
    [one] 1 comment waits for you
   *[other] { $count } comments wait for you
}
waiting-channel = { $count ->
    [one] 1 comment needs an answer
   *[other] { $count } comments need an answer
}
waiting-done = Done for today. Thank you for your help!
waiting-owner-intro = You have taken this. We have promised an answer { $promise }, and half of the time is over. Do release it if somebody else should answer.
waiting-channel-intro = We have promised an answer { $promise }. Who answers?
waiting-lead-intro = The time is over: we have promised an answer { $promise }. I am asking you because you lead the team, or are its deputy today.
waiting-owner-promised = The page has promised to get back, and you are the one who has taken it. We answer { $promise }, counted from that promise, and half of the time is over. Do release it if somebody else should answer.
waiting-channel-promised = The page has promised to get back. We answer { $promise }, counted from that promise. Who answers?
waiting-lead-promised = The page has promised to get back, and the time is over: we answer { $promise }, counted from that promise. I am asking you because you lead the team, or are its deputy today.
waiting-settled = { $count ->
    [one] 1 more is done.
   *[other] { $count } more are done.
}
