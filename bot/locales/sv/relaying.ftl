### Hur mycket av kommentarerna som visas i Slack, och kanaler som andra kan läsa.

masked-person = [personnummer]
masked-phone = [telefonnummer]
masked-email = [e-postadress]

relaying-withheld = (texten visas inte här)
relaying-title = Kommentarer i Slack
relaying-intro = Personnummer, telefonnummer och e-postadresser är alltid dolda här. *Visa originalet* visar hela kommentaren, bara för den som trycker.
relaying-usual = Hur mycket visas?
relaying-delicate = Och av akuta och känsliga?
relaying-delicate-hint = Det gäller kommentarer som någon har flaggat, och sådana med ett personnummer i.
relaying-form-hint = Det ändras genast i alla kommentarer som väntar. Meddelanden om kommentarer som är klara står kvar som de är.
relaying-full = Hela texten
relaying-excerpt = De första 200 tecknen
relaying-link = Bara länken
relaying-now-usual = Så mycket visas: { $mode }
relaying-now-delicate = Av akuta och känsliga: { $mode }
relaying-saved = Sparat. Så här visas kommentarerna i Slack nu:

exposure-private = Bara de som är med i kanalen kan läsa den.
exposure-public = *Kommentarerna väntar.* Alla i arbetsytan kan läsa { $channel }, så jag visar inga kommentarer där.
exposure-shared = *Kommentarerna väntar.* { $channel } delas med en annan organisation, så jag visar inga kommentarer där.
exposure-waiting = { $count ->
    [0] Ingen kommentar har kommit än. Allt som kommer sparas och räknas.
    [one] 1 kommentar väntar. Den är sparad och räknad, och syns i listan över kommentarer.
   *[other] { $count } kommentarer väntar. De är sparade och räknade, och syns i listan över kommentarer.
}
exposure-mend-public = Gör kanalen privat: klicka på kanalens namn, välj *Inställningar* och *Ändra till en privat kanal*. Tryck sedan på *Titta igen*.
exposure-mend-shared = Sluta dela kanalen, eller byt till en annan i `COMMENTS_CHANNEL`. Tryck sedan på *Titta igen*.
exposure-look = Titta igen
exposure-allow = Visa dem ändå
exposure-disallow = Sluta visa dem där
exposure-allowed-public = Alla i arbetsytan kan läsa { $channel }. { $who } har bestämt att kommentarerna visas där ändå: { $reason }
exposure-allowed-shared = { $channel } delas med en annan organisation. { $who } har bestämt att kommentarerna visas där ändå: { $reason }
exposure-over-private = Nu kan bara de som är med läsa { $channel }. Kommentarerna som väntade kommer dit.
exposure-over-public = { $channel } delas inte längre, men alla i arbetsytan kan läsa den. Se mitt nyare meddelande.
exposure-over-shared = { $channel } delas nu med en annan organisation. Se mitt nyare meddelande.
exposure-form = Visa dem ändå
exposure-submit = Visa dem
exposure-ask-public = Alla i arbetsytan kan läsa { $channel }, och alla kommer att se vad invånarna skriver. Personnummer, telefonnummer och e-postadresser är dolda.
exposure-ask-shared = { $channel } delas med en annan organisation, som kommer att se vad invånarna skriver. Personnummer, telefonnummer och e-postadresser är dolda.
exposure-reason = Varför får de visas där?
exposure-reason-hint = Skälet sparas i loggen och syns för teamet.

refusal-channel-not-exposed = Bara de som är med kan läsa kanalen, så det behövs inget beslut. Kommentarerna kommer dit.
