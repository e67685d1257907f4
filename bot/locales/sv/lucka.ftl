### Hjälp, hälsa, larm, manifest och kommandorad.

surprise = Oj, något gick fel hos mig. Inget har ändrats. Försök igen om en liten stund.
refusal-not-a-member = Bara medlemmar i arbetsytan kan göra det här. Be en kollega i innehållsteamet om hjälp.
refusal-person-unknown = Jag kunde inte fråga Slack vem du är just nu. Försök igen om en liten stund.
refusal-stale = Det där finns inte längre, eller så har någon hunnit före. Titta i planen eller bland kommentarerna, så ser du hur det är nu.
refusal-command-too-late = Jag var borta när du skrev det här, så inget har hänt. Skriv det gärna igen: { $text }
refusal-form-too-late = Slack hann inte öppna formuläret. Försök igen.
somebody = någon

lucka-title = Så funkar Lucka
lucka-intro = Jag håller reda på idéer och innehållsplanen, påminner om luckor och visar nya kommentarer.
lucka-unknown = ”{ $text }” känner jag inte igen. Så här kan du skriva:
lucka-topic-idea = Idéer
lucka-help-idea = `/{ $prefix }idea Text` sparar en idé · `/{ $prefix }idea` öppnar formuläret · `/{ $prefix }idea sök vaccin` hittar idéer · `/{ $prefix }idea att fördela`
lucka-topic-plan = Planen
lucka-help-plan = `/{ $prefix }plan` visar planen · `/{ $prefix }plan fredag 11.00 Öppet hus` planerar direkt · `/{ $prefix }plan ny` öppnar formuläret. Visa en del: `/{ $prefix }plan luckor` · `/{ $prefix }plan vecka 50` · `/{ $prefix }plan december` · `/{ $prefix }plan bild` · `/{ $prefix }plan serier`
lucka-topic-comments = Kommentarer
lucka-help-comments = `/{ $prefix }comments` visar vad som väntar på svar · `/{ $prefix }comments mina` visar dina
lucka-topic-report = Siffror
lucka-help-report = `/{ $prefix }report` visar månaden hittills · `/{ $prefix }report förra månaden` · `/{ $prefix }report q3` · `/{ $prefix }report v. 40-47`
lucka-topic-lesson = Lärdomar
lucka-help-lesson = `/{ $prefix }lesson` och det ni lärde er: jag påminner när ni planerar något liknande · `/{ $prefix }lesson lista`
lucka-topic-compare = Jämförelse
lucka-help-compare = `/{ $prefix }compare` visar andra sidor bredvid vår · `/{ $prefix }compare lägg till` · `/{ $prefix }compare csv`
lucka-topic-reactions = På en kommentar i Slack
lucka-help-reactions = 👀 jag tar den (ta bort 👀 för att släppa) · ✅ klar · 🚩 akut · 💙 beröm. Tråden under är bara för oss.
lucka-topic-lucka = Om mig
lucka-help-lucka = `/{ $prefix }lucka` visar hjälpen · `/{ $prefix }lucka inställningar` visar vad ni har bestämt · `/{ $prefix }lucka start` visar vad som är kvar. Allt jag lagrar: `/{ $prefix }lucka data`. Lämna ut: `/{ $prefix }lucka lämna ut`. Text till sidan: `/{ $prefix }lucka regler` · `/{ $prefix }lucka öppettider`
lucka-health-title = Så mår jag
lucka-all-well = Allt fungerar.
lucka-trouble = { $trouble } (sedan { $since })
lucka-no-page = Ingen Facebooksida är kopplad. Allt utom kommentarer fungerar ändå.
lucka-page-never = Facebooksidan är inte läst än.
lucka-page-looked = { $count ->
    [0] Facebooksidan lästes senast { $moment } (för { $ago } sedan); inget nytt i dag. Den läses med { $seconds } sekunders mellanrum.
    [one] Facebooksidan lästes senast { $moment } (för { $ago } sedan); 1 ny kommentar i dag. Den läses med { $seconds } sekunders mellanrum.
   *[other] Facebooksidan lästes senast { $moment } (för { $ago } sedan); { $count } nya kommentarer i dag. Den läses med { $seconds } sekunders mellanrum.
}
lucka-page-cost = Senaste läsningen tog { $calls } anrop, det senaste dygnet { $day }; { $percent } procent av Facebooks gräns är använd.
lucka-outbox-empty = Inget väntar på att skickas.
lucka-outbox-waiting = { $count ->
    [one] 1 meddelande väntar på att skickas, sedan { $age }.
   *[other] { $count } meddelanden väntar på att skickas, det äldsta sedan { $age }.
}
lucka-next-digest = Nästa dagens plan: { $when }, och direkt efter en påminnelse om det finns luckor.
lucka-retry = Skicka igen
lucka-retried = { $count ->
    [0] Det fanns inget att skicka igen.
    [one] Jag försöker skicka 1 meddelande igen.
   *[other] Jag försöker skicka { $count } meddelanden igen.
}

