### Varför tid och takt inte gick att läsa, och hur man kan skriva i stället.

refusal-when-missing = Skriv dagen först, sedan tid om du vill, och rubriken.
refusal-when-unreadable = Jag ser ingen dag i ”{ $text }”. Skriv dagen först, sedan tid om du vill, och rubriken.
refusal-when-no-such-day = { $text } finns inte i kalendern. Menade du en annan dag?
refusal-when-no-such-week = Vecka { $week } finns inte { $year }. Skriv en annan, till exempel v. 50.
refusal-when-no-such-time = { $text } är inget klockslag. Skriv till exempel kl. 11.00.
refusal-when-contradiction = ”{ $said }” stämmer inte: datumet är { $day }. Vilken dag menar du?
refusal-when-week-in-past = Vecka { $week } har redan varit. Skriv en vecka längre fram, eller lägg till året.
refusal-when-time-in-past = { $at } i dag har redan varit. Skriv en senare tid eller en annan dag.
refusal-week-unreadable = ”{ $text }” är ingen vecka. Skriv till exempel v. 50 eller nästa vecka.
refusal-no-gap-in-week = Det finns ingen lucka v. { $week }. Skriv vilken dag du vill ha i stället.
refusal-cadence-unreadable = Jag kan inte läsa takten ”{ $rule }”. Skriv till exempel FREQ=WEEKLY;BYDAY=MO,WE,FR.
refusal-cadence-never = Takten ”{ $rule }” träffar aldrig någon dag.
