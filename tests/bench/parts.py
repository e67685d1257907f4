"""The bot's parts without its network, for what is measured inside one process."""

from bot.config import Settings
from bot.deps import Deps
from bot.health import Health
from bot.locales import Words
from bot.store.db import Store
from tests import make
from tests.bench.fake_slack import COMMENTS, PLAN
from tests.fakes import FakeSlack, Hand
from tests.page import FakePage


def parts(store: Store, hand: Hand, page: FakePage) -> Deps:
    """Return the bot's parts over a real database; *hand* is its clock."""
    made = Deps(
        settings=Settings(slack_bot_token="xoxb-bench", plan_channel=PLAN),
        now=hand,
        transaction=store.transaction,
        reading=store.reading,
        slack=FakeSlack(),
        words=Words("sv"),
        identity=make.identity(),
        plan_channel=PLAN,
        comments_channel=COMMENTS,
        health=Health(),
        wake=lambda: None,
        page=page,
    )
    make.settle(made)
    return made
