### Dölja och ta bort kommentarer: reglerna, frågan som ställs först, listan efteråt.

rule-agitation = hets mot folkgrupp
rule-threat = hot mot någon
rule-incitement = uppvigling
rule-violence = olaga våldsskildring
rule-abuse-pictures = barnpornografi
rule-copyright = intrång i upphovsrätt
rule-personal-data = personuppgifter om någon annan
rule-patient-data = uppgifter om en patient
rule-insult = påhopp eller kränkning
rule-spam = spam eller reklam
rule-repetition = samma sak om och om igen
rule-off-topic = utanför ämnet
rule-unsafe-link = länk som vi inte kan granska
rule-kind-law = lag
rule-kind-page = sidans regel
rule-choice = { $text } ({ $kind })
rule-other = en annan regel, som du skriver nedanför
rule-other-short = en annan regel

rules-title = Regler för kommentarer
rules-intro = Samma regler som ni visar på sidan. Bara de kan vara skäl att dölja eller ta bort en kommentar. Kritik är tillåten.
rules-none = Inga regler än.
rules-more = { $count ->
    [one] … och 1 till.
   *[other] … och { $count } till.
}
rules-new = Ny regel
rules-revive = Använd igen
rules-archive = Arkivera
rules-archived-line = ~{ $entry }~ · används inte längre
rules-form-new = Ny regel
rules-form-change = Ändra regeln
rules-text = Regeln
rules-text-hint = Skriv det som inte är tillåtet, till exempel ”spam eller reklam”.
rules-kind = Är det lag eller sidans egen regel?
rules-kind-hint = För det som är förbjudet i lag föreslår jag att ta bort, och det görs genast.
rules-saved = Sparat: { $entry }
rules-archived = Arkiverad: { $entry }. Det som gjorts efter den visar fortfarande skälet.
rules-revived = Används igen: { $entry }

refusal-rule-missing = Skriv regeln med några ord.
refusal-rule-silences = Kritik är tillåten, så det kan inte vara en regel. Skriv vad i sättet att säga det som inte är okej.
refusal-rule-there = ”{ $text }” finns redan. Titta i listan; kanske är den arkiverad.
refusal-rules-many = Ni har redan { $most } regler, och fler går inte att välja bland. Arkivera någon först.
refusal-rule-gone = Den regeln används inte längre. Öppna rutan igen och välj en annan.

moderation-open = Dölj eller ta bort …
moderation-open-hint = Om den bryter mot en av sidans regler. Du får välja regel och säga ja en gång till.
moderation-title = Dölj eller ta bort
moderation-next = Vidare
moderation-submit = Ja, gör så
moderation-question = Kritik är tillåten. Vilken regel bryter kommentaren mot?
moderation-rule = Regel
moderation-words = Med egna ord
moderation-words-hint = Vad i kommentaren är det? Den som begär ut handlingarna kan få läsa det du skriver.
moderation-named = Regel: *{ $rule }* ({ $kind })
moderation-why-remove = Det här är förbjudet i lag, så jag föreslår att ta bort. En dold kommentar ser den som skrev den fortfarande.
moderation-why-hide = Det här är inte olagligt, så jag föreslår att dölja. Det går att ångra, men inte det som är borttaget.
moderation-deed = Vad ska hända?
moderation-deed-hide = Dölj den
moderation-deed-remove = Ta bort den för alltid
moderation-then-law = Jag sparar allt om kommentaren först. Det som är förbjudet i lag görs genast.
moderation-then-second = Jag sparar allt om kommentaren först. Sedan frågar jag { $who } i tråden: någon mer behöver säga ja.
moderation-and = { $others } och { $last }
moderation-then-alone = Jag sparar allt om kommentaren först. Ingen mer är på plats, så det görs genast och någon tittar på det efteråt.
moderation-report-first = Bryter den också mot Facebooks regler? Anmäl den på Facebook innan du tar bort den; sedan går det inte.
moderation-goes-hide = Jag döljer kommentaren nu. Du får ett meddelande när det är gjort.
moderation-goes-remove = Jag tar bort kommentaren nu. Du får ett meddelande när det är gjort.
moderation-asked = Jag har frågat i kommentarens tråd. När någon mer har sagt ja gör jag det, och du får ett meddelande.
moderation-unsaved = Obs: jag kunde inte spara en kopia av kommentaren. Ta en skärmdump om den finns kvar, och säg till den som sköter mig.
moderation-copied = En kopia av bilden är sparad ({ $size } kB, sha256 { $fingerprint }).
moderation-uncopied = Obs: bilden kunde inte sparas ({ $code }). Spara den själv om den finns kvar.

moderation-reason = Skäl: { $reason } ({ $kind })
moderation-asks-hide = { $who } vill dölja kommentaren. { $reason }
moderation-asks-remove = { $who } vill ta bort kommentaren. { $reason }
moderation-asks-second = Håller du med? Någon mer behöver säga ja först. Kritik är tillåten.
moderation-asks-again = En påminnelse: det väntar fortfarande på att någon mer säger ja eller nej. Kritik är tillåten.
moderation-yes-hide = Ja, dölj den
moderation-yes-remove = Ja, ta bort den
moderation-no = Nej, låt den stå
moderation-agreed-waiting = { $who } sa ja. Jag gör det nu.
moderation-agreed-hide = { $who } sa ja. Kommentaren är dold.
moderation-agreed-remove = { $who } sa ja. Kommentaren är borttagen.
moderation-agreed-failed = { $who } sa ja, men det gick inte.
moderation-declined = { $who } sa nej. Kommentaren står kvar.
moderation-taken-back = { $who } tog tillbaka frågan. Kommentaren står kvar.
moderation-lapsed = Ingen hann svara, så jag tog tillbaka frågan. Kommentaren står kvar.
moderation-undone-by = { $who } ångrade det. Kommentaren syns igen.

moderation-done-hide = Kommentaren är dold. { $reason }
moderation-done-remove = Kommentaren är borttagen. { $reason }
moderation-undone = Kommentaren syns igen. { $reason }
moderation-author = Vill du säga det till den som skrev? Kopiera texten och skicka den på Facebook, om det går:
moderation-message-hide = Hej! Vi har dolt din kommentar till ”{ $post }”. Den bryter mot en av sidans regler: { $rule }. Kritik är tillåten här, så skriv gärna igen utan det. Hälsningar { $page }
moderation-message-hide-law = Hej! Vi har dolt din kommentar till ”{ $post }”. Den innehåller något som kan vara förbjudet i lag: { $rule }. Kritik är tillåten här, så skriv gärna igen utan det. Hälsningar { $page }
moderation-message-remove = Hej! Vi har tagit bort din kommentar till ”{ $post }”. Den bryter mot en av sidans regler: { $rule }. Kritik är tillåten här, så skriv gärna igen utan det. Hälsningar { $page }
moderation-message-remove-law = Hej! Vi har tagit bort din kommentar till ”{ $post }”. Den innehåller något som kan vara förbjudet i lag: { $rule }. Kritik är tillåten här, så skriv gärna igen utan det. Hälsningar { $page }
moderation-page-nameless = sidan
moderation-report-hint = Bryter den också mot Facebooks egna regler? Anmäl den på Facebook och tryck sedan här, så står det i historiken.
moderation-reported = Jag har anmält den till Facebook
moderation-reported-hint = Om den bryter mot Facebooks egna regler: anmäl den på Facebook, och tryck sedan här så att det står i historiken.
moderation-reported-noted = Noterat: du har anmält kommentaren till Facebook.
moderation-undo = Visa den igen
moderation-undo-hint = Alla ser kommentaren igen på Facebook, och den väntar på svar som förut.
moderation-undoing = Jag visar kommentaren igen. Det syns på dess meddelande när det är gjort.
moderation-withdrawn = Det blir inte av. Kommentaren står kvar.
moderation-again = Försök igen

