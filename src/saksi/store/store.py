"""One DuckDB file: many may read it, one may write.

DuckDB locks a file for as long as a process has it open, so a writer opens it only for as long as one batch takes to
write, and holds a lock file beside it in between. Readers wait out such a moment.
"""

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from copy import copy
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import duckdb

from saksi.errors import StoreError
from saksi.model import Article
from saksi.store import keeping, schema
from saksi.store.answers import Answer, Frame
from saksi.store.keeping import Unread

if TYPE_CHECKING:
    from saksi.store.rows import Tables

PATIENCE = 20.0
"""Seconds to wait for a moment in which nobody else has the file open."""
PAUSE = 0.02
MOMENT = 0.5
"""Seconds to wait for the lock of writers, which others may touch to see whether it is free."""

Result = TypeVar("Result")
Known = Mapping[str, str]
"""Article ids and the content hash that was read, or found unreadable, last."""


class Store:
    """A store at a path.

    Args:
        path: the DuckDB file.
        create: whether to make it where it is not there.

    Raises:
        StoreError: it is not there, is no store, or is one of a newer Saksi.

    """

    def __init__(self, path: str | Path, *, create: bool = False) -> None:
        self.path = Path(path)
        self._held: duckdb.DuckDBPyConnection | None = None
        if create:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._patiently(lambda: self._with(self._migrate, read_only=False))
        elif not self.path.exists():
            raise StoreError(f"{self.path}: no such store; make one with: saksi add SOURCE --store {self.path}")
        elif self.read(lambda connection: schema.check(connection, self.path)) < len(schema.migrations()):
            self._patiently(lambda: self._with(self._migrate, read_only=False))

    def _migrate(self, connection: duckdb.DuckDBPyConnection) -> None:
        schema.migrate(connection, self.path)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Be the only one to write. Raises StoreError if another process is."""
        from filelock import FileLock, Timeout  # noqa: PLC0415 (readers need none)

        lock = FileLock(f"{self.path}.lock")
        try:
            lock.acquire(timeout=MOMENT)
        except Timeout as error:
            message = "is being written by another process; wait until it ends, or name another store"
            raise StoreError(f"{self.path}: {message}") from error
        try:
            yield
        finally:
            lock.release()

    def is_written(self) -> bool:
        """Whether somebody is about to write, or writing batch by batch."""
        from filelock import FileLock, Timeout  # noqa: PLC0415

        try:
            with FileLock(f"{self.path}.lock", timeout=0):
                return False
        except Timeout:
            return True

    @contextmanager
    def holding(self) -> Iterator[None]:
        """Keep the file open for several questions, which are then answered from one state of it.

        Nobody can write meanwhile, so hold it shortly.
        """
        self._held = self._patiently(lambda: duckdb.connect(str(self.path), read_only=True))
        try:
            yield
        finally:
            self._held.close()
            self._held = None

    @contextmanager
    def beside(self) -> Iterator["Store"]:
        """The same store for another thread, open if this one is held open."""
        other = copy(self)
        other._held = self._held.cursor() if self._held is not None else None
        try:
            yield other
        finally:
            if other._held is not None:
                other._held.close()

    @contextmanager
    def session(self, *, memory: str, spill: Path) -> Iterator[duckdb.DuckDBPyConnection]:
        """A connection of one's own that reads the store and may make temporary tables; keep it shortly.

        Args:
            memory: how much it may take (`600MB`); what does not fit goes to `spill`, a folder.
            spill: where to.

        """
        config: dict[str, str | bool | int | float | list[str]] = {"memory_limit": memory, "temp_directory": str(spill)}
        connection = self._patiently(lambda: duckdb.connect(str(self.path), read_only=True, config=config))
        try:
            yield connection
        finally:
            connection.close()

    def through(self, connection: duckdb.DuckDBPyConnection) -> "Store":
        """The same store, asked through an open connection."""
        other = copy(self)
        other._held = connection
        return other

    def interrupt(self) -> None:
        """Stop the question that another thread asks of this store, if it is held open."""
        with suppress(duckdb.Error):  # it may be closed by now
            if self._held is not None:
                self._held.interrupt()

    def read(self, ask: Callable[[duckdb.DuckDBPyConnection], Result]) -> Result:
        """The answer to a question that changes nothing."""
        if self._held is not None:
            return ask(self._held)
        return self._patiently(lambda: self._with(ask, read_only=True))

    def write(self, change: Callable[[duckdb.DuckDBPyConnection], Result]) -> Result:
        """Change the store in one transaction: all of it or nothing."""

        def whole(connection: duckdb.DuckDBPyConnection) -> Result:
            connection.begin()
            result = change(connection)
            connection.commit()
            return result

        return self._patiently(lambda: self._with(whole, read_only=False))

    def _with(self, act: Callable[[duckdb.DuckDBPyConnection], Result], *, read_only: bool) -> Result:
        with duckdb.connect(str(self.path), read_only=read_only) as connection:
            return act(connection)

    def _patiently(self, act: Callable[[], Result]) -> Result:
        """Do something with the file; where another process has it open just now, again a little later."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                return act()
            except duckdb.IOException as error:
                if "lock" not in str(error).lower():
                    raise StoreError(f"{self.path}: {_why(error)}") from error
                if time.monotonic() > end:
                    message = "is open in another process that does not let go; close it and try again"
                    raise StoreError(f"{self.path}: {message}") from error
                time.sleep(PAUSE)
            except (duckdb.FatalException, duckdb.SerializationException) as error:
                raise StoreError(f"{self.path}: {_why(error)}") from error

    def known(self, ids: Sequence[str], *, read_by: str) -> Known:
        """Which of some articles are there, or could not be read by this version, with the hash of what was read."""

        def ask(connection: duckdb.DuckDBPyConnection) -> Known:
            rows = connection.execute(
                "SELECT id, content FROM articles WHERE latest AND id IN (SELECT unnest(?)) UNION ALL "
                "SELECT article_id, content FROM skipped WHERE read_by = ? AND article_id IN (SELECT unnest(?))",
                [list(ids), read_by, list(ids)],
            ).fetchall()
            return dict(rows)

        return self.read(ask)

    def outdated(self, read_by: str, *, size: int = 256) -> Iterator[Article]:
        """The latest version of each article that another version of Saksi read, as it came in."""
        last = ""
        while True:
            rows = self.rows(
                "SELECT id, text, language, url, title, outlet_found, published, source, line FROM articles "
                "WHERE latest AND read_by <> ? AND id > ? ORDER BY id LIMIT ?",
                [read_by, last, size],
            )
            if not rows:
                return
            for row in rows:
                published = row.pop("published")
                moment = datetime.fromisoformat(published) if published else None
                yield Article(outlet=row.pop("outlet_found"), published=moment, **row)
            last = rows[-1]["id"]

    def fetched(self) -> dict[str, tuple[str, str]]:
        """By address the ETag and the Last-Modified of the last answer."""
        rows = self.rows("SELECT url, etag, modified FROM fetched")
        return {row["url"]: (row["etag"], row["modified"]) for row in rows}

    def remember(self, answers: Mapping[str, tuple[str, str]]) -> None:
        """Keep what addresses answered, once their articles are kept."""

        def change(connection: duckdb.DuckDBPyConnection) -> None:
            for url, (etag, modified) in answers.items():
                connection.execute("INSERT OR REPLACE INTO fetched VALUES (?, ?, ?)", [url, etag, modified])

        if answers:
            self.write(change)

    def begin(self, *, command: str, read_by: str) -> int:
        """Note that a run starts; its number."""

        def change(connection: duckdb.DuckDBPyConnection) -> int:
            row = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM runs").fetchone()
            number = int(row[0]) if row else 1
            connection.execute(
                "INSERT INTO runs (id, started, command, read_by) VALUES (?, now()::TIMESTAMP, ?, ?)",
                [number, command, read_by],
            )
            return number

        return self.write(change)

    def add(self, tables: "Tables", unread: Iterable[Unread], *, run: int, known: int = 0) -> None:
        """Keep what was read in one transaction; a text that changed becomes the latest version of its article."""
        unread = list(unread)

        def change(connection: duckdb.DuckDBPyConnection) -> None:
            keeping.insert(connection, tables, run)
            keeping.skip(connection, unread, run)
            connection.execute(
                "UPDATE runs SET articles = articles + ?, known = known + ?, skipped = skipped + ?, "
                "events = events + ?, finished = now()::TIMESTAMP WHERE id = ?",
                [tables["articles"].num_rows, known, len(unread), tables["events"].num_rows, run],
            )

        self.write(change)

    def replace(self, tables: "Tables", *, run: int) -> None:
        """Put a new reading of the latest version of articles in the place of the old one, in one transaction.

        What people said of it is forgotten until `judgements.reapply`.
        """
        ids = tables["articles"]["id"].to_pylist()

        def change(connection: duckdb.DuckDBPyConnection) -> None:
            wanted = "latest AND id IN (SELECT unnest(?))"
            old = connection.execute(f"SELECT id, version FROM articles WHERE {wanted}", [ids]).fetchall()  # noqa: S608
            for name in (*keeping.PARTS, "verdicts"):
                connection.execute(
                    f"DELETE FROM {name} WHERE (article_id, version) IN "  # noqa: S608 (our names)
                    f"(SELECT (id, version) FROM articles WHERE {wanted})",
                    [ids],
                )
            connection.execute(f"DELETE FROM articles WHERE {wanted}", [ids])  # noqa: S608
            keeping.put(connection, tables, dict(old), run)

        self.write(change)

    def sql(self, query: str, parameters: Sequence[Any] = ()) -> Frame:
        """The answer to a query in DuckDB's SQL. Raises StoreError if it cannot be answered.

        Example:
            >>> few = saksi.open("demo.duckdb").sql("SELECT * FROM events_flat WHERE type = ?", ["ASSAULT"])
            >>> len(few.pandas()) == len(few.rows())
            True

        """
        return Frame(self._asked(query, parameters, lambda found: found.to_arrow_table()))

    def answer(self, query: str, parameters: Sequence[Any] = ()) -> Answer:
        """The answer to a query without loading Arrow. Raises StoreError as `sql`."""
        return self._asked(query, parameters, lambda found: Answer(tuple(found.columns), found.fetchall()))

    def rows(self, query: str, parameters: Sequence[Any] = ()) -> list[dict[str, Any]]:
        """The answer to a query as dictionaries by column. Raises StoreError as `sql`."""
        return self.answer(query, parameters).dicts()

    def _asked(
        self, query: str, parameters: Sequence[Any], take: Callable[[duckdb.DuckDBPyRelation], Result]
    ) -> Result:
        def ask(connection: duckdb.DuckDBPyConnection) -> Result:
            connection.execute("SET enable_external_access = false")
            found = connection.sql(query, params=list(parameters))
            if found is None:
                raise StoreError(f"{self.path}: the query asks for nothing; begin it with SELECT")
            return take(found)

        try:
            return self.read(ask)
        except duckdb.InterruptException as error:
            raise StoreError(f"{self.path}: the question takes too long; narrow it") from error
        except duckdb.Error as error:
            raise StoreError(f"{self.path}: {_why(error)}") from error

    def frame(self, name: str) -> Frame:
        """A whole table or view: `events_flat`, `articles`, `statements`, ..."""
        names = {row["table_name"] for row in self.rows("SELECT table_name FROM information_schema.tables")}
        if name not in names:
            raise StoreError(f"{self.path}: no table {name!r}; there are: {', '.join(sorted(names))}")
        return self.sql(f'SELECT * FROM "{name}"')  # noqa: S608 (a name that exists)

    @property
    def events(self) -> Frame:
        """One row per event of the latest version of each article."""
        return self.frame("events_flat")

    @property
    def articles(self) -> Frame:
        """The latest version of each article."""
        return self.sql("SELECT * FROM articles WHERE latest ORDER BY day, id")


def _why(error: Exception) -> str:
    """The first line of DuckDB's message, which may be JSON."""
    text = str(error)
    if text.startswith("{"):
        text = json.loads(text).get("exception_message", text)
    return text.splitlines()[0]