alarm-title = Något krånglar.
alarm-over = Nu fungerar det igen: { $part }.
unseen-since = Jag har inte sett Facebooksidan sedan { $moment }.
unseen-never = Jag har inte kunnat läsa Facebooksidan; jag försöker sedan { $moment }.
unseen-over = Jag läser Facebooksidan igen sedan { $back }; jag såg den inte från { $moment }.
unseen-meanwhile = { $count ->
    [0] Inga nya kommentarer kom under tiden.
    [one] Under tiden kom 1 ny kommentar; den finns nu här.
   *[other] Under tiden kom { $count } nya kommentarer; de finns nu här.
}
part-slack = Slack
part-channel = Slack-kanalen
part-outbox = utgående meddelanden
part-database = databasen
part-page = Facebooksidan
part-page-comments = kommentarerna på Facebooksidan
part-hooks = Facebooks tillsägelser
part-outlook = kalendern från Outlook
part-job = det schemalagda jobbet
part-socket = förbindelsen med Slack

trouble-database = Jag kan inte skriva i databasen. Finns det plats på disken?
trouble-outbox-dead = { $detail } meddelanden kunde inte skickas. Öppna min hjälp och välj Skicka igen.
trouble-slack-unreachable = Jag når inte Slack ({ $detail }). Jag försöker tills det går; inget är borta.
trouble-slack-account = Slack tar inte emot min token ({ $detail }). Kör `python bot.py check`.
trouble-channel = Jag får inte skriva i en av Slack-kanalerna ({ $detail }). Bjud in mig med `/invite @Lucka`.
trouble-looking = Jag letar bakåt i en av Slack-kanalerna efter ett meddelande som kanske redan står där. Det tar en stund. Nya meddelanden dit väntar så länge; inget är borta.
trouble-job = Ett schemalagt jobb gick fel ({ $detail }). Jag försöker igen; felet står i loggen.
trouble-socket = Förbindelsen med Slack är bruten. Jag kopplar upp mig igen.
trouble-hooks-silent = Facebook har slutat säga till när någon kommenterar på sidan. Inget är borta, för jag läser sidan ändå, men kommentarer på annonser ser jag inte. Kör `python bot.py check` och följ docs/webhooks.md.

trouble-outlook-unreachable = Jag når inte kalendern i OUTLOOK_CALENDAR_URL ({ $detail }). Jag försöker igen varje kvart; planen är som den var.
trouble-outlook-refused = Kalendern i OUTLOOK_CALENDAR_URL svarar { $detail }. Publicera den igen i Outlook och byt adressen.
trouble-outlook-too-large = Kalendern i OUTLOOK_CALENDAR_URL är större än 10 MB. Publicera en mindre del av den.
trouble-outlook-unfit = Kalendern i OUTLOOK_CALENDAR_URL går inte att läsa (rad { $detail }). Kör `python bot.py job outlook`, så säger jag varför.
trouble-outlook-empty = Kalendern i OUTLOOK_CALENDAR_URL är plötsligt tom. Jag tror inte på det och rör inget i planen. Titta i Outlook.

manifest-description = Innehållsplan, luckor och kommentarer för teamet bakom sidan
manifest-idea = Spara en idé, eller hitta en
manifest-idea-hint = [idén] | sök [ord]
manifest-plan = Visa planen, eller planera ett inlägg
manifest-plan-hint = [fredag 11.00 rubrik] | luckor | vecka 50 | december | bild | serier | ny
manifest-comments = Kommentarer som väntar på svar
manifest-comments-hint = [mina]
manifest-report = Siffror för en månad, ett kvartal, ett år eller några veckor
manifest-report-hint = [månad eller period]
manifest-lucka = Hjälp, och hur Lucka mår
manifest-lucka-hint = [hjälp] | inställningar | lämna ut
manifest-shortcut-idea-save-message = Spara som idé
manifest-shortcut-idea-save-message-description = Lägg meddelandet i idébanken
manifest-shortcut-idea-new = Ny idé
manifest-shortcut-idea-new-description = Skriv ner en idé
manifest-shortcut-plan-new = Planera ett inlägg
manifest-shortcut-plan-new-description = Lägg ett inlägg i planen
