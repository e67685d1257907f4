### A post as a whole: picture and persons, what it needs, siblings, watching, history.

plan-act-open = Show the whole post
plan-act-open-says = Show all of { $title }
plan-act-also = Also on …
plan-act-unlink = Unlink
plan-status-draft-decision = draft – needs a decision
plan-status-draft-refused = draft – the decision was no

post-media = Picture and persons
post-media-title = Picture and persons
post-media-intro = *{ $title }*: what does it show, and who is seen?
post-kind = What does it show?
post-kind-none = No picture
post-kind-picture = Picture
post-kind-decorative = Picture that only decorates
post-kind-film = Film
post-kind-live = Live broadcast
post-alt = Alt text or description
post-alt-hint = What does somebody need to know who does not see it? 10–180 characters is good. For a decoration: why it needs no alt text. For a film without speech: what happens.
post-photos = Pictures that go out from here
post-photos-more = More pictures
post-photos-hint = At most { $limit } pictures: JPEG, PNG, GIF or WebP, at most { $size } MB each. They stay in Slack until they go out. If you publish on Facebook yourselves, they are not needed here.
post-photo = Picture { $number }: { $name }
post-photo-alt = Alt text for picture { $number }: { $name }
post-photo-decorative = Only decorates, needs no alt text
post-photo-remove = Remove the picture
post-photo-said = Picture { $number }, { $name }: “{ $alt }”
post-photo-said-decorative = Picture { $number }, { $name }: only decorates
post-photo-said-wordless = Picture { $number }, { $name }: has no alt text yet
post-captions = Captions of a film
post-captions-none = No captions yet
post-captions-done = Captioned
post-captions-silent = Nothing is said
post-persons = Who is seen?
post-persons-none = Nobody
post-persons-colleague = Colleague
post-persons-resident = Resident
post-persons-child = Child
post-persons-patient = Patient
post-persons-hint = We show children and patients only when the lead has decided so.
post-consent = Consent
post-consent-hint = Where is it? A reference number or a folder, for example.
post-watch = Watching
post-watch-yes = Needs watching for the first two days
post-watch-hint = When it goes out before days off, I ask in good time who watches.
post-shows = Shows: { $shown }
post-alt-said = Alt text: “{ $alt }”
post-persons-said = Seen: { $persons }
post-consent-said = Consent: { $consent }
post-watch-said = Needs watching
post-history = History
post-also-on = also on { $places }
post-also-title = Also on …
post-also-intro = *{ $title }*: tick where else it should go out. Each outlet gets a draft of its own to adapt.
post-also-yes = Plan it here too

ready-need-owner = somebody responsible
ready-need-text = a text
ready-need-alt = an alt text for the picture
ready-need-reason = why the picture needs no alt text
ready-need-captions = captions for the film, or that nothing is said in it
ready-need-description = a description of the film, in which nothing is said
ready-need-decision = the lead’s decision about who is seen
ready-need-refused = another picture: the decision about who is seen was no
ready-missing = *{ $title }* is not quite ready. { $count ->
    [one] One thing is missing:
   *[other] { $count } things are missing:
}
ready-lacks = To be ready it needs:
ready-not-yet = It is a draft until this is in place:
ready-lead-asked = The lead is asked.
ready-override = Ready anyway
ready-override-title = Ready anyway
ready-override-submit = Ready anyway
ready-override-note = Why is it ready anyway?
ready-note-hint = This stands in the history of the post.
ready-decide = Decide
ready-decide-title = Decision
ready-decide-intro = *{ $title }* shows: { $persons }. May it be published?
ready-decision = Decision
ready-decide-yes = Yes, it may be published
ready-decide-no = No
ready-decide-note = Why?
ready-ruled-yes = Decision: yes, { $who }: “{ $note }”
ready-ruled-no = Decision: no, { $who }: “{ $note }”
ready-asked = { $who } asks for your decision about a post. Who is seen: { $persons }.
ready-asked-over = No decision is needed any more.
ready-alt-length = The alt text has { $length } characters. Between 10 and 180 is most often right.
ready-photos-wordless = { $count ->
    [one] One picture has no alt text. Write it under Picture and persons, or tick that the picture only decorates.
   *[other] { $count } pictures have no alt text. Write it under Picture and persons, or tick that the picture only decorates.
}
ready-live = Remember to publish a recording with captions afterwards.
ready-consent = Do write where the consent is.

