"""Lucka: a Slack bot that keeps a content plan filled and residents' comments answered.

This file must exist: with it the package `bot/` wins over the script `bot.py` for `import bot`.
"""

import sys

if "numpy" not in sys.modules:
    # sqlite-utils loads numpy where it finds it, for values that we never store: 17 MB for nothing.
    # It is installed for drawing alone, in a process of its own, so it is hidden for a moment here.
    sys.modules["numpy"] = None  # type: ignore[assignment]  # Python's way to hide one
    try:
        import sqlite_utils  # noqa: F401 -- loaded here so that it does not find numpy later
    finally:
        del sys.modules["numpy"]
