### Årshjulet: temadagar och säsonger som blir idéer i god tid.

wheel-title = { $count ->
    [one] Årshjulet: 1 temadag
   *[other] Årshjulet: { $count } temadagar och säsonger
}
wheel-empty =
    Årshjulet är tomt. Här kan ni lägga temadagar och säsonger som kommer varje år. Varje år blir de idéer i idébanken i god tid, och ni bestämmer vad det blir av dem.
    Startpaketet har dagar som brukar passa en svensk region. Datum kan ändras: stäm av dem varje år, och ta bort det ni inte vill ha.
wheel-starter = { $count ->
    [one] Lägg in ett startpaket med 1 temadag
   *[other] Lägg in ett startpaket med { $count } temadagar
}
wheel-started = { $count ->
    [one] Nu finns 1 temadag i årshjulet. `{ $command } årshjul` visar den. Stäm av datumet varje år.
   *[other] Nu finns { $count } temadagar i årshjulet. `{ $command } årshjul` visar dem. Stäm av datumen varje år, och ta bort det ni inte vill ha.
}
wheel-taken-back = { $count ->
    [one] 1 temadag är borta ur årshjulet igen. Det ni har ändrat är kvar.
   *[other] { $count } temadagar är borta ur årshjulet igen. Det ni har ändrat är kvar.
}
wheel-verify = Temadagar kan byta datum: stäm av dem varje år.
wheel-add = Ny temadag
wheel-change = Ändra
wheel-remove = Ta bort
wheel-saved = Sparad i årshjulet: *{ $label }*, { $when }.
wheel-removed = *{ $label }* är borta ur årshjulet. Idéer som redan har blivit av ligger kvar.
wheel-ideas-made = { $count ->
    [one] 1 ny idé ligger redan i idébanken, för den tiden är nära.
   *[other] { $count } nya idéer ligger redan i idébanken, för de tiderna är nära.
}
wheel-next = nästa gång { $day }
wheel-since = pågår sedan { $day }
wheel-idea-before = blir en idé { $lead } före
wheel-weeks = v. { $first }–{ $last }
wheel-weekday = { $weekday } v. { $week }
wheel-nth = { $nth } { $weekday }en i { $month }
wheel-ordinal = { $number ->
    [1] första
    [2] andra
    [3] tredje
    [4] fjärde
    [5] femte
   *[0] sista
}
wheel-lead = { $count ->
    [one] 1 vecka
   *[other] { $count } veckor
}
wheel-lead-days = { $count ->
    [one] 1 dag
   *[other] { $count } dagar
}
wheel-form-new = Ny temadag
wheel-form-change = Ändra temadagen
wheel-form-title = Vad heter den?
wheel-form-when = När är den varje år?
wheel-form-when-hint = Till exempel 14/11, lördag v. 43, tredje tisdagen i oktober, v. 7–9, november, eller en regel som FREQ=YEARLY;BYMONTH=5;BYDAY=-1SU.
wheel-form-lead = Hur långt före ska den bli en idé?
wheel-form-lead-hint = Till exempel 8 veckor eller 10 dagar, högst ett halvår.
wheel-form-outlet = Passar i kanalen
wheel-no-outlet = Ingen särskild

wheel-head-label = Temadag
wheel-head-when = När
wheel-head-lead = Framförhållning
wheel-head-outlet = Kanal
wheel-head-tags = Taggar
wheel-head-note = Anteckning
wheel-line = Rad { $line }: { $why }

idea-from-wheel = från årshjulet
pack-ideas-more = { $count ->
    [one] … och 1 till. `/{ $prefix }idea att fördela` visar alla.
   *[other] … och { $count } till. `/{ $prefix }idea att fördela` visar alla.
}
pack-themes = *Snart: temadagar*
home-ideas-open = Visa idéerna

refusal-wheel-when = ”{ $text }” kan jag inte läsa som en tid som kommer varje år. Skriv till exempel 14/11, lördag v. 43, tredje tisdagen i oktober, v. 7–9 eller november.
refusal-wheel-rule = Regeln ”{ $rule }” går inte att använda. Den ska börja med FREQ=YEARLY och ge högst en dag om året. Till exempel: FREQ=YEARLY;BYMONTH=5;BYDAY=-1SU.
refusal-wheel-label-taken = Det finns redan en temadag som heter så i årshjulet. Ändra den, eller välj ett annat namn.
refusal-wheel-lead = ”{ $text }” kan jag inte läsa som en framförhållning. Skriv till exempel 8 veckor eller 10 dagar, högst 26 veckor.
refusal-wheel-full = Årshjulet rymmer { $most } temadagar. Ta bort någon först.
refusal-wheel-not-empty = Årshjulet är inte tomt längre, så startpaketet läggs inte in. Lägg till de temadagar ni saknar.
refusal-wheel-gone = Den temadagen finns inte kvar i årshjulet, eller har redan lagts tillbaka. Visa årshjulet igen, så ser du hur det är nu.
refusal-wheel-outdated = Någon har ändrat temadagen medan du skrev. Kopiera det du skrivit, stäng och öppna den igen.
refusal-wheel-table = Filen går inte att läsa som ett årshjul. En tabell (CSV) ska ha rubrikerna Temadag och När på första raden; en kalender ska vara en .ics-fil. Högst 1 MB.
refusal-wheel-outlet = Kanalen ”{ $outlet }” finns inte. Skriv namnet som det står i inställningarna, eller lämna rutan tom.
refusal-wheel-twice = ”{ $label }” står redan i filen, eller så är det fler än { $most }. Ta bort raden eller ge den ett annat namn.
