### Hela ärendet om en kommentar, diarieföring, utlämnande och bilden av sidan.

record-open = Hela ärendet
record-open-hint = Allt som finns om kommentaren: text, ändringar, svar och varje steg. Jag skriver upp vem som har tittat.
record-files = Som fil
record-files-asked = Jag gör i ordning filerna. De kommer strax i vårt eget samtal: klicka på mitt namn, så hittar du dem.
record-cut = Det finns mer än vad som får plats här. Allt finns i filen.
record-nameless = (namnet utelämnat)
record-until = Till
record-now = Står nu
record-page = sidan
record-answer-gone = Svaret finns inte kvar på sidan.
record-no-copy = ingen
record-copies = sparad kopia nr
record-yes = ja
record-link = länk till kommentaren
record-post = Inlägg
record-post-untitled = (inlägg utan text)
record-direction-in = inkommen
record-direction-out = utgående
record-state = Läge
record-state-new = väntar på svar
record-state-claimed = tagen
record-state-promised = sidan återkommer
record-state-answered = besvarad
record-state-handled = klar
record-state-unneeded = inget svar behövs
record-state-hidden = dold
record-state-removed = borttagen
record-state-gone = borttagen av annan
record-deed-hide = dölja
record-deed-remove = ta bort
record-case-asked = väntar på en kollega
record-case-declined = blev inte av
record-case-waiting = på väg
record-case-done = gjort
record-case-failed = gick inte
record-case-undoing = ångras
record-case-undone = ångrat
record-attachment = Bilaga
record-earlier = Så stod det förut
record-answers = Våra svar
record-hidden = Dold på sidan
record-gone = Syns inte på sidan sedan
record-moderation = Beslut att dölja eller ta bort
record-registered = Diarieförd
record-steps = Vad som hänt
record-file = kommentarer
record-file-posts = inlagg
record-column-number = Nr
record-column-received = Datum och tid
record-column-direction = Riktning
record-column-author = Namn på sidan
record-column-text = Text
record-column-attachment = Bilaga
record-column-earlier = Tidigare text
record-column-post = Inlägg
record-column-post-link = Länk till inlägget
record-column-link = Länk
record-column-reply-to = Svar på (id)
record-column-state = Läge
record-column-hidden = Dold på sidan
record-column-gone = Syns inte sedan
record-column-answers = Våra svar
record-column-steps = Vad som hänt
record-column-moderation = Beslut att dölja eller ta bort
record-column-registered = Diarieförd
record-column-seen = Läst av boten
record-column-id = Id
record-column-author-id = Id för namnet
record-column-post-id = Id för inlägget

registration-open = Diarieför
registration-open-hint = En färdig text till registratorn, och plats för diarienumret. Jag diarieför inget själv.
registration-title = Diarieför
registration-intro = Kopiera texten och skicka den till registratorn. Skriv in diarienumret här när du har fått det.
registration-to = Registratorn: { $address }
registration-text = Text till registratorn
registration-text-hint = Markera, kopiera och klistra in i ett mejl. Det du ändrar här sparas inte.
registration-number = Diarienummer
registration-day = Datum
registration-party = Avsändare eller mottagare
registration-registers-nothing = Jag diarieför inget själv: jag håller bara reda på numret.
registration-letter = Kommentar på vår Facebooksida, inkommen { $at }
registration-letter-from = Från
registration-letter-link = Länk
registration-line = Diarieförd: { $number }, { $day }{ $party }. Noterat av { $who }.
registration-party-shown = , { $party }
registration-undone = Ångrat.
registration-none = Kommentaren är inte noterad som diarieförd.
comment-act-registered = noterade diarienumret
comment-act-unregistered = tog bort diarienumret

refusal-registration-number = Skriv diarienumret som du har fått från registratorn.
refusal-registration-day = Välj vilken dag den diariefördes.
refusal-registration-later = Den dagen har inte varit än. Välj dagen då den diariefördes.
refusal-registration-over = Det numret gäller inte längre. Tryck på *Mer* under kommentaren, så ser du hur det är nu.

