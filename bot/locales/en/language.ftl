### Which language the bot speaks. The title and the button have both, so that everybody finds them.

language-title = Language / Språk
language-change = Change / Byt
language-sv = Svenska
language-en = English
language-hint = For everybody, at once. What you have written yourselves does not change. / Gäller alla, genast. Det ni har skrivit själva ändras inte.
language-now = { $name }, for everybody.
language-usual = { $name }, for everybody. It is set so where I run (LANGUAGE in .env), until you choose here.
language-saved = Saved. From now on I speak:
