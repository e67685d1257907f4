### Blockera någon från sidan: formuläret, frågan till en kollega, slutet.

block-open = Blockera den som skrev …
block-title = Blockera
block-submit = Ja, blockera
block-intro = Den som blockeras kan inte kommentera på sidan. Det är ett stort steg, så det har alltid ett skäl och en sista dag. Kritik är tillåten.
block-why = Varför räcker det inte att dölja eller ta bort?
block-until = Sista dagen
block-until-hint = Oftast 30 dagar, och högst ett år.
block-review = När sista dagen kommer frågar jag huvudansvarig om blockeringen ska hävas. Ingen hävs eller förlängs av sig själv.
block-then-second = Jag frågar { $who } i tråden först: någon mer behöver säga ja.
block-then-alone = Ingen mer är på plats, så det görs genast.
block-asked = Jag har frågat i kommentarens tråd. När någon mer har sagt ja gör jag det, och du får ett meddelande.
block-goes = Jag blockerar nu. Du får ett meddelande när det är gjort.
block-asks = { $who } vill blockera den som skrev kommentaren, till och med { $until }. Skäl: { $reason }
block-asks-second = Håller du med? Någon mer behöver säga ja först. Kritik är tillåten.
block-yes = Ja, blockera
block-no = Nej
block-declined = { $who } sa nej. Ingen är blockerad.
block-taken-back = { $who } tog tillbaka frågan. Ingen är blockerad.
block-lapsed = Ingen hann svara, så jag tog tillbaka frågan. Ingen är blockerad.
block-lapsed-told = Ingen mer hann svara, så ingen är blockerad. Vill du fortfarande? Tryck på *Blockera den som skrev …* igen.
block-agreed-waiting = { $who } sa ja. Jag gör det nu.
block-agreed-active = { $who } sa ja. Det är gjort.
block-agreed-failed = { $who } sa ja, men det gick inte.
block-lifted-by = { $who } har hävt det.
block-done = Den som skrev är blockerad till och med { $until }. Skäl: { $reason }
block-ended = Den som skrev är inte blockerad längre.
block-lift = Häv blockeringen
block-lifting = Jag häver blockeringen nu. Du får ett meddelande när det är gjort.
block-withdrawn = Det blir inte av. Ingen är blockerad.
block-extend = Förläng …
block-extend-title = Förläng blockeringen
block-extend-submit = Förläng
block-extended = Sparat. Jag frågar igen när den nya sista dagen kommer.
block-not-done = Ingen är blockerad. { $problem }
block-not-lifted = Blockeringen är inte hävd. { $problem }
block-problem-token = Facebook tar inte emot min token ({ $code }). Be den som sköter mig att hämta en ny, eller gör det på Facebook.
block-problem-permission = Jag saknar en rättighet på sidan ({ $code }). Gör det på Facebook, under sidans inställningar, eller be den som sköter mig om hjälp.
block-problem-refused = Facebook tog inte emot det ({ $code }). Försök igen, eller gör det på Facebook under sidans inställningar.
block-problem-silent = Facebook har inte svarat på en timme ({ $code }). Försök igen om en stund.

blocks-title = Blockerade just nu
blocks-intro = Bara du som är huvudansvarig eller ersättare ser det här.
blocks-none = Ingen är blockerad. Så brukar det vara.
blocks-more = { $count ->
    [one] … och 1 till.
   *[other] … och { $count } till.
}
block-line = *{ $author }* · till och med { $until } · { $who } bestämde { $begun }
block-reason = Skäl: { $reason }
block-alone = Ingen mer har sagt ja
block-over = { $count ->
    [one] En blockering har nått sin sista dag. Häv den, eller förläng den med ett nytt skäl.
   *[other] { $count } blockeringar har nått sin sista dag. Häv dem, eller förläng dem med ett nytt skäl.
}
block-over-done = Tack, nu är alla blockeringar genomgångna.
block-pack = { $count ->
    [one] *1 blockering* når sin sista dag före nästa möte: { $when }. Ska den hävas?
   *[other] *{ $count } blockeringar* når sin sista dag före nästa möte: { $when }. Ska de hävas?
}

refusal-block-author = Facebook säger inte vem som skrev kommentaren, så jag kan inte blockera. Följ länken till kommentaren och blockera där, eller i sidans inställningar på Facebook.
refusal-block-reason = Skriv varför. Utan skäl går det inte att blockera någon.
refusal-block-until = Välj en dag efter i dag, och senast { $last }.
refusal-block-already = Den som skrev är redan blockerad, eller så har någon redan frågat om det. Titta i kommentarens tråd.
refusal-block-first = Dölj eller ta bort kommentaren först, med en regel. Sedan går det att blockera.

comment-act-block-asked = bestämde att blockera den som skrev
comment-act-block-agreed = sa ja till att blockera
comment-act-block-declined = sa nej till att blockera
comment-act-block-lapsed = tog tillbaka frågan om att blockera
comment-act-block-failed = fick inte blockera på Facebook
comment-act-block-retried = försökte blockera igen
comment-act-block-lifted = hävde blockeringen
comment-act-block-extended = förlängde blockeringen
comment-act-blocked = blockerade den som skrev
comment-act-unblocked = släppte in den som skrev igen
