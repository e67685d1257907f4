### Idébanken: spara, hitta, ändra.

idea-kept = Sparad: *{ $title }*
idea-kept-again = Den har du redan sparat: *{ $title }*
idea-changed = Ändrad: *{ $title }*
idea-dropped = Ångrat: *{ $title }* är borta ur idébanken.
idea-plan = Planera
idea-plan-says = Planera { $title }
idea-change = Ändra
idea-undo = Ångra
idea-keep-again = Spara ändå
idea-keep-search = Spara som ny idé

idea-list = Idébanken
idea-list-search = Idéer om ”{ $text }”
idea-list-empty = Idébanken är tom än så länge. Skriv `{ $command } Höstlov på museet` så sparar jag den första.
idea-list-none = Ingen idé om ”{ $text }” än.
idea-more = Visa fler
idea-age = för { $age } sedan
idea-free = inte planerad
idea-planned = planerad { $day }
idea-source = meddelandet

idea-form-new = Ny idé
idea-form-change = Ändra idén
idea-form-save = Spara
idea-form-close = Avbryt
idea-form-name = Vad handlar den om?
idea-form-note = Anteckning
idea-form-hint = Bakgrund, länkar, vem man kan fråga.
idea-form-source = En länk till meddelandet sparas med idén.

idea-usage =
    Så kan du skriva:
    • `{ $command } Höstlov på museet` sparar en idé: första raden blir rubriken, resten en anteckning
    • `{ $command }` öppnar formuläret
    • `{ $command } lista` visar idébanken
    • `{ $command } sök museet höst` hittar idéer, med orden i vilken ordning som helst

refusal-note-too-long = Anteckningen är { $length } tecken. Korta den till högst { $limit }, och länka gärna till resten.
refusal-idea-gone = Den idén finns inte kvar i idébanken.
refusal-idea-outdated = Någon har ändrat idén medan du skrev. Kopiera det du skrivit, stäng och öppna den igen.
refusal-idea-taken = Den idén är redan planerad. Välj en annan, eller planera utan idé.
refusal-idea-planned = Den idén är planerad. Ställ in inlägget först om den ska bort.
