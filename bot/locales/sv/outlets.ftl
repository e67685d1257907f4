### Kanalerna och deras takt: när de vill ha inlägg, undantag och pauser.

settings-remove = Ta bort

outlets-title = Kanaler och takt
outlets-intro = I den här ordningen visas kanalerna. Takten säger när en kanal vill ha inlägg; inlägg på andra tider går lika bra.
outlet-summary = { $name }: { $cadence }
outlet-no-cadence = ingen takt, planeras fritt
outlet-no-cadence-yet = Kanalen har ingen takt än. Då får den inga luckor, och inlägg planeras fritt.
outlet-retired = används inte längre
outlet-more = … och { $count } till.
outlet-new = Ny kanal
outlet-change = Namn och plats
outlet-pair-on = Två personer
outlet-pair-off = Räcker med en person
outlet-pair-is-on = Inlägg här blir klara först när någon som inte skrev texten har sagt ja.
outlet-said-pair-on = *{ $name }*: inlägg blir klara först när två har läst. Det som redan är klart är kvar som det är.
outlet-said-pair-off = *{ $name }*: det räcker med en person.
outlet-retire = Sluta använda
outlet-revive = Ta tillbaka
outlet-show = Visa kanalen
outlet-form-new = Ny kanal
outlet-form-change = Ändra kanalen
outlet-name = Namn
outlet-place = Plats i ordningen
outlet-place-hint = Den första kanalen med takt gäller när ingen annan är vald.
outlet-next = Nästa tider: { $times }
outlet-no-next = Inga tider det närmaste året.
outlet-gaps = { $count ->
    [0] Kanalen har inga luckor de närmaste två månaderna.
    [one] Kanalen har nu 1 lucka de närmaste två månaderna.
   *[other] Kanalen har nu { $count } luckor de närmaste två månaderna.
}
outlet-added = Kanalen { $name } finns nu.
outlet-saved = Sparat: { $name }.
outlet-said-retired = { $name } används inte längre. Inläggen som finns ligger kvar i planen.
outlet-said-revived = { $name } används igen.

cadence-line = { $days } { $clock }
cadence-every-other = varannan vecka, nästa gång { $week }: { $days } { $clock }
cadence-rule-line = regeln { $rule } { $clock }
cadence-new = Ny takt
cadence-form = Takt
cadence-days = Veckodagar
cadence-weeks = Hur ofta?
cadence-weeks-every = Varje vecka
cadence-weeks-other = Varannan vecka, med { $week }
cadence-times = Tid
cadence-times-hint = Till exempel 11.00, eller flera: 11.00, 15.30
cadence-rule = Egen regel
cadence-rule-hint = För den som vill: en regel enligt RFC 5545, till exempel FREQ=MONTHLY;BYDAY=1MO för första måndagen i månaden. Den gäller i stället för veckodagarna.
cadence-saved = Sparat för { $name }. Inga inlägg har flyttats.
cadence-removed = Borttaget för { $name }. Inga inlägg har flyttats.
cadence-restored = Ångrat: { $name } är som förut.

departure-new = Undantag en dag
departure-form = Undantag en dag
departure-kind = Vad gäller den dagen?
departure-kind-skip = Inget inlägg den dagen
departure-kind-extra = Ett extra inlägg
departure-time = Tid för det extra inlägget
departure-time-hint = Behövs bara för ett extra inlägg.
departure-skip-day = { $day }: inget inlägg
departure-skip = { $day }: inget inlägg { $clock }
departure-extra = { $day }: extra inlägg { $clock }

pause-new = Paus
pause-form = Paus
pause-name = Namn
pause-name-hint = Till exempel Sommaruppehåll.
pause-first = Första dagen
pause-last = Sista dagen
pause-line = Paus { $first } – { $last }: { $name }

refusal-outlet-retired = Den kanalen används inte längre. Välj en annan, eller ta tillbaka den under inställningarna.
refusal-name-missing = Namnet saknas. Skriv ett kort namn.
refusal-outlet-name-taken = Det finns redan en kanal som heter ”{ $name }”. Välj ett annat namn, eller ta tillbaka den som finns.
refusal-outlets-too-many = Det finns redan { $most } kanaler, och fler ryms inte. Döp om en som ni inte använder.
refusal-outlet-last = Det är den enda kanalen ni har, och utan kanal går inget att planera. Lägg till en annan först.
refusal-cadences-too-many = En kanal kan ha högst { $most } takter. Ta bort någon först, eller slå ihop flera veckodagar till en.
refusal-parts-too-many = Fler än { $most } får inte plats. Ta bort någon som inte behövs längre.
refusal-weekdays-missing = Välj minst en veckodag, eller skriv en egen regel.
refusal-times-unreadable = ”{ $text }” är inget klockslag. Skriv till exempel 11.00, eller 11.00, 15.30.
refusal-pause-unfit = Pausen ska sluta framåt i tiden, tidigast dagen då den börjar, och vara högst ett år. Ändra sista dagen.
refusal-setting-already = Det är redan gjort, eller så har någon ändrat det sedan dess. Visa inställningarna igen, så ser du hur det är nu.
refusal-slot-no-day = Jag hittar ingen ledig arbetsdag i närheten. Fyll tiden ändå, eller lämna den tom.
