"""The outside world on one machine: a Slack workspace and a Facebook page, over their protocols.

The bot is pointed here by its base addresses and runs unmodified. Nothing in here knows the bot;
of its code only `bot.config` and `bot.clock` may be imported.
"""
