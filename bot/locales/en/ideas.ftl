### The idea bank: keep, find, change.

idea-kept = Kept: *{ $title }*
idea-kept-again = You have kept that one already: *{ $title }*
idea-changed = Changed: *{ $title }*
idea-dropped = Undone: *{ $title }* is out of the idea bank.
idea-plan = Plan it
idea-plan-says = Plan { $title }
idea-change = Change
idea-undo = Undo
idea-keep-again = Keep it after all
idea-keep-search = Keep as a new idea

idea-list = The idea bank
idea-list-search = Ideas about “{ $text }”
idea-list-empty = The idea bank is still empty. Type `{ $command } Autumn break at the museum` and I keep the first one.
idea-list-none = No idea about “{ $text }” yet.
idea-more = Show more
idea-age = { $age } ago
idea-free = not planned
idea-planned = planned for { $day }
idea-source = the message

idea-form-new = New idea
idea-form-change = Change the idea
idea-form-save = Save
idea-form-close = Cancel
idea-form-name = What is it about?
idea-form-note = Note
idea-form-hint = Background, links, whom to ask.
idea-form-source = A link to the message is kept with the idea.

idea-usage =
    This is what you can write:
    • `{ $command } Autumn break at the museum` keeps an idea: the first line is its title, the rest a note
    • `{ $command }` opens the form
    • `{ $command } list` shows the idea bank
    • `{ $command } find museum autumn` finds ideas, with the words in any order

refusal-note-too-long = The note has { $length } characters. Shorten it to { $limit } at most, and link to the rest.
refusal-idea-gone = That idea is no longer in the idea bank.
refusal-idea-outdated = Somebody changed the idea while you were writing. Copy what you wrote, close this and open it again.
refusal-idea-taken = That idea is planned already. Choose another, or plan without an idea.
refusal-idea-planned = That idea is planned. Cancel the post first if the idea should go.
