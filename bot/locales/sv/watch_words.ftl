### Orden som flaggar en kommentar som akut.

watch-words-title = Ord som flaggar
watch-words-topic = { $count ->
    [0] Inga ord flaggar av sig själva.
    [one] 1 ord flaggar en kommentar som akut.
   *[other] { $count } ord flaggar en kommentar som akut.
}
watch-words-intro = Orden flaggar bara. De döljer, tar bort och svarar aldrig; det avgör en person. Stäng av ord som ofta har fel.
watch-words-danger = Fara för liv
watch-words-threat = Hot
watch-words-hate = Hat
watch-words-own = Egna ord
watch-words-none = Inga ord.
watch-words-are-off = Avstängda: { $words }
watch-words-found = { $found ->
    [one] { $word } (1 gång
   *[other] { $word } ({ $found } gånger
}{ $kept ->
    [0] )
   *[other] , varav { $kept } inte regelbrott)
}
watch-words-saved = Sparat. Så här är det nu:
watch-words-on = Ord som flaggar
watch-words-on-hint = Ett på varje rad. Avsluta med * så räknas alla ord som börjar så.
watch-words-off = Avstängda ord
watch-words-off-hint = Flytta hit det som ofta har fel. Det som står på båda ställena är avstängt.

refusal-watch-word = ”{ $word }” kan jag inte leta efter. Skriv ord med minst 3 och högst 40 tecken, och * bara allra sist.
refusal-watch-words-many = Det är för många ord. Högst { $most } går att ha i varje lista.
