file-on-way = Filen kommer strax som ett direktmeddelande.
file-ready = Här är filen: { $file }
file-too-late = Filen gick inte att lägga i Slack. Försök igen om en stund.
file-not-taken = Filen blev inte av: Slack tog inte emot den. Försök igen om en stund, och fråga annars den som sköter arbetsytan om uppladdade filer är tillåtna.
file-no-scope = Filen blev inte av: appen får inte ladda upp filer. Be den som sköter den att lägga till behörigheterna `files:write` och `files:read`, och försök sedan igen.
