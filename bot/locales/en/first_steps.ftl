### Get started: what a team has to decide, and words to paste on the page.

first-title = Get started
first-intro = This is what teams usually decide. It is fine to wait, and to decide not to decide something. I work all the same.
first-show = Show what is decided
first-progress = { $settled } of { $all } decided
first-undecided = Not decided yet: { $what }
first-undecided-more = Not decided yet: { $what } and { $count } more
first-decide = Decide
first-decline = We do not decide this …
first-form = Decide
first-saved = Saved.
first-line-decided = ✔ { $name }: { $said }
first-line-declined = – { $name }: { $said }
first-line-open = ○ { $name }: { $said }
first-is-decided = decided
first-is-declined = we do not decide this
first-is-open = not decided yet

first-purpose = What the page is for
first-lead = Lead
first-deputies = Deputies
first-hours = Working hours
first-promise = Promise and watch
first-roster = Who watches
first-reminders = Reminders and quiet
first-meetings = Editorial meeting
first-relay = How much of comments is shown in Slack
first-about = Who is behind the page
first-rules = Link to the rules for comments
first-registrar = The registrar’s address
first-disposal = Decision on disposal
first-hint-purpose = One sentence is enough: whom the page is for, and why.
first-hint-about = So that everybody sees who writes, for instance “Region Lillsjö, the communications unit”.
first-hint-rules = The address where the rules are, so that it can be pasted.
first-hint-registrar = An e-mail address or a telephone number.
first-hint-disposal = Which decision disposal follows, for instance its reference and date. That switches no disposal on; you do that under Settings, Disposal.

refusal-fact-not-link = Write a whole address that begins with https://.

page-rules-title = Rules to paste
page-rules-intro = This should stand on the page. You change the rules under *Rules for comments* in the settings.
page-rules-hello = You are welcome to write here! Feel free to disagree with us and to criticise us.
page-rules-forbidden = This may not be on the page, and we hide or remove it:
page-rules-record = Everybody can read what you write here, and it becomes a public record with us. Do not write sensitive facts about yourself or others.
page-rules-about = Behind the page is { $said }.
page-rules-registrar = You reach our registrar here: { $said }
page-rules-rules = All rules are here: { $said }
page-hours-title = When you answer
