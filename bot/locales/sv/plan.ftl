### Planen: rader, formulär, vad som gjordes, varför något inte gjordes.

outlet-facebook = Facebook
outlet-web = Webb
outlet-intranet = Intranät

plan-undo = Ångra
plan-change = Ändra
plan-close = Avbryt
plan-save = Spara

plan-status-draft = utkast
plan-status-ready = klart
plan-status-published = publicerat
plan-status-cancelled = inställt
plan-status-late = { $status }, skulle ha gått ut
plan-no-owner = ingen ansvarig

plan-runway-full = Inga luckor på { $days } dagar.
plan-runway = { $days ->
    [0] Första luckan är redan i dag, { $day }.
    [1] Planen räcker till i morgon, { $day }: då är första luckan.
   *[other] Planen räcker till { $day }: då är första luckan, om { $days } dagar.
}
plan-row-post = { $day }: *{ $title }* · { $outlet } { $clock } · { $status } · { $owner }
plan-row-gap = { $day }: *Lucka* · { $outlet } { $clock }
plan-row-asks = { $day }: ledig dag. Vill ni ha något då? · { $outlet } { $clock }
plan-row-left-empty = { $day }: lämnas tom · { $outlet } { $clock }
plan-free-day = { $day }, { $name }
plan-week-empty = Inget planerat.
plan-left-out = { $count ->
    [one] … och 1 till.
   *[other] … och { $count } till.
} Visa en vecka i taget för att se allt.
plan-page = { $left ->
    [0] Sida { $page } av { $pages }.
    [one] Sida { $page } av { $pages }. På de andra sidorna finns 1 rad till.
   *[other] Sida { $page } av { $pages }. På de andra sidorna finns { $left } rader till.
}
plan-page-before = Förra sidan
plan-page-after = Nästa sida
plan-week-before = Förra veckan
plan-week-after = Nästa vecka
plan-month-before = Förra månaden
plan-month-after = Nästa månad
plan-moment = { $day } { $clock }

plan-new = Planera inlägg
plan-more = Visa fler veckor
plan-fill = Fyll
plan-open = Öppna inlägget
plan-act-change = Ändra
plan-act-move = Flytta
plan-act-publish = Markera som publicerat
plan-act-ready = Markera som klart
plan-act-draft = Gör till utkast igen
plan-act-cancel = Ställ in

plan-form-title = Planera ett inlägg
plan-form-change = Ändra inlägget
plan-form-submit = Planera
plan-form-post-title = Rubrik
plan-form-text = Text
plan-form-outlet = Kanal
plan-form-day = Dag
plan-form-time = Tid
plan-form-owner = Ansvarig
plan-form-status = Hur långt har det kommit?
plan-form-status-draft = Utkast
plan-form-status-ready = Klart att publicera
plan-form-idea = Kommer från idén

plan-move-title = Flytta inlägget
plan-move-submit = Flytta
plan-move-intro = *{ $title }* ligger { $when } i kanalen { $outlet }.
plan-move-gap = Till en lucka
plan-move-gap-hint = Väljer du en lucka gäller den, annars dagen och tiden här under.
plan-publish-title = Det är publicerat
plan-publish-submit = Markera
plan-publish-intro = *{ $title }*, { $when } i kanalen { $outlet }. Här publicerar jag ingenting, jag noterar bara att det är ute.
plan-publish-link = Länk till inlägget
plan-publish-hint = Börjar med https:// – lämna tomt om du inte har den.
plan-cancel-title = Ställa in inlägget?
plan-cancel-submit = Ställ in
plan-cancel-keep = Behåll
plan-cancel-intro = *{ $title }*, { $when } i kanalen { $outlet }, tas bort ur planen. Du kan ångra efteråt.
plan-cancel-intro-idea = *{ $title }*, { $when } i kanalen { $outlet }, tas bort ur planen, och idén går tillbaka till idébanken. Du kan ångra efteråt.

