### Reservinlägg, och det som gick för ett år sedan.

reserve-title = Reservinlägg
reserve-stock = { $count ->
    [one] 1 reservinlägg ligger färdigt.
   *[other] { $count } reservinlägg ligger färdiga.
}
reserve-stock-low = { $count ->
    [0] Inget av { $wanted } reservinlägg är på plats än. Lägg gärna undan ett som passar när som helst.
   *[other] { $count } av { $wanted } reservinlägg är på plats. Lägg gärna undan ett till som passar när som helst.
}
reserve-stale = { $count ->
    [one] 1 är äldre än ett halvår: titta gärna igenom det.
   *[other] { $count } är äldre än ett halvår: titta gärna igenom dem.
}
reserve-open = Visa reserven
reserve-add = Nytt reservinlägg
reserve-more = { $count ->
    [one] … och 1 till, som någon har tittat på nyligen.
   *[other] … och { $count } till, som någon har tittat på nyligen.
}
reserve-means = Ett reservinlägg är helt färdigt och passar när som helst. När en lucka är nära föreslår jag reserven först.
reserve-form-title = Reservinlägg
reserve-form-intro = Skriv det så färdigt att det kan gå ut redan i dag.
reserve-outlets-hint = Lämna tomt om det passar överallt.
reserve-kept = *{ $title }* ligger i reserven.
reserve-removed = *{ $title }* är ute ur reserven och är en vanlig idé igen.
reserve-checked = Tack! *{ $title }* är genomläst och ligger kvar i reserven.
reserve-undo = Ångra
reserve-remove = Ta ur reserven
reserve-remove-says = Ta { $title } ur reserven
reserve-change-says = Ändra { $title }
reserve-good = Fortfarande bra
reserve-good-says = Fortfarande bra: { $title }
reserve-age = genomläst för { $age } sedan
reserve-look = titta gärna igenom det
reserve-in = ligger i reserven
reason-reserve = ligger färdigt i reserven
idea-menu-reserve = Lägg i reserven
idea-routed-several = hör hemma i flera kanaler

refusal-reserve-gone = Det inlägget ligger inte i reserven längre. Visa reserven igen, så ser du vad som finns.
refusal-reserve-lacks = { $need ->
    [text] Texten saknas. Ett reservinlägg behöver vara helt färdigt.
    [alt] Alt-texten till bilden saknas.
    [reason] Skriv varför bilden inte behöver någon alt-text.
    [captions] Filmen saknar textning. Texta den, eller välj att den är utan tal.
    [description] Beskriv vad som händer i filmen, som är utan tal.
   *[decision] Barn och patienter kräver ett beslut varje gång. Välj en annan bild, eller planera inlägget på vanligt sätt.
}

reuse-year-ago = För ett år sedan: { $title } – uppdatera?
reuse-season = Från förra gången: { $title } – uppdatera?
reuse-ran = gick { $day }
reuse-praise = { $count ->
    [one] 1 kommentar med beröm
   *[other] { $count } kommentarer med beröm
}
reuse-made-of = Bygger på *{ $title }* från { $day }. Uppdatera texten innan det går ut.
reuse-source = Bygger på *{ $title }* från { $day }.

refusal-still-fresh = ”{ $title }” har gått nyligen eller är redan planerat igen. Välj något annat till den luckan.
