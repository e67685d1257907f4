### Från andra kalendrar och från tabeller: vad som lästes in, vad som skiljer, vad som inte gick att läsa.

import-untitled = Utan rubrik
import-read-in = { $count ->
    [one] Jag har läst in 1 inlägg i planen. Det är ett utkast utan ansvarig.
   *[other] Jag har läst in { $count } inlägg i planen. De är utkast utan ansvarig.
}
import-undo = Ångra inläsningen
import-undone = { $count ->
    [one] { $who } har ångrat inläsningen: 1 inlägg är borta ur planen.
   *[other] { $who } har ångrat inläsningen: { $count } inlägg är borta ur planen.
}
import-undone-kept = { $count ->
    [one] 1 inlägg som någon har ändrat ligger kvar.
   *[other] { $count } inlägg som någon har ändrat ligger kvar.
}

import-asks = *Outlook och planen säger olika*
import-line-new = *{ $title }*, { $when } · { $outlet }: finns i Outlook men inte i planen
import-line-decided = *{ $title }*, { $when } · { $outlet }
import-line-gone = *{ $title }*, { $when } · { $outlet }: finns inte längre i Outlook
import-line-retitled = *{ $title }* heter *{ $theirs }* i Outlook
import-line-moved = *{ $title }*: { $ours } i planen, { $theirs } i Outlook
import-more = { $count ->
    [one] … och 1 till. Svaret gäller alla.
   *[other] … och { $count } till. Svaret gäller alla.
}
import-more-decided = { $count ->
    [one] … och 1 till.
   *[other] … och { $count } till.
}
import-new-take = Ta in i planen
import-new-keep = Hoppa över
import-change-take = Ta Outlooks
import-change-keep = Behåll vår
import-new-taken = { $who } tog in det i planen:
import-new-kept = { $who } hoppade över det:
import-change-taken = { $who } tog det som står i Outlook:
import-change-kept = { $who } behöll det som står i planen:
import-over = Det löste sig: om *{ $title }* behöver ni inte välja längre.
import-answered = Klart. Planen är ändrad.
import-kept = Klart. Planen är som förut.

import-all-asks = { $count ->
    [one] *Outlook och planen säger olika på 1 ställe*
   *[other] *Outlook och planen säger olika på { $count } ställen*
}
import-all-take = Ta allt från Outlook
import-all-keep = Behåll allt vårt
import-all-apart = Fråga om tio i taget
import-all-sure = Är du säker?
import-all-take-means = { $count ->
    [one] 1 inlägg i planen blir som i Outlook. Det går att ångra.
   *[other] { $count } inlägg i planen blir som i Outlook. Det går att ångra.
}
import-all-keep-means = { $count ->
    [one] Planen är kvar som den är på 1 ställe. Det går att ångra.
   *[other] Planen är kvar som den är på { $count } ställen. Det går att ångra.
}
import-all-not-now = Inte nu
import-all-working = { $who } har bestämt. Jag gör det nu, det tar en liten stund.
import-all-taken = { $count ->
    [0] { $who } ville ta allt från Outlook, men inget var som när jag frågade.
    [one] { $who } tog det som står i Outlook på 1 ställe.
   *[other] { $who } tog det som står i Outlook på { $count } ställen.
}
import-all-kept = { $count ->
    [0] { $who } ville behålla allt, men inget var som när jag frågade.
    [one] { $who } behöll det som står i planen på 1 ställe.
   *[other] { $who } behöll det som står i planen på { $count } ställen.
}
import-all-passed = { $count ->
    [one] 1 har ändrats sedan jag frågade. Det rörde jag inte.
   *[other] { $count } har ändrats sedan jag frågade. Dem rörde jag inte.
}
import-all-undo = Ångra alltihop
import-all-undone = { $count ->
    [0] { $who } ville ångra, men någon hade ändrat allt sedan dess.
    [one] { $who } ångrade: 1 ställe är som förut.
   *[other] { $who } ångrade: { $count } ställen är som förut.
}
import-all-undone-kept = { $count ->
    [one] 1 har någon ändrat sedan dess. Det är kvar som det är.
   *[other] { $count } har någon ändrat sedan dess. De är kvar som de är.
}
import-all-over = Det löste sig: ni behöver inte välja om många på en gång längre.

