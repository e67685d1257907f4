### Vem som gör vad: läsare, rättigheter, ersättare för en tid.

team-readers = Läsare
team-readers-hint = De ser allt och kan be om siffror, men ändrar inget.
reads-only-somebody = någon i teamet
refusal-reads-only = Du kan läsa allt här och be om siffror, men inte ändra. Be { $who } göra det, eller att få bli med i teamet.

rights-title = Rättigheter och ersättare
rights-intro = En ersättare kan leda under en tid, till exempel vecka 28–31. Då går det som annars går till huvudansvarig till ersättaren först.
rights-elsewhere = Vem som publicerar och svarar på sidan bestäms där ni slår på det.
rights-remove = Dölja och ta bort kommentarer
rights-disclose = Lämna ut handlingar
rights-dispose = Gallra
rights-level-leads = huvudansvarig och ersättare
rights-level-team = alla i teamet
rights-level-nobody-leads = alla i teamet, tills någon är huvudansvarig
rights-line = { $right }: { $who }
rights-besides = { $right }: dessutom
rights-form = Rättigheter
rights-saved = Sparat. Så här är det nu:
rights-leads = Leder i dag: { $who }
rights-nobody-leads = Ingen huvudansvarig är utsedd än, så alla bestämmer.
rights-stand-in = Låt en ersättare leda
rights-stand-in-form = Ersättare leder
rights-person = Ersättare
rights-person-hint = Någon av dem som är ersättare i teamet.
rights-added = Sparat. Leder: { $line }
rights-removed = Borttaget. Leder inte längre: { $line }

refusal-owner-reads = Den personen läser bara och kan inte göra det här. Välj en kollega, eller gör personen till en del av teamet först.
refusal-rights-not-member = Bara medlemmar i arbetsytan kan få rättigheter. Ta bort gäster och appar.
refusal-stand-in-not-deputy = Bara en ersättare kan leda i stället. Lägg till personen som ersättare i teamet först.
refusal-stand-in-days = De dagarna stämmer inte. Sista dagen ska vara i dag eller senare, inte före den första, och högst ett och ett halvt år bort.
refusal-stand-in-taken = En ersättare leder redan någon av de dagarna. Ta bort det först, eller välj andra dagar.
refusal-stand-ins-many = Det finns redan { $most } sådana tider framöver. Ta bort någon först.
refusal-stand-in-gone = Det är redan borttaget.
