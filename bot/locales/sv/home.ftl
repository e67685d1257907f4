### Hemfliken.

home-hello = Hej { $name }!
home-gaps = Nästa luckor
home-mine = Dina inlägg
home-mine-none = Du har inget planerat just nu. Ta gärna en lucka, eller spara en idé.
home-comments-title = Kommentarer
home-comments = { $count ->
    [0] Inga kommentarer väntar på svar. Skönt!
    [one] 1 kommentar väntar på svar. Skriv `/{ $prefix }comments` så ser du den.
   *[other] { $count } kommentarer väntar på svar. Skriv `/{ $prefix }comments` så ser du dem.
}
home-start = Så kommer du i gång
home-start-idea = `/{ $prefix }idea Så bokar du vaccin` sparar en idé
home-start-plan = `/{ $prefix }plan { $weekday } 11.00 Öppet hus` lägger ett inlägg i planen
home-start-gaps = `/{ $prefix }plan luckor` visar alla luckor
home-updated = Så ser det ut { $clock }. Öppna fliken igen så uppdateras den.
