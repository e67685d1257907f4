### Jämförelse: andra sidor bredvid vår, räknade för hand.

manifest-compare = Andra sidors siffror bredvid era, räknade för hand
manifest-compare-hint = [lägg till | csv]

peers-title = Andra sidor bredvid vår
peers-intro = Andra sidor räknar ni själva. Jag läser aldrig någon annans sida. Vår egen rad räknas på samma sätt: alla kommentarer direkt på inlägg, även de som inte behöver svar.
peers-none = Inga sidor än. Välj tre till fem att jämföra med, räkna dem för hand och skriv in siffrorna, eller lämna en tabell. Jag läser aldrig någon annans sida.
peers-few = En jämförelse säger mest med { $fewest } till { $most } sidor.
peers-new = Lägg till sida
peers-paste = Lämna en tabell
peers-remove = Ta bort
peers-form-new = Ny sida
peers-form-change = Ändra räkningen
peers-form-paste = Lämna en tabell
peers-paste-intro = Raderna ur Excel eller en CSV-fil, med rubrikerna överst: `Sida`, `Period`, `Följare`, `Inlägg`, `Kommentarer`, `Besvarade`, `Mediantid`, `Räknad`, `Av`, `Hur`. Bara `Sida` och `Period` måste finnas. En sida som redan är med får sin räkning ändrad.
peers-table = Tabell
peers-file = Eller tabellen som fil
peers-name = Sida
peers-period = Period
peers-period-hint = Som i rapporten: november, q3, 2026-11-01–2026-11-15.
peers-followers = Följare
peers-posts = Inlägg under perioden
peers-comments = Kommentarer på dem
peers-answered = Besvarade av kommentarerna
peers-answered-hint = Antal, inte procent.
peers-median = Mediantid till svar, i timmar
peers-median-hint = Hälften fick svar inom så många timmar, till exempel 1,5.
peers-counted = Räknad den
peers-counted-by = Räknad av
peers-how = Hur ni räknade
peers-saved = Sparat: { $names }.
peers-removed = { $name } är borta ur jämförelsen.
peers-restored = { $name } är med igen.
peers-ours = Vår sida
peers-ours-unknown = Vår sida: jag läste den inte under hela perioden, så det finns ingen egen rad.
peers-row = { "*" }{ $name }:* { $figures }
peers-nothing = inget räknat
peers-count-followers = { NUMBER($count) } följare
peers-count-posts = { $count ->
    [one] 1 inlägg
   *[other] { NUMBER($count) } inlägg
}
peers-count-comments = { $count ->
    [one] 1 kommentar
   *[other] { NUMBER($count) } kommentarer
}
peers-count-answered = besvarade: { $share }
peers-source = Räknad { $day } av { $who }
peers-old = gammal räkning
peers-help = Skriv `{ $command }` för jämförelsen, `{ $command } lägg till` för en ny sida och `{ $command } csv` för att lämna en tabell.

refusal-peer-gone = Den sidan är inte med i jämförelsen längre. Skriv kommandot igen, så ser du vilka som är det.
refusal-peers-many = Det finns plats för { $most } sidor. Ta bort en först.
refusal-peer-name = Skriv sidans namn, och inte ett som redan är med.
refusal-peer-number = Jag förstår inte ”{ $text }”. Skriv ett tal, eller lämna tomt om ni inte har räknat det.
refusal-peer-answers = Besvarade kan inte vara fler än kommentarerna.
refusal-peer-day = Den dagen har inte varit än. Välj dagen då ni räknade.
refusal-peers-table = Jag hittar ingen tabell. Första raden ska ha rubrikerna, minst Sida och Period, och sedan en rad per sida.
refusal-peers-row = Rad { $line }: { $reason }
refusal-peers-twice = Lämna antingen en fil eller en inklistrad tabell, inte båda.
