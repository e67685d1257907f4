### Answering as the page: the setting, the form, what became of it, ready texts.

answering-title = Answer from Slack
answering-no-page = No Facebook page is connected, so I cannot answer anything.
answering-now-off = Off. You answer on Facebook yourselves, and I see it.
answering-now-on = On. May answer: { $who }. Answers end with: { $signature }
answering-unsigned = no signature
answering-state = May comments be answered from here?
answering-on = Yes, after a question each time
answering-off = No
answering-users = Who may answer?
answering-users-hint = Leave it empty and it is the lead and the deputies.
answering-signature = How answers end
answering-signature-hint = {"{firstname}"} becomes the first name of whoever answers. Leave it empty and I add nothing.
answering-saved = Saved. This is how it is now for answering from Slack:

comments-answer-hint = Write an answer that goes out as the page, with ready texts to start from.
answer-form-title = Answer as the page
answer-submit = Send as the page
answer-submit-anyway = Send anyway
answer-public = What you send becomes public on Facebook: everybody can read it, and it stands there as *{ $page }*.
answer-in-thread = The answer comes last in the thread, so say whom you answer.
answer-kind = What is it?
answer-kind-answer = An answer
answer-kind-promise = We will get back
answer-promise-text = Thank you for your question! We will find out and get back to you here.
answer-ready = Start from a ready text
answer-ready-reply = Saved replies
answer-ready-route = Lead them to
answer-ready-stale = { $name } (needs a review)
answer-text = The answer
answer-text-hint = I add { $signature } at the end.
answer-text-hint-unsigned = This is how it goes out, word for word.{ $signature }
answer-known = The page has answered in the thread: “{ $text }”
answer-warned = *Think of this before you send.* You decide.
answer-news = The page has answered meanwhile. Read that answer first, below.
answer-risk-number = That looks like a personal identity number. Take it away: everybody can read the answer.
answer-risk-care = “{ $said }” confirms that the person has been in contact with health care. Rather speak in general: If you have questions about your care, you reach the clinic on 1177.
answer-risk-promise = “{ $said }” can be read as a promise or a decision in a single matter. Rather say how it usually goes, and where to turn.
answer-risk-blank = { $said } is not filled in.
answer-risk-long = The answer is long. Shorten it, or ask the person to call or write.
answer-decided = I am sending the answer now. You see it in the thread under the comment when it is out.

answer-sent-answer = *{ $who }* answered as the page:
answer-sent-promise = *{ $who }* promised as the page that you will get back:
answer-deleted = The page’s answer is removed, and the comment is open again. The answer was written by { $who }.
answer-edit = Change
answer-delete = Remove
answer-out-after-all = The answer to { $author } came out in the end. It stands on Facebook, and the comment is marked as answered.
answer-failed = Your answer to *{ $author }* is not out. { $problem } Your text is kept here:
answer-again = Try again
answer-again-anyway = I have looked: try again

answer-problem-slow = Facebook asked me to wait ({ $code }). Try again in a while.
answer-problem-token = Facebook does not take my token ({ $code }). Ask whoever runs me to get a new one, then try again. If it is urgent, copy the text and answer on Facebook.
answer-problem-permission = I lack a permission on the page ({ $code }). Whoever runs me needs to give the app pages_manage_engagement; then try again.
answer-problem-rules = Facebook has stopped it ({ $code }). Log in to Facebook and see what it asks for before you try again.
answer-problem-link = Facebook cannot read the link ({ $code }). Try it in a browser, correct it and try again.
answer-problem-duplicate = Facebook says that the same has been written already ({ $code }). Look at the page, and change the text if it should go out all the same.
answer-problem-gone = The comment is not on Facebook any more, or I may not see it ({ $code }). Look at the page.
answer-problem-refused = Facebook did not take it ({ $code }). Try again, or copy the text and answer on Facebook.
answer-problem-late = I could not send it in time, and now it is over an hour ago. Should it go out all the same?
answer-problem-closed = Somebody closed the comment meanwhile. Open it again if it should have an answer.
answer-problem-forbidden = Answers may not go out from here any more. Ask the lead, or look in the settings.
answer-problem-answered = The page answered by itself meanwhile. Read that answer first; should yours go out all the same, try again.
answer-problem-unreadable = I cannot reach Facebook ({ $code }), so I have sent nothing. Try again in a while.
answer-problem-unsure = Facebook does not tell whether it came out ({ $code }). Look at the page first. If it stands there, I will see it by and by; otherwise try again.
answer-problem-nowhere = Facebook did not reply, and the answer does not show on the page. Look there yourself before you try again.
answer-problem-edited = Facebook changed something instead of answering. Look at the page and put it right.

