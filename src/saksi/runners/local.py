"""Reading on the cores of this machine: worker processes, each with the models loaded once; one writer.

Memory stays bounded whatever the input's size: a few batches wait for each worker, and what was read is written as soon
as some hundred articles are together. What is written is whole: whoever kills the run loses the last batches alone, and
the same command goes on from there.
"""

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TypeVar

from saksi.model import Article, Skipped
from saksi.model.article import content_hash
from saksi.runners.batch import Batch, Settings, read_batch, unread_of
from saksi.store import Store, Unread, judgements

Item = TypeVar("Item")

LOOKED_UP = 512
"""Articles of which it is asked at once whether the store has them."""
TASK = 16
"""Articles that a worker takes at once."""
WAITING = 2
"""Tasks that wait for each worker."""
WRITTEN = 256
"""Articles that are written together."""
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
"""Each worker has one core, so its libraries start no further threads."""


@dataclass(slots=True, kw_only=True)
class Summary:
    """What a run did: articles read, known before, and unread ones by reason; events found."""

    articles: int = 0
    known: int = 0
    events: int = 0
    reasons: dict[str, int] = field(default_factory=dict)

    @property
    def skipped(self) -> int:
        """How many inputs gave no reading."""
        return sum(self.reasons.values())


Progress = Callable[[Summary], None]
"""Called whenever something was written."""


def add(
    items: Iterable[Article | Skipped],
    store: Store,
    *,
    settings: Settings,
    workers: int,
    command: str,
    progress: Progress | None = None,
) -> Summary:
    """Read articles that the store does not have yet, and keep them.

    Raises StoreError if somebody else writes the store, or if it cannot be written; OSError where the machine fails.
    """
    with store.writing():
        run = store.begin(command=command, read_by=settings.read_by)
        writer = _Writer(store, run, settings.read_by, progress)
        with _Crew(workers, settings) as crew:
            while True:
                for group in _grouped(items, LOOKED_UP):
                    for task in _grouped(writer.fresh(group), TASK):
                        writer.take(crew.submit(task))
                writer.take(crew.rest())
                writer.flush()
                if not writer.later:
                    break
                items, writer.later, writer.put_off = writer.later, [], set()
    return writer.summary


def reread(
    store: Store, *, settings: Settings, workers: int, command: str, progress: Progress | None = None
) -> Summary:
    """Read those articles again that another version of Saksi read; what people said of them stays.

    Raises StoreError as `add`.
    """
    summary = Summary()
    with store.writing(), _Crew(workers, settings) as crew:
        run = store.begin(command=command, read_by=settings.read_by)

        def keep(batches: Iterable[Batch]) -> None:
            for batch in batches:
                store.replace(batch.tables, run=run)
                summary.articles += batch.tables["articles"].num_rows
                summary.events += batch.tables["events"].num_rows
                for one in batch.unread:
                    summary.reasons[one.reason] = summary.reasons.get(one.reason, 0) + 1
                if progress:
                    progress(summary)

        for task in _grouped(store.outdated(settings.read_by), TASK):
            keep(crew.submit(task))
        keep(crew.rest())
        judgements.reapply(store)
    return summary


def keys_of(article: Article) -> set[str]:
    """By what an article is known: its id, and its address."""
    return {article.id, *filter(None, [article.url])}


