### Redaktionsmötet.

meeting-title = Redaktionsmöte
meeting-none = Inte bestämt än. När ni har bestämt får ni ett underlag arbetsdagen före.
meeting-when = { $every } { $clock }. Nästa gång { $day }.
meeting-every = { $weeks ->
    [1] Varje vecka
    [2] Varannan vecka
   *[other] Var { $weeks }:e vecka
}
meeting-day = Nästa möte
meeting-day-hint = Jag räknar vidare från det datumet. Lämna tomt om ni inte vill ha något underlag.
meeting-time = Tid
meeting-how-often = Hur ofta?
meeting-saved = Sparat. { $when }

refusal-meeting-time-missing = Välj en tid också.

pack-title = Inför redaktionsmötet { $when }
pack-nothing = Inga luckor och inga inlägg som har fastnat. Bra jobbat!
pack-gaps = { $count ->
    [one] *1 lucka att fylla*
   *[other] *{ $count } luckor att fylla*
}
pack-asks = { $count ->
    [one] *1 tid på en ledig dag att bestämma om*
   *[other] *{ $count } tider på lediga dagar att bestämma om*
}
pack-gaps-more = … och { $count } till. `/{ $prefix }plan luckor` visar alla.
pack-more = … och { $count } till.
pack-stuck = *Inlägg som har fastnat*
pack-stuck-row = { $post }: { $lacks }
pack-lacks-owner = ingen ansvarig
pack-lacks-text = text saknas
pack-lacks-passed = borde vara ute
pack-post = *{ $title }*, { $day }, { $outlet }
pack-went = *Så togs inläggen emot sedan sist*
pack-went-row = { $title } ({ $outlet }): { $how }
pack-comments = { $count ->
    [0] inga kommentarer
    [one] 1 kommentar
   *[other] { $count } kommentarer
}
pack-praise = { $count ->
    [one] 1 med beröm
   *[other] { $count } med beröm
}
pack-why = Varför? Spara en lärdom
pack-lesson = Lärdom: _{ $text }_
record-title = Efter mötet { $day }
record-reach = { $now } Före mötet: { $day }.
record-row = { $post }: { $done } ({ $who })
record-planned = planerat
record-moved = flyttat
record-cancelled = inställt
record-ready = klart
record-published = publicerat
record-changed = ändrat
record-ideas = { $count ->
    [one] 1 ny idé i idébanken
   *[other] { $count } nya idéer i idébanken
}
record-left-empty = { $count ->
    [one] 1 tid lämnas tom
   *[other] { $count } tider lämnas tomma
}
record-more = … och { $count } inlägg till
record-nothing = Inget har ändrats i planen sedan underlaget.
