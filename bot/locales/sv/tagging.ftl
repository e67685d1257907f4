### Vad kommentarerna var och vad de kostade: ett tryck var, och farhågan bredvid siffran.

tagging-ask = *Vad var det, och hur lång tid tog det?* Ett tryck var räcker.
tagging-on-page = Svaret skrevs på Facebook, så jag frågar här. Vem som helst i teamet kan svara.
tagging-ask-tag = Vad var det?
tagging-ask-effort = Hur lång tid tog det?
tagging-now = Märkt: *{ $said }*.
tagging-critical = Kritik
tagging-question = Fråga
tagging-praise = Beröm
tagging-other = Annat
tagging-short = Under 5 min
tagging-middle = 5–15 min
tagging-long = Över 15 min
tagging-clear = Ta bort märkningen
comment-act-tagged = märkte den
comment-act-timed = angav hur lång tid den tog
comment-act-untagged = tog bort märkningen

fear-title = Farhågor
fear-write = Skriv
fear-none = Inga farhågor är nedskrivna. Skriv vad ni tror om kritik och tid i inställningarna, så står det bredvid siffrorna sedan.
fear-now-criticism = Om kritiken: ”{ $text }”
fear-now-time = Om tiden: ”{ $text }”
fear-saved = Sparat. { $fear }
fear-criticism = Hur mycket kritik tror ni att det blir?
fear-criticism-hint = Till exempel: hälften av kommentarerna blir kritiska.
fear-time = Hur mycket tid tror ni att det tar?
fear-time-hint = Till exempel: fem timmar i veckan.

refusal-fear-missing = Skriv minst en av farhågorna.

report-tagging = Farhåga och siffra
report-fear-criticism = Om kritiken trodde ni { $day }: ”{ $fear }”. Det blev: { $came }.
report-fear-among = { $share } bland de märkta
report-fear-time = Om tiden trodde ni { $day }: ”{ $fear }”. Det blev: { $came }.
report-fear-changed = Orden ändrades { $day }.
report-then = Andelen kritik nu: { $said }.
report-then-alike = ungefär som { $months ->
    [one] 1 månad
   *[other] { $months } månader
} tidigare (då { $share })
report-then-lower = lägre än { $months ->
    [one] 1 månad
   *[other] { $months } månader
} tidigare (då { $share })
report-then-higher = högre än { $months ->
    [one] 1 månad
   *[other] { $months } månader
} tidigare (då { $share })
report-then-unknown = för få märkta för att jämföra med { $months ->
    [one] 1 månad
   *[other] { $months } månader
} tidigare
report-spent = ungefär { $low }–{ $high } tim
report-spent-most = högst { $high } tim
report-spent-open = { $spent }, kanske mer
report-spent-of = { $spent }, enligt teamets tryck för { $timed }
report-spent-unknown = ingen har angett tid än
report-rule = { $rule }: { $count }
report-rules-more = andra regler: { $count }

report-name-tagged = Märkta
report-name-tag-critical = Kritik
report-name-tag-question = Frågor
report-name-tag-praise = Beröm
report-name-tag-other = Annat
report-name-flagged = Flaggade som akuta
report-name-hidden = Dolda
report-name-removed = Borttagna
report-name-rules = Efter regel
report-name-spent = Tid

report-means-tagged = Kommentarer som teamet har märkt för hand. De övriga räknas inte som något.
report-means-tag-critical = Andel av de märkta.
report-means-tag-question = Andel av de märkta.
report-means-tag-praise = Andel av de märkta. En kommentar med 💙 räknas som beröm, om ingen har märkt den som annat.
report-means-tag-other = Andel av de märkta.
report-means-flagged = Periodens kommentarer med en akut flagga som inte togs tillbaka.
report-means-hidden = Andel av alla kommentarer som sidan har dolt, efter beslut av en person.
report-means-removed = Andel av alla kommentarer som sidan har tagit bort, efter beslut av en person.
report-means-rules = Dolda och borttagna, efter den regel som beslutet gällde.
report-means-spent = Grovt, efter teamets tryck: under 5 minuter räknas som 0–5, 5–15 som 5–15, över 15 som 15–30. Kommentarer utan tryck är inte med.
