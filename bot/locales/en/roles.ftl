### Who does what: readers, rights, deputies for a time.

team-readers = Readers
team-readers-hint = They see everything and can ask for figures, but change nothing.
reads-only-somebody = somebody in the team
refusal-reads-only = You can read everything here and ask for figures, but not change it. Ask { $who } to do it, or to be made part of the team.

rights-title = Rights and deputies
rights-intro = A deputy can lead for a time, for instance weeks 28–31. What else goes to the lead then goes to the deputy first.
rights-elsewhere = Who publishes and who answers on the page is set where you turn that on.
rights-remove = Hide and remove comments
rights-disclose = Disclose records
rights-dispose = Dispose of records
rights-level-leads = the lead and the deputies
rights-level-team = everybody in the team
rights-level-nobody-leads = everybody in the team, until there is a lead
rights-line = { $right }: { $who }
rights-besides = { $right }: also
rights-form = Rights
rights-saved = Saved. This is how it is now:
rights-leads = Leads today: { $who }
rights-nobody-leads = Nobody leads yet, so everybody decides.
rights-stand-in = Let a deputy lead
rights-stand-in-form = A deputy leads
rights-person = Deputy
rights-person-hint = One of the team’s deputies.
rights-added = Saved. Leads: { $line }
rights-removed = Removed. Does not lead any more: { $line }

refusal-owner-reads = That person only reads and cannot do this. Choose a colleague, or make them part of the team first.
refusal-rights-not-member = Only members of the workspace can have rights. Take guests and apps out.
refusal-stand-in-not-deputy = Only a deputy can lead instead. Make them a deputy of the team first.
refusal-stand-in-days = Those days do not fit. The last day should be today or later, not before the first, and at most a year and a half away.
refusal-stand-in-taken = A deputy leads on one of those days already. Remove that first, or choose other days.
refusal-stand-ins-many = There are { $most } such times to come already. Remove one first.
refusal-stand-in-gone = It has been removed already.
