### Sidan som en chef skickar vidare: rutan innan den görs, och det som står på den.

brief-open = Sida till chefen
brief-title = Sida till chefen
brief-submit = Gör sidan
brief-intro = En A4 om { $period }: vad som gick ut, vad invånarna skrev, hur snabbt ni svarade och vad som kommer. Inga namn på invånare.
brief-sentence = En egen mening
brief-sentence-hint = Står överst. Vad vill du att chefen minns?
brief-praise = Ett beröm att visa
brief-praise-none = Inget beröm
brief-praise-hint = Jag döljer nummer, adresser och namnet på den som skrev. Välj ett där ingen annan är namngiven.
brief-praise-empty = Inget i { $period } är markerat som beröm, så sidan blir utan.
brief-asked = Jag gör sidan. Den kommer om några sekunder i vårt eget samtal: klicka på mitt namn, så hittar du den.
brief-ready = Här är sidan om { $period }: { $file }. Öppna den i webbläsaren, skriv ut den eller skicka den vidare.
brief-ready-pdf = Och samma sida som PDF: { $file }
brief-no-pdf = Sidan gick inte att göra som PDF den här gången. Öppna den andra filen och skriv ut den därifrån.
brief-file = sida

brief-page-title = Vår kommunikation, { $period }
brief-page-days = { $days }
brief-page-so-far = { $days }, hittills
brief-percent = { $percent } %
brief-before = { $period }: { $count }
brief-half = hälften av { $count } svar kom inom den tiden
brief-went = Det gick ut
brief-went-none = Inget gick ut under perioden.
brief-went-count = { $count ->
    [one] 1 inlägg: { $outlets }.
   *[other] { $count } inlägg: { $outlets }.
}
brief-went-series = Ur serier: { $series }.
brief-tally = { $name } { NUMBER($count) }
brief-tally-rest = annat { NUMBER($count) }
brief-more = … och { NUMBER($count) } till
brief-wrote = Det skrev invånarna
brief-no-page = Facebooksidan är inte kopplad till planen, så kommentarer är inte räknade.
brief-promise = Vi lovar svar { $promise }.
brief-late = { $count ->
    [one] 1 kommentar har inte fått svar i tid.
   *[other] { NUMBER($count) } kommentarer har inte fått svar i tid.
}
brief-themes = Mest skrevs under: { $themes }.
brief-praised = Beröm: { NUMBER($count) }.
brief-outside = Utanför arbetstid: { $share }.
brief-spent = Teamets egen uppskattning av tiden: { $spent }. Skattade kommentarer: { $timed }.
brief-page-praise = Ett beröm
brief-quote = ”{ $text }”
brief-by = En invånare
brief-by-name = { $name }, som vill att vi visar det
brief-ahead = Det här kommer
brief-ahead-none = Inget är planerat de närmaste fyra veckorna än.
brief-coming = { $day } · { $outlet } · { $title }
brief-nobody = Ingen invånare och ingen medarbetare är mätt för sig.
