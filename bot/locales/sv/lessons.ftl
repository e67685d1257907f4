### Lärdomar: sparas, listas, ändras och kommer tillbaka.

lesson-open = Lärdom
lesson-comment = Spara en lärdom
lesson-comment-hint = Något ni vill minnas till nästa gång. Kommer tillbaka när ni planerar något liknande.
lesson-title = Lärdom
lesson-about = Om *{ $title }*:
lesson-text = Vad vill ni minnas till nästa gång?
lesson-text-hint = En mening räcker. Inga namn på invånare.
lesson-kept = Sparat: _{ $text }_
    Jag påminner när ni planerar något liknande.
lesson-dropped = Borttagen: _{ $text }_
lesson-revived = Tillbaka: _{ $text }_
lesson-drop = Ta bort
lesson-list = Lärdomar
lesson-none = Inga lärdomar än.
lesson-how = Skriv `/{ $prefix }lesson` och det ni lärde er, så sparar jag det. På ett inlägg eller en kommentar finns knappen Lärdom.
lesson-row = { $text }
    _{ $who }, { $day }_
lesson-older = Äldre
lesson-newest = Till de nyaste
lesson-again = 💡 Från förra gången: { $text }

manifest-lesson = Spara en lärdom, eller läs dem
manifest-lesson-hint = [det ni lärde er] | lista

refusal-lesson-missing = Skriv med några ord vad ni lärde er.
refusal-lesson-gone = Den lärdomen finns inte längre.
