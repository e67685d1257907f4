"""What the bot costs, each figure beside a floor that is measured in the same run.

`python -m tests.bench` (which is `make bench`) measures everything and writes the table into the
docs. Other work on the machine makes absolute figures worse, so ours and the floor take turns
and ratios are medians over rounds.
"""
