### Vad som lagras: /lucka data, för dataskyddsombudet.

data-title = Vad jag lagrar
data-intro = Det här är underlaget till er registerförteckning. Personuppgiftsansvarig är organisationen som driver sidan.
data-where = *Var:* i en fil på er egen dator ({ $file }, { $size }). Slack har bara arbetskopior, och Facebook det som står på sidan. Inget lämnas till någon annan.
data-who = *Vem ser det:* medlemmarna i planens och kommentarernas kanaler ser det som står där. Den som sköter datorn kan läsa filen. Gäster kan inte göra något.
data-basis = *Med vilken grund:* uppgift av allmänt intresse, enligt det beslut som er organisation har fattat. Kommentarer på sidan är allmänna handlingar när de har kommit in. Pröva grunden med ert dataskyddsombud.
data-least = *Så lite som möjligt:* en kommentars id, visat namn, text och tider. Därtill det id som Facebook kan ge den som skrev. Inga profilbilder, ingen profil över den som kommenterar, inga poäng och ingen topplista. Ett namn går bara att söka på när handlingar lämnas ut, och det glöms när filerna är klara.
data-least-secret = Nycklar och lösenord ligger i inställningsfilen bredvid.
data-masking = *I Slack:* { $mode }. Personnummer, telefonnummer och e-postadresser döljs.
data-mode-full = hela kommentaren visas
data-mode-excerpt = ett utdrag visas
data-mode-link = bara länken visas
data-retention = *Gallring:* { $rules }
data-holds = { $count ->
    [0] Inget gallringsstopp gäller.
    [one] 1 gallringsstopp gäller.
   *[other] { $count } gallringsstopp gäller.
}
data-backups = *Säkerhetskopior* tar ni själva med `python bot.py backup`; de innehåller allt och rullar enligt er egen rutin.
data-kinds = *Vad det är, vems uppgifter det är, och hur länge det finns kvar:*
data-rest = Vilken grund det vilar på, säkerhetskopiorna och varje tabell för sig står i filen.
data-line = • { $purpose }. { $whose }. Finns kvar: { $stays }.
data-about-residents = Om invånare
data-about-both = Om invånare och kollegor
data-about-colleagues = Om kollegor
data-about-nobody = Inga personuppgifter
data-short-routine = tills vanliga kommentarer gallras
data-short-kept = tills dolda, borttagna och diarieförda gallras
data-short-working = tills det som inte blev av gallras
data-short-copies = tills kopiorna gallras
data-short-changed = tills teamet ändrar det
data-short-always = tills vidare
data-short-days = högst två dygn
data-short-quarter = 90 dygn
data-size = { $megabytes } MB
data-as-file = Som fil
data-file-title = Vad Lucka lagrar
data-file-made = Gjord { $moment }.
data-file-tables = Tabeller
data-file-purpose = Vad det är till för
data-file-whose = Personuppgifter
data-file-stays = Hur länge
data-file-rows = Rader

data-purpose-comments = Kommentarer på sidan: att ta, svara på och mäta dem
data-purpose-answers = Svar från sidan som skrivs i Slack
data-purpose-moderation = Beslut om att dölja eller ta bort, med det som sparades först
data-purpose-page = Sidans egna inlägg
data-purpose-plan = Innehållsplanen, med historik
data-purpose-ideas = Idébanken, reservinlägg och årshjulet
data-purpose-team = Vem som är vem i teamet, och när de är på plats
data-purpose-settings = Vad teamet har bestämt
data-purpose-messages = Botens kopior av vad den har skrivit i Slack
data-purpose-log = Vem som gjorde vad, och gallringsbesluten
data-purpose-passing = Det som just har kommit från Slack eller Facebook och ska tas om hand
data-purpose-technical = Botens egen bokföring

data-whose-residents = invånares
data-whose-both = invånares och kollegors
data-whose-colleagues = kollegors (Slack-id och namn)
data-whose-nobody = inga personuppgifter

data-stays-routine = tills ärendet är över och klassen Vanliga kommentarer gallras (eller den för dolda, borttagna och diarieförda)
data-stays-kept = tills det är överlämnat och klassen Dolda, borttagna och diarieförda gallras
data-stays-working = så länge det används; det som inte blev av gallras med sin klass
data-stays-copies = tills klassen Botens egna kopior gallras, eller det som meddelandet handlar om
data-stays-changed = tills teamet ändrar det
data-stays-always = tills vidare
data-stays-days = högst två dygn
data-stays-quarter = 90 dygn
