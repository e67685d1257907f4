### Inställningarna: vad teamet har bestämt.

settings-title = Inställningar
settings-intro = Så här är det bestämt. Alla får titta; huvudansvarig och ersättare ändrar.
settings-open = Inställningar
settings-change = Ändra
settings-says = { $label }: { $title }
settings-save = Spara
settings-close = Avbryt
settings-undecided = inte bestämt än

team-title = Innehållsteamet
team-lead = Huvudansvarig
team-deputies = Ersättare
team-deputies-hint = De får bestämma i stället för huvudansvarig.
team-members = Kollegor i teamet
team-saved = Sparat. Så här ser teamet ut nu:

refusal-not-lead = Det bestämmer huvudansvarig eller en ersättare. Fråga någon av dem; du hittar dem under inställningarna.
refusal-not-in-team = Det här är för dem som är med i innehållsteamet. Be huvudansvarig att lägga till dig under inställningarna.
refusal-lead-missing = Välj en huvudansvarig först. Ersättarna är ersättare för någon.
refusal-team-not-member = Bara medlemmar i arbetsytan kan vara med i teamet. Ta bort gäster och appar.

settings-history = Historik
settings-history-line = *{ $title }* · { $when } · { $who }
settings-history-none = Inget är ändrat än.
settings-history-command = kommandoraden
settings-history-step = Inläst från en fil
settings-history-step-undone = Ångrat. Det här är som det var före filen:
settings-history-older = Äldre
settings-history-undone = Ångrat. Så här är *{ $title }* nu igen:
refusal-setting-changed-since = Det har ändrats igen sedan dess, så jag ångrar inget. Öppna *Historik* på nytt och ångra den senaste ändringen.
refusal-settings-value = Värdet på { $path } går inte att använda. Inget är ändrat. Rätta det i filen och försök igen.
refusal-settings-unreadable = Det där är ingen fil med inställningar från mig. Inget är ändrat. Tryck *Spara som fil* under inställningarna och utgå från den filen.
refusal-settings-broken = Filen går inte att läsa: felet är på rad { $line } eller strax före. Inget är ändrat. Rätta det och försök igen.
refusal-settings-twice = I filen står { $name } två gånger på samma ställe, så jag vet inte vilket som gäller. Inget är ändrat. Ta bort det ena och försök igen.
refusal-settings-outsiders = I filen står någon som inte är medlem i arbetsytan: { $who }. Inget är ändrat. Ta bort dem ur filen, eller byt till någon som är medlem, och försök igen.
refusal-settings-readers = I filen får någon som bara läser något att göra: { $who }. Inget är ändrat. Byt till en kollega där och försök igen. Eller ta med personen i teamet under settings.team i filen.
refusal-settings-shut-out = Med den filen får du inte längre ändra inställningarna, och inte heller ångra. Inget är ändrat. Låt dig själv stå kvar som huvudansvarig eller ersättare under settings.team i filen och försök igen.
refusal-settings-newer = Filen är sparad med en nyare version av mig (filens version { $version }, jag kan { $known }). Inget är ändrat. Uppdatera mig först.

settings-as-file = Spara som fil
settings-file-title = Luckas inställningar
settings-file-name = installningar

settings-read-file = Läs in en fil
settings-read-label = Fil med inställningar
settings-read-intro = Välj en fil som är sparad med *Spara som fil*. Jag berättar först vad den skulle ändra. Inget ändras förrän någon säger ja. Gallringsbeslut följer inte med i en fil: dem skriver ni in under *Gallring*.
settings-read-next = Visa
settings-read-would = Det här skulle { $name } ändra:
settings-read-anew = Inställningarna har ändrats sedan jag visade det här, så jag har inte ändrat något. Nu skulle { $name } ändra det här:
settings-read-whole = Allt i filen gäller på en gång, eller inget av det. Det går att ångra.
settings-read-use = Använd filen
settings-read-leave = Låt det vara
settings-read-now = Nu: { $said }
settings-read-then = Med filen: { $said }
settings-read-nothing = inget
settings-read-come = Kommer till: { $names }
settings-read-go = Tas bort: { $names }
settings-read-change = Ändras: { $names }
settings-read-order = Ordningen ändras.
settings-read-more = {" "}och { $count } till
settings-read-used = Klart. Det här är nu som i { $name }:
settings-read-same = { $name } ändrar inget: allt är redan så.
settings-read-left = Inget är ändrat. { $name } är glömd.
