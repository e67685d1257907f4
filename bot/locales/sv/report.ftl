### Rapporten: siffrorna för en period, vad de betyder, diagrammen, tabellen, utkastet till kanalen.

report-title = Siffror för { $period }
report-title-so-far = Siffror för { $period } hittills
report-standing = { $days } · läget { $moment } · { $definitions }
report-definitions = Så räknar jag: version { $version } från { $day }
report-definitions-back = Räknat bakåt i tiden: version { $version } från { $day }
report-period-quarter = kvartal { $number } { $year }
report-period-weeks = v. { $first }–{ $last } { $year }
report-period-weeks-years = v. { $first } { $year }–v. { $last } { $lastyear }
report-period-week = v. { $week } { $year }
report-period-days = { $first }–{ $last }
report-before-quarter = kvartal { $number }
report-before-same = tiden före
report-day-full = { $day } { $month } { $year }

report-comments = Kommentarer
report-plan = Planen
report-plan-now = Framförhållning, fyllda och klara tider, ansvariga och idéer gäller från i dag. Resten gäller perioden.
report-comments-short = Sidan är inte kopplad, så det finns inga kommentarer att räkna. Planens siffror kommer ändå.
report-comments-none = Inga kommentarer kom under perioden.
report-seen-from = Jag har sett kommentarer sedan { $day }. Det som kom innan är inte med.
report-not-seen = Jag började läsa sidan { $day }, efter den här perioden. Därför har jag inga kommentarer att räkna.
report-before-unknown = Perioden före går inte att jämföra med: jag såg inte hela den.
report-promise = Ni lovar svar { $promise }.
report-late = { $count ->
    [one] 1 kommentar har inte fått svar i tid. Den finns under Kommentarerna bakom.
   *[other] { $count } kommentarer har inte fått svar i tid. De finns under Kommentarerna bakom.
}
report-badge = Svarsfrekvensen är vår egen och gäller kommentarer. Facebooks eget märke gäller privata meddelanden.

report-line = { "*" }{ $label }:* { $value }
report-line-before = { "*" }{ $label }:* { $value } · { $period }: { $before }
report-share-few = { $count } av { $among }
report-share = { $count } av { $among } ({ $percent } %)
report-none = inga
report-nothing = inget att räkna än
report-never = ingen ännu
report-count = { NUMBER($count) }
report-length = { $hours } tim { $minutes } min
report-length-hours = { $hours } tim
report-length-minutes = { $minutes } min
report-length-minute = en minut
report-times = hälften inom { $median }, nio av tio inom { $ninety } (antal { $count }). På arbetstid: inom { $office } och inom { $officeninety }
report-times-short = hälften inom { $median }
report-times-short-of = hälften inom { $median } (antal { $count })
report-days-ahead = { $days ->
    [one] 1 dag
   *[other] { $days } dagar
}
report-days-full = ingen lucka på { $days } dagar
report-fill = { $days } dagar: { $share }
report-weeks = { $ideas ->
    [one] 1 idé
   *[other] { $ideas } idéer
}, räcker till { NUMBER($weeks, minimumFractionDigits: 1, maximumFractionDigits: 1) } veckor
report-weeks-none = { $ideas ->
    [one] 1 idé
   *[other] { $ideas } idéer
}, men inga tider att fylla

report-name-received = Kommentarer
report-name-outside = Utanför arbetstid
report-name-afterwards = Sedda i efterhand
report-name-uncounted = Räknas inte
report-name-rate = Svarsfrekvens
report-name-strict = Strikt svarsfrekvens
report-name-within = Inom löftet
report-name-ongoing = Pågår
report-name-first = Tid till svar
report-name-promised = Vi återkommer
report-name-final = Tid till slutligt svar
report-name-claim = Tid till tagen
report-name-judgement = Tid till bedömning
report-name-runway = Framförhållning
report-name-fill = Fyllda tider
report-name-filled-ready = Klara tider
report-name-owned = Har ansvarig
report-name-stock = Idéförråd
report-name-published = Publicerat
report-name-ready = Klart i tid
report-name-series = Ur serier
report-name-overridden = Klart ändå

