"""How often a costly property is tried: a quarter of the usual in the suite, all of it in `make chaos`."""

from hypothesis import settings

costly = settings(max_examples=settings.default.max_examples // 4)
