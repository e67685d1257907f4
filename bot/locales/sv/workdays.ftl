### Arbetstid och lediga dagar.

free-day-squeeze = klämdag

clock-written = { NUMBER($hour) }.{ NUMBER($minute, minimumIntegerDigits: 2) }

workdays-title = Arbetstid och lediga dagar
workdays-intro = Röda dagar, midsommarafton, julafton och nyårsafton räknar jag ut själv. Resten bestämmer ni. På lediga dagar är jag tyst.
workdays-hours = Arbetstid: { $hours }
workdays-halves = Halvdagar: { $days }
workdays-squeezed = Lediga klämdagar: { $days }
workdays-squeeze-all = alla
workdays-own = { $count ->
    [0] Egna lediga dagar: inga
    [one] Egna lediga dagar: 1
   *[other] Egna lediga dagar: { $count }
}
workdays-none = inga
workdays-half = { $name } till { $clock }
workdays-own-add = Lägg till
workdays-own-line = { $day }: { $name }
workdays-own-added = { $day } är ledig: { $name }.
workdays-own-removed = { $day } är en vanlig dag igen ({ $name } är borttagen).
workdays-saved = Sparat. Så här är det nu:

workdays-hours-form = Arbetstid
workdays-hours-hint = Skriv till exempel 8–16.30, eller 8–12, 13–16.30. Lämna tomt för en dag då ingen arbetar.
workdays-halves-form = Halvdagar
workdays-halves-hint = Halvdagar är arbetsdagar som slutar tidigare, och ni väljer själva. I staten slutar skärtorsdagen och valborg två timmar tidigare, de andra fyra.
workdays-whole = Hela dagen
workdays-until = Till { $clock }
workdays-squeeze-form = Klämdagar
workdays-squeeze-hint = En klämdag är en arbetsdag mellan två lediga dagar.
workdays-squeeze-rule = Regel
workdays-squeeze-every = Alla klämdagar är lediga
workdays-squeeze-days = Lediga klämdagar
workdays-own-form = Egen ledig dag
workdays-own-name = Vad heter dagen?
workdays-own-hint = Till exempel Planeringsdag.

half-epiphany-eve = Trettondagsafton
half-maundy-thursday = Skärtorsdagen
half-walpurgis = Valborg
half-all-saints-eve = Dagen före alla helgons dag
half-before-christmas-eve = 23 december

refusal-hours-unreadable = ”{ $text }” kan jag inte läsa som arbetstid. Skriv till exempel 8–16.30, eller 8–12, 13–16.30.
refusal-hours-none = Minst en dag i veckan behöver ha arbetstid. Skriv till exempel 8–16.30.
