"""`python -m tests.bench`: measure, print the table, and write it into docs/measured.md."""

import argparse
import sys
from collections.abc import Callable

from bot.clock import Clock
from tests.bench import (
    acknowledging,
    desk,
    digesting,
    disclosing,
    flooding,
    hooked,
    ideas,
    idle,
    lasting,
    losses,
    nagging,
    relaying,
    reporting,
    starting,
    table,
    web,
    year,
)
from tests.bench.figures import Row

MEASUREMENTS: dict[str, Callable[..., list[Row]]] = {
    "acknowledging": acknowledging.run,
    "lasting": lasting.run,
    "starting": starting.run,
    "idle": idle.run,
    "relaying": relaying.run,
    "hooked": hooked.run,
    "flooding": flooding.run,
    "year": year.run,
    "digesting": digesting.run,
    "nagging": nagging.run,
    "ideas": ideas.run,
    "desk": desk.run,
    "reporting": reporting.run,
    "disclosing": disclosing.run,
    "web": web.run,
    "losses": losses.run,
}


def main() -> int:
    """Measure; slow figures are told but are no failure: machines differ."""
    asked = _parser().parse_args()
    rows: list[Row] = []
    for name in asked.only or MEASUREMENTS:
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        rows += (taken := MEASUREMENTS[name](quick=asked.quick))
        for row in taken:  # a later measurement may fail
            print(f"  {row.what}: {row.ours} {row.floor} {row.ratio}", file=sys.stderr, flush=True)
    text = table.render(rows, today=Clock().now().date())
    print(text)
    for row in rows:
        if row.met is False:
            print(f"missed: {row.what}: {row.ours}, {row.ratio} (bar {row.bar})")
    if not (asked.only or asked.quick):
        table.place(text)
    if asked.merge:
        table.merge(text)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench",
        description="Measure the bot against its floors; a whole run writes docs/measured.md.",
    )
    parser.add_argument("--only", action="append", choices=MEASUREMENTS, help="may be repeated")
    parser.add_argument(
        "--merge", action="store_true", help="put the rows among those of the same day in the page"
    )
    parser.add_argument("--quick", action="store_true", help="few rounds: a look, not a figure")
    return parser


if __name__ == "__main__":
    sys.exit(main())
