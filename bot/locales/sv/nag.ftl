### Luckor och påminnelsen om dem.

gap-named = *{ $day }*, { $outlet } { $clock }
gap-fill-anyway = Publicera ändå
gap-plan-idea = Planera en idé här
fitting-line = Passar: { $offer }
fitting-take = Ta den
fitting-take-says = Planera { $title } här
gap-take = Jag tar den
gap-take-says = Jag tar luckan { $day }
gap-leave-empty = Lämna tom
gap-move = Flytta
gap-said-moved = { $outlet }: tiden { $old } är flyttad till { $new } { $clock }, den närmaste arbetsdagen som har plats.
gap-said-moved-back = { $outlet }: tiden ligger på den lediga dagen igen.
gap-leave-empty-says = Lämna { $day } tom
gap-later = Påminn igen { $day }
gap-working-title = Inlägg av { $name }
gap-undo = Ångra
gap-said-empty = { $gap }, lämnas tom.
gap-said-later = Jag påminner igen { $day } om { $gap }.
gap-said-restored = { $gap }, är en lucka igen.

refusal-gap-gone = Den luckan finns inte längre. Visa planen igen, så ser du hur det är nu.
refusal-gap-filled = Den luckan är redan fylld: där ligger ”{ $title }”.
refusal-gap-left-empty = Den tiden ska lämnas tom, det är bestämt. Vill du ha ett inlägg där ändå? Planera det med dag och rubrik.
refusal-gap-later = Då har dagen redan varit. Fyll luckan nu, eller lämna den tom.
refusal-gap-not-marked = Det är redan ångrat: luckan är en vanlig lucka igen.

nag-title = { $count ->
    [one] 1 lucka { $days ->
        [14] de närmaste två veckorna
       *[other] de närmaste { $days } dagarna
    }
   *[other] { $count } luckor { $days ->
        [14] de närmaste två veckorna
       *[other] de närmaste { $days } dagarna
    }
}
nag-title-asks = { $count ->
    [one] 1 tid på en ledig dag att bestämma om
   *[other] { $count } tider på lediga dagar att bestämma om
}
nag-done = { $days ->
    [14] Inga luckor kvar de närmaste två veckorna. Tack!
   *[other] Inga luckor kvar de närmaste { $days } dagarna. Tack!
}
nag-put-off = { $count ->
    [one] Klart för i dag. 1 lucka kommer upp igen senare.
   *[other] Klart för i dag. { $count } luckor kommer upp igen senare.
}
nag-fits = Passar:
nag-more = { $count ->
    [one] … och 1 lucka till, { $day }. Skriv `/{ $prefix }plan luckor` så ser du alla.
   *[other] … och { $count } luckor till fram till { $day }. Skriv `/{ $prefix }plan luckor` så ser du alla.
}
nag-more-asks = { $count ->
    [one] … och 1 tid till på en ledig dag, { $day }. Skriv `/{ $prefix }plan luckor` så ser du alla.
   *[other] … och { $count } tider till på lediga dagar fram till { $day }. Skriv `/{ $prefix }plan luckor` så ser du alla.
}
nag-asks = { $kind ->
    [red] { $gap }, är röd dag ({ $name }): publicera ändå, flytta eller lämna tom?
    [own] { $gap }, är ni lediga ({ $name }): publicera ändå, flytta eller lämna tom?
   *[eve] { $gap }, är { $name }, då ingen är på plats: publicera ändå, flytta eller lämna tom?
}
nag-settled = Klart i dag
nag-settled-more = … och { $count } till.
nag-filled = { $gap }. Fylld: { $title }
nag-filled-by = { $gap }. Fylld: { $title } ({ $who })
nag-left-empty = { $gap }. Lämnas tom ({ $who })
nag-postponed = { $gap }. Påminner igen { $day } ({ $who })
nag-passed = { $gap }. Tiden har gått.

nag-direct = { $count ->
    [one] Om 1 närmare lucka frågar jag någon direkt.
   *[other] Om { $count } närmare luckor frågar jag någon direkt.
}
nag-direct-done = Klart för i dag. Tack för hjälpen!
nag-own = Hej! Du har hand om veckodagen.
nag-cover = Hej! Jag frågar dig för att du leder teamet, eller är ersättare i dag.
nag-gentle-title = { $count ->
    [one] 1 lucka att titta på
   *[other] { $count } luckor att titta på
}
nag-gentle = { $count ->
    [one] Titta på luckan när du hinner. Kanske passar en idé, eller så får den vara tom.
   *[other] Titta på luckorna när du hinner. Kanske passar en idé, eller så får någon vara tom.
}
nag-clear-title = { $count ->
    [one] 1 lucka som är nära
   *[other] { $count } luckor som är nära
}
nag-clear = { $count ->
    [one] Kan du fylla luckan? Det går lika bra att lämna den tom, eller att jag frågar igen senare.
   *[other] Kan du fylla luckorna? Det går lika bra att lämna någon tom, eller att jag frågar igen senare.
}
nag-insistent-title = { $count ->
    [one] 1 lucka behöver ett beslut
   *[other] { $count } luckor behöver ett beslut
}
nag-insistent = { $count ->
    [one] Luckan är nära och fortfarande öppen. Bestäm gärna i dag. Att lämna den tom är också ett bra svar.
   *[other] Luckorna är nära och fortfarande öppna. Bestäm gärna i dag. Att lämna någon tom är också ett bra svar.
}
