### En kommentar som helhet: vad som hänt med den och allt som går att göra.

comment-card-happened = Det här har hänt
comment-card-earlier = Så stod det förut
comment-card-rules = { "*" }Om den bryter mot regler*
    Du väljer regel och säger ja en gång till innan något händer. Bryter den mot Facebooks egna regler? Anmäl den där först.
comment-card-records = { "*" }Handlingar*
    En text till registratorn, eller allt som finns om kommentaren. Jag skriver upp vem som tittar på hela ärendet.
comment-card-nothing = Ingen i teamet har gjort något med den än.
comment-card-line = { $when } · { $who }
comment-act-shown = tittade på originalet
comment-act-facebook = Facebook
comment-act-claimed = tog den
comment-act-released = släppte den
comment-act-handled = markerade den som klar
comment-act-reopened = öppnade den igen
comment-act-answered = visade sidans svar
comment-act-answered-by = svarade som sidan
comment-act-edited = visade en ny text
comment-act-hidden-outside = visade att den är dold
comment-act-shown-outside = visade att den inte är dold längre
comment-act-gone = visade den inte längre
comment-act-back = visade den igen
comment-act-continued = visade att någon skrev igen i tråden
comment-act-flagged = flaggade den som akut
comment-act-unflagged = tog bort flaggan
comment-act-alerted = bad om en bedömning
comment-act-judged = bedömde flaggan
comment-act-praised = markerade den som beröm
comment-act-unpraised = tog bort markeringen som beröm
comment-act-promised = lovade att sidan återkommer
comment-act-routed = hänvisade vidare
comment-act-routed-to = hänvisade till { $to }
comment-act-answer-failed = kunde inte skicka ett svar
comment-act-answer-edited = ändrade sidans svar
comment-act-answer-deleted = tog bort sidans svar
