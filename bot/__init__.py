"""Lucka: a Slack bot that keeps a content plan filled and residents' comments answered.

This file must exist: with it the package `bot/` wins over the script `bot.py` for `import bot`.
"""