def _grouped(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    rest = iter(items)
    while group := list(islice(rest, size)):
        yield group


class _Writer:
    """Tells what is new, gathers what was read, and writes it."""

    def __init__(self, store: Store, run: int, read_by: str, progress: Progress | None) -> None:
        self.store, self.run, self.read_by, self.progress = store, run, read_by, progress
        self.summary = Summary()
        self.batches: list[Batch] = []
        self.unread: list[Unread] = []
        self.known = 0
        self.reading: dict[str, Article] = {}
        self.later: list[Article | Skipped] = []
        self.put_off: set[str] = set()

    def fresh(self, group: Sequence[Article | Skipped]) -> list[Article]:
        """The articles of a group that neither the store has nor the run is reading.

        Another text of an article that is being read, by its id or its address, waits until that is written, as do all
        that follow it, so that the last one is the latest.
        """
        articles = [item for item in group if isinstance(item, Article)]
        self.unread += [Unread(item.source, item.reason, item.line) for item in group if isinstance(item, Skipped)]
        known = self.store.known([article.id for article in articles], read_by=self.read_by)
        fresh = []
        taken = self.put_off.union(*map(keys_of, self.reading.values()))
        for article in articles:
            same = self.reading.get(article.id)
            if known.get(article.id) == content_hash(article) or (same is not None and same.text == article.text):
                self.known += 1
                continue
            if taken.isdisjoint(keys_of(article)):
                fresh.append(article)
                self.reading[article.id] = article
            else:
                self.later.append(article)
                self.put_off |= keys_of(article)
            taken |= keys_of(article)
        return fresh

    def take(self, batches: Iterable[Batch]) -> None:
        """Gather batches; write when enough are together."""
        for batch in batches:
            self.batches.append(batch)
            self.unread += batch.unread
            if sum(batch.tables["articles"].num_rows for batch in self.batches) + len(self.unread) >= WRITTEN:
                self.flush()

    def flush(self) -> None:
        """Write all that was gathered."""
        import pyarrow as pa  # noqa: PLC0415 (a run without news needs it last, if at all)

        from saksi.store import SCHEMAS  # noqa: PLC0415

        tables = {
            name: pa.concat_tables([batch.tables[name] for batch in self.batches] or [schema.empty_table()])
            for name, schema in SCHEMAS.items()
        }
        self.store.add(tables, self.unread, run=self.run, known=self.known)
        self.summary.articles += tables["articles"].num_rows
        self.summary.events += tables["events"].num_rows
        self.summary.known += self.known
        for one in self.unread:
            self.summary.reasons[one.reason] = self.summary.reasons.get(one.reason, 0) + 1
        for done in (*tables["articles"]["id"].to_pylist(), *(one.article_id for one in self.unread)):
            self.reading.pop(done, None)
        self.batches, self.unread, self.known = [], [], 0
        if self.progress:
            self.progress(self.summary)


class _Crew:
    """Worker processes, with few tasks waiting."""

    def __init__(self, workers: int, settings: Settings) -> None:
        self.workers, self.settings = workers, settings
        self.pool = self._pool()
        self.waiting: dict[Future[Batch], Sequence[Article]] = {}

    def __enter__(self) -> "_Crew":
        return self

    def __exit__(self, *failure: object) -> None:
        self.pool.shutdown(wait=failure[0] is None, cancel_futures=True)

    def _pool(self) -> ProcessPoolExecutor:
        for name in ONE_THREAD:
            os.environ.setdefault(name, "1")
        return ProcessPoolExecutor(self.workers, mp_context=multiprocessing.get_context("spawn"))

    def submit(self, task: Sequence[Article]) -> Iterator[Batch]:
        """Hand a task out; what is done by then, where all workers have enough to do."""
        self.waiting[self.pool.submit(read_batch, task, self.settings)] = task
        if len(self.waiting) >= self.workers * (1 + WAITING):
            yield from self._done()

    def rest(self) -> Iterator[Batch]:
        """All that is still being read."""
        while self.waiting:
            yield from self._done()

    def _done(self) -> Iterator[Batch]:
        finished, _ = wait(self.waiting, return_when=FIRST_COMPLETED)
        for future in finished:
            task = self.waiting.pop(future, None)
            if task is None:
                continue
            try:
                yield future.result()
            except BrokenProcessPool:
                yield from self._one_by_one([task, *self.waiting.values()])
                return

    def _one_by_one(self, tasks: Iterable[Sequence[Article]]) -> Iterator[Batch]:
        """After a worker died: each article by itself, to find the one that kills it."""
        self.waiting.clear()
        self.pool = self._pool()
        for article in (article for task in tasks for article in task):
            try:
                yield self.pool.submit(read_batch, [article], self.settings).result()
            except BrokenProcessPool:
                self.pool = self._pool()
                empty = read_batch([], self.settings)
                reason = "reading it ended the worker process, as if memory had run out; please report it"
                yield replace(empty, unread=(unread_of(article, reason),))
