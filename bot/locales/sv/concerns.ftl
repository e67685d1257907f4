### Det här frågar invånarna om: vilken verksamhet en kommentar gäller, listan, texten att skicka.

concern-open = Gäller en verksamhet
concern-open-hint = För månadens lista över vad invånarna frågar om, utan namn.
concern-title = Gäller en verksamhet
concern-unit = Vilken verksamhet?
concern-nobody = Ingen (ta bort)
concern-note = Vad frågar de om?
concern-note-hint = Kort och med era egna ord, till exempel ”öppettider i jul”. Inga namn.
concern-change = Ändra
concern-saved = Noterat: den gäller *{ $unit }*. Listan finns med `/{ $prefix }comments frågor`.
concern-dropped = Noterat: den gäller ingen särskild verksamhet.
concern-list = Det här frågar invånarna om
concern-list-intro = Kommentarer som ni har märkt med en verksamhet, under Mer. Inga namn, och bara era egna ord.
concern-month = { $count ->
    [0] *{ $month }*: inget är märkt med en verksamhet
    [one] *{ $month }*: 1 kommentar
   *[other] *{ $month }*: { NUMBER($count) } kommentarer
}
concern-of-unit = { "*" }{ $unit }*: { NUMBER($count) } ({ $state })
concern-state-open = inte skickat än
concern-state-sent = skickat, inget svar än
concern-state-answered = har svarat
concern-line = • { $text } ({ NUMBER($count) })
concern-under = • under inlägget ”{ $post }” ({ NUMBER($count) })
concern-ready-open = Text att skicka
concern-ready =
    Hej!

    I { $month } fick vi { $count ->
        [one] 1 kommentar
       *[other] { NUMBER($count) } kommentarer
    } på Facebook som gäller er.
concern-ready-notes = Det här frågade invånarna om:
concern-ready-posts = De skrev under de här inläggen:
concern-ready-end = Finns det något ni vill ändra, eller svara på gemensamt? Hör av er, så hjälper vi till.
concern-send = Klart att skicka till *{ $unit }*. Kopiera texten och skicka den själv, för det gör inte jag:
concern-sent = Jag har skickat det
concern-sent-said = Noterat: *{ $unit }* har fått veta.
concern-unsent-said = Ändrat: *{ $unit }* har inte fått det än.
concern-answer = Notera deras svar
concern-answer-title = Verksamhetens svar
concern-answer-of = Vad svarade *{ $unit }*?
concern-answer-text = Svaret i korthet
concern-answer-hint = Vad de ändrar, eller varför inte. Inga namn på invånare.
concern-answered = Noterat vad *{ $unit }* svarade:

comment-act-concerns = märkte vilken verksamhet den gäller
comment-act-concerns-nobody = tog bort märkningen med verksamhet

refusal-concern-no-units = Ni har inga verksamheter än. Lägg till en under inställningarna, Verksamheter som får beröm.
refusal-concern-unit = Välj vilken verksamhet det gäller.
refusal-concern-nothing = Det finns inget märkt för den verksamheten i den månaden längre.
refusal-concern-answer = Skriv några ord om vad de svarade.
