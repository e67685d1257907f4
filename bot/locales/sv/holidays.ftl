### Julpaketet och sommarpaketet: luckorna i ledigheten, samlade.

holiday-christmas = Julpaketet
holiday-summer = Sommarpaketet
holiday-open = Visa luckorna
holiday-early = { $filled } av { $wanted } tider är fyllda från { $first } till { $last }{ $asks ->
    [0] .
    [one] , och 1 tid på en ledig dag är inte bestämd.
   *[other] , och { $asks } tider på lediga dagar är inte bestämda.
} Planera gärna klart senast { $week }, så blir ledigheten lugn.
holiday-late = { $filled } av { $wanted } tider är fyllda från { $first } till { $last }{ $asks ->
    [0] .
    [one] , och 1 tid på en ledig dag är inte bestämd.
   *[other] , och { $asks } tider på lediga dagar är inte bestämda.
} Snart är det dags: fyll det som går, eller lämna några tider tomma.
holiday-more = { $count ->
    [one] … och 1 tid till. Den visas när några av de här är klara.
   *[other] … och { $count } tider till. De visas när några av de här är klara.
}
holiday-none = Här är allt klart. Nästa paket kommer i god tid före jul eller sommar.
