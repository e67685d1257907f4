### Idébanken: spara, hitta, ändra, fördela.

idea-kept = Sparad: *{ $title }*
idea-kept-again = Den har du redan sparat: *{ $title }*
idea-changed = Ändrad: *{ $title }*
idea-dropped = Ångrat: *{ $title }* är borta ur idébanken.
idea-plan = Planera
idea-plan-says = Planera { $title }
idea-change = Ändra
idea-undo = Ångra
idea-keep-again = Spara ändå
idea-keep-search = Spara som ny idé

idea-list = Idébanken
idea-list-search = Idéer om ”{ $text }”
idea-list-empty = Idébanken är tom än så länge. Skriv `{ $command } Höstlov på museet` så sparar jag den första.
idea-list-none = Ingen idé om ”{ $text }” än.
idea-more = Visa fler
idea-age = för { $age } sedan
idea-planned = planerad { $day }
idea-source = meddelandet

idea-form-new = Ny idé
idea-form-change = Ändra idén
idea-form-save = Spara
idea-form-close = Avbryt
idea-form-name = Vad handlar den om?
idea-form-note = Anteckning
idea-form-hint = Bakgrund, länkar, vem man kan fråga.
idea-form-source = En länk till meddelandet sparas med idén.

idea-usage =
    Så kan du skriva:
    • `{ $command } Höstlov på museet` sparar en idé: första raden blir rubriken, resten en anteckning
    • `{ $command }` öppnar formuläret
    • `{ $command } lista` visar idébanken
    • `{ $command } Boka tid #vaccin` sätter taggen vaccin, och `{ $command } lista #vaccin` visar alla med den
    • `{ $command } att fördela` visar idéer som väntar på beslut: vart hör de hemma?
    • `{ $command } årshjul` visar temadagar och säsonger, som blir idéer i god tid varje år
    • `{ $command } reserv` visar reservinläggen: helt färdiga inlägg att ta till när något faller bort
    • `{ $command } sök museet höst` hittar idéer, med orden i vilken ordning som helst

refusal-note-too-long = Anteckningen är { $length } tecken. Korta den till högst { $limit }, och länka gärna till resten.
refusal-idea-gone = Den idén finns inte kvar i idébanken.
refusal-idea-outdated = Någon har ändrat idén medan du skrev. Kopiera det du skrivit, stäng och öppna den igen.
refusal-idea-taken = Den idén är redan planerad. Välj en annan, eller planera utan idé.
refusal-idea-planned = Den idén är planerad. Ställ in inlägget först om den ska bort.

idea-where = Vart hör *{ $title }* hemma?
idea-where-now = Vart hör den hemma?
idea-outlet = Kanal
idea-outlet-says = Till { $outlet }: { $title }
idea-not-now = Inte nu
idea-later-week = Om en vecka
idea-later-month = Om en månad
idea-later-summer = Efter sommaren
idea-no = Nej
idea-no-says = Nej till { $title }
idea-no-title = Nej till idén
idea-no-about = *{ $title }* blir inte av. Varför?
idea-no-reason = Skäl
idea-no-hint = Den som kom med idén får läsa det.
idea-no-save = Säg nej
idea-no-told =
    Tack för idén *{ $title }*! Den här gången blev det nej. { $who } skriver:
    { $reason }
    Idén ligger kvar i idébanken. Prata gärna med { $who } om du vill ta upp den igen.
idea-no-back = Idén *{ $title }* är med i leken igen: { $who } ångrade sitt nej.
idea-decided = *{ $title }*: { $standing }
idea-undecided = Ångrat: *{ $title }* är som den var före beslutet.
idea-inbox = { $count ->
    [0] Inga idéer väntar på beslut
    [one] 1 idé väntar på beslut
   *[other] { $count } idéer väntar på beslut
}
idea-inbox-more = { $count ->
    [one] … och 1 till. Den visas när de här är klara.
   *[other] … och { $count } till. De visas när de här är klara.
}
idea-routed = hör hemma i kanalen { $outlet }
idea-later-until = inte nu, tas upp igen { $day }
idea-said-no = nej: { $reason }
idea-waits = väntar på beslut
idea-votes = { $count ->
    [one] 1 röst
   *[other] { $count } röster
}
idea-vote = { $count ->
    [0] 👍
   *[other] 👍 { $count }
}
idea-vote-says = Rösta på { $title }, eller ta tillbaka din röst
idea-menu-change = Ändra
idea-menu-route = Vart hör den hemma?
idea-menu-drop = Ta bort
idea-season-by = senast { $day }

idea-form-tags = Taggar
idea-form-tags-hint = Ord att hitta idén på, till exempel #vaccin #vård.
idea-form-outlets = Passar i kanalen
idea-form-season = När passar den?
idea-form-season-hint = Till exempel 13 december, v. 50, höst, juni–augusti eller senast 1 mars.

reason-outlet = passar { $outlet }
reason-season = hör till { $season }
reason-theme-day = temadagen är { $day }
reason-variety = inget annat om { $tag } den veckan
reason-age = från { $since }

refusal-season-unreadable = ”{ $text }” kan jag inte läsa som en tid på året. Skriv till exempel 13 december, v. 50, höst eller senast 1 mars.
refusal-season-past = ”{ $text }” har redan varit. Skriv en senare tid, eller lämna fältet tomt.
refusal-idea-routed = Någon hann före: den idén är redan planerad eller beslutad. Visa idébanken igen, så ser du hur det blev och kan ändra det i idéns meny.
refusal-reason-missing = Skriv varför, så att andra förstår.
refusal-reason-too-long = Skälet är { $length } tecken. Korta det till högst { $limit }.
