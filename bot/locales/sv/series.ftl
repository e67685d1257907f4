### Serier: det som återkommer i planen.

series-title = Serier
series-none = Ni har inga serier än. En serie är något som återkommer, till exempel ”Här jobbar jag” varannan tisdag: jag lägger utkasten i planen två månader framåt, och ni turas om.
series-new = Ny serie
series-more = { $count ->
    [one] Visa 1 till
   *[other] Visa { $count } till
}
series-change-says = Ändra { $name }
series-skip = Hoppa över ett datum
series-good-ask = Visa tre bra
series-good-says = Visa tre bra ur { $name }
series-end = Avsluta
series-end-says = Avsluta { $name }

series-described = { $outlet } { $clock } · { $rhythm }
series-until = { $said } · till och med { $day }
series-rhythm = { $often }: { $days }
series-rhythm-own = egen regel: `{ $rule }`
series-often-weekly = varje vecka
series-often-second-week = varannan vecka
series-often-third-week = var tredje vecka
series-often-fourth-week = var fjärde vecka
series-often-month-first = första i månaden
series-often-month-second = andra i månaden
series-often-month-third = tredje i månaden
series-often-month-fourth = fjärde i månaden
series-often-month-last = sista i månaden
series-often-own = enligt en egen regel
series-date = { $day }: { $owner }
series-date-taken = { $day }: läggs inte in, tiden är redan bestämd
series-date-moved = { $day }, flyttat till { $moved }: { $owner }
series-soon = Närmast: { $dates }
series-over = Inga fler datum.

series-form-new = Ny serie
series-form-change = Ändra serien
series-form-dates = Närmast i planen:
series-form-name = Vad heter serien?
series-form-often = Hur ofta?
series-form-weekdays = Veckodagar
series-form-week = I vilken vecka börjar den?
series-form-week-of = Vilken av veckorna är den med i?
series-form-week-hint = Veckan avgör också vilka veckor det blir om det inte är varje vecka. Jag räknar veckor, inte udda och jämna, så takten håller även när v. 53 följs av v. 1.
series-form-rule = Egen regel
series-form-rule-hint = Bara om du valde en egen regel här ovan. Skriv den som RFC 5545, till exempel FREQ=MONTHLY;BYMONTHDAY=15.
series-form-owner = Ansvariga, i tur och ordning
series-form-owner-hint = Välj dem i den ordning de ska turas om. Hoppar ni över ett datum ändras inte turen för de andra.
series-form-title = Rubrik
series-form-title-hint = Skriv { "{" }nummer{ "}" } där numret ska stå, till exempel Här jobbar jag { "{" }nummer{ "}" }. Lämnas den tom blir seriens namn rubrik.
series-form-text = Text att utgå från
series-form-text-hint = Till exempel frågorna ni alltid ställer. Texten finns i varje utkast.
series-form-first = Första dagen
series-form-first-hint = Numren och turordningen räknas härifrån. Lämnas den tom börjar serien i veckan här ovan.
series-form-last = Sista dagen
series-form-free = Röda dagar och aftnar
series-form-free-pause = Hoppa över dem
series-form-free-publish = Publicera ändå

series-done-made = Sparat: *{ $name }* är en serie.
series-done-changed = Ändrat: *{ $name }*
series-done-resumed = Ångrat: *{ $name }* fortsätter.
series-done-reverted = Ångrat: *{ $name }* är som förut.
series-done-ended = Avslutat: *{ $name }*
series-next = Nästa datum:
series-added = { $count ->
    [one] 1 utkast är inlagt i planen.
   *[other] { $count } utkast är inlagda i planen.
}
series-followed = { $count ->
    [one] 1 utkast i planen har ändrats på samma sätt.
   *[other] { $count } utkast i planen har ändrats på samma sätt.
}
series-withdrawn = { $count ->
    [one] 1 utkast som ingen hade rört är borta ur planen.
   *[other] { $count } utkast som ingen hade rört är borta ur planen.
}
series-kept = Kvar som de är, för någon har ändrat dem: { $posts }.
series-taken = Där finns redan något i planen, eller så är tiden lämnad tom, så jag lägger inget: { $days }.
series-free = Röda dagar och aftnar som serien hoppar över: { $days }.
series-post = ”{ $title }” { $day }
series-further = { $count } till
series-skipped = *{ $name }* hoppar över { $day }.
series-skipped-post = *{ $name }* hoppar över { $day }. Utkastet är borta ur planen.
series-unskipped = Ångrat: *{ $name }* har { $day } med igen.
series-good = { $count ->
    [one] *{ $name }*, det senast publicerade:
   *[other] *{ $name }*, de { $count } senast publicerade:
}
series-good-none = Inget i *{ $name }* är publicerat än.
series-good-row = • { $title } · { $day }

plan-in-series = Serie: { $name }
plan-skips-series = Serien { $name } hoppar över den dagen.

refusal-series-gone = Den serien eller det datumet finns inte längre. Visa serierna igen, så ser du hur det är nu.
refusal-series-outdated = Någon har ändrat serien sedan dess. Visa serierna igen, så ser du hur det är nu.
refusal-series-name-missing = Ge serien ett namn, till exempel Här jobbar jag.
refusal-series-no-dates = Med de här valen blir det inga datum framåt. Välj en senare sista dag, eller andra dagar.
