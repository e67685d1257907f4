### Kommentarer från sidan: meddelandet i Slack, listan, privata ord.

comments-headline-new = *{ $author }* · ny kommentar på { $post }
comments-headline = *{ $author }* · kommentar på { $post }
comments-plain-new = Ny kommentar på { $post } · { $author } · { $when }
comments-plain = Kommentar på { $post } · { $author } · { $when }
comments-author-unknown = Namnet visas inte
comments-post-untitled = ett inlägg utan text
comments-thread = Svar i tråden under { $author }: ”{ $text }”
comments-thread-unknown = Svar i en tråd
comments-own-page = sidan
comments-open-facebook = Öppna på Facebook
comments-read-all = Läs hela på Facebook
comments-hidden = Dold på Facebook
comments-masked = Personuppgifter dolda
comments-edited = Redigerad { $when }
comments-gone = Borttagen på Facebook { $when }
comments-gone-text = (finns inte kvar på Facebook)
comments-suggested = { $who } hade tråden senast
comments-continued = Någon skriver igen i en tråd som du hade. Tar du den också?
comments-attachment = { $kind ->
    [photo] bild
    [sticker] klistermärke
    [gif] gif
    [video] film
    [link] länk
   *[other] bilaga
}
comments-with-attachment = Med { $what }
comments-only-attachment = ({ $what } utan text)
comments-no-text = (utan text)

comments-state-new = Väntar på svar
comments-state-claimed = { $who } har den sedan { $when }
comments-state-answered = Besvarad på Facebook { $when }
comments-state-answered-by = { $who } svarade som sidan { $when }
comments-state-answered-signed = Besvarad på Facebook av { $who } { $when }
comments-state-handled = Klar: { $who } hanterade den { $when }
comments-state-promised = { $who } återkommer, lovade sidan { $when }
comments-state-promised-free = Sidan har lovat att återkomma, { $when }
comments-state-unneeded = Inget svar behövs ({ $reason }): { $who } { $when }
comments-state-hidden = Dold: { $who } { $when }
comments-state-removed = Borttagen: { $who } { $when }
comments-reason = Skäl: { $reason }
comments-state-gone = Borttagen på Facebook { $when }
comments-urgent = Akut: flaggad av { $who } { $when }
comments-urgent-words = Akut: flaggad av ordlistan { $when }
comments-judged = Bedömd: { $outcome } · { $who } { $when } · ”{ $reason }”
comments-praise = Beröm: markerat av { $who } { $when }

comments-claim = Jag tar den
comments-release = Släpp
comments-answer = Svara
comments-handle = Klar
comments-reopen = Öppna igen
comments-original = Visa originalet
comments-original-of = *{ $author }* på { $post }, som det skrevs. Det är bara du som ser det här.
comments-more = Mer
comments-pass-on = Skicka vidare beröm
comments-pass-on-hint = En färdig text till den verksamhet som berömmet gäller. Du skickar den själv.
comments-flag = Akut
comments-flag-hint = Det här är akut: jag frågar en i taget tills någon bedömer det.
comments-unflag = Det var ett misstag
comments-judge = Bedöm
comments-judge-hint = Vad blev det? Ett utfall och ett skäl stänger flaggan.
comments-says = { $act }: { $author }

comments-list-title = { $count ->
    [one] 1 kommentar väntar på svar
   *[other] { $count } kommentarer väntar på svar
}
comments-list-mine = { $count ->
    [one] Du har 1 kommentar
   *[other] Du har { $count } kommentarer
}
comments-list-row = *{ $author }* på { $post }
comments-list-age = { $age } gammal
comments-list-more = { $count ->
    [one] … och 1 till.
   *[other] … och { $count } till.
}
comments-empty = Inga kommentarer väntar. Skönt!
comments-empty-mine = Du har inga kommentarer just nu. Skriv `{ $command }` så ser du alla som väntar.
comments-no-page = Ingen Facebooksida är kopplad än, så jag kan inte visa några kommentarer. Sätt `FACEBOOK_PAGE_ID`, `FACEBOOK_PAGE_TOKEN` och `COMMENTS_CHANNEL` i `.env` och starta om mig, så kommer de hit. `python bot.py check` visar om allt stämmer.
comments-help =
    Så här gör du:
    `{ $command }` visar kommentarerna som väntar på svar, äldst först
    `{ $command } mina` visar dina
    `{ $command } granskade` visar vad som är dolt eller borttaget
    `{ $command } blockerade` visar huvudansvarig vilka som är blockerade
    `{ $command } beröm` visar månadens beröm
    `{ $command } frågor` visar vad invånarna frågar om, verksamhet för verksamhet
    I Slack-kanalen för kommentarer: 👀 jag tar den (ta bort 👀 för att släppa), ✅ klar, 🚩 akut, 💙 beröm.
    Under *Mer* lämnar du över till en kollega, tar över, eller avslutar det som inte behöver något svar.
comments-unknown = ”{ $text }” känner jag inte igen.

comments-did-claimed = Nu har du den: { $author } på { $post }
comments-did-released = Du har släppt den: { $author } på { $post }. Den väntar på svar igen.
comments-did-handled = Klar: { $author } på { $post }
comments-did-reopened = Öppen igen: { $author } på { $post }
comments-did-flagged = Flaggad som akut: { $author } på { $post }. Var det ett misstag? Ta tillbaka flaggan inom två minuter.
comments-did-unflagged = Flaggan är borta: { $author } på { $post }

refusal-comment-gone = Den kommentaren finns inte längre här. Skriv `{ $command }` så ser du vilka som väntar.
refusal-comment-taken = { $who } har redan tagit den. Skriv i tråden om du vill hjälpa till.
refusal-comment-vanished = Den kommentaren finns inte kvar på Facebook, så där är inget att svara på. Kommer den tillbaka öppnar jag den igen.
refusal-comment-closed = Den är redan klar. Tryck på *Öppna igen* under kommentaren om något är kvar att göra.

trouble-page-token = Facebook tar inte emot sidans token längre ({ $detail }). Skapa en ny, lägg den i `FACEBOOK_PAGE_TOKEN` och starta om mig. Inga kommentarer kommer hit förrän dess.
trouble-page-permission = Facebook låter mig inte läsa sidan ({ $detail }). Kontrollera rollen på sidan och appens behörigheter: kör `python bot.py check`.
trouble-page-slow = Facebook ber mig vänta, för jag har läst sidan för ofta ({ $detail }). Jag fortsätter av mig själv. Blir det ofta så, höj `FACEBOOK_POLL_SECONDS`.
trouble-page-unreachable = Jag når inte Facebook ({ $detail }). Jag försöker tills det går och hämtar allt som kommit under tiden. Titta på sidan själv så länge.
trouble-page-unreadable = Facebook visade kommentarer som inte gick att läsa ({ $detail }), så dem hoppade jag över. Resten kommer som vanligt; titta på sidan själv efter det som saknas.
trouble-page-bug = Facebook förstod inte min fråga ({ $detail }). Kommentarer kan saknas; titta på sidan själv så länge.