refusal-import-emptied = Kalendern är plötsligt tom. Jag tror inte på det och rör inget i planen. Titta i Outlook.
refusal-import-undone = Inläsningen är redan ångrad.
refusal-import-over = Frågan gäller inte längre, för något har ändrats sedan dess. Titta på meddelandet igen.
refusal-import-too-large = Filen är större än jag läser: högst 10 MB, 400 000 rader och 4 000 händelser framåt. Dela upp den.
refusal-import-no-calendar = Det är ingen kalender. En sådan börjar med BEGIN:VCALENDAR.
refusal-import-cut-off = Kalendern slutar för tidigt, på rad { NUMBER($line, useGrouping: 0) }. Hämta den igen.
refusal-import-line = Rad { NUMBER($line, useGrouping: 0) } går inte att läsa: ”{ $text }”. Rätta den och försök igen.
refusal-import-no-start = Händelsen på rad { NUMBER($line, useGrouping: 0) } säger inte när den börjar. Lägg till DTSTART.
refusal-import-moment = Rad { NUMBER($line, useGrouping: 0) }: ”{ $text }” är ingen tidpunkt. Rätta den och försök igen.
refusal-import-zone = Rad { NUMBER($line, useGrouping: 0) }: tidszonen ”{ $zone }” finns inte. Byt den mot till exempel Europe/Stockholm.
refusal-import-rule = Rad { NUMBER($line, useGrouping: 0) }: ”{ $rule }” är ingen upprepning per dag, vecka, månad eller år. Rätta den och försök igen.
refusal-import-too-much = Upprepningarna i filen tar för lång tid att räkna ut. Det blev stopp på rad { NUMBER($line, useGrouping: 0) }. Korta dem.
refusal-import-column = { $column ->
    [day] Tabellen saknar en kolumn för dagen. Första raden ska ha rubrikerna datum och rubrik.
   *[title] Tabellen saknar en kolumn för rubriken. Första raden ska ha rubrikerna datum och rubrik.
}
refusal-import-rows = { $count ->
    [one] 1 rad går inte att läsa. Inget är inläst. Rätta raden och försök igen.
   *[other] { $count } rader går inte att läsa. Inget är inläst. Rätta raderna och försök igen.
}

import-row = Rad { $line }: { $reason }
import-rows-more = … och { $count } till.
import-row-day = ”{ $value }” är inget datum. Skriv till exempel 2026-12-01.
import-row-far = { $value } är mer än tre år bort.
import-row-time = ”{ $value }” är inget klockslag. Skriv till exempel 11.00.
import-row-title = rubriken saknas.
import-row-title-long = rubriken är för lång: ”{ $value }”. Den får ha högst 150 tecken.
import-row-text-long = texten till ”{ $value }” är för lång. Den får ha högst 3 000 tecken.
import-row-outlet = kanalen ”{ $value }” finns inte.
import-row-status = ”{ $value }” är ingen status. Skriv utkast eller klart.

import-done = Klart:
import-would-be = Så här skulle det bli:
import-nothing = inget att läsa in
import-new = { $count } nya
import-known = { $count } fanns redan
import-differing = { $count } skiljer sig från planen; jag frågar om dem i Slack
import-own = { $count } är våra egna och lämnas som de är
import-strangers = { $count } har en ansvarig som jag inte känner; de får ingen
import-shortened = { $count } har en text över 3 000 tecken, som är kortad
import-file = filen som ska läsas: .ics eller .csv
import-to-wheel = läs in i årshjulet i stället för i planen
import-theme-days = { $count } temadagar är nya eller ändrade i årshjulet
import-wheel-ideas = { $count } nya idéer väntar på beslut
import-dry-run = visa vad som skulle läsas in, utan att göra det
import-unknown-kind = { $file }: jag läser bara filer som slutar på .ics eller .csv.
import-unreadable = Det gick inte att läsa { $file } ({ $reason }).

table-id = id
table-day = datum
table-at = tid
table-outlet = kanal
table-title = rubrik
table-text = text
table-owner = ansvarig
table-status = status
