"""Who looks at the page in a browser, and what they should fetch again."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager

COMMENT_SECONDS = 15.0  # a comment line keeps proxies and browsers from giving up
BACKLOG = 1000  # a reader this far behind is gone; its stream ends and the browser comes back


class Hub:
    """Pass notices to every open event stream; streams that nobody reads do not pile up."""

    def __init__(self) -> None:
        self._readers: set[asyncio.Queue[str | None]] = set()
        self._watchers: list[Callable[[], None]] = []
        self._closed = False

    @property
    def readers(self) -> int:
        """Return how many streams are open."""
        return len(self._readers)

    def watch(self, watcher: Callable[[], None]) -> None:
        """Call *watcher* after each notice, for those who wait in the same process."""
        self._watchers.append(watcher)

    def publish(self, kind: str, about: str | None = None, *, person: str | None = None) -> None:
        """Tell every reader that *kind* changed: which one, and for whom (None: for all)."""
        notice = f"data: {json.dumps({'kind': kind, 'id': about, 'for': person})}\n\n"
        for queue in list(self._readers):
            self._offer(queue, notice)
        for watcher in self._watchers:
            watcher()

    def close(self) -> None:
        """End every stream; those that come later end at once."""
        self._closed = True
        for queue in list(self._readers):
            self._offer(queue, None)

    async def stream(self) -> AsyncIterator[str]:
        """Yield server-sent events until the reader leaves or the hub closes."""
        with self._reader() as queue:
            yield ": hello\n\n"
            while not self._closed:
                try:
                    notice = await asyncio.wait_for(queue.get(), COMMENT_SECONDS)
                except TimeoutError:
                    notice = ": still here\n\n"
                if notice is None:
                    return
                yield notice

    @contextmanager
    def _reader(self) -> Iterator[asyncio.Queue[str | None]]:
        queue: asyncio.Queue[str | None] = asyncio.Queue(BACKLOG)
        self._readers.add(queue)
        try:
            yield queue
        finally:
            self._readers.discard(queue)

    def _offer(self, queue: asyncio.Queue[str | None], notice: str | None) -> None:
        if queue.full():
            self._readers.discard(queue)
            queue.get_nowait()
            notice = None
        queue.put_nowait(notice)
