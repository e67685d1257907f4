### Reserve posts, and what ran a year ago.

reserve-title = Reserve posts
reserve-stock = { $count ->
    [one] 1 reserve post lies ready.
   *[other] { $count } reserve posts lie ready.
}
reserve-stock-low = { $count ->
    [0] None of { $wanted } reserve posts is there yet. Do put one aside that fits at any time.
   *[other] { $count } of { $wanted } reserve posts are there. Do put one more aside that fits at any time.
}
reserve-stale = { $count ->
    [one] 1 is older than half a year: do look it over.
   *[other] { $count } are older than half a year: do look them over.
}
reserve-open = Show the reserve
reserve-add = New reserve post
reserve-more = { $count ->
    [one] … and 1 more that somebody has looked at lately.
   *[other] … and { $count } more that somebody has looked at lately.
}
reserve-means = A reserve post is finished and fits at any time. When a gap is near, I suggest the reserve first.
reserve-form-title = Reserve post
reserve-form-intro = Write it so that it could go out today.
reserve-outlets-hint = Leave it empty if it fits everywhere.
reserve-kept = *{ $title }* is in reserve.
reserve-removed = *{ $title }* is out of the reserve and an ordinary idea again.
reserve-checked = Thank you! *{ $title }* has been looked over and stays in reserve.
reserve-undo = Undo
reserve-remove = Take out
reserve-remove-says = Take { $title } out of the reserve
reserve-change-says = Change { $title }
reserve-good = Still good
reserve-good-says = Still good: { $title }
reserve-age = looked over { $age } ago
reserve-look = do look it over
reserve-in = in reserve
reason-reserve = lies ready in the reserve
idea-menu-reserve = Put in reserve
idea-routed-several = belongs to several outlets

refusal-reserve-gone = That post is not in reserve any more. Show the reserve again to see what is there.
refusal-reserve-lacks = { $need ->
    [text] The text is missing. A reserve post has to be finished.
    [alt] The picture's alt text is missing.
    [reason] Write why the picture needs no alt text.
    [captions] The film has no captions. Caption it, or say that it has no speech.
    [description] Describe what happens in the film, which has no speech.
   *[decision] Children and patients need a decision each time. Choose another picture, or plan the post in the ordinary way.
}

reuse-year-ago = A year ago: { $title } – update it?
reuse-season = From last time: { $title } – update it?
reuse-ran = ran { $day }
reuse-praise = { $count ->
    [one] 1 comment with praise
   *[other] { $count } comments with praise
}
reuse-made-of = Made of *{ $title }* from { $day }. Update the text before it goes out.
reuse-source = Made of *{ $title }* from { $day }.

refusal-still-fresh = “{ $title }” ran lately or is planned again already. Choose something else for that gap.
