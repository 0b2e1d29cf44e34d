"""Shards: what was read of one input file, as Parquet in a folder of its own, on any file system that pyarrow knows.

A shard counts once its mark is there, which is written last; whatever a killed worker left without one is written
again. Marks are JSON: the input's name, what was read, and why it was set aside if it was.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from saksi.errors import InputError
from saksi.intake import Defaults, InputFormat, read_source
from saksi.intake.places import file_system
from saksi.model import Article, Skipped
from saksi.model.article import content_hash
from saksi.runners.batch import Settings, read_batch
from saksi.runners.local import Progress, Summary
from saksi.store import SCHEMAS, Store, Unread

if TYPE_CHECKING:
    import pyarrow as pa

TASK = 16
"""Articles that are read together."""
TRIES = 3
"""How often a shard is begun before it is set aside: one that ends its worker each time would be begun for ever."""
UNREAD = "skipped"
MARK, TRY = ".json", ".try"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """That a shard is done: of which input, what was read by which Saksi, and why it was set aside if it was."""

    name: str
    source: str
    read_by: str
    articles: int = 0
    events: int = 0
    known: int = 0
    skipped: int = 0
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """How input files become shards: where those go, and how articles are read."""

    place: str
    settings: Settings
    defaults: Defaults = field(default_factory=Defaults)
    input_format: InputFormat | None = None


class Shards:
    """The shards at a place: a path, or an address of a file system. Raises InputError if nobody knows that."""

    def __init__(self, place: str) -> None:
        self.place = place
        self.system, self.root = file_system(place)

    def name_of(self, source: str) -> str:
        """The name of an input's shard, which is another one when the file has changed."""
        from pyarrow.fs import FileType  # noqa: PLC0415

        system, path = file_system(source)
        info = system.get_file_info(path)
        if info.type != FileType.File:
            raise InputError(source=source, reason="no such file; check the path")
        return sha256(f"{source}\n{info.size}\n{info.mtime_ns}".encode()).hexdigest()[:20]

    def marks(self) -> list[Mark]:
        """What is done, in order of the inputs' names."""
        from pyarrow.fs import FileSelector  # noqa: PLC0415

        infos = self.system.get_file_info(FileSelector(self.root, allow_not_found=True))
        found = [self._mark(info.path) for info in infos if info.path.endswith(MARK)]
        return sorted(found, key=lambda mark: (mark.source, mark.name))

    def tables(self, mark: Mark) -> "dict[str, pa.Table]":
        """What was read. Raises InputError if a file is damaged or gone."""
        return {noun: self._table(mark, noun) for noun in SCHEMAS}

    def unread(self, mark: Mark) -> list[Unread]:
        """What could not be read. Raises InputError as `tables`."""
        return [Unread(**row) for row in self._table(mark, UNREAD).to_pylist()]

    def begin(self, name: str) -> int:
        """Say that a shard is begun; how often it was before."""
        before = self._text(self._path(f"{name}{TRY}"), missing="")
        self.system.create_dir(f"{self.root}/{name}", recursive=True)
        self._put(self._path(f"{name}{TRY}"), before + "x")
        return len(before)

    def finish(self, mark: Mark) -> None:
        """Write a shard's mark: from then on it counts, and how often it was begun is forgotten."""
        path = self._path(f"{mark.name}{MARK}")
        self._put(f"{path}.part", json.dumps(asdict(mark), ensure_ascii=False))
        self.system.move(f"{path}.part", path)
        self.system.delete_file(self._path(f"{mark.name}{TRY}"))

    def writer(self, name: str, noun: str, schema: "pa.Schema") -> Any:
        """What writes one table of a shard."""
        import pyarrow.parquet as pq  # noqa: PLC0415

        return pq.ParquetWriter(self._file(name, noun), schema, filesystem=self.system, compression="zstd")

    def _mark(self, path: str) -> Mark:
        try:
            return Mark(**json.loads(self._text(path)))
        except (ValueError, TypeError) as error:
            reason = f"is no mark of a shard ({error}); remove it, and the same command reads its input again"
            raise InputError(source=path, reason=reason) from error

    def _table(self, mark: Mark, noun: str) -> "pa.Table":
        import pyarrow.parquet as pq  # noqa: PLC0415

        path = self._file(mark.name, noun)
        try:
            return pq.read_table(path, filesystem=self.system)
        except (OSError, ValueError) as error:
            reason = f"is damaged or gone; remove {mark.name}{MARK} beside it, and the same command reads it again"
            raise InputError(source=path, reason=reason) from error

    def _file(self, name: str, noun: str) -> str:
        return f"{self.root}/{name}/{noun}.parquet"

    def _path(self, name: str) -> str:
        return f"{self.root}/{name}"

    def _text(self, path: str, missing: str | None = None) -> str:
        try:
            with self.system.open_input_stream(path) as stream:
                return bytes(stream.read()).decode()
        except FileNotFoundError:
            if missing is None:
                raise
            return missing

    def _put(self, path: str, text: str) -> None:
        with self.system.open_output_stream(path) as stream:
            stream.write(text.encode())


def read_shard(source: str, job: Job) -> Mark:
    """Read an input file into its shard; one that fails is set aside with the reason.

    Raises OSError where the machine fails, which is no input's fault: the shard is then begun again by the next run.
    """
    shards = Shards(job.place)
    mark = Mark(name="", source=source, read_by=job.settings.read_by)
    try:
        mark = replace(mark, name=shards.name_of(source))
        if shards.begin(mark.name) >= TRIES:
            reason = f"reading it ended the worker process {TRIES} times, as if memory had run out; please report it"
            mark = replace(mark, reason=reason)
        else:
            mark = _read(shards, mark, job)
    except OSError:
        raise
    except Exception as error:  # whatever is wrong with one shard spoils no other
        mark = replace(
            mark, reason=error.reason if isinstance(error, InputError) else f"{type(error).__name__}: {error}"
        )
    if mark.name:
        shards.finish(mark)
    return mark


