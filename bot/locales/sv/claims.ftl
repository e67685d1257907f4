### Vem som har en kommentar: lämna över, ta över, lämna vidare, inget svar behövs.

comment-hand-over = Lämna över
comment-hand-over-hint = Ge kommentaren till en kollega. Kollegan får veta det och kan säga nej.
comment-hand-over-form = Lämna över
comment-hand-over-do = Lämna över
comment-hand-over-person = Vem ska ha den?
comment-hand-over-person-hint = Kollegan får ett privat ord med kommentaren och kan säga nej med ett klick.
comment-away = Borta nu:
comment-sos = 🆘 Ta över
comment-sos-hint = Lämna den till en kollega. Du behöver inte säga varför, och jag säger inte att det var du.
comment-take-over = Ta över den
comment-take-over-hint = Ta den från kollegan som har den. Kollegan får veta det.
comment-unneed = Inget svar behövs
comment-unneed-hint = Avsluta den utan svar, med en orsak.
comment-unneed-form = Inget svar behövs
comment-unneed-do = Avsluta
comment-unneed-reason = Varför behövs inget svar?
comment-unneed-reason-hint = Något annat skäl? Då är den obesvarad tills någon svarar.
comment-unneed-friend-tag = Någon taggar bara en vän
comment-unneed-emoji = Bara en emoji
comment-unneed-rhetorical = Retorisk, ingen fråga till oss
comment-unneed-answered = Redan besvarad av någon annan
comment-was-me = Det var jag
comment-was-me-hint = Sätt ditt namn på sidans svar på Facebook.
comment-was-not-me = Det var inte jag
comment-was-not-me-hint = Ta bort ditt namn från sidans svar.
comment-uncount = Räkna inte med
comment-uncount-hint = Skriven av en kollega, eller ett test? Då väntar den inte på svar och räknas inte i siffrorna.
comment-count = Räkna med
comment-count-hint = Låt den räknas i siffrorna igen.
comment-decline = Nej, inte jag
comment-take-back = Ta tillbaka

comments-was-me = Det var jag
comments-was-not-me = Det var inte jag
comments-waits-needs-colleague = Behöver en kollega
comments-waits-lapsed = Tillbaka i kanalen: den hann inte få något svar
comments-reason-friend-tag = taggar bara en vän
comments-reason-emoji = bara en emoji
comments-reason-rhetorical = retorisk
comments-reason-answered = redan besvarad av någon annan
comments-reason-uncounted = internt eller ett test, räknas inte
comments-uncounted = Räknas inte, internt eller ett test: { $who } { $when }
comments-did-passed-on = Lämnad vidare: { $author } på { $post }. Den väntar på en kollega, och du behöver inte säga varför.
comments-did-unneeded = Inget svar behövs: { $author } på { $post }
comments-did-was-me = Svaret står på dig nu: { $author } på { $post }
comments-did-was-not-me = Svaret står inte på dig längre: { $author } på { $post }
comments-did-uncounted = Räknas inte i siffrorna och väntar inte på svar: { $author } på { $post }
comments-did-counted = Räknas i siffrorna igen: { $author } på { $post }

comment-handed = { $who } har lämnat över en kommentar till dig. Säg nej om det inte passar, så väntar den i kanalen igen.
comment-handed-over = { $who } har den nu och har fått veta det.
comment-handed-away = Tänk på frånvaron. { $line }
comment-declined = Du har sagt nej. Kommentaren väntar i kanalen igen.
comment-returned = { $who } kan inte ta den. Kommentaren väntar i kanalen igen.
comment-took = Du har den nu. { $who } får veta det.
comment-taken-from = { $who } har tagit över en kommentar som du hade. Du behöver inte göra något mer.
comment-regained = { $who } ångrade sig. Du har kommentaren igen.
comment-gave-back = Ångrat. { $who } har den igen och får veta det.
comment-lapsed-owner = { $count ->
    [one] En kommentar som du hade tagit väntar i kanalen igen, för den fick inget svar på { $hours } arbetstimmar. Ta den igen om du håller på med den.
   *[other] { $count } kommentarer som du hade tagit väntar i kanalen igen, för de fick inget svar på { $hours } arbetstimmar. Ta dem igen om du håller på med dem.
}
comment-lapsed = { $count ->
    [one] En kommentar är tillbaka i kanalen, för den fick inget svar på { $hours } arbetstimmar. Vem tar den?
   *[other] { $count } kommentarer är tillbaka i kanalen, för de fick inget svar på { $hours } arbetstimmar. Vem tar dem?
}

comment-act-lucka = Jag
comment-act-handed-over = lämnade över den
comment-act-handed-over-to = lämnade över den till { $to }
comment-act-declined = sa nej till den
comment-act-passed-on = lämnade den vidare
comment-act-taken-over = tog över den
comment-act-given-back = gav tillbaka den
comment-act-lapsed = la tillbaka den i kanalen
comment-act-unneeded = såg att inget svar behövs
comment-act-was-me = satte sitt namn på sidans svar
comment-act-was-not-me = tog bort sitt namn från sidans svar
comment-act-uncounted = lämnade den utanför siffrorna
comment-act-counted = lät den räknas igen

lapsing-title = Det som blir liggande
lapsing-now = En tagen kommentar som inte fått svar på { $hours } arbetstimmar väntar i kanalen igen.
lapsing-now-never = Den som tar en kommentar har den tills den är klar.
lapsing-now-second = Frågan om att dölja eller ta bort ställs två gånger. Svarar ingen på { $hours } arbetstimmar tas den tillbaka, och kommentaren står kvar.
lapsing-after = När ska en tagen kommentar släppas?
lapsing-after-hint = Räknat i teamets arbetstid, utan svar på sidan. Den som hade den får veta det.
lapsing-second = När ska en fråga om att dölja tas tillbaka?
lapsing-second-hint = När halva tiden har gått frågar jag en gång till. Den som frågade får veta hur det gick.
lapsing-hours = { $hours ->
    [8] Efter 8 arbetstimmar (ungefär en dag)
    [40] Efter 40 arbetstimmar (ungefär en vecka)
   *[other] Efter { $hours } arbetstimmar
}
lapsing-never = Aldrig
lapsing-saved = Sparat. Så här är det nu:

refusal-comment-answer-taken = { $who } har redan sagt att svaret var hens. Prata med varandra om det blev fel.
refusal-comment-handed-to-self = Det är du själv. Välj en kollega.
refusal-comment-not-yours = Du har inte den kommentaren längre, så du behöver inte göra något.
refusal-comment-undo-late = Nu går det inte att ångra längre. Lämna över den i stället: tryck på *Mer* under kommentaren.
refusal-receiver-not-member = Bara kollegor i arbetsytan kan få en kommentar. Välj någon som inte är gäst eller app.
refusal-receiver-not-in-team = Den personen är inte med i innehållsteamet. Välj någon i teamet, eller be huvudansvarig att lägga till personen under inställningarna.
