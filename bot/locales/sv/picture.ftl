### Bilden av planen: ord i bilden, beskrivningen för den som inte ser den, svaren.

picture-title = Planen { $moment }
picture-span = Åtta veckor, { $first } till { $last }.
picture-clock = { $hour }.{ NUMBER($minute, minimumIntegerDigits: 2) }
picture-more = +{ $count } till
picture-look-ready = Klart
picture-look-draft = Utkast
picture-look-late = Skulle gått ut
picture-look-published = Publicerat
picture-look-gap = LUCKA
picture-look-asks = Ledig dag
picture-look-empty = Lämnas tom

picture-alt = Planen som kalender, { $moment }. { $span }
picture-posts = { $count ->
    [0] Inga inlägg
    [one] 1 inlägg
   *[other] { $count } inlägg
}
picture-count-ready = { $count ->
    [one] 1 klart
   *[other] { $count } klara
}
picture-count-draft = { $count } utkast
picture-count-late = { $count } som skulle ha gått ut
picture-count-published = { $count ->
    [one] 1 publicerat
   *[other] { $count } publicerade
}
picture-count-asks = { $count ->
    [one] 1 tid på en ledig dag
   *[other] { $count } tider på lediga dagar
}
picture-count-empty = { $count ->
    [one] 1 tid som lämnas tom
   *[other] { $count } tider som lämnas tomma
}
picture-besides = Dessutom { $slots }.
picture-gaps = { $count ->
    [one] 1 lucka: { $gaps }.
   *[other] { $count } luckor: { $gaps }.
}
picture-gaps-more = och { $count } till
picture-no-gaps = Inga luckor.

picture-button = Visa som bild
picture-asked = Jag ritar planen. Bilden kommer om några sekunder i vårt eget samtal: klicka på mitt namn, så hittar du den.
picture-not-drawn = Bilden gick inte att rita den här gången. Här är planen i ord i stället; skriv gärna igen om en stund.
picture-no-scope = Appen får inte ladda upp bilder. Be den som sköter den att lägga till behörigheterna `files:write` och `files:read` och installera den på nytt. Här är planen i ord i stället.
picture-not-taken = Slack tog inte emot bilden. Fråga den som sköter arbetsytan om uppladdade filer är tillåtna. Här är planen i ord i stället.
picture-too-late = Slack svarade inte, så bilden blev inte av. Här är planen i ord i stället; skriv gärna igen om en stund.
