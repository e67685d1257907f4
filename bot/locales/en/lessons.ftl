### Lessons learned: kept, listed, changed, and told again.

lesson-open = Lesson
lesson-comment = Keep a lesson
lesson-comment-hint = Something to remember for next time. Comes back when you plan something alike.
lesson-title = Lesson learned
lesson-about = About *{ $title }*:
lesson-text = What do you want to remember for next time?
lesson-text-hint = One sentence is enough. No residents' names.
lesson-kept = Kept: _{ $text }_
    I will remind you when you plan something alike.
lesson-dropped = Removed: _{ $text }_
lesson-revived = Back again: _{ $text }_
lesson-drop = Remove
lesson-list = Lessons learned
lesson-none = No lessons yet.
lesson-how = Write `/{ $prefix }lesson` and what you learned, and I keep it. A post or a comment has the button Lesson.
lesson-row = { $text }
    _{ $who }, { $day }_
lesson-older = Older
lesson-newest = Back to the newest
lesson-again = 💡 From last time: { $text }

manifest-lesson = Keep a lesson learned, or read them
manifest-lesson-hint = [what you learned] | list

refusal-lesson-missing = Write in some words what you learned.
refusal-lesson-gone = That lesson is not there any more.
