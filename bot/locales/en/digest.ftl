### The digest: the daily message.

digest-title = Good morning! { $day }
digest-title-later = Hello! { $day }
digest-late = Late today: I was not running earlier.
digest-nothing = Nothing planned today.
digest-post = *{ $clock } · { $title }*
    { $outlet } · { $owner } · { $status }
digest-no-text = The text is missing.
digest-more-today = { $count ->
    [one] … and 1 more post today. Type `/{ $prefix }plan` to see them all.
   *[other] … and { $count } more posts today. Type `/{ $prefix }plan` to see them all.
}
digest-unmarked = *Should have gone out, but is not marked*
digest-unmarked-post =
    { $day } at { $clock }: *{ $title }*
    { $outlet } · { $owner } · { $status }
digest-more-unmarked = { $count ->
    [one] … and 1 older one.
   *[other] … and { $count } older ones.
}
digest-show-unmarked = Show all
unmarked-title = Should have gone out, but is not marked
unmarked-none = All that should have gone out is marked. Lovely!
unmarked-more = Show more
unmarked-left = { $count ->
    [one] 1 older one.
   *[other] { $count } older ones.
}
digest-gaps = *The nearest gaps*
digest-listed = *Gaps further ahead*
digest-listed-more = { $count ->
    [one] … and 1 more gap. Type `/{ $prefix }plan gaps` to see them all.
   *[other] … and { $count } more gaps. Type `/{ $prefix }plan gaps` to see them all.
}
digest-beyond = { $count ->
    [one] 1 gap even further ahead, { $day }.
   *[other] { $count } gaps even further ahead, the first { $day }.
}
digest-publish = Published
digest-publish-says = Mark { $title } as published
digest-change = Change
digest-move = Move
digest-move-says = Move { $title }
digest-comments = { $count ->
    [0] No comments are waiting for an answer.
    [one] *1 comment has been waiting for an answer* for { $age }.
   *[other] *{ $count } comments are waiting for an answer*, the oldest for { $age }.
}
digest-comment = “{ $text }” · { $post } · { $age }
digest-comment-taken = “{ $text }” · { $post } · { $age } · { $who } has it
digest-page-silent = I have not been able to read the Facebook page since { $when }.
digest-page-never = The Facebook page has not been read yet.
digest-ideas = *Fitting { $gap }:*
digest-ideas-any = *Some ideas from the bank:*
digest-no-ideas = The idea bank is empty. Type `/{ $prefix }idea` and a sentence when you have an idea.
digest-idea-plan = Plan
digest-idea-says = Plan { $title }