def _read(shards: Shards, mark: Mark, job: Job) -> Mark:
    import pyarrow as pa  # noqa: PLC0415

    unread: list[Unread] = []
    writers = {noun: shards.writer(mark.name, noun, schema) for noun, schema in SCHEMAS.items()}
    try:
        items = _once(read_source(source=mark.source, defaults=job.defaults, input_format=job.input_format), unread)
        for task in items:
            batch = read_batch(task, job.settings)
            unread += batch.unread
            for noun, table in batch.tables.items():
                writers[noun].write_table(table)
            articles, events = (batch.tables[noun].num_rows for noun in ("articles", "events"))
            mark = replace(mark, articles=mark.articles + articles, events=mark.events + events)
    finally:
        for writer in writers.values():
            writer.close()
    schema = pa.schema([(name, pa.int64() if name == "line" else pa.string()) for name in Unread.__annotations__])
    with shards.writer(mark.name, UNREAD, schema) as writer:
        writer.write_table(pa.Table.from_pylist([asdict(one) for one in unread], schema=schema))
    return replace(mark, skipped=len(unread))


def _once(items: Iterable[Article | Skipped], unread: list[Unread]) -> Iterator[list[Article]]:
    """The articles of an input in tasks, each once; what is none, and other texts of one, go to `unread`."""
    seen: dict[str, str] = {}
    task: list[Article] = []
    for item in items:
        if isinstance(item, Skipped):
            unread.append(Unread(item.source, item.reason, item.line))
        elif item.id not in seen:
            seen[item.id] = content_hash(item)
            task.append(item)
        elif seen[item.id] != content_hash(item):
            unread.append(Unread(item.source, "has the id of another article before it in the same file", item.line))
        if len(task) == TASK:
            yield task
            task = []
    if task:
        yield task


def load(place: str, path: Path, *, command: str, read_by: str, progress: Progress | None = None) -> Summary:
    """Bring the shards at a place into a store, a shard at a time; what it has already is not brought again.

    A store that is not there is made once it is sure that there are shards. Raises StoreError if somebody else writes
    the store, InputError if the place cannot be read.
    """
    shards, summary = Shards(place), Summary()
    marks = shards.marks()
    if not marks:
        raise InputError(source=place, reason="has no finished shard; make some with: saksi add --runner ray --shards")
    store = Store(path, create=True)
    with store.writing():
        run = store.begin(command=command, read_by=read_by)
        for mark in marks:
            if mark.reason is None:
                _load(shards, mark, store, run, summary)
            else:
                summary.reasons[mark.reason] = summary.reasons.get(mark.reason, 0) + 1
            if progress:
                progress(summary)
    return summary


def _load(shards: Shards, mark: Mark, store: Store, run: int, summary: Summary) -> None:
    tables, unread = shards.tables(mark), shards.unread(mark)
    articles = tables["articles"].select(["id", "content", "url"]).to_pylist()
    ids = [row["id"] for row in articles] + [one.article_id for one in unread if one.article_id]
    known = store.known(ids, read_by=mark.read_by)
    fresh = {row["id"]: row["url"] for row in articles if known.get(row["id"]) != row["content"]}
    before = len(articles) - len(fresh)
    if fresh or not before:
        unread = [one for one in unread if one.article_id is None or known.get(one.article_id) != one.content]
    else:
        unread = []  # it was brought before
    first, *later = _rounds(fresh)
    store.add(_of(tables, first), unread, run=run, known=before)
    for ids in later:
        store.add(_of(tables, ids), [], run=run)
    summary.articles += len(fresh)
    summary.known += before
    for one in unread:
        summary.reasons[one.reason] = summary.reasons.get(one.reason, 0) + 1
    summary.events += sum(row in fresh for row in tables["events"]["article_id"].to_pylist())


def _rounds(articles: Mapping[str, str | None]) -> list[list[str]]:
    """The ids of articles, parted so that no two of one address are together: the last is then the latest."""
    rounds: list[list[str]] = [[]]
    times: Counter[str] = Counter()
    for identifier, url in articles.items():
        number = times[url] if url else 0
        times[url or ""] += 1
        rounds += [[]] if number == len(rounds) else []
        rounds[number].append(identifier)
    return rounds


def _of(tables: "Mapping[str, pa.Table]", ids: Sequence[str]) -> "dict[str, pa.Table]":
    """Those rows of tables that are of some articles."""
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.compute as pc  # noqa: PLC0415

    wanted = pa.array(ids, pa.string())
    return {
        noun: table.filter(pc.is_in(table["id" if noun == "articles" else "article_id"], value_set=wanted))
        for noun, table in tables.items()
    }


def pending(sources: Iterable[str], place: str, read_by: str, told: Callable[[Mark], None]) -> list[str]:
    """The inputs that have no shard of this version yet; the marks of others, set aside or not, are told."""
    shards = Shards(place)
    done = {mark.name: mark for mark in shards.marks() if mark.read_by == read_by}
    missing = []
    for source in sources:
        try:
            mark = done.get(shards.name_of(source))
        except InputError as error:
            told(Mark(name="", source=source, read_by=read_by, reason=error.reason))
            continue
        if mark is None:
            missing.append(source)
        else:
            told(replace(mark, articles=0, events=0, skipped=0, known=mark.articles))
    return missing
