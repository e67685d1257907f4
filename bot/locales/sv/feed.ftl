### Planen som kalender, för Outlook och andra.

feed-name = Innehållsplan
feed-name-outlet = Innehållsplan: { $outlet }
feed-summary = { $outlet }: { $title } ({ $status })
feed-owner = Ansvarig: { $name }

subscribe-title = Planen i Outlook
subscribe-off = Avstängd. Den som sköter boten sätter på den med CALENDAR_TOKEN och HTTP_PORT.
subscribe-on = Påslagen. Den som har adressen kan följa planen i sin kalender.
subscribe-show = Visa adresserna
subscribe-intro = Välj Lägg till kalender → Prenumerera från webben i Outlook, och skriv botens adress följd av en av dessa. Dela dem bara med dem som får läsa planen.
subscribe-plan = Hela planen
subscribe-line = { $name }: `{ $path }`
subscribe-renew = Byt hemlighet
subscribe-renew-intro = De gamla adresserna slutar att gälla genast. Alla som prenumererar behöver lägga till den nya adressen. Det går inte att ångra.
subscribe-renewed = Bytt. De gamla adresserna gäller inte längre. Här är de nya:

refusal-subscribe-off = Kalendern är avstängd. Den som sköter boten sätter på den med CALENDAR_TOKEN.