report-means-received = Det andra än sidan skrev på våra inlägg. Svar räknas om de nämner sidan, eller om sidan redan har skrivit i tråden.
report-means-outside = Andel som kom när ingen var på arbetet.
report-means-afterwards = Kom fram till mig mer än en timme efter att de skrevs. De räknas med hela sin väntan.
report-means-uncounted = Skrivna av kollegor eller test, säger någon i teamet. De är inte med i någon annan siffra.
report-means-rate = Besvarade av dem som behöver svar och antingen har fått det eller har väntat längre än löftet.
report-means-strict = Besvarade av alla kommentarer direkt på inlägg som har svar eller väntat längre än löftet. De som inte behöver svar är med.
report-means-within = Första svar inom löftet, av lika många som svarsfrekvensen.
report-means-ongoing = Väntar på svar, men löftet håller ännu. De är inte med i svarsfrekvensen.
report-means-first = Från att kommentaren skrevs till sidans första svar, eller till att någon noterade att den hanterats på annat sätt.
report-means-promised = Första svaret var att vi återkommer. Det räknas som svar.
report-means-final = Från att kommentaren skrevs till det svar som avslutade den.
report-means-claim = Från att den kom till Slack till att någon först hade den, själv eller av en kollega.
report-means-judgement = Från akut flagga till att någon bedömt den.
report-means-runway = Dagar från i dag till första luckan. En tid på en ledig dag är ingen lucka.
report-means-fill = Tider framåt som har minst ett utkast med ansvarig. En tid på en ledig dag räknas först när ett inlägg ligger där.
report-means-filled-ready = Tider framåt vars inlägg är klart, av lika många som de fyllda.
report-means-owned = Inlägg de närmaste 60 dagarna som har en ansvarig.
report-means-stock = Lediga idéer, mot hur många tider planen har i veckan.
report-means-published = Inlägg i perioden som har gått ut.
report-means-ready = Periodens inlägg som var klara när tredje arbetsdagen före var slut, av dem som har passerat den dagen.
report-means-series = Periodens inlägg som hör till en serie.
report-means-overridden = Periodens inlägg som huvudansvarig lät vara klara fast något saknades. Skälet står i inläggets historik.

report-behind = Kommentarerna bakom
report-all = Alla siffror
report-table = Tabell (CSV)
report-chart = Diagram
report-earlier = Perioden före
report-asked = Jag ritar diagrammen. De kommer om några sekunder i vårt eget samtal: klicka på mitt namn, så hittar du dem.
report-table-asked = Jag gör tabellen. Den kommer om några sekunder i vårt eget samtal: klicka på mitt namn, så hittar du den.
report-table-ready = Här är tabellen med { $period }: { $file }
report-table-name = siffror

report-head-name = Mått
report-head-value = Värde
report-head-count = Antal
report-head-among = Av
report-head-median = Median (minuter)
report-head-ninety = Nio av tio inom (minuter)
report-head-office-median = Median på arbetstid (minuter)
report-head-office-ninety = Nio av tio inom, på arbetstid (minuter)
report-head-before = Perioden före
report-head-means = Så räknas det
report-head-period = Period
report-head-standing = Läget

report-behind-title = Kommentarerna bakom
report-behind-choose = Välj siffra
report-behind-more = { "*" }Mer* visar allt om kommentaren i Slack, bakom det här fönstret. Stäng det, så ser du.
report-behind-none = Inga kommentarer här.
report-behind-page = { $first }–{ $last } av { $total }
report-behind-next = Nästa
report-behind-back = Tillbaka
report-close = Stäng
report-group-received = Alla ({ $count })
report-group-outside = Utanför arbetstid ({ $count })
report-group-afterwards = Sedda i efterhand ({ $count })
report-group-answered = Besvarade ({ $count })
report-group-kept = Besvarade inom löftet ({ $count })
report-group-slow = Besvarade efter löftet ({ $count })
report-group-late = Obesvarade, löftet är ute ({ $count })
report-group-ongoing = Pågår ({ $count })
report-group-promised = Vi återkommer ({ $count })
report-group-spared = Behöver inget svar ({ $count })
report-group-strict = Bakom strikta svarsfrekvensen ({ $count })
report-group-claimed = Har tagits ({ $count })
report-group-judged = Flaggade och bedömda ({ $count })
report-group-uncounted = Räknas inte ({ $count })

