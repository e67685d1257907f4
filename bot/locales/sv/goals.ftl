### Mål ur egna siffror, och milstolpar.

goals-title = Mål och milstolpar
goals-put = Mål att ta ställning till
goals-put-intro = Förslagen bygger på era egna siffror de senaste fyra veckorna. Ta dem, ändra dem eller säg nej. Nästa gång är om ett kvartal.
goals-within = Svar inom löftet
goals-rate = Svarsfrekvens
goals-runway = Framförhållning
goals-percent = { $percent } %
goals-share = { $among ->
    [one] { $share } av 1 kommentar
   *[other] { $share } av { $among } kommentarer
}
goals-is-proposed = *{ $aim }:* förslag minst { $proposed }. Ni låg på { $own }.
goals-is-accepted = *{ $aim }:* målet är minst { $target }. Ni låg på { $own }.
goals-is-declined = *{ $aim }:* inget mål. Ni låg på { $own }.
goals-take = Ta målet { $target }
goals-change = Ändra
goals-no = Inget mål
goals-off = Stäng av målen
goals-on = Slå på målen
milestones-off = Stäng av milstolpar
milestones-on = Slå på milstolpar
goals-are-off = Målen är avstängda. Jag föreslår inga.
goals-learning = Vi lär oss läget. När jag har läst sidan i { $days } dagar föreslår jag mål ur era egna siffror.
goals-learning-until = Vi lär oss läget. Från { $day } föreslår jag mål ur era egna siffror.
milestones-are-on = Milstolpar berättas en gång var i planens kanal.
milestones-are-off = Milstolpar berättas inte.
goals-target-within = Svar inom löftet, minst (procent)
goals-target-rate = Svarsfrekvens, minst (procent)
goals-target-runway = Framförhållning, minst (dagar)
goals-target-hint = Ett heltal från 1 till { $most }.
goals-saved = Sparat. { $goal }
goals-beside = { $aim }: { $figure } · mål: minst { $target }
report-goals = Målen

milestone-unbroken = Planen är nu utan lucka de närmaste 30 dagarna.
milestone-hundred = Den hundrade kommentaren har fått svar.
milestone-everyone = { $period }: alla { $count } som behövde svar har fått det.
milestone-why = En milstolpe. Den berättas en gång.

refusal-goal-unfit = Skriv ett heltal från 1 till { $most }.
refusal-goal-gone = Det målet är inte föreslaget än. Öppna inställningarna för att se målen.
