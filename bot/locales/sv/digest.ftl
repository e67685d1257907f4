### Dagens plan: det dagliga meddelandet.

digest-title = God morgon! { $day }
digest-title-later = Hej! { $day }
digest-late = Kommer sent i dag: jag var inte i gång tidigare.
digest-nothing = Inget planerat i dag.
digest-post = *{ $clock } · { $title }*
    { $outlet } · { $owner } · { $status }
digest-no-text = Texten saknas.
digest-more-today = { $count ->
    [one] … och 1 inlägg till i dag. Skriv `/{ $prefix }plan` så ser du alla.
   *[other] … och { $count } inlägg till i dag. Skriv `/{ $prefix }plan` så ser du alla.
}
digest-unmarked = *Borde ha gått ut, men är inte markerat*
digest-unmarked-post =
    { $day } { $clock }: *{ $title }*
    { $outlet } · { $owner } · { $status }
digest-more-unmarked = { $count ->
    [one] … och 1 äldre till.
   *[other] … och { $count } äldre till.
}
digest-show-unmarked = Visa alla
unmarked-title = Borde ha gått ut, men är inte markerat
unmarked-none = Allt som borde ha gått ut är markerat. Skönt!
unmarked-more = Visa fler
unmarked-left = { $count ->
    [one] 1 äldre till.
   *[other] { $count } äldre till.
}
digest-gaps = *Närmaste luckorna*
digest-listed = *Luckor längre fram*
digest-listed-more = { $count ->
    [one] … och 1 lucka till. Skriv `/{ $prefix }plan luckor` så ser du alla.
   *[other] … och { $count } luckor till. Skriv `/{ $prefix }plan luckor` så ser du alla.
}
digest-beyond = { $count ->
    [one] 1 lucka ännu längre fram, { $day }.
   *[other] { $count } luckor ännu längre fram, den första { $day }.
}
digest-publish = Publicerat
digest-publish-says = Markera { $title } som publicerat
digest-change = Ändra
digest-move = Flytta
digest-move-says = Flytta { $title }
digest-comments = { $count ->
    [0] Inga kommentarer väntar på svar.
    [one] *1 kommentar väntar på svar*, sedan { $age }.
   *[other] *{ $count } kommentarer väntar på svar*, äldst { $age }.
}
digest-comment = ”{ $text }” · { $post } · { $age }
digest-comment-taken = ”{ $text }” · { $post } · { $age } · { $who } har den
digest-page-silent = Jag har inte kunnat läsa Facebooksidan sedan { $when }.
digest-page-never = Facebooksidan är inte läst än.
digest-ideas = *Passar { $gap }:*
digest-ideas-any = *Några idéer ur idébanken:*
digest-no-ideas = Idébanken är tom. Skriv `/{ $prefix }idea` och en mening när du får en idé.
digest-idea-plan = Planera
digest-idea-says = Planera { $title }
