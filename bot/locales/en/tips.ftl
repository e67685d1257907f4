### The tip of the week, in the first digest of the week.

tips-title = Tip of the week
tips-on = On: one short piece of advice a week, by what the advice found most the week before.
tips-off = Off: no tips in the digest.
tips-switch-off = Switch off
tips-switch-on = Switch on
tips-line = { "*" }Tip of the week:* { $tip }

tip-sentences = Split long sentences. One thought in each, and more people read to the end.
tip-words = Choose short words over long ones. Long ones slow the reader down, most of all on a small screen.
tip-stiff = Write as you speak. Read it aloud, and change what you would never say.
tip-passive = Say who does it. “We open the doors” is easier than “the doors are opened”.
tip-length = The most important thing first. Most people see only the first lines.
tip-links = One link is enough. Several compete for the same click.
tip-short-link = Show the whole address. A shortened link does not say where it leads.
tip-hashtags = One or two hashtags are enough, at the end.
tip-emoji = Few emoji, and never instead of words. Screen readers read out every one.
tip-alt = Write what the picture shows while you choose it. One sentence is enough as alt text.
tip-captions = Caption the film. Many watch without sound, and not everybody hears.
tip-description = Tell in the text what the film shows, so that those who do not see it can follow.
