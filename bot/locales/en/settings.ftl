### The settings: what the team has decided.

settings-title = Settings
settings-intro = This is how it is decided. Everybody may look; the lead and the deputies change.
settings-open = Settings
settings-change = Change
settings-says = { $label }: { $title }
settings-save = Save
settings-close = Cancel
settings-undecided = not decided yet

team-title = The content team
team-lead = Lead
team-deputies = Deputies
team-deputies-hint = They may decide in place of the lead.
team-members = Colleagues in the team
team-saved = Saved. This is the team now:

refusal-not-lead = The lead or a deputy decides that. Ask one of them; the settings tell who they are.
refusal-not-in-team = This is for those who are named in the content team. Ask the lead to add you in the settings.
refusal-lead-missing = Choose a lead first. Deputies stand in for somebody.
refusal-team-not-member = Only members of the workspace can be in the team. Take guests and apps out.

settings-history = History
settings-history-line = *{ $title }* · { $when } · { $who }
settings-history-none = Nothing has been changed yet.
settings-history-command = the command line
settings-history-step = Read in from a file
settings-history-step-undone = Undone. This is as it was before the file:
settings-history-older = Older
settings-history-undone = Undone. This is how *{ $title }* is now again:
refusal-setting-changed-since = It has been changed again since, so I undo nothing. Open *History* anew and undo the latest change.
refusal-settings-value = The value of { $path } cannot be used. Nothing has been changed. Mend it in the file and try again.
refusal-settings-unreadable = That is no settings file of mine. Nothing has been changed. Press *Save as a file* under the settings and begin from that file.
refusal-settings-broken = The file cannot be read: the mistake is on line { $line } or just before. Nothing has been changed. Mend it and try again.
refusal-settings-twice = The file has { $name } twice in the same place, so I do not know which one counts. Nothing has been changed. Take one away and try again.
refusal-settings-outsiders = The file names somebody who is no member of this workspace: { $who }. Nothing has been changed. Take them out of the file, or name a member instead, and try again.
refusal-settings-readers = The file gives something to do to somebody who only reads: { $who }. Nothing has been changed. Name a colleague there, or make them a part of the team under settings.team in the file, and try again.
refusal-settings-shut-out = With that file you could change the settings no more, nor undo it. Nothing has been changed. Let yourself stay the lead or a deputy under settings.team in the file and try again.
refusal-settings-newer = A newer version of me has saved the file (its version is { $version }, I know { $known }). Nothing has been changed. Update me first.

settings-as-file = Save as a file
settings-file-title = Lucka's settings
settings-file-name = settings

settings-read-file = Read in a file
settings-read-label = File with settings
settings-read-intro = Choose a file that was saved with *Save as a file*. I tell first what it would change. Nothing changes until somebody says yes. Disposal decisions do not come with a file: you enter them under *Disposal*.
settings-read-next = Show
settings-read-would = This is what { $name } would change:
settings-read-anew = The settings have been changed since I showed this, so I have not changed anything. Now { $name } would change this:
settings-read-whole = Everything in the file counts at once, or nothing of it. It can be undone.
settings-read-use = Use the file
settings-read-leave = Leave it
settings-read-now = Now: { $said }
settings-read-then = With the file: { $said }
settings-read-nothing = nothing
settings-read-come = Added: { $names }
settings-read-go = Removed: { $names }
settings-read-change = Changed: { $names }
settings-read-order = The order changes.
settings-read-more = {" "}and { $count } more
settings-read-used = Done. This is now as { $name } says:
settings-read-same = { $name } changes nothing: everything is so already.
settings-read-left = Nothing has been changed. I have forgotten { $name }.