pair-asked = { $who } wants a second pair of eyes:
pair-second = Two persons: { $who } has read it and said yes.
pair-waits = Two persons: waiting for a yes from somebody who did not write the text.
pair-over = No yes is needed any more.
pair-yes = Read: yes
pair-on = Two persons
pair-off = One is enough
pair-channel-asked = I have asked in the channel.
ready-need-second = a yes from somebody who did not write the text
plan-done-seconded = You said yes to *{ $title }* · { $status }
plan-done-paired = *{ $title }* needs a second yes before it is ready · { $status }
plan-done-unpaired = *{ $title }* needs no second yes · { $status }
history-second = noted a yes from { $who }
history-second-none = made a new yes necessary
history-pair = asked for two persons
history-pair-none = no longer asked for two persons
refusal-second-own = You wrote the text. Ask a colleague to read it and say yes.
refusal-second-not-needed = That post needs no second yes.
refusal-pair-of-outlet = The whole channel has two persons. Change that in the settings.

watch-by = watched by { $who }
watch-nobody = Nobody is watching yet.
watch-post = *{ $title }*, { $when } · { $outlet }
watch-mine = I watch
watch-mine-says = I watch { $title }
watch-other = Somebody else …
watch-other-says = Somebody else watches { $title }
watch-move = Move to { $when }
watch-title = Who watches?
watch-intro = *{ $title }* needs watching for the first two days.
watch-who = Who watches
digest-watch = *Needs watching while we are off. Who looks after it, or do we move it?*
digest-more-watch = { $count ->
    [one] … and 1 more that needs watching.
   *[other] … and { $count } more that need watching.
}

plan-done-equipped = Saved: picture and persons of *{ $title }* · { $status }
plan-done-ready-overridden = *{ $title }* is ready anyway. The reason stands in its history.
plan-done-ruled = The decision about *{ $title }* is noted · { $status }
plan-done-watched = *{ $title }* is watched by { $who }.
plan-done-also = *{ $title }* is planned on more outlets.
plan-done-unlinked = *{ $title }* stands by itself now.
plan-along = Also: { $places }
plan-along-same-hour = Note, within the same hour on { $outlet }: “{ $title }” { $when }.
plan-move-along = Siblings
plan-move-along-yes = Move them just as far
plan-same-hour = Note, within the same hour on the same outlet: “{ $title }” at { $clock }.
plan-same-hour-over-midnight = Note, within the same hour on the same outlet: “{ $title }” { $when }.
plan-same-text = Note, the same text is already on the same outlet: “{ $title }”.

history-title = *History of { $title }*
history-line = { $when } · { $who } { $what }
history-more = Show older
history-planned = planned it
history-slot = moved it from { $before } to { $after }
history-outlet = changed the outlet to { $outlet }
history-owner = made { $who } responsible
history-owner-none = took away who is responsible
history-status-draft = made it a draft
history-status-ready = made it ready
history-status-ready-waived = made it ready anyway
history-status-published = marked it as published
history-status-cancelled = cancelled it
history-ruling-yes = decided yes
history-ruling-no = decided no
history-ruling-none = made it need a new decision
history-watcher = let { $who } watch it
history-watcher-none = took away the watch
history-sibling = linked it to other outlets
history-sibling-none = unlinked it
history-idea = linked it to an idea
history-idea-none = unlinked its idea
history-title-changed = changed the title
history-text-changed = changed the text
history-media-changed = changed picture and persons
history-link-changed = changed the link
history-nothing = saved it

refusal-alt-too-long = The alt text has { $length } characters. Shorten it to { $limit } at most.
refusal-photos-too-many = That makes { $count } pictures, and a post takes { $limit } at most. Remove some.
refusal-photo-too-large = The file { $name } is too large. Make it smaller, { $limit } MB at most, and add it again.
refusal-photo-unfit = The file { $name } is not a picture. Choose a JPEG, PNG, GIF or WebP.
refusal-photos-and-film = A film and pictures do not go together in a post from here. Choose Picture, or remove the pictures.
refusal-not-ready = Something is still missing. Show the whole post to see what.
refusal-no-decision-needed = That post needs no decision any more. Show the whole post to see how it is now.
refusal-no-watch-needed = That post needs no watching any more.
refusal-no-outlet-left = There is no other outlet to plan it on.
refusal-no-outlet-ticked = Tick one outlet at least.
refusal-watcher-missing = Choose who watches.
refusal-watcher-not-member = Only members of the workspace can watch. Choose a colleague.