plan-done-planned = Planerat: *{ $title }*, { $when } · { $outlet } · { $status } · { $owner }
plan-done-again = Det har jag redan: *{ $title }*, { $when } · { $outlet } · { $status } · { $owner }
plan-done-changed = Ändrat: *{ $title }*, { $when } · { $outlet } · { $status } · { $owner }
plan-done-moved = Flyttat: *{ $title }* ligger nu { $when } i kanalen { $outlet }.
plan-done-published = Fint! *{ $title }* är markerat som publicerat.
plan-done-cancelled = Inställt: *{ $title }* är borta ur planen.
plan-done-cancelled-idea = Inställt: *{ $title }* är borta ur planen, och idén ligger i idébanken igen.
plan-done-ready = *{ $title }* är klart att publicera.
plan-done-draft = *{ $title }* är ett utkast igen.
plan-done-restored = Ångrat: *{ $title }*, { $when } · { $outlet } · { $status } · { $owner }
plan-done-unplanned = Ångrat: *{ $title }* är borta ur planen.
plan-beside = Samma dag i samma kanal: ”{ $title }” { $clock }.
plan-beside-more = Och { $count } till samma dag.
plan-on-free-day = Dagen är ledig: { $name }. Ingen är på plats och bevakar, så schemalägg inlägget i förväg.
plan-from-idea = Kommer från idén ”{ $title }”.

plan-examples =
    Till exempel:
    • `{ $command } { $weekday } 11.00 Öppet hus på ambulansen`
    • `{ $command } { $day } webb Nya besökstider`
    • `{ $command } { $week } Tips inför helgen`
plan-usage =
    Så kan du skriva:
    • `{ $command }` visar de närmaste veckorna
    • `{ $command } fredag 11.00 Facebook Öppet hus` planerar direkt: dagen först, sedan tid och kanal om du vill, och rubriken
    • `{ $command } luckor` visar luckorna
    • `{ $command } serier` visar serierna
    • `{ $command } vecka 50` visar en vecka
    • `{ $command } december` visar en månad
    • `{ $command } bild` ritar åtta veckor som en bild
    • `{ $command } ny` öppnar formuläret

refusal-title-missing = Rubriken saknas. Skriv några ord om vad det handlar om.
refusal-title-too-long = Rubriken är { $length } tecken. Korta den till högst { $limit }; resten får plats i texten.
refusal-text-too-long = Texten är { $length } tecken. Korta den till högst { $limit }.
refusal-day-missing = Välj en dag.
refusal-day-past = { $day } har redan varit. Välj en dag framåt.
refusal-day-too-far = { $day } är mer än tre år bort. Stämmer året?
refusal-time-missing = Välj en tid.
refusal-time-skipped = { $at } finns inte { $day }: då ställs klockan om till sommartid. Välj en annan tid.
refusal-no-such-month = Det finns ingen månad { $number }. Skriv till exempel december eller månad 12.
refusal-link-unfit = Det ser inte ut som en länk. Den ska börja med https://, eller lämna fältet tomt.
refusal-owner-not-member = Bara medlemmar i arbetsytan kan ha ett inlägg. Välj en kollega, eller lämna fältet tomt.
refusal-outlet-gone = Den kanalen finns inte. Välj en av dem som finns i formuläret.
refusal-post-gone = Det inlägget finns inte. Visa planen igen, så ser du hur det är nu.
refusal-slot-gone = Den tiden finns inte i planen. Visa planen igen, så ser du hur det är nu.
refusal-post-published = ”{ $title }” är redan publicerat, så det går inte att ändra i planen.
refusal-post-cancelled = ”{ $title }” är redan inställt. Planera det på nytt om det ska ut ändå.
refusal-post-unchanged = Det är redan så. Inget är ändrat.
refusal-post-outdated = Någon har ändrat inlägget sedan dess. Visa planen igen, så ser du hur det är nu.
