### Vilket språk boten talar. Rubriken och knappen har båda språken, så att alla hittar hit.

language-title = Språk / Language
language-change = Byt / Change
language-sv = Svenska
language-en = English
language-hint = Gäller alla, genast. Det ni har skrivit själva ändras inte. / For everybody, at once. What you have written yourselves does not change.
language-now = { $name }, för alla.
language-usual = { $name }, för alla. Så är det inställt där jag kör (LANGUAGE i .env), tills ni väljer här.
language-saved = Sparat. Från och med nu talar jag:
