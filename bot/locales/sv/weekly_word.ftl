### Veckans ord till resten av organisationen: inställningen, utkastet, texten.

weekly-title = Veckans ord
weekly-none = Av. Jag skriver inget utkast.
weekly-when = Utkastet kommer på { $day } morgon.
weekly-to = Slack-kanal: { $channel }
weekly-nowhere = Ingen Slack-kanal är vald: kopiera texten och skicka den dit du vill.
weekly-day = När ska utkastet komma?
weekly-off = Aldrig
weekly-channel = Slack-kanal
weekly-channel-hint = Jag måste vara med i den. Inget skickas förrän någon trycker på skicka.
weekly-saved = Sparat. { $when }
weekly-draft = Här är veckans ord till resten av organisationen. Läs, ändra det du vill och skicka, eller kopiera.
weekly-edit = Läs igenom och skicka
weekly-edit-after-all = Skicka ändå
weekly-skip = Inte den här veckan
weekly-send = Skicka till kanalen
weekly-text = Det här skickas
weekly-text-hint = Stryk allt som pekar ut en person.
weekly-empty = Det blir inget ord den här veckan. Inget gick ut de senaste sju dagarna, och inget är planerat de närmaste.
weekly-head = Veckan hos innehållsteamet ({ $week })
weekly-went = Det gick ut:
weekly-coming = Det här kommer:
weekly-row = • { $day }: { $title }
weekly-more = … och { $count } till
weekly-nice = En invånare skrev: ”{ $text }”
weekly-ideas = Har du en idé? Skriv /{ $prefix }idea och berätta.
weekly-sent-by = { $who } skickade veckans ord (v. { $week }) till { $channel }.
weekly-skipped-by = { $who } valde att inte skicka veckans ord (v. { $week }).

refusal-weekly-empty = Skriv något att skicka, eller stäng rutan.
refusal-weekly-sent = Veckans ord är redan skickat. Nästa utkast kommer nästa vecka.
refusal-weekly-no-channel = Ingen Slack-kanal är vald för veckans ord. Välj en under inställningarna, eller kopiera texten.
refusal-weekly-not-in-channel = Jag är inte med i den Slack-kanalen. Skriv `/invite` och mitt namn i den, och spara sedan igen.