moderation-not-hide = Kommentaren är inte dold. { $problem }
moderation-not-remove = Kommentaren är inte borttagen. { $problem }
moderation-not-undone = Kommentaren är fortfarande dold. { $problem }
moderation-lapsed-told = Ingen mer hann svara, så kommentaren står kvar. { $reason } Vill du fortfarande? Bestäm på nytt, så frågar jag igen.
moderation-problem-no-hide = Facebook låter ingen dölja just den här. Ta bort den i stället, eller pröva på Facebook själv.
moderation-problem-token = Facebook tar inte emot min token ({ $code }). Be den som sköter mig att hämta en ny, och försök igen sedan. Är det bråttom, gör det på Facebook.
moderation-problem-permission = Jag saknar en rättighet på sidan ({ $code }). Den som sköter mig behöver ge appen pages_manage_engagement. Är det bråttom, gör det på Facebook.
moderation-problem-refused = Facebook tog inte emot det ({ $code }). Försök igen, eller gör det på Facebook.
moderation-problem-gone = Den finns inte längre på sidan. Den som skrev den eller Facebook har tagit bort den.
moderation-problem-changed = Den som skrev har ändrat den sedan du bestämde. Läs den igen och bestäm på nytt.
moderation-problem-silent = Facebook har inte svarat på en timme ({ $code }). Titta på sidan först, och försök sedan igen.
moderation-problem-uncopied = Jag kunde inte spara bilden i den ({ $code }), så jag har inte gjort något. Försök igen. Är det bråttom, spara bilden själv och gör det på Facebook.

refusal-moderation-words = Skriv vilken regel det är. Utan skäl går det inte att dölja eller ta bort något.
refusal-moderation-changed = Den som skrev har ändrat kommentaren. Läs den igen, och bestäm på nytt.
refusal-moderation-under-way = Någon har redan bestämt om den kommentaren, och det är inte klart än. Titta i dess tråd.
refusal-moderation-over = Det är redan avgjort. Titta i kommentarens historik under *Mer*.
refusal-moderation-own = Det behöver vara någon mer än du. Be en kollega att titta.
refusal-moderation-for-good = Det som är borttaget går inte att hämta tillbaka på Facebook. Texten finns sparad hos mig; säg till den som sköter mig om du behöver den.
refusal-moderation-away = Kommentaren är redan dold eller borta, så det finns inget mer att göra.
refusal-moderation-snapshot = Jag kunde inte spara kommentaren, så jag har inte gjort något. Försök igen, och säg till den som sköter mig om det inte går.
refusal-moderation-no-page = Ingen Facebooksida är kopplad, så jag kan inte dölja eller ta bort något. Be den som sköter mig att koppla sidan först.
refusal-comment-moderated = Kommentaren är dold eller borttagen. Tryck på *Mer* under den; en dold kan visas igen därifrån.

moderated-title = Dolt och borttaget, senaste { $days } dagarna
moderated-none = Inget är dolt eller borttaget. Så brukar det vara.
moderated-figures = Dolda: { $hidden } · borttagna: { $removed } · { $share } % av { $total } kommentarer
moderated-unreviewed = { $count ->
    [0] Någon mer har tittat på allt.
    [one] 1 väntar på att någon mer tittar.
   *[other] { $count } väntar på att någon mer tittar.
}
moderated-more = { $count ->
    [one] … och 1 till.
   *[other] … och { $count } till.
}
moderated-asked-hide = *{ $author }* · { $who } ville dölja den { $day }
moderated-asked-remove = *{ $author }* · { $who } ville ta bort den { $day }
moderated-waiting = *{ $author }* · { $who } bestämde { $day }, och jag håller på
moderated-undoing = *{ $author }* · { $who } dolde den { $day }, och jag visar den igen nu
moderated-done-hide = *{ $author }* · { $who } dolde den { $day }
moderated-done-remove = *{ $author }* · { $who } tog bort den { $day }
moderated-undone = *{ $author }* · { $who } dolde den { $day }, och den syns igen
moderated-seconded = { $who } sa ja
moderated-reviewed = { $who } har tittat efteråt: det var rätt
moderated-waits = Väntar på att någon mer säger ja
moderated-not-reviewed = Ingen mer har tittat på det än
moderated-right = Det var rätt
moderated-right-said = Tack, nu står det att du har tittat på det.

comment-act-hidden = dolde den
comment-act-removed = tog bort den
comment-act-unhidden = visade den igen
comment-act-moderation-asked = frågade om den ska döljas eller tas bort
comment-act-moderation-agreed = sa ja till det
comment-act-moderation-declined = lät den stå kvar
comment-act-moderation-lapsed = tog tillbaka frågan, för ingen hann svara
comment-act-moderation-failed = fick inte göra det på Facebook
comment-act-moderation-reviewed = tittade efteråt: det var rätt
comment-act-snapshot-failed = kunde inte spara en kopia
comment-act-copy-failed = kunde inte spara bilden
comment-act-reported = anmälde den till Facebook
