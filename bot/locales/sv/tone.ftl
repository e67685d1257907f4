### Råd om texten: korta, vänliga, och alltid med vad man kan göra.

tone-ask = Råd om texten
tone-ask-says = Råd om texten till { $title }
tone-title = *Råd om texten:* { $title }
tone-only-advice = Det är bara råd: ni bestämmer.
tone-fine = Bra skrivet! Jag har inget att föreslå.
tone-fine-signs = Längd, länkar, hashtaggar och emojier ser bra ut. Språket bedömer jag bara i svensk text.
tone-too-short = Texten är för kort för råd. Fråga gärna igen när den är längre.
tone-no-text = Inlägget har ingen text än. Skriv den först, så läser jag den gärna.

tone-lix = LIX { $lix }: { $level }. { $average } ord per mening, { $share } % långa ord.
tone-lix-very-easy = mycket lätt att läsa
tone-lix-easy = lätt att läsa
tone-lix-medium = går att förenkla
tone-lix-hard = svår att läsa
tone-lix-very-hard = mycket svår att läsa
tone-lix-short = Texten är för kort för LIX.

tone-long-sentence = En mening är { $count } ord lång. Dela upp den: ”{ $said }”
tone-heavy-sentences = Meningarna är långa: { $count } ord i snitt. Dela upp några av dem.
tone-heavy-words = Många ord är långa: { $count } av 100. Byt några mot kortare.
tone-stiff = Skriv ”{ $better }” i stället för ”{ $said }”.
tone-needless = Stryk ”{ $said }”. Det låter vänligare utan.
tone-passive = Skriv vem som gör det, till exempel ”vi”, där det står ”{ $said }”.
tone-long-text = Texten är { $count } tecken. Många läser bara början: lägg det viktigaste först.
tone-very-long-text = Texten är { $count } tecken. Korta den, och länka till resten.
tone-short-link = Skriv hela adressen i stället för ”{ $said }”, så syns det vart länken leder.
tone-links = Inlägget har { $count } länkar. Behåll den viktigaste, och skriv vart den leder.
tone-hashtags = Inlägget har { $count } hashtaggar. Behåll högst två, och sätt dem sist.
tone-emoji = Inlägget har { $count } emojier. Behåll högst tre, och sätt dem sist.
