### Hemfliken.

home-hello = Hej { $name }!
home-bar = { $bar } { $days } av { $horizon } dagar utan lucka
home-fill-title = Fyllda tider
home-fill = { $days } dagar: { $filled } av { $wanted } ({ $share } %), { $ready ->
    [0] ingen klar
    [one] varav 1 klar
   *[other] varav { $ready } klara
}
home-fill-few = { $days } dagar: { $filled } av { $wanted }, { $ready ->
    [0] ingen klar
    [one] varav 1 klar
   *[other] varav { $ready } klara
}
home-fill-none = { $days } dagar: inga tider att fylla
home-fill-means = En tid är fylld när den har minst ett utkast med en ansvarig. En tid på en ledig dag räknas först när ett inlägg ligger där.
home-new-idea = Ny idé
home-mine = Dina inlägg
home-mine-none = Du har inget planerat just nu. Ta gärna en lucka, eller spara en idé.
home-more = … och { $count } till. De står under sin vecka.
home-comments-title = Dina kommentarer
home-comments-more = … och { $count } till. Skriv `/{ $prefix }comments mina` så ser du alla dina.
home-comments-none = Du har ingen kommentar just nu.
home-comments = { $count ->
    [0] Inga kommentarer väntar på svar. Skönt!
    [one] 1 kommentar väntar på svar. Skriv `/{ $prefix }comments` så ser du den.
   *[other] { $count } kommentarer väntar på svar. Skriv `/{ $prefix }comments` så ser du dem.
}
home-earlier = Tidigare veckor
home-later = Senare veckor
home-page = De närmaste åtta veckorna, sida { $page } av { $pages }.
home-steps-title = Kom i gång: { $done } av { $all } steg gjorda
home-step-done = ✔ Gjort: { $step }
home-step-open = ○ Att göra: { $step }. { $how }
home-step-team = säg vem som är huvudansvarig
home-step-idea = spara en idé
home-step-plan = planera ett inlägg
home-step-ready = markera ett inlägg som klart
home-step-fill = fyll de närmaste två veckorna
home-step-comment = ta en kommentar
home-how-team = Skriv `/{ $prefix }lucka inställningar`.
home-how-idea = Skriv `/{ $prefix }idea Så bokar du vaccin`.
home-how-plan = Skriv `/{ $prefix }plan { $weekday } 11.00 Öppet hus`.
home-how-ready = Det finns i menyn vid varje inlägg.
home-how-fill = Välj Fyll vid en lucka här nedanför.
home-how-comment = Sätt 👀 på en kommentar när den kommer i Slack.
home-updated = Så ser det ut { $clock }. Öppna fliken igen så uppdateras den.
