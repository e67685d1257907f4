### Hur inläggen togs emot: bredvid vad som är vanligt, utan rekord och rangordning.

counts-title = *Så togs det emot*
counts-reactions = Reaktioner
counts-comments = Kommentarer
counts-shares = Delningar
counts-views = Visningar
counts-count = { $metric }: { NUMBER($count) }
counts-gone = { $metric }: finns inte
counts-of-series = serien
counts-of-outlet = kanalen
counts-usual = som vanligt för { $kind } (hälften { NUMBER($low) }–{ NUMBER($high) }, median { NUMBER($median) })
counts-more = mer än vanligt för { $kind } (hälften { NUMBER($low) }–{ NUMBER($high) }, median { NUMBER($median) })
counts-less = mindre än vanligt för { $kind } (hälften { NUMBER($low) }–{ NUMBER($high) }, median { NUMBER($median) })
counts-total = { NUMBER($count) }, från { $known } av { $posts } inlägg
counts-total-gone = finns inte

report-posts = Inläggen på sidan
report-name-post-reactions = Reaktioner på inläggen
report-name-post-comments = Kommentarer på inläggen
report-name-post-shares = Delningar av inläggen
report-name-post-views = Visningar av inläggen
report-means-post-reactions = Senast räknade på periodens publicerade inlägg, högst fem veckor efter att de gick ut.
report-means-post-comments = Det andra än sidan har skrivit under dem, svar i trådarna inräknade.
report-means-post-shares = Som Facebook räknar dem.
report-means-post-views = Facebooks visningar, så länge Facebook lämnar ut dem. Saknas de står det att de inte finns, aldrig 0.
