### Många kommentarer på en gång: samlade i ett meddelande.

storm-headline = Många kommentarer på { $post }
storm-count = { $count ->
    [0] Ingen står kvar här.
    [one] 1 kommentar är samlad här, { $open } väntar på svar.
   *[other] { $count } kommentarer är samlade här, { $open } väntar på svar.
}
storm-out = { $count ->
    [one] 1 till har tagits eller flaggats och har ett eget meddelande.
   *[other] { $count } till har tagits eller flaggats och har egna meddelanden.
}
storm-newest = *Den senaste*
storm-lasts = Just nu kommer fler än man hinner läsa en och en, så nya samlas här. Den som någon tar får ett eget meddelande.
storm-over = Det har lugnat sig, och nya kommentarer får egna meddelanden igen. De som är samlade står kvar här tills någon tar dem.
storm-show = Visa dem som väntar
storm-show-says = Visa dem som väntar på { $post }
storm-list-title = Samlade kommentarer
storm-list = { $count ->
    [one] 1 väntar på svar på { $post }
   *[other] { $count } väntar på svar på { $post }
}
storm-list-none = Ingen av dem som samlats på { $post } väntar på svar längre. Skönt!
