### Publicering på Facebook: inställningen, frågan som ställs först, vad det blev av.

publishing-title = Publicering på Facebook
publishing-no-page = Ingen Facebooksida är kopplad, så jag kan inte publicera något.
publishing-now-off = Av. Ni publicerar själva på Facebook och markerar det här.
publishing-now-on = På, för kanalen { $outlet }. Får publicera: { $who }
publishing-deciders = huvudansvarig och ersättare
publishing-state = Får inlägg publiceras härifrån?
publishing-on = Ja, efter en fråga varje gång
publishing-off = Nej
publishing-outlet = Vilken kanal är Facebooksidan?
publishing-users = Vilka får publicera?
publishing-users-hint = Lämna tomt, så är det huvudansvarig och ersättare.
publishing-saved = Sparat. Så här gäller nu för publicering på Facebook:

plan-act-go-out = Publicera på Facebook
plan-act-withdraw = Dra tillbaka
publish-says = Publicera { $title } på Facebook
publish-withdraw-says = Dra tillbaka { $title } innan det går ut
publish-again = Försök igen

publish-form-title = Publicera på Facebook
publish-form-submit = Publicera
publish-form-intro = Det här går ut på *{ $page }*, där alla kan se det:
publish-page-nameless = er Facebooksida
publish-form-link = Länk som visas under texten
publish-form-link-in-text = Länk som står sist i texten
publish-form-link-hint = Börjar med https:// – lämna tomt om inlägget inte har någon.
publish-form-when = När?
publish-form-now = Nu
publish-form-planned = När det är dags: { $when }
publish-form-pictures = Ska inlägget ha bilder, lägg till dem under Bild och personer först. Film lägger ni ut på Facebook själva.
publish-form-in-text = Ett inlägg med bilder visar ingen länk för sig. Därför står den sist i texten, om den inte redan finns där.

publish-decided-now = Jag publicerar *{ $title }* nu. Du får länken i ett meddelande när det är ute.
publish-decided-planned = *{ $title }* går ut { $when }. Flyttas inlägget flyttas det här med; ändras texten eller bilderna går det inte ut förrän du har godkänt det igen.
publish-withdrawn = *{ $title }* går inte ut. Inlägget ligger kvar i planen.
publish-follows = Det går ut på Facebook { $when }.
publish-dropped = *{ $title }* går inte ut av sig självt på Facebook längre, för inlägget har ändrats. Publicera på nytt om det ska ut.
publish-out = Ute på Facebook: *{ $title }* · { $link }
publish-out-linkless = Ute på Facebook: *{ $title }*. Länken gick inte att läsa, men den finns på sidan.
publish-failed = *{ $title }* är inte ute på Facebook. { $problem }

publish-row-waiting = Går ut på Facebook { $when }.
publish-row-now = Går ut på Facebook nu.
publish-row-slow = Facebook ber mig vänta. Jag försöker igen så snart det går.
publish-row-failed = Inte ute på Facebook: { $problem }

