### Det som tar slut: sidans token och versionen av Facebooks gränssnitt.

ending-token = *Facebooksidans token går ut { $date }.* { $days ->
    [0] Det är i dag.
    [one] Det är 1 dag kvar.
   *[other] Det är { $days } dagar kvar.
} Sedan kommer inga kommentarer hit. Skapa en ny, lägg den i `FACEBOOK_PAGE_TOKEN` och starta om mig. `python bot.py check` visar hur länge den gäller.
ended-token = *Facebooksidans token gick ut { $date }.* Inga kommentarer kommer hit. Skapa en ny, lägg den i `FACEBOOK_PAGE_TOKEN` och starta om mig.
ending-token-over = Sidan har en ny token, som gäller till { $date }.
ending-token-endless = Sidan har en ny token, som inte har något slutdatum.
ending-version = *Version { $value } av Facebooks gränssnitt går att använda till { $date }.* { $days ->
    [0] Det är i dag.
    [one] Det är 1 dag kvar.
   *[other] Det är { $days } dagar kvar.
} Uppdatera Lucka, eller skriv en nyare version i `FACEBOOK_API_VERSION`. `python bot.py check` visar om allt stämmer.
ended-version = *Version { $value } av Facebooks gränssnitt gick att använda till { $date }.* Facebook svarar nu med en annan. Det kan bli fel. Uppdatera Lucka, eller skriv en nyare version i `FACEBOOK_API_VERSION`.
ending-version-over = Jag använder nu en version av Facebooks gränssnitt som gäller till { $date }.
ending-version-endless = Jag använder nu en version av Facebooks gränssnitt som inte har något slutdatum.