refusal-answering-off = Comments cannot be answered from Slack yet. The lead turns it on in the settings.
refusal-answering-no-page = No Facebook page is connected, so I cannot answer anything. Ask whoever runs me to connect the page first.
refusal-not-answerer = You may not answer as the page from here. The settings show who may; ask one of them.
refusal-nobody-answers = Choose who may answer, or name a lead first.
refusal-answerer-not-member = Only members of the workspace may answer. Choose a colleague.
refusal-answer-empty = Write an answer first.
refusal-answer-long = The answer may have at most { $most } characters with the signature. Shorten it a little.
refusal-answer-under-way = An answer to that comment is already on its way. Look in the thread in a while.

refusal-reply-gone = That text is not there any more. Open the settings again, and you see which there are.
refusal-reply-nameless = Give the text a name, so that it can be found.
refusal-reply-empty = Write the text first.
refusal-too-many-replies = There are { $most } texts already. Remove one that is not used first.

route-1177-name = 1177
route-1177-text = Hello {"{name}"}! We cannot answer questions about your own health here. Call 1177 or log in at 1177.se, and nurses will help you:
route-1177-link = https://www.1177.se
route-unit-name = The unit
route-unit-text = Hello {"{name}"}! {"{unit}"} knows best about this. This is how you reach them: {"{link}"}
route-unit-link = –
route-patient-board-name = The patients’ advisory committee
route-patient-board-text = Hello {"{name}"}! Thank you for telling us. If you have views on your care, the patients’ advisory committee can help you to put them forward. This is how you reach them: {"{link}"}
route-patient-board-link = –
route-registrar-name = The registrar
route-registrar-text = Hello {"{name}"}! If you want to hand something in or ask for a document, write to our registrar: {"{link}"}
route-registrar-link = –
route-hr-name = HR and recruitment
route-hr-text = Hello {"{name}"}! Good that you want to work with us. Our vacancies and contacts are here: {"{link}"}
route-hr-link = –
route-press-name = Press
route-press-text = Hello {"{name}"}! Our press service answers questions from the media: {"{link}"}
route-press-link = –
route-politics-name = Politics
route-politics-text = Hello {"{name}"}! That is a political question, and our elected representatives answer it. You find them here: {"{link}"}
route-politics-link = –
route-112-name = 112, emergency
route-112-text = Hello {"{name}"}! If it is an emergency, call 112. We do not read here around the clock. If you need to talk to somebody about your health, call 1177.
route-112-link = –

answer-edit-title = Change the answer
answer-edit-intro = This is what stands on Facebook now. Everybody sees the change, and Facebook shows that the answer is edited.
answer-edit-submit = Change on Facebook
answer-edit-anyway = Change anyway
answer-delete-title = Remove the answer
answer-delete-intro = The answer is removed from Facebook and cannot be brought back. The comment is opened again and waits for an answer.
answer-delete-submit = Remove
answer-not-edit = The answer is not changed on Facebook. { $problem } Your text is kept here:
answer-not-delete = The answer is not removed from Facebook. { $problem }
refusal-answer-not-out = That answer is not on Facebook any more, so it cannot be changed.
refusal-answer-change-under-way = The answer is being changed already. Look in the thread in a while.
refusal-answer-same = It is the same text as before. Change something, or close the form.

replies-title = Ready answers
replies-now = { $replies ->
    [one] 1 saved reply
   *[other] { $replies } saved replies
} and { $routes ->
    [one] 1 place to lead people to
   *[other] { $routes } places to lead people to
}.
replies-now-stale = { $count ->
    [one] 1 needs a review.
   *[other] { $count } need a review.
}
replies-open = Show
replies-intro = Choose a text to read, change or remove it.
replies-empty = There are no texts yet. Keep answers to questions that come often, and all of you answer alike.
replies-stale = “{ $name }” needs a review.
replies-pick = Choose a text
replies-add = New reply
replies-add-route = New place
replies-places = {"{name}"} becomes the first name of whoever wrote. {"{unit}"} is filled in by who answers, and {"{link}"} becomes the link here.
replies-kind-reply = Saved reply
replies-kind-route = Leads elsewhere
replies-owned = { $who } is responsible
replies-review-on = review by { $day }
replies-review-passed = should have been reviewed by { $day }
replies-name = Name
replies-text = Text
replies-link = Link
replies-owner = Responsible
replies-owner-hint = Gets one message a month when the text needs a review.
replies-review = Review by
replies-form-reply = Saved reply
replies-form-route = Lead them elsewhere
replies-saved = “{ $name }” is kept.
replies-deleted = “{ $name }” is removed.
replies-due = { $count ->
    [one] A ready text that you are responsible for needs a review. Is it still right? Change it, or only set a new date.
   *[other] { $count } ready texts that you are responsible for need a review. Are they still right? Change them, or only set new dates.
}
