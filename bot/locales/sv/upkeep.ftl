### Säkerhetskopior, diskutrymme och livstecken.

part-backup = säkerhetskopian
part-disk = utrymmet på disken
part-heartbeat = livstecknet till er övervakning
part-timetable = tidtabellen

trouble-backup-full = Jag kan inte ta en säkerhetskopia: disken är full ({ $detail }). De gamla kopiorna finns kvar. Gör plats, så försöker jag igen inom en minut.
trouble-backup-unwritable = Jag kan inte ta en säkerhetskopia: jag får inte skriva i mappen ({ $detail }). De gamla kopiorna finns kvar. Titta i `BACKUP_FOLDER`.
trouble-backup-old = Den senaste säkerhetskopian är äldre än ett och ett halvt dygn. Titta i loggen efter `job backup`.
trouble-database-broken = Databasen är inte hel, så den nya säkerhetskopian kastades. De gamla kopiorna finns kvar: lägg tillbaka den senaste med `python bot.py restore`.
trouble-disk = Det finns bara { $detail } MB kvar på disken med databasen. Gör plats innan den är full.
trouble-outbox-late = { $detail } meddelanden har väntat i mer än en kvart på att skickas. Slack ber mig kanske vänta; jag fortsätter av mig själv. Titta i loggen om det inte ger sig.
trouble-heartbeat = Er övervakning svarar inte på mitt livstecken sedan mer än en timme ({ $detail }). Titta på adressen i `HEARTBEAT_URL`.
trouble-timetable = Tidtabellen står stilla, så inget schemalagt händer. Starta om mig, och spara loggen.

lucka-backup = Senaste säkerhetskopian: { $when }.
lucka-no-backup = Ingen säkerhetskopia är tagen än. Den första tas i natt.

digest-missed = Planen för { $day } kom aldrig: jag var inte i gång.
digest-old-backup = Den senaste säkerhetskopian är från { $when }. Det borde finnas en från i natt: titta i `/lucka`.

problem-backup-folder = ”{ $value }” går inte att läsa.
problem-heartbeat-url = ska vara en webbadress (https://…).