publish-problem-slow = Facebook bad mig vänta, och nu är det över en timme för sent. Ska det ut ändå?
publish-problem-token = Facebook tar inte emot min token ({ $code }). Be den som sköter mig att hämta en ny, och försök igen sedan.
publish-problem-permission = Jag saknar en rättighet på sidan ({ $code }). Den som sköter mig behöver ge appen pages_manage_posts, och försök igen sedan.
publish-problem-rules = Facebook har stoppat det ({ $code }). Logga in på Facebook och se vad som krävs innan du försöker igen.
publish-problem-link = Facebook kan inte läsa länken ({ $code }). Prova den i en webbläsare, rätta den och försök igen.
publish-problem-duplicate = Facebook säger att sidans senaste inlägg redan säger samma sak. Titta på sidan, och ändra texten om det ska ut ändå.
publish-problem-gone = Det som jag förberedde på sidan är borttaget. Försök igen om det ska ut ändå.
publish-problem-refused = Facebook tog inte emot det ({ $code }). Försök igen, eller publicera på Facebook och markera det här.
publish-problem-late = Jag kunde inte publicera i tid, och nu är det över en timme för sent. Ska det ut ändå?
publish-problem-changed = Inlägget har ändrats sedan du godkände det. Publicera på nytt om det ska ut.
publish-problem-forbidden = Det får inte publiceras härifrån längre. Fråga huvudansvarig, eller titta i inställningarna.
publish-problem-unsure = Facebook svarar inte på om det kom ut ({ $code }). Titta på sidan först. Är det ute, markera det som publicerat; annars försöker du igen.
publish-problem-nowhere = Jag har försökt flera gånger, och det syns inte på sidan. Titta där själv innan du försöker igen.
publish-problem-photo-gone = Bilden { $code } finns inte kvar i Slack. Lägg till den på nytt under Bild och personer, och publicera igen.
publish-problem-photo-closed = Jag får inte läsa bilden { $code }: Slack visar mig den inte, eller så lades den till av någon annan än den som laddade upp den. Ta bort den under Bild och personer, ladda upp den själv där och publicera igen. Hjälper inte det behöver den som sköter mig ge appen files:read.
publish-problem-photo-large = Bilden { $code } är för stor. Byt den mot en mindre under Bild och personer, och publicera igen.
publish-problem-photo-unfit = Filen { $code } är ingen bild som Facebook tar emot, vad den än heter. Byt den mot en JPEG, PNG, GIF eller WebP och publicera igen.
publish-problem-photo-refused = Facebook tog inte emot bilden ({ $code }). Byt den, eller publicera på Facebook och markera det här.
publish-problem-photo-stuck = Bilden { $code } har inte kommit fram fast jag har försökt flera gånger. Inget är ute. Försök igen om en stund.

refusal-publishing-off = Publicering på Facebook är avstängd. Huvudansvarig slår på den i inställningarna.
refusal-publish-no-page = Ingen Facebooksida är kopplad, så jag kan inte publicera något. Be den som sköter mig att koppla sidan först.
refusal-not-publisher = Du får inte publicera på Facebook härifrån. I inställningarna ser du vilka som får; be någon av dem.
refusal-nobody-publishes = Välj vilka som får publicera, eller utse en huvudansvarig först.
refusal-publisher-not-member = Bara medlemmar i arbetsytan kan få publicera. Välj en kollega.
refusal-publish-outlet = Inlägget hör till en annan kanal än Facebooksidan. Byt kanal först, om det ska ut där.
refusal-publish-draft = ”{ $title }” är ett utkast. Markera det som klart först.
refusal-publish-no-text = ”{ $title }” har ingen text än. Skriv den först, så ser du hur det blir.
refusal-publish-film = ”{ $title }” visar en film eller en direktsändning, och sådant kan jag inte lägga ut. Publicera det på Facebook och markera det som publicerat här.
refusal-publish-under-way = ”{ $title }” är redan på väg ut på Facebook. Titta i planen, så ser du när.
refusal-publish-out = ”{ $title }” är redan ute på Facebook. Markera det som publicerat i stället.
refusal-publish-time-passed = Den tiden har redan varit. Välj Nu, eller flytta inlägget först.
refusal-publish-going = Det är på väg ut just nu, så det går inte att dra tillbaka. Ta bort det på Facebook om det inte ska synas.
refusal-publish-nothing-waits = Det finns inget som väntar på att gå ut. Visa planen igen, så ser du hur det är nu.

found-ask =
    På Facebooksidan ligger ett inlägg som liknar ett i planen. Är det samma?
    I planen: { $planned }
    På sidan: { $shown }
found-link = Länka det
found-link-says = Länka { $title } till inlägget på sidan
found-other = Inte samma
found-linked = *{ $title }* är ute på Facebook och markerat som publicerat. { $who } länkade det.
found-dismissed = *{ $title }* är inte samma som inlägget på sidan, säger { $who }.
