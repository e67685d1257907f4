### What is stored: /lucka data, for the data protection officer.

data-title = What I store
data-intro = This is what your record of processing activities can be built on. The controller is the organisation that runs the page.
data-where = *Where:* in one file on your own computer ({ $file }, { $size }). Slack has only working copies, and Facebook what stands on the page. Nothing goes to anybody else.
data-who = *Who sees it:* the members of the channels of the plan and the comments see what stands there. Whoever runs the computer can read the file. Guests can do nothing.
data-basis = *On what basis:* a task in the public interest, by the decision that your organisation has made. Comments on the page are public records once they have come in. Check the basis with your data protection officer.
data-least = *As little as possible:* a comment's id, shown name, text and times. Besides, the id that Facebook may give whoever wrote it. No profile pictures, no profile of whoever comments, no scores and no league tables. A name can be searched for only when records are disclosed, and it is forgotten once the files are made.
data-least-secret = Keys and passwords are in the settings file beside it.
data-masking = *In Slack:* { $mode }. Personal identity numbers, phone numbers and e-mail addresses are masked.
data-mode-full = the whole comment is shown
data-mode-excerpt = an excerpt is shown
data-mode-link = only the link is shown
data-retention = *Disposal:* { $rules }
data-holds = { $count ->
    [0] No disposal hold is in force.
    [one] 1 disposal hold is in force.
   *[other] { $count } disposal holds are in force.
}
data-backups = *Backups* you take yourselves with `python bot.py backup`; they hold everything and rotate by your own routine.
data-kinds = *What it is, whose data, and how long it stays:*
data-rest = What basis it rests on, the backups and every table by itself are in the file.
data-line = • { $purpose }. { $whose }. Stays: { $stays }.
data-about-residents = About residents
data-about-both = About residents and colleagues
data-about-colleagues = About colleagues
data-about-nobody = No personal data
data-short-routine = until routine comments are disposed of
data-short-kept = until hidden, removed and registered ones are disposed of
data-short-working = until what led to nothing is disposed of
data-short-copies = until the copies are disposed of
data-short-changed = until the team changes it
data-short-always = until further notice
data-short-days = two days at most
data-short-quarter = 90 days
data-size = { $megabytes } MB
data-as-file = As a file
data-file-title = What Lucka stores
data-file-made = Made { $moment }.
data-file-tables = Tables
data-file-purpose = What it is for
data-file-whose = Personal data
data-file-stays = How long
data-file-rows = Rows

data-purpose-comments = Comments on the page: to take, answer and measure them
data-purpose-answers = Answers of the page that are written in Slack
data-purpose-moderation = Decisions to hide or remove, with what was saved first
data-purpose-page = The page's own posts
data-purpose-plan = The content plan, with its history
data-purpose-ideas = The idea bank, reserve posts and the year wheel
data-purpose-team = Who is who in the team, and when they are at work
data-purpose-settings = What the team has decided
data-purpose-messages = The bot's copies of what it has written in Slack
data-purpose-log = Who did what, and the disposal decisions
data-purpose-passing = What has just come from Slack or Facebook and is to be taken care of
data-purpose-technical = The bot's own bookkeeping

data-whose-residents = residents'
data-whose-both = residents' and colleagues'
data-whose-colleagues = colleagues' (Slack ids and names)
data-whose-nobody = no personal data

data-stays-routine = until the matter is over and the class Routine comments is disposed of (or that of hidden, removed and registered ones)
data-stays-kept = until it is handed over and the class Hidden, removed and registered is disposed of
data-stays-working = as long as it is in use; what led to nothing is disposed of with its class
data-stays-copies = until the class The bot's own copies is disposed of, or what the message is about
data-stays-changed = until the team changes it
data-stays-always = until further notice
data-stays-days = two days at most
data-stays-quarter = 90 days
