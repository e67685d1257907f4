### Svara som sidan: inställningen, formuläret, vad det blev av, färdiga texter.

answering-title = Svara från Slack
answering-no-page = Ingen Facebooksida är kopplad, så jag kan inte svara på något.
answering-now-off = Av. Ni svarar själva på Facebook, och jag ser det.
answering-now-on = På. Får svara: { $who }. Svaren slutar med: { $signature }
answering-unsigned = ingen underskrift
answering-state = Får kommentarer besvaras härifrån?
answering-on = Ja, efter en fråga varje gång
answering-off = Nej
answering-users = Vilka får svara?
answering-users-hint = Lämna tomt, så är det huvudansvarig och ersättare.
answering-signature = Så slutar svaren
answering-signature-hint = {"{förnamn}"} blir förnamnet på den som svarar. Lämna tomt, så skriver jag inget.
answering-saved = Sparat. Så här gäller nu för att svara från Slack:

comments-answer-hint = Skriv ett svar som går ut som sidan, med färdiga texter att utgå från.
answer-form-title = Svara som sidan
answer-submit = Skicka som sidan
answer-submit-anyway = Skicka ändå
answer-public = Det du skickar blir offentligt på Facebook: alla kan läsa det, och det står som *{ $page }*.
answer-in-thread = Svaret hamnar sist i tråden, så nämn gärna vem du svarar.
answer-kind = Vad är det?
answer-kind-answer = Ett svar
answer-kind-promise = Vi återkommer
answer-promise-text = Tack för din fråga! Vi tar reda på det och återkommer här.
answer-ready = Utgå från en färdig text
answer-ready-reply = Sparade svar
answer-ready-route = Hänvisa till
answer-ready-stale = { $name } (behöver ses över)
answer-text = Svaret
answer-text-hint = Jag lägger till { $signature } sist.
answer-text-hint-unsigned = Så här går det ut, ord för ord.{ $signature }
answer-known = Sidan har svarat i tråden: ”{ $text }”
answer-warned = *Tänk på det här innan du skickar.* Du bestämmer.
answer-news = Sidan har svarat under tiden. Läs det svaret först, här nedanför.
answer-risk-number = Det ser ut som ett personnummer. Ta bort det: svaret kan läsas av alla.
answer-risk-care = ”{ $said }” bekräftar att personen har varit i kontakt med vården. Skriv hellre allmänt, till exempel: Den som har frågor om sin vård når mottagningen på 1177.
answer-risk-promise = ”{ $said }” kan läsas som ett löfte eller ett beslut i ett enskilt ärende. Skriv hellre hur det brukar gå till, och vart man vänder sig.
answer-risk-blank = { $said } är inte ifyllt.
answer-risk-long = Svaret är långt. Korta det, eller be personen ringa eller mejla.
answer-decided = Jag skickar svaret nu. Det syns i tråden under kommentaren när det är ute.

answer-sent-answer = *{ $who }* svarade som sidan:
answer-sent-promise = *{ $who }* lovade som sidan att ni återkommer:
answer-deleted = Sidans svar är borttaget, och kommentaren är öppen igen. Svaret skrevs av { $who }.
answer-edit = Ändra
answer-delete = Ta bort
answer-out-after-all = Svaret till { $author } kom ut till slut. Det står på Facebook, och kommentaren är markerad som besvarad.
answer-failed = Ditt svar till *{ $author }* är inte ute. { $problem } Din text finns kvar här:
answer-again = Försök igen
answer-again-anyway = Jag har tittat: försök igen

answer-problem-slow = Facebook bad mig vänta ({ $code }). Försök igen om en stund.
answer-problem-token = Facebook tar inte emot min token ({ $code }). Be den som sköter mig att hämta en ny, och försök igen sedan. Är det bråttom, kopiera texten och svara på Facebook.
answer-problem-permission = Jag saknar en rättighet på sidan ({ $code }). Den som sköter mig behöver ge appen pages_manage_engagement; försök igen sedan.
answer-problem-rules = Facebook har stoppat det ({ $code }). Logga in på Facebook och se vad som krävs innan du försöker igen.
answer-problem-link = Facebook kan inte läsa länken ({ $code }). Prova den i en webbläsare, rätta den och försök igen.
answer-problem-duplicate = Facebook säger att samma sak redan har skrivits ({ $code }). Titta på sidan, och ändra texten om det ska ut ändå.
answer-problem-gone = Kommentaren finns inte kvar på Facebook, eller så får jag inte se den ({ $code }). Titta på sidan.
answer-problem-refused = Facebook tog inte emot det ({ $code }). Försök igen, eller kopiera texten och svara på Facebook.
answer-problem-late = Jag kunde inte skicka i tid, och nu är det över en timme sedan. Ska det ut ändå?
answer-problem-closed = Någon stängde kommentaren under tiden. Öppna den igen om den ska ha ett svar.
answer-problem-forbidden = Det får inte svaras härifrån längre. Fråga huvudansvarig, eller titta i inställningarna.
answer-problem-answered = Sidan svarade själv under tiden. Läs det svaret först; ska ditt ut ändå, försök igen.
answer-problem-unreadable = Jag når inte Facebook ({ $code }), så jag har inte skickat något. Försök igen om en stund.
answer-problem-unsure = Facebook svarar inte på om det kom ut ({ $code }). Titta på sidan först. Står det där ser jag det själv så småningom; annars försöker du igen.
answer-problem-nowhere = Facebook svarade inte, och svaret syns inte på sidan. Titta där själv innan du försöker igen.
answer-problem-edited = Facebook ändrade något i stället för att svara. Titta på sidan och rätta till det.

