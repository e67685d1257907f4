### Advice on the text: short, friendly, and always with what one can do.

tone-ask = Advice on the text
tone-ask-says = Advice on the text of { $title }
tone-title = *Advice on the text:* { $title }
tone-only-advice = It is only advice: you decide.
tone-fine = Well written! I have nothing to suggest.
tone-fine-signs = Length, links, hashtags and emoji look fine. I do not judge the wording here.
tone-too-short = The text is too short for advice. Do ask again when it is longer.
tone-no-text = The post has no text yet. Write it first, and I will gladly read it.

tone-lix = LIX { $lix }: { $level }. { $average } words a sentence, { $share } % long words.
tone-lix-very-easy = very easy to read
tone-lix-easy = easy to read
tone-lix-medium = could be simpler
tone-lix-hard = hard to read
tone-lix-very-hard = very hard to read
tone-lix-short = The text is too short for LIX.

tone-long-sentence = One sentence has { $count } words. Split it: “{ $said }”
tone-heavy-sentences = The sentences are long: { $count } words on average. Split some of them.
tone-heavy-words = Many words are long: { $count } in 100. Use shorter ones for some.
tone-stiff = Write “{ $better }” instead of “{ $said }”.
tone-needless = Leave out “{ $said }”. It sounds friendlier without.
tone-passive = Write who does it, “we” for example, where it says “{ $said }”.
tone-long-text = The text has { $count } characters. Many read only the beginning: put the main thing first.
tone-very-long-text = The text has { $count } characters. Shorten it, and link to the rest.
tone-short-link = Write the whole address instead of “{ $said }”, so that people see where it leads.
tone-links = The post has { $count } links. Keep the most important one, and write where it leads.
tone-hashtags = The post has { $count } hashtags. Keep two at most, and put them last.
tone-emoji = The post has { $count } emoji. Keep three at most, and put them last.
