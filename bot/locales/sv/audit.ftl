### Loggen över vem som gjort vad: är den hel?

cli-audit = kontrollera att loggen över vem som gjort vad är hel; slutkod 1 om den inte är det
cli-audit-head = ett slut som du antecknat tidigare, ”antal hash”: finns det kvar i loggen?
cli-audit-head-unreadable = Jag kan inte läsa ”{ $value }”. Skriv antalet rader, ett mellanslag och hashen, som de står i loggfilen.
cli-audit-whole = Loggen är hel: { $count } rader. Slut: { $count } { $head }
check-part-audit = loggen
check-audit = Loggen över vem som gjort vad är hel: { $count } rader.
audit-changed = Loggen är bruten vid rad { $line }: den raden, eller en rad före den, har ändrats, flyttats, lagts till eller tagits bort. Jämför med en säkerhetskopia.
audit-cut = Loggens slut stämmer inte: { $count } rader hänger ihop, men det är inte där den ska sluta. Rader saknas eller har lagts till sist. Jämför med en säkerhetskopia.
audit-noted = Loggen hänger ihop ({ $count } rader), men det slut du antecknat finns inte i den. Den kan ha skrivits om. Jämför med en säkerhetskopia.
