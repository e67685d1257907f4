### The words that flag a comment as urgent.

watch-words-title = Words that flag
watch-words-topic = { $count ->
    [0] No words flag by themselves.
    [one] 1 word flags a comment as urgent.
   *[other] { $count } words flag a comment as urgent.
}
watch-words-intro = The words only flag. They never hide, remove or answer; that is for a person to decide. Switch off words that are often wrong.
watch-words-danger = Danger to life
watch-words-threat = Threat
watch-words-hate = Hate
watch-words-own = Your own words
watch-words-none = No words.
watch-words-are-off = Switched off: { $words }
watch-words-found = { $found ->
    [one] { $word } (once
   *[other] { $word } ({ $found } times
}{ $kept ->
    [0] )
   *[other] , { $kept } of them broke no rule)
}
watch-words-saved = Saved. This is how it is now:
watch-words-on = Words that flag
watch-words-on-hint = One on each line. End with * to count all words that begin like that.
watch-words-off = Words switched off
watch-words-off-hint = Move here what is often wrong. What stands in both places is switched off.

refusal-watch-word = I cannot look for “{ $word }”. Write words of 3 to 40 characters, with * only at the very end.
refusal-watch-words-many = These are too many words. Each list can have { $most } at most.
