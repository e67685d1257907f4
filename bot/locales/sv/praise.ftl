### Beröm som skickas vidare: rutan, texten att skicka, listan, verksamheterna.

praise-pass-on-says = Skicka vidare det här berömmet
praise-title = Skicka vidare beröm
praise-next = Klar att skicka
praise-unit = Till vilken verksamhet?
praise-other = … eller någon annan
praise-note = Det här skickar du
praise-note-hint = Utan namn på den som skrev. Stryk också annat som pekar ut en person, om det inte är menat så.
praise-consent = Namnet
praise-consent-yes = Den som skrev säger ja till att namnet är med
praise-consent-hint = Fråga först. Kryssar du här lägger jag till namnet sist i texten.
praise-ready =
    Hej!

    Det här har en invånare skrivit till oss på Facebook, och det är till er:

    ”{ $text }”

    Bra jobbat, och tack!
praise-from = Den som skrev heter { $name } och vill gärna att ni vet det.
praise-subject = Beröm till er från en invånare
praise-mail = Öppna som e-post
praise-send = Klart att skicka till *{ $unit }*. Kopiera texten och skicka den själv, för det gör inte jag:
praise-sent = Jag har skickat det
praise-change = Ändra
praise-sent-said = Skickat vidare till *{ $unit }*. Fint!
praise-unsent-said = Ändrat: det är inte skickat till *{ $unit }* än.

praise-list = Beröm från invånare
praise-month = { $count ->
    [0] *{ $month }*: inget markerat som beröm
   *[other] *{ $month }*: { $count } beröm, varav { $passed } skickade vidare
}
praise-of-unit = { $unit }: { $count } beröm, varav { $passed } skickade
praise-not-yet = Inte skickat vidare än
praise-waited = Har väntat i { $days } arbetsdagar
praise-more = { $count ->
    [one] … och 1 till som väntar.
   *[other] … och { $count } till som väntar.
}

units-title = Verksamheter som får beröm
units-intro = Hit skickar ni vidare beröm. Jag skickar inget själv.
units-none = Inga verksamheter än. Det går också att skriva en i rutan varje gång.
units-more = { $count ->
    [one] … och 1 till.
   *[other] … och { $count } till.
}
units-new = Ny verksamhet
units-revive = Använd igen
units-archive = Arkivera
units-archived-line = ~{ $entry }~ · används inte längre
units-form-new = Ny verksamhet
units-form-change = Ändra verksamheten
units-name = Namn
units-contact = Så når ni den
units-contact-hint = En e-postadress är bäst: då går det att öppna texten som e-post.
units-saved = Sparat: { $entry }
units-archived = Arkiverad: { $entry }
units-revived = Används igen: { $entry }

refusal-unit-missing = Skriv eller välj vilken verksamhet det är.
refusal-unit-there = ”{ $name }” finns redan. Titta i listan; kanske är den arkiverad.
refusal-units-many = Ni har redan { $most } verksamheter, och fler går inte att välja bland. Arkivera någon först.
refusal-unit-gone = Den verksamheten finns inte längre. Öppna rutan igen och välj en annan.
refusal-praise-note = Skriv några ord att skicka.
refusal-praise-name = Namnet på den som skrev står i texten. Stryk det, eller fråga först och kryssa i att namnet får vara med.
refusal-not-praise = Den är inte markerad som beröm längre. Sätt 💙 på kommentaren först.
refusal-praise-not-noted = Det finns ingen text att skicka än. Tryck på *Skicka vidare beröm* under kommentaren.

comment-act-praise-noted = skrev en text om berömmet
comment-act-praise-passed = skickade berömmet vidare
comment-act-praise-unpassed = ändrade: berömmet är inte skickat