disclosure-title = Lämna ut kommentarer
disclosure-intro = Vilka kommentarer gäller det? Fyll i det du vet; fyller du i flera rutor ska allt stämma.
disclosure-since = Från och med
disclosure-until = Till och med
disclosure-post = Inlägg
disclosure-post-hint = Länken till inlägget, dess id, eller några ord ur det.
disclosure-person = Person
disclosure-person-hint = Namnet som det står på sidan, eller en del av det. Jag glömmer det när filerna är klara.
disclosure-never-who = Jag frågar inte vem som vill ha dem eller varför. Det får vi inte fråga, så skriv det inte någonstans.
disclosure-next = Vidare
disclosure-do = Gör filerna
disclosure-count = { $count ->
    [one] 1 kommentar eller svar stämmer.
   *[other] { $count } kommentarer och svar stämmer.
}
disclosure-review = Pröva sekretessen innan du lämnar ut. Maskeringen är en hjälp: den hittar nummer och adresser på formen, inte uppgifter om hälsa eller andra människor. Läs igenom filen.
disclosure-left-out = Det här utelämnas
disclosure-mask-numbers = Personnummer, telefonnummer och mejladresser
disclosure-mask-names = Namn på dem som skrev (och länkar som visar dem)
disclosure-provision = Bestämmelse, om något utelämnas
disclosure-provision-hint = Till exempel OSL 25:1. Den står i filen och sparas.
disclosure-logged = Jag skriver upp att du gjorde det, vilka dagar, vilket inlägg och hur många. Aldrig vem som frågade, varför, eller vilket namn du letade efter.
disclosure-asked = { $count ->
    [one] Jag gör i ordning filerna med 1 kommentar eller svar. De kommer strax i vårt eget samtal: klicka på mitt namn, så hittar du dem.
   *[other] Jag gör i ordning filerna med { $count } kommentarer och svar. De kommer strax i vårt eget samtal: klicka på mitt namn, så hittar du dem.
}
disclosure-done = { $count ->
    [one] Klart: 1 kommentar eller svar i { $file }. Öppna .html-filen för att läsa och skriva ut, .csv-filen i Excel.
   *[other] Klart: { $count } kommentarer och svar i { $file }. Öppna .html-filerna för att läsa och skriva ut, .csv-filen i Excel.
}
disclosure-read-first = Läs igenom innan du lämnar ut. Ta bort filen ur Slack när du är klar med den.
disclosure-failed-scope = Filerna blev inte av: appen får inte ladda upp filer. Be den som sköter den att lägga till behörigheterna `files:write` och `files:read`, och försök sedan igen.
disclosure-failed-slack = Filerna blev inte av: Slack tog inte emot dem. Försök igen om en stund, och fråga annars den som sköter arbetsytan om uppladdade filer är tillåtna.
disclosure-failed-disk = Filerna blev inte av: jag kunde inte skriva dem. Be den som sköter mig att se om det finns plats på disken, och försök sedan igen.
disclosure-files-disclosure = Kommentarer på vår Facebooksida
disclosure-files-record = En kommentar på vår Facebooksida
disclosure-files-snapshot = Bild av vår Facebooksida
disclosure-file-disclosure = utlamnande
disclosure-file-record = arende
disclosure-file-snapshot = bild-av-sidan
disclosure-made = Uttaget { $at }.
disclosure-period = Kommentarer från { $first } till och med { $last }.
disclosure-period-from = Kommentarer från och med { $first }.
disclosure-period-to = Kommentarer till och med { $last }.
disclosure-masked = Personnummer, telefonnummer och mejladresser är utelämnade.
disclosure-nameless = Namnen på dem som skrev är utelämnade.
disclosure-by = Bestämmelse: { $provision }

refusal-disclosure-nothing-chosen = Fyll i minst en ruta: en dag, ett inlägg eller en person.
refusal-disclosure-days-turned = Sista dagen är före den första. Byt plats på dem.
refusal-disclosure-day-ahead = Den dagen har inte varit än. Välj en tidigare dag, eller lämna rutan tom.
refusal-disclosure-nothing-found = Inga kommentarer stämmer. Pröva med fler dagar, färre ord eller en del av namnet.

snapshot-title = Ta en bild av sidan ({ $week })
snapshot-ask = Det är dags att spara inlägg, kommentarer och svar sedan { $since }. Huvudansvarig eller en ersättare trycker på knappen och får filerna, och lägger dem där ni arkiverar.
snapshot-take = Ta bilden
snapshot-later = Påminn nästa arbetsdag
snapshot-again = Jag frågar igen { $day }.
snapshot-under-way = { $who } tar bilden nu.
snapshot-taken = { $count ->
    [one] { $who } tog bilden { $day }: 1 kommentar eller svar.
   *[other] { $who } tog bilden { $day }: { $count } kommentarer och svar.
}
refusal-snapshot-taken = Bilden är redan tagen. Titta i frågan i kanalen, så ser du av vem.
