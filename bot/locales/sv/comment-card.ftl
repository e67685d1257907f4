### En kommentar som helhet: vad som hänt med den och allt som går att göra.

comment-card-happened = Det här har hänt
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
comment-act-flagged = flaggade den som akut
comment-act-unflagged = tog bort flaggan
comment-act-praised = markerade den som beröm
comment-act-unpraised = tog bort markeringen som beröm
comment-act-promised = lovade att sidan återkommer
comment-act-routed = hänvisade vidare
comment-act-answer-failed = kunde inte skicka ett svar
comment-act-answer-edited = ändrade sidans svar
comment-act-answer-deleted = tog bort sidans svar
