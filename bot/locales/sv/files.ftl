file-on-way = Filen kommer strax som ett direktmeddelande.
file-ready = Här är filen: { $file }
file-too-late = Filen gick inte att lägga i Slack. Försök igen om en stund.
file-not-taken = Filen blev inte av: Slack tog inte emot den. Försök igen om en stund, och fråga annars den som sköter arbetsytan om uppladdade filer är tillåtna.
file-no-scope = Filen blev inte av: appen får inte ladda upp filer. Be den som sköter den att lägga till behörigheterna `files:write` och `files:read`, och försök sedan igen.

given-hint = Filtyper: { $types }
given-on-way = Jag läser filen och svarar om en liten stund.
refusal-file-missing = Välj en fil först.
refusal-file-too-much = { $name } är för stor. Jag läser filer på högst { $limit } MB.
refusal-file-lost = { $name } finns inte kvar i Slack, så jag läste inget. Välj filen på nytt.
refusal-file-shut = Slack visar mig inte { $name }, så jag läste inget. Ladda upp filen själv i formuläret, i stället för att välja en som någon annan delat.
refusal-file-unreached = Slack svarade inte, så jag läste inte { $name }. Inget är ändrat. Försök igen om en stund.
refusal-file-over = Den filen är redan avgjord, eller läst för länge sedan. Läs in den på nytt om den ska gälla.
