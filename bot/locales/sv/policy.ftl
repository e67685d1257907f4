### Svar och bevakning: vad vi lovar, vad vi bevakar, och vem som bevakar.

policy-title = Svar och bevakning
policy-intro = Att svara och att bevaka är två saker. Ni svarar på arbetstid. Utanför den kan någon titta till sidan utan att svara.
policy-answers = Vi svarar { $promise }. Arbetstid: { $hours }.
policy-promise-weekday = inom 24 timmar på helgfria vardagar
policy-promise-days = { $count ->
    [one] inom 1 arbetsdag
   *[other] inom { $count } arbetsdagar
}
policy-promise-hours = { $count ->
    [one] inom 1 timme på arbetstid
   *[other] inom { $count } timmar på arbetstid
}
policy-watches-office = Utanför arbetstid bevakar ingen sidan.
policy-watches-watch = Utanför arbetstid bevakas det som är akut, alla dagar { $hours }, med högst { $minutes } minuter emellan.
policy-watches-crisis = Utökad bevakning: alla kommentarer, alla dagar { $hours }, med högst { $minutes } minuter emellan.
policy-urgent = Akut på arbetstid: jag frågar en i taget. Var och en får så här många minuter, i tur och ordning: { $waits }.
policy-about = *Till rutan Om på sidan, att kopiera:*
policy-about-answers = Vi svarar på kommentarer { $hours }, { $promise }.
policy-about-office = Andra tider läser vi inte sidan.
policy-about-watch = Andra tider tar vi bara hand om det som är akut.
policy-about-crisis = Just nu läser vi sidan alla dagar { $hours }.
policy-saved = Sparat. Så här är det nu:

policy-kind = Vad lovar ni?
policy-kind-weekday = Svar inom 24 timmar på helgfria vardagar
policy-kind-days = Svar inom ett antal arbetsdagar
policy-kind-hours = Svar inom ett antal timmar på arbetstid
policy-count = Hur många dagar eller timmar?
policy-count-hint = Behövs för arbetsdagar och timmar på arbetstid. Arbetsdagar räknas från dagen efter.
policy-preset = Vad bevakar ni utanför arbetstid?
policy-preset-office = Inget: endast kontorstid
policy-preset-watch = Det som är akut, kvällar och helger vid behov
policy-preset-crisis = Allt: utökad bevakning, till exempel i en kris
policy-hours = När bevakar ni?
policy-hours-hint = Alla dagar, helger också. Skriv till exempel 8–22. Lämna tomt så väljer jag vanliga tider.
policy-every = Hur många minuter emellan?
policy-every-hint = Så länge väntar jag innan jag frågar igen. Lämna tomt så väljer jag.
policy-waits = Akut: hur många minuter får var och en?
policy-waits-hint = På arbetstid: den första, den andra och alla senare. Lämna tomt så blir det { $usual }.

roster-title = Vem bevakar?
roster-intro = En vecka i taget, i tur och ordning. Den som är borta hoppas över. Utanför arbetstid stör jag bara den som bevakar.
roster-none = Ingen har bevakning än. Då stör jag ingen utanför arbetstid.
roster-today = Bevakar i dag: { $who }
roster-today-nobody = Ingen bevakar i dag: alla som turas om är borta.
roster-week = { $week }: { $who }
roster-turns = Ändra turerna
roster-swap = Ta över en dag
roster-swap-line = { $day }: { $who } tar över
roster-saved = Sparat. Så här är det nu:
roster-swapped = { $who } bevakar { $day }.
roster-swapped-days = { $who } bevakar { $first } till och med { $last }.
roster-removed = { $day } är som i turerna igen. { $who } har lämnat den.

roster-turns-form = Turas om att bevaka
roster-people = Vilka turas om?
roster-people-hint = En vecka var, i den ordning du väljer dem. Lämna tomt om ingen bevakar.
roster-from = Från och med
roster-from-hint = Veckan med den dagen är den förstas.
roster-swap-form = Ta över bevakningen
roster-person = Vem tar över?
roster-first = Första dagen
roster-last = Sista dagen

refusal-policy-promise = Skriv ett antal från 1 till { $most }.
refusal-policy-every = Skriv ett antal minuter, från { $least } till { $most }.
refusal-policy-waits = Skriv ett till tre antal minuter, från { $least } till { $most }, till exempel 15, 30, 60.
refusal-roster-not-member = Bara medlemmar i arbetsytan kan bevaka. Välj en kollega.
refusal-roster-days = De dagarna stämmer inte. Börja i dag eller senare, och ta högst { $most } dagar åt gången.
refusal-roster-gone = Den dagen har ingen tagit över längre.
refusal-roster-not-yours = Andras dagar ändrar huvudansvarig eller en ersättare. Fråga någon av dem.
