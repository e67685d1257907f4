### What the comments were and what they cost: one tap each, and the fear beside the figure.

tagging-ask = *What was it, and how long did it take?* One tap each will do.
tagging-on-page = The answer was written on Facebook, so I ask here. Anybody in the team can tell.
tagging-ask-tag = What was it?
tagging-ask-effort = How long did it take?
tagging-now = Tagged: *{ $said }*.
tagging-critical = Criticism
tagging-question = Question
tagging-praise = Praise
tagging-other = Other
tagging-short = Under 5 min
tagging-middle = 5–15 min
tagging-long = Over 15 min
tagging-clear = Remove the tag
comment-act-tagged = tagged it
comment-act-timed = said how long it took
comment-act-untagged = removed the tag

fear-title = Fears
fear-write = Write
fear-none = No fears are written down. Write what you expect of criticism and time in the settings, and it stands beside the figures later.
fear-now-criticism = About criticism: “{ $text }”
fear-now-time = About time: “{ $text }”
fear-saved = Saved. { $fear }
fear-criticism = How much criticism do you expect?
fear-criticism-hint = For example: half of the comments will be critical.
fear-time = How much time do you expect it to take?
fear-time-hint = For example: five hours a week.

refusal-fear-missing = Write at least one of the fears.

report-tagging = Fear and figure
report-fear-criticism = About criticism you expected on { $day }: “{ $fear }”. What came: { $came }.
report-fear-among = { $share } among those that were tagged
report-fear-time = About time you expected on { $day }: “{ $fear }”. What came: { $came }.
report-fear-changed = The words were changed on { $day }.
report-then = The share of criticism now: { $said }.
report-then-alike = about as { $months ->
    [one] 1 month
   *[other] { $months } months
} earlier (then { $share })
report-then-lower = lower than { $months ->
    [one] 1 month
   *[other] { $months } months
} earlier (then { $share })
report-then-higher = higher than { $months ->
    [one] 1 month
   *[other] { $months } months
} earlier (then { $share })
report-then-unknown = too few tagged to compare with { $months ->
    [one] 1 month
   *[other] { $months } months
} earlier
report-spent = about { $low }–{ $high } h
report-spent-most = at most { $high } h
report-spent-open = { $spent }, perhaps more
report-spent-of = { $spent }, by the team's taps for { $timed }
report-spent-unknown = nobody has said yet
report-rule = { $rule }: { $count }
report-rules-more = other rules: { $count }

report-name-tagged = Tagged
report-name-tag-critical = Criticism
report-name-tag-question = Questions
report-name-tag-praise = Praise
report-name-tag-other = Other
report-name-flagged = Flagged as urgent
report-name-hidden = Hidden
report-name-removed = Removed
report-name-rules = By rule
report-name-spent = Time

report-means-tagged = Comments that the team tagged by hand. The others count as nothing.
report-means-tag-critical = Share of the tagged.
report-means-tag-question = Share of the tagged.
report-means-tag-praise = Share of the tagged. A comment with 💙 counts as praise unless somebody tagged it otherwise.
report-means-tag-other = Share of the tagged.
report-means-flagged = Comments of the period with an urgent flag that was not taken back.
report-means-hidden = Share of all comments that the page has hidden, as a person decided.
report-means-removed = Share of all comments that the page has removed, as a person decided.
report-means-rules = Hidden and removed, by the rule that the decision was about.
report-means-spent = Rough, by the team's taps: under 5 minutes counts as 0–5, 5–15 as 5–15, over 15 as 15–30. Comments without a tap are not in it.
