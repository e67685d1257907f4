### Many comments at once: gathered in one message.

storm-headline = Many comments on { $post }
storm-count = { $count ->
    [0] None is left here.
    [one] 1 comment is gathered here, { $open } waiting for an answer.
   *[other] { $count } comments are gathered here, { $open } waiting for an answer.
}
storm-out = { $count ->
    [one] 1 more has been taken or flagged and has a message of its own.
   *[other] { $count } more have been taken or flagged and have messages of their own.
}
storm-newest = *The newest*
storm-lasts = More are coming than one can read one by one, so new ones are gathered here. One that somebody takes gets a message of its own.
storm-over = It has calmed down, and new comments get messages of their own again. Those gathered stay here until somebody takes them.
storm-show = Show those waiting
storm-show-says = Show those waiting on { $post }
storm-list-title = Gathered comments
storm-list = { $count ->
    [one] 1 waits for an answer on { $post }
   *[other] { $count } wait for an answer on { $post }
}
storm-list-none = None of those gathered on { $post } waits for an answer any more. Well done!
