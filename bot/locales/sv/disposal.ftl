### Gallring: beslut, gallringsstopp, överlämning, listan och rapporten.

disposal-title = Gallring
disposal-intro = Inget gallras förrän ni har skrivit in ett gallringsbeslut, och aldrig utan att någon klickar på Gallra. Gallring tar bort ord och namn; tidpunkten och hur det slutade finns kvar, så siffrorna ändras inte.
disposal-class-routine = Vanliga kommentarer
disposal-class-kept = Dolda, borttagna och diarieförda kommentarer
disposal-class-working = Idéer och utkast som inte blev av
disposal-class-copies = Botens egna kopior av meddelanden
disposal-reason-routine = Kommentarer som är besvarade eller inte behövde svar, med sidans svar. De är av liten betydelse när ärendet är över. En tråd är ett ärende.
disposal-reason-kept = Trådar där något doldes, togs bort eller diariefördes. De kan höra till ett ärende, så de finns kvar tills någon har markerat dem som överlämnade.
disposal-reason-working = Idéer som togs bort ur idébanken och inlägg som ställdes in. Det som finns i banken eller planen används och gallras inte.
disposal-reason-copies = Texten i meddelanden som boten har skickat till Slack. Den behövs bara för att kunna ändra meddelandet; i Slack står det kvar.
disposal-off = Av: inget gallringsbeslut är inskrivet.
disposal-all-off = Av för alla klasser: inget gallringsbeslut är inskrivet.
disposal-by = Gallringsbeslut { $decision }, { $day }.
disposal-after-days = { $amount ->
    [one] Gallras tidigast 1 dag efter slutet.
   *[other] Gallras tidigast { $amount } dagar efter slutet.
}
disposal-after-months = { $amount ->
    [one] Gallras tidigast 1 månad efter slutet.
   *[other] Gallras tidigast { $amount } månader efter slutet.
}
disposal-decision = Gallringsbeslut
disposal-decision-hint = Nummer eller namn, till exempel RS 2026/114. Lämna beslut och datum tomma för att stänga av.
disposal-decided = Beslutets datum
disposal-amount = Hur länge det finns kvar
disposal-unit = Räknas i
disposal-unit-days = dagar
disposal-unit-months = månader
disposal-from-routine = Räknas från att allt i tråden är klart.
disposal-from-kept = Räknas från att allt i tråden är klart och överlämnat.
disposal-from-working = Räknas från att idén togs bort eller inlägget ställdes in.
disposal-from-copies = Räknas från att meddelandet skickades.
disposal-list = Lista det som kan gallras
disposal-listing = Listan kommer till huvudansvarig, eller till planens kanal om ingen är huvudansvarig.
disposal-nothing-due = Inget kan gallras just nu. Antingen är inget gallringsbeslut inskrivet, eller så är inget gammalt nog, eller så håller ett gallringsstopp det kvar.

disposal-list-title = Det här kan gallras
disposal-list-intro = Inget gallras om du inte klickar på Gallra. Om någon har begärt ut något av det här: sätt ett gallringsstopp först, under Inställningar, Gallring.
disposal-due = { $count ->
    [one] 1 handling kan gallras.
   *[other] { $count } handlingar kan gallras.
}
disposal-times = Från { $first } till { $last }.
disposal-times-one = Allt är från { $day }.
disposal-held = { $count ->
    [one] 1 till hålls kvar av ett gallringsstopp.
   *[other] { $count } till hålls kvar av gallringsstopp.
}
disposal-state-listed = Ingen har bestämt något än.
disposal-state-declined = Gallras inte nu ({ $who }). Listan kommer igen nästa månad.
disposal-state-decided = Gallras nu ({ $who }).
disposal-state-copies = Gallras nu ({ $who }).
disposal-state-running = Gallras nu ({ $who }); { $count } klara.
disposal-state-cleaning = Gallras nu ({ $who }); { $count } klara.
disposal-state-done = Gallrat: { $count } ({ $who }).
disposal-look = Gå igenom
disposal-dispose = Gallra
disposal-later = Inte nu
disposal-confirm-title = Gallra?
disposal-confirm = { $count ->
    [one] Orden och namnen i 1 handling försvinner för gott. Det går inte att ångra.
   *[other] Orden och namnen i { $count } handlingar försvinner för gott. Det går inte att ångra.
}
disposal-begun = Jag gallrar nu. Du får en rapport när det är klart.
disposal-look-nothing = Inget av det här kan gallras längre.
disposal-look-more = { $count ->
    [one] och 1 till
   *[other] och { $count } till
}
disposal-row = { $day } · { $kind }: { $text }
disposal-kind-comment = kommentar
disposal-kind-answer = svar från sidan
disposal-kind-own = sidans egen kommentar
disposal-kind-idea = idé
disposal-kind-post = inlägg
disposal-kind-message = meddelande
disposal-no-words = (utan ord)
disposal-instead = Det som stod här är gallrat.

