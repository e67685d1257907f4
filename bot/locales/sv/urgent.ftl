### Akut: frågan till en i taget, vad det blev, och det som inte är bedömt än.

outcome-kept = kvar, inte regelbrott
outcome-answered = kvar, besvarad
outcome-hidden = dold
outcome-removed = borttagen
outcome-reported = borttagen och polisanmäld
outcome-passed = överlämnad till jurist eller säkerhet

urgent-asks = { $who }, den här kommentaren är akut. Kan du bedöma den?
urgent-asks-channel = Ingen har bedömt den här kommentaren än, och jag har frågat alla jag får fråga nu. Vem här kan göra det?
urgent-after = Sedan frågade jag { $who } { $clock }.
urgent-after-channel = Sedan frågade jag i Slack-kanalen { $clock }.
urgent-over = Klart: kommentaren är bedömd.
urgent-taken-back = Klart: flaggan sattes av misstag och är borta.
urgent-danger = *Gäller det fara för liv? Så här kan ni svara, att kopiera:*
urgent-danger-text = Är det fara för liv, ring 112. Mår du dåligt och behöver prata med någon kan du ringa 1177 dygnet runt. Du är inte ensam.
urgent-standing = *Akut, obedömd sedan { $when }*
    { $comment }

urgent-form = Vad blev det?
urgent-outcome = Utfall
urgent-reason = Varför?
urgent-reason-hint = En mening räcker. Det du skriver här kan begäras ut.
urgent-does-nothing = Det här skriver bara upp vad det blev. Jag döljer, tar bort och svarar aldrig själv.
urgent-judged = Bedömd: { $outcome }. { $comment }
urgent-left-hidden = Kommentaren döljs inte av det här. Har du inte redan dolt den, gör det nu.
urgent-left-removed = Kommentaren tas inte bort av det här. Har du inte redan tagit bort den, gör det nu.
urgent-left-reported = Jag tar inte bort något och anmäler inget. Spara en bild av kommentaren innan du tar bort den, och gör anmälan hos polisen.
urgent-left-passed = Jag skickar inget vidare. Hör av dig till juristen eller säkerhet.

refusal-flag-stands = Vad blev det? En flagga tas inte bort, den bedöms: tryck på *Bedöm*.
refusal-flag-gone = Den kommentaren är inte flaggad längre: någon har redan bedömt den. Flagga den igen om något nytt har hänt.
refusal-outcome-missing = Välj ett utfall i listan.