report-chart-title = Kommentarer: { $period }
report-chart-came = Hur många kom, och hur många har svar?
report-chart-came-says = { $count ->
    [0] Inga kommentarer kom.
    [one] 1 kommentar kom. Besvarade: { $answered }.
   *[other] { $count } kommentarer kom. Besvarade: { $answered }. Flest kom { $most }: { $peak }.
}
report-chart-answered = Besvarade
report-chart-open = Utan svar
report-chart-step-day = Dag
report-chart-step-week = Vecka
report-chart-step-month = Månad
report-chart-most-day = { $day }
report-chart-most-week = vecka { $week }
report-chart-most-month = i { $month }
report-chart-spans = Hur snabbt kom svaren?
report-chart-spans-says = { $count ->
    [0] Inga svar ännu.
   *[other] { $kept } av { $count } svar kom inom löftet: { $promise }.
}
report-chart-kept = Inom löftet
report-chart-slow = Efter löftet
report-chart-spans-below = Tid från kommentar till svar
report-chart-span-first = under { $hours } tim
report-chart-span = { $from }–{ $hours } tim
report-chart-span-last = över { $hours } tim
report-chart-hours = När på dygnet skriver folk?
report-chart-hours-says = { $count ->
    [0] Inga kommentarer kom.
   *[other] { $outside } av { $count } kom utanför arbetstid.
}
report-chart-inside = På arbetstid
report-chart-outside = Utanför arbetstid
report-chart-hours-below = Klockslag
report-chart-alt = Tre diagram, { $period }. { $came } { $spans } { $hours }
report-not-drawn = Diagrammen gick inte att rita den här gången. Här är siffrorna i ord; tryck gärna igen om en stund.
report-no-scope = Appen får inte ladda upp filer. Be den som sköter den att lägga till behörigheterna `files:write` och `files:read` och installera den på nytt. Här är siffrorna i ord i stället.
report-not-taken = Slack tog inte emot filen. Fråga den som sköter arbetsytan om uppladdade filer är tillåtna. Här är siffrorna i ord i stället.
report-too-late = Slack svarade inte, så filen blev inte av. Här är siffrorna i ord; tryck gärna igen om en stund.

report-draft = Här är { $period } i siffror. Läs igenom, och välj sedan om planens kanal ska få den. Siffrorna räknas på nytt när du skickar.
report-draft-channel = { $period } är slut och siffrorna finns. Ni har ingen huvudansvarig, så vem som helst i teamet kan läsa dem och skicka dem hit.
report-draft-late = Den kommer sent, för jag var inte igång.
report-read = Läs siffrorna
report-send = Skicka till kanalen
report-send-after-all = Skicka ändå
report-skip = Inte den här månaden
report-sent-by = { $who } skickade siffrorna för { $period } till kanalen.
report-skipped-by = { $who } valde att inte skicka siffrorna för { $period }. `/{ $prefix }report` visar dem när du vill.
report-sent-head = { $who } delar { $period } i siffror.

refusal-period-unreadable = Jag förstår inte perioden ”{ $text }”. Skriv till exempel `november`, `2026-11`, `q3`, `2026`, `v. 40-47` eller `förra månaden`.
refusal-period-ahead = Den perioden har inte börjat, så det finns inget att räkna. Skriv en som har börjat, till exempel `förra månaden`.
refusal-period-too-long = Den perioden är för lång. Ta högst två år, till exempel `2026` eller `q3`.
refusal-report-decided = Det är redan bestämt om den rapporten.
