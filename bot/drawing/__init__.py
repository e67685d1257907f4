"""Drawing: a picture from a value in which every word is already said.

The plotting library takes a hundred megabytes, so it is loaded in a process of its own that ends
with the picture (`bot.drawing.child`), never in the bot's. What is drawn is a `Chart` or a
`Sheet`; this package knows neither the plan nor Slack, and imports nothing else of ours.
"""
