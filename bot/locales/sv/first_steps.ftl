### Kom i gång: vad ett team behöver bestämma, och text att klistra in på sidan.

first-title = Kom i gång
first-intro = Det här brukar ett team bestämma. Det går bra att vänta, och att bestämma sig för att inte bestämma något. Jag fungerar ändå.
first-show = Visa vad som är bestämt
first-progress = { $settled } av { $all } bestämt
first-undecided = Inte bestämt än: { $what }
first-undecided-more = Inte bestämt än: { $what } och { $count } till
first-decide = Bestäm
first-decline = Det här bestämmer vi inte …
first-form = Bestäm
first-saved = Sparat.
first-line-decided = ✔ { $name }: { $said }
first-line-declined = – { $name }: { $said }
first-line-open = ○ { $name }: { $said }
first-is-decided = bestämt
first-is-declined = bestämmer vi inte
first-is-open = inte bestämt än

first-purpose = Vad sidan är till för
first-lead = Huvudansvarig
first-deputies = Ersättare
first-hours = Arbetstider
first-promise = Svarslöfte och bevakning
first-roster = Vem som har bevakning
first-reminders = Påminnelser och lugn
first-meetings = Redaktionsmöte
first-relay = Hur mycket av kommentarerna som visas i Slack
first-about = Vem som står bakom sidan
first-rules = Länk till reglerna för kommentarer
first-registrar = Registratorns adress
first-disposal = Beslut om gallring
first-hint-purpose = En mening räcker: för vem sidan finns, och varför.
first-hint-about = Så att alla ser vem som är avsändare, till exempel ”Region Lillsjö, kommunikationsenheten”.
first-hint-rules = Adressen där reglerna finns, så att den går att klistra in.
first-hint-registrar = En e-postadress eller ett telefonnummer.
first-hint-disposal = Vilket beslut gallringen följer, till exempel diarienummer och datum. Det slår inte på någon gallring; det gör ni under Inställningar, Gallring.

refusal-fact-not-link = Skriv en hel adress som börjar med https://.

page-rules-title = Regler att klistra in
page-rules-intro = Det här ska stå på sidan. Reglerna ändrar ni under *Regler för kommentarer* i inställningarna.
page-rules-hello = Välkommen att skriva här! Du får gärna tycka annorlunda och kritisera oss.
page-rules-forbidden = Det här får inte finnas på sidan, och vi döljer eller tar bort det:
page-rules-record = Det du skriver här kan alla läsa, och det blir en allmän handling hos oss. Skriv inte känsliga uppgifter om dig själv eller andra.
page-rules-about = Bakom sidan står { $said }.
page-rules-registrar = Vår registrator når du här: { $said }
page-rules-rules = Här finns alla regler: { $said }
page-hours-title = När ni svarar
