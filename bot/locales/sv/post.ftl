### Ett inlägg som helhet: bild och personer, vad som krävs, syskon, bevakning, historik.

plan-act-open = Visa hela inlägget
plan-act-open-says = Visa hela { $title }
plan-act-also = Även på …
plan-act-unlink = Koppla isär
plan-status-draft-decision = utkast – behöver beslut
plan-status-draft-refused = utkast – beslutet blev nej

post-media = Bild och personer
post-media-title = Bild och personer
post-media-intro = *{ $title }*: vad visas, och vem syns?
post-kind = Vad visas?
post-kind-none = Ingen bild
post-kind-picture = Bild
post-kind-decorative = Bild som bara är dekor
post-kind-film = Film
post-kind-live = Direktsändning
post-alt = Alt-text eller beskrivning
post-alt-hint = Vad behöver den veta som inte ser? Gärna 10–180 tecken. För dekor: varför ingen alt-text behövs. För film utan talad text: vad som händer.
post-photos = Bilder som ska ut härifrån
post-photos-more = Fler bilder
post-photos-hint = Högst { $limit } bilder: JPEG, PNG, GIF eller WebP, högst { $size } MB var. De ligger kvar i Slack tills de går ut. Publicerar ni själva på Facebook behövs de inte här.
post-photo = Bild { $number }: { $name }
post-photo-alt = Alt-text till bild { $number }: { $name }
post-photo-decorative = Bara dekor, behöver ingen alt-text
post-photo-remove = Ta bort bilden
post-photo-said = Bild { $number }, { $name }: ”{ $alt }”
post-photo-said-decorative = Bild { $number }, { $name }: bara dekor
post-photo-said-wordless = Bild { $number }, { $name }: alt-text saknas
post-captions = Textning av film
post-captions-none = Ingen textning än
post-captions-done = Textad
post-captions-silent = Ingen talad text
post-persons = Vem syns?
post-persons-none = Ingen
post-persons-colleague = Medarbetare
post-persons-resident = Invånare
post-persons-child = Barn
post-persons-patient = Patient
post-persons-hint = Barn och patienter visar vi bara när huvudansvarig har bestämt det.
post-consent = Samtycke
post-consent-hint = Var finns det? Till exempel ett diarienummer eller en mapp.
post-watch = Bevakning
post-watch-yes = Behöver bevakas de första två dygnen
post-watch-hint = Går det ut inför ledig tid frågar jag i god tid vem som bevakar.
post-shows = Visas: { $shown }
post-alt-said = Alt-text: ”{ $alt }”
post-persons-said = Syns: { $persons }
post-consent-said = Samtycke: { $consent }
post-watch-said = Behöver bevakas
post-history = Historik
post-also-on = även på { $places }
post-also-title = Även på …
post-also-intro = *{ $title }*: kryssa för var det också ska ut. Varje kanal får ett eget utkast att anpassa.
post-also-yes = Planera här också

ready-need-owner = ansvarig
ready-need-text = text
ready-need-alt = alt-text till bilden
ready-need-reason = varför bilden inte behöver någon alt-text
ready-need-captions = textning av filmen, eller att den saknar talad text
ready-need-description = en beskrivning av filmen, som saknar talad text
ready-need-decision = huvudansvarigs beslut om den som syns
ready-need-refused = en annan bild: beslutet om den som syns blev nej
ready-missing = *{ $title }* är inte riktigt klart. { $count ->
    [one] En sak saknas:
   *[other] { $count } saker saknas:
}
ready-lacks = För att bli klart behövs:
ready-not-yet = Det är ett utkast tills det här finns på plats:
ready-lead-asked = Huvudansvarig får frågan.
ready-override = Klar ändå
ready-override-title = Klar ändå
ready-override-submit = Klar ändå
ready-override-note = Varför är det klart ändå?
ready-note-hint = Står i inläggets historik.
ready-decide = Besluta
ready-decide-title = Beslut
ready-decide-intro = *{ $title }* visar: { $persons }. Får det publiceras?
ready-decision = Beslut
ready-decide-yes = Ja, det får publiceras
ready-decide-no = Nej
ready-decide-note = Varför?
ready-ruled-yes = Beslut: ja, { $who }: ”{ $note }”
ready-ruled-no = Beslut: nej, { $who }: ”{ $note }”
ready-asked = { $who } vill ha ditt beslut om ett inlägg. Den som syns: { $persons }.
ready-asked-over = Inget beslut behövs längre.
ready-alt-length = Alt-texten är { $length } tecken. Mellan 10 och 180 brukar vara lagom.
ready-photos-wordless = { $count ->
    [one] En bild saknar alt-text. Skriv den under Bild och personer, eller kryssa för att bilden bara är dekor.
   *[other] { $count } bilder saknar alt-text. Skriv den under Bild och personer, eller kryssa för att bilden bara är dekor.
}
ready-live = Tänk på att lägga ut en textad inspelning efter sändningen.
ready-consent = Skriv gärna var samtycket finns.

