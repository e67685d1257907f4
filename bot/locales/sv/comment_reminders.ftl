### Påminnelsen om kommentarer som väntar på svar.

waiting-direct = { $count ->
    [one] 1 kommentar väntar på dig
   *[other] { $count } kommentarer väntar på dig
}
waiting-channel = { $count ->
    [one] 1 kommentar behöver ett svar
   *[other] { $count } kommentarer behöver ett svar
}
waiting-done = Klart för i dag. Tack för hjälpen!
waiting-owner-intro = Det här har du tagit. Vi har lovat svar { $promise }, och halva tiden har gått. Släpp gärna om någon annan ska svara.
waiting-channel-intro = Vi har lovat svar { $promise }. Vem svarar?
waiting-lead-intro = Tiden har gått: vi har lovat svar { $promise }. Jag frågar dig för att du leder teamet, eller är ersättare i dag.
waiting-owner-promised = Sidan har lovat att återkomma, och det är du som har tagit det. Vi svarar { $promise }, räknat från det löftet, och halva tiden har gått. Släpp gärna om någon annan ska svara.
waiting-channel-promised = Sidan har lovat att återkomma. Vi svarar { $promise }, räknat från det löftet. Vem svarar?
waiting-lead-promised = Sidan har lovat att återkomma, och tiden har gått: vi svarar { $promise }, räknat från det löftet. Jag frågar dig för att du leder teamet, eller är ersättare i dag.
waiting-settled = { $count ->
    [one] 1 till är klar.
   *[other] { $count } till är klara.
}
