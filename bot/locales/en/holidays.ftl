### The holiday packs: the gaps of the weeks off, gathered.

holiday-christmas = The Christmas pack
holiday-summer = The summer pack
holiday-open = Show the gaps
holiday-early = { $filled } of { $wanted } slots are filled from { $first } to { $last }{ $asks ->
    [0] .
    [one] , and 1 slot on a day off is not decided.
   *[other] , and { $asks } slots on days off are not decided.
} Do plan the rest by { $week }, so that the days off are calm.
holiday-late = { $filled } of { $wanted } slots are filled from { $first } to { $last }{ $asks ->
    [0] .
    [one] , and 1 slot on a day off is not decided.
   *[other] , and { $asks } slots on days off are not decided.
} It is soon time: fill what you can, or leave some slots empty.
holiday-more = { $count ->
    [one] … and 1 more slot. It is shown when some of these are done.
   *[other] … and { $count } more slots. They are shown when some of these are done.
}
holiday-none = All is done here. The next pack comes in good time before Christmas or summer.