pair-asked = { $who } vill ha ett par ögon till:
pair-second = Två personer: { $who } har läst och sagt ja.
pair-waits = Två personer: väntar på ett ja från någon som inte skrev texten.
pair-over = Det behövs inget ja längre.
pair-yes = Läst: ja
pair-on = Två personer
pair-off = Räcker med en
pair-channel-asked = Jag har frågat i kanalen.
ready-need-second = ett ja från någon som inte skrev texten
plan-done-seconded = Du har sagt ja till *{ $title }* · { $status }
plan-done-paired = *{ $title }* behöver ett ja till innan det är klart · { $status }
plan-done-unpaired = *{ $title }* behöver inget andra ja · { $status }
history-second = noterade ja från { $who }
history-second-none = gjorde att det behövs ett nytt ja
history-pair = bad om två personer
history-pair-none = tog bort kravet på två personer
refusal-second-own = Du skrev texten. Be en kollega läsa och säga ja.
refusal-second-not-needed = Det inlägget behöver inget andra ja.
refusal-pair-of-outlet = Hela kanalen har två personer. Det ändrar ni under inställningarna.

watch-by = bevakas av { $who }
watch-nobody = Ingen bevakar än.
watch-post = *{ $title }*, { $when } · { $outlet }
watch-mine = Jag bevakar
watch-mine-says = Jag bevakar { $title }
watch-other = Någon annan …
watch-other-says = Någon annan bevakar { $title }
watch-move = Flytta till { $when }
watch-title = Vem bevakar?
watch-intro = *{ $title }* behöver bevakas de första två dygnen.
watch-who = Den som bevakar
digest-watch = *Behöver bevakas när vi är lediga. Vem tittar till det, eller flyttar vi?*
digest-more-watch = { $count ->
    [one] … och 1 till som behöver bevakas.
   *[other] … och { $count } till som behöver bevakas.
}

plan-done-equipped = Sparat: bild och personer för *{ $title }* · { $status }
plan-done-ready-overridden = *{ $title }* är klart ändå. Skälet står i historiken.
plan-done-ruled = Beslutet om *{ $title }* är noterat · { $status }
plan-done-watched = *{ $title }* bevakas av { $who }.
plan-done-also = *{ $title }* är planerat på fler kanaler.
plan-done-unlinked = *{ $title }* står för sig själv nu.
plan-along = Också: { $places }
plan-along-same-hour = OBS, inom samma timme i kanalen { $outlet }: ”{ $title }” { $when }.
plan-move-along = Syskon
plan-move-along-yes = Flytta dem lika långt
plan-same-hour = OBS, inom samma timme i samma kanal: ”{ $title }” { $clock }.
plan-same-hour-over-midnight = OBS, inom samma timme i samma kanal: ”{ $title }” { $when }.
plan-same-text = OBS, samma text finns redan i samma kanal: ”{ $title }”.

history-title = *Historik för { $title }*
history-line = { $when } · { $who } { $what }
history-more = Visa äldre
history-planned = planerade
history-slot = flyttade från { $before } till { $after }
history-outlet = bytte kanal till { $outlet }
history-owner = gjorde { $who } till ansvarig
history-owner-none = tog bort ansvarig
history-status-draft = gjorde till utkast
history-status-ready = gjorde klart
history-status-ready-waived = gjorde klart ändå
history-status-published = markerade som publicerat
history-status-cancelled = ställde in
history-ruling-yes = beslutade ja
history-ruling-no = beslutade nej
history-ruling-none = gjorde att det behövs ett nytt beslut
history-watcher = lät { $who } bevaka
history-watcher-none = tog bort bevakningen
history-sibling = kopplade ihop med andra kanaler
history-sibling-none = kopplade isär
history-idea = kopplade till en idé
history-idea-none = kopplade loss idén
history-title-changed = ändrade rubriken
history-text-changed = ändrade texten
history-media-changed = ändrade bild och personer
history-link-changed = ändrade länken
history-nothing = sparade

refusal-alt-too-long = Alt-texten är { $length } tecken. Korta den till högst { $limit }.
refusal-photos-too-many = Det blir { $count } bilder, och ett inlägg tar högst { $limit }. Ta bort några.
refusal-photo-too-large = Filen { $name } är för stor. Gör den mindre, högst { $limit } MB, och lägg till den igen.
refusal-photo-unfit = Filen { $name } är ingen bild. Välj en JPEG, PNG, GIF eller WebP.
refusal-photos-and-film = Film och bilder går inte ihop i ett inlägg härifrån. Välj Bild, eller ta bort bilderna.
refusal-not-ready = Något saknas än. Visa hela inlägget, så ser du vad.
refusal-no-decision-needed = Det inlägget behöver inget beslut längre. Visa hela inlägget, så ser du hur det är nu.
refusal-no-watch-needed = Det inlägget behöver inte bevakas längre.
refusal-no-outlet-left = Det finns ingen fler kanal att lägga det i.
refusal-no-outlet-ticked = Kryssa för minst en kanal.
refusal-watcher-missing = Välj vem som bevakar.
refusal-watcher-not-member = Bara medlemmar i arbetsytan kan bevaka. Välj en kollega.
