"""The store, kept open while people look and let go in between.

Opening a store takes longer than asking it, but nobody can write while it is open.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from saksi.errors import QuestionError, StoreError
from saksi.store import Store

LONG, SHORT = 5.0, 1.0
"""Seconds after which the store is let go, whoever still comes; and while somebody writes it batch by batch."""
GAP = 0.1
"""Seconds for which it is then left to those who write."""
LONGEST = 10.0
"""Seconds that the questions of one page may take together."""


class Window:
    """Lets many threads look at one store at once, or one of them write."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._turn = threading.Condition()
        self._open: ExitStack | None = None
        self._since = 0.0
        self._lookers = 0
        self._writers = 0

    def state(self) -> tuple[int, int]:
        """When the store's file was written, and its size: they tell one state from another. Raises StoreError."""
        try:
            file = self._store.path.stat()
        except OSError as error:
            raise StoreError(f"{self._store.path}: {error.strerror}") from error
        return file.st_mtime_ns, file.st_size

    @contextmanager
    def looking(self) -> Iterator[Store]:
        """The store, for the questions of one thread.

        Raises StoreError if somebody writes it for long, or if a question takes too long.
        """
        self._enter()
        try:
            with self._store.beside() as store:
                alarm = threading.Timer(LONGEST, store.interrupt)
                alarm.start()
                try:
                    yield store
                finally:
                    alarm.cancel()
        finally:
            self._leave()

    @contextmanager
    def alone(self) -> Iterator[Store]:
        """The store to write it, while nobody else in this process looks."""
        with self._turn:
            self._writers += 1
            try:
                while self._lookers:
                    self._turn.wait()
                self._close()
                yield self._store
            finally:
                self._writers -= 1
                self._turn.notify_all()

    def _enter(self) -> None:
        with self._turn:
            while self._writers or (self._open and self._over()):
                if self._writers or self._lookers:
                    self._turn.wait()
                else:
                    self._close()
                    time.sleep(GAP)
            if self._open is None:
                self._look()
            self._lookers += 1

    def _look(self) -> None:
        opened = ExitStack()
        opened.enter_context(self._store.holding())
        self._open, self._since = opened, time.monotonic()
        threading.Timer(LONG, self._let_go).start()  # no daemon: DuckDB cannot be cut off in the middle

    def _leave(self) -> None:
        with self._turn:
            self._lookers -= 1
            self._turn.notify_all()
        self._let_go()

    def _let_go(self) -> None:
        """Close the store when its time is over and nobody looks."""
        with self._turn:
            if not self._lookers and self._over():
                self._close()

    def _over(self) -> bool:
        held = time.monotonic() - self._since
        return held >= LONG or (held >= SHORT and self._store.is_written())

    def _close(self) -> None:
        if self._open:
            self._open.close()
            self._open = None


def status(error: StoreError, *, named: bool) -> int:
    """The HTTP status of an error: the store's fault; the question's; or, where the path is `named`, not there."""
    if not isinstance(error, QuestionError):
        return 503
    return 404 if named else 400