disposal-report-title = Gallringen är klar
disposal-report-done = { $count ->
    [one] { $name }: 1 handling är gallrad.
   *[other] { $name }: { $count } handlingar är gallrade.
}
disposal-report-skipped = { $count ->
    [0] Inget hölls kvar av gallringsstopp.
    [one] 1 handling hoppades över, för att ett gallringsstopp håller den kvar eller för att den har öppnats igen.
   *[other] { $count } handlingar hoppades över, för att ett gallringsstopp håller dem kvar eller för att de har öppnats igen.
}
disposal-report-copies = { $count ->
    [0] Inget meddelande från mig i Slack behövde bytas ut.
    [one] 1 meddelande från mig i Slack byts ut mot en rad som säger att det är gallrat.
   *[other] { $count } meddelanden från mig i Slack byts ut mot en rad som säger att det är gallrat.
}
disposal-report-beyond = Det här når jag inte: vad ni själva har skrivit i trådarna, mina privata svar och filer som någon har laddat ner. Inte heller det som står på Facebook, eller säkerhetskopior av databasen från före i dag. Låt säkerhetskopiorna rulla bort enligt er rutin, eller ta en ny och kasta de gamla.

hold-title = Gallringsstopp
hold-intro = Ett gallringsstopp gör att inget av det gallras förrän någon lyfter det. Sätt ett så fort någon begär ut något, tills det är utlämnat.
hold-scope = Vad ska finnas kvar?
hold-scope-all = allt
hold-scope-post = allt på ett inlägg
hold-scope-period = det som kom under en tid
hold-scope-comment = en kommentar, med sin tråd
hold-link = Länk till inlägget eller kommentaren
hold-link-hint = Kopiera länken på Facebook, eller skriv dess id. Behövs bara för ett inlägg eller en kommentar.
hold-first = Första dagen
hold-last = Sista dagen
hold-reason = Varför
hold-reason-hint = Skriv inte vem som frågar eller vad det ska användas till. Det du skriver här kan begäras ut.
hold-set = Gallringsstoppet gäller nu.
hold-lifted = Gallringsstoppet är lyft. Inget gallras av det: det kommer med på nästa lista om det är gammalt nog.
hold-lift = Lyft
hold-lift-confirm = Då kan det gallras igen. Är det som begärdes ut utlämnat?
hold-by = { $who }, { $day }: { $reason }
hold-on-all = *Allt* hålls kvar.
hold-on-post = Allt på inlägget { $subject } hålls kvar.
hold-on-period = Det som kom från { $first } till { $last } hålls kvar.
hold-on-day = Det som kom { $day } hålls kvar.
hold-on-comment = En kommentar hålls kvar, med sin tråd: { $subject }
disposal-holds = { $count ->
    [0] Inget gallringsstopp gäller.
    [one] { "*" }1 gallringsstopp gäller.*
   *[other] { "*" }{ $count } gallringsstopp gäller.*
}

handed-title = Överlämnade
handed-intro = Välj de kommentarer som arkivet eller registratorn har fått. Först då kan de gallras, när ert beslut säger det.
handed-comments = Överlämnade kommentarer
handed-saved = Sparat: { $added } nya som överlämnade, { $taken } inte längre.
handed-none = Ingen dold, borttagen eller diarieförd kommentar väntar på att överlämnas.
handed-waiting = { $count ->
    [0] Inget väntar på att överlämnas.
    [one] 1 kommentar väntar på att överlämnas.
   *[other] { $count } kommentarer väntar på att överlämnas.
}

refusal-disposal-decision = Skriv både gallringsbeslutet och dess datum, eller lämna båda tomma för att stänga av.
refusal-disposal-decision-to-come = Beslutets datum har inte kommit än. Skriv in det när det är fattat.
refusal-disposal-period = Skriv ett helt antal dagar eller månader, till exempel 24.
refusal-hold-unread = Jag hittar inget med den länken. Kopiera länken från Facebook, eller välj en tid i stället.
refusal-hold-times = Välj en första och en sista dag, i den ordningen.
refusal-disposal-over = Om den listan har någon redan bestämt. Se under Inställningar, Gallring.
refusal-disposal-rule-changed = Gallringsbeslutet har ändrats sedan listan gjordes. Gör en ny lista under Inställningar, Gallring.
refusal-disposed = Den kommentaren är gallrad, så det finns inget att ta tillbaka. Ändra direkt på Facebook om det behövs.