refusal-answering-off = Det går inte att svara från Slack än. Huvudansvarig slår på det i inställningarna.
refusal-answering-no-page = Ingen Facebooksida är kopplad, så jag kan inte svara på något. Be den som sköter mig att koppla sidan först.
refusal-not-answerer = Du får inte svara som sidan härifrån. I inställningarna ser du vilka som får; be någon av dem.
refusal-nobody-answers = Välj vilka som får svara, eller utse en huvudansvarig först.
refusal-answerer-not-member = Bara medlemmar i arbetsytan kan få svara. Välj en kollega.
refusal-answer-empty = Skriv ett svar först.
refusal-answer-long = Svaret får vara högst { $most } tecken med underskrift. Korta det lite.
refusal-answer-under-way = Ett svar på den kommentaren är redan på väg ut. Titta i tråden om en stund.

refusal-reply-gone = Den texten finns inte längre. Öppna inställningarna igen, så ser du vilka som finns.
refusal-reply-nameless = Ge texten ett namn, så att den går att hitta.
refusal-reply-empty = Skriv texten först.
refusal-too-many-replies = Det finns redan { $most } texter. Ta bort någon som inte används först.

route-1177-name = 1177
route-1177-text = Hej {"{namn}"}! Frågor om din egen hälsa kan vi inte svara på här. Ring 1177 eller logga in på 1177.se, så får du hjälp av vårdpersonal:
route-1177-link = https://www.1177.se
route-unit-name = Verksamheten
route-unit-text = Hej {"{namn}"}! Det här svarar {"{enhet}"} bäst på. Du når dem här: {"{länk}"}
route-unit-link = –
route-patient-board-name = Patientnämnden
route-patient-board-text = Hej {"{namn}"}! Tack för att du berättar. Har du synpunkter på vården kan patientnämnden hjälpa dig att föra fram dem. Så här når du dem: {"{länk}"}
route-patient-board-link = –
route-registrar-name = Registrator
route-registrar-text = Hej {"{namn}"}! Vill du lämna in något eller begära ut en handling, skriv till vår registrator: {"{länk}"}
route-registrar-link = –
route-hr-name = HR och rekrytering
route-hr-text = Hej {"{namn}"}! Kul att du vill jobba hos oss. Våra lediga jobb och kontaktpersoner finns här: {"{länk}"}
route-hr-link = –
route-press-name = Press
route-press-text = Hej {"{namn}"}! Frågor från medier svarar vår presstjänst på: {"{länk}"}
route-press-link = –
route-politics-name = Politik
route-politics-text = Hej {"{namn}"}! Det är en politisk fråga, och den svarar våra förtroendevalda på. Här hittar du dem: {"{länk}"}
route-politics-link = –
route-112-name = 112, akut
route-112-text = Hej {"{namn}"}! Är det akut, ring 112. Vi läser inte här dygnet runt. Behöver du prata med någon om din hälsa, ring 1177.
route-112-link = –

answer-edit-title = Ändra svaret
answer-edit-intro = Så här står det på Facebook nu. Ändringen syns för alla, och Facebook visar att svaret är ändrat.
answer-edit-submit = Ändra på Facebook
answer-edit-anyway = Ändra ändå
answer-delete-title = Ta bort svaret
answer-delete-intro = Svaret tas bort från Facebook och går inte att få tillbaka. Kommentaren öppnas igen och väntar på svar.
answer-delete-submit = Ta bort
answer-not-edit = Svaret är inte ändrat på Facebook. { $problem } Din text finns kvar här:
answer-not-delete = Svaret är inte borttaget från Facebook. { $problem }
refusal-answer-not-out = Det svaret finns inte kvar på Facebook, så det går inte att ändra.
refusal-answer-change-under-way = Svaret håller redan på att ändras. Titta i tråden om en stund.
refusal-answer-same = Det är samma text som förut. Ändra något, eller stäng formuläret.

replies-title = Färdiga svar
replies-now = { $replies ->
    [one] 1 sparat svar
   *[other] { $replies } sparade svar
} och { $routes ->
    [one] 1 hänvisning
   *[other] { $routes } hänvisningar
}.
replies-now-stale = { $count ->
    [one] 1 behöver ses över.
   *[other] { $count } behöver ses över.
}
replies-open = Visa
replies-intro = Välj en text för att läsa, ändra eller ta bort den.
replies-empty = Här finns inga texter än. Spara svar på frågor som kommer ofta, så svarar alla lika.
replies-stale = ”{ $name }” behöver ses över.
replies-pick = Välj en text
replies-add = Nytt svar
replies-add-route = Ny hänvisning
replies-places = {"{namn}"} blir förnamnet på den som skrev. {"{enhet}"} fyller den i som svarar, och {"{länk}"} blir länken här.
replies-kind-reply = Sparat svar
replies-kind-route = Hänvisning
replies-owned = { $who } ansvarar
replies-review-on = ses över { $day }
replies-review-passed = skulle ha setts över { $day }
replies-name = Namn
replies-text = Text
replies-link = Länk
replies-owner = Ansvarig
replies-owner-hint = Får ett meddelande i månaden när texten behöver ses över.
replies-review = Ses över senast
replies-form-reply = Sparat svar
replies-form-route = Hänvisning
replies-saved = ”{ $name }” är sparad.
replies-deleted = ”{ $name }” är borttagen.
replies-due = { $count ->
    [one] En färdig text som du ansvarar för behöver ses över. Stämmer den fortfarande? Ändra den, eller sätt bara ett nytt datum.
   *[other] { $count } färdiga texter som du ansvarar för behöver ses över. Stämmer de fortfarande? Ändra dem, eller sätt bara nya datum.
}
