### Veckans knep, i veckans första dagens plan.

tips-title = Veckans knep
tips-on = På: ett kort skrivråd i veckan, efter vad råden hittade mest veckan före.
tips-off = Av: inga skrivråd i dagens plan.
tips-switch-off = Stäng av
tips-switch-on = Slå på
tips-line = { "*" }Veckans knep:* { $tip }

tip-sentences = Dela långa meningar. En tanke i varje mening, så orkar fler läsa till slutet.
tip-words = Byt långa ord mot korta. Långa ord bromsar, särskilt på en liten skärm.
tip-stiff = Skriv som du talar. Läs texten högt, och byt det du aldrig skulle säga.
tip-passive = Säg vem som gör något. ”Vi öppnar dörrarna” är lättare än ”dörrarna öppnas”.
tip-length = Det viktigaste först. De flesta ser bara de första raderna innan de bläddrar vidare.
tip-links = En länk räcker. Flera länkar konkurrerar om samma klick.
tip-short-link = Visa hela adressen. En förkortad länk säger inte vart den leder.
tip-hashtags = En eller två hashtaggar räcker, sist i texten.
tip-emoji = Få emojier, och aldrig i stället för ord. Skärmläsare läser upp varenda en.
tip-alt = Skriv vad bilden visar medan du väljer den. En mening räcker som alt-text.
tip-captions = Texta filmen. Många ser den utan ljud, och alla hör inte.
tip-description = Berätta i texten vad filmen visar, så följer också den med som inte ser.
