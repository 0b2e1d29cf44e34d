"""What linking needs of a store, and what it leaves in it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import duckdb

from saksi.store.store import Store

Row = dict[str, Any]


def articles(store: Store) -> list[Row]:
    """The latest version of each article, with the outlets and agencies that its chains credit."""
    return store.rows(
        "SELECT a.id, a.text, a.title, a.outlet, a.published, a.day, list(DISTINCT c.name) AS credits FROM articles a "
        "LEFT JOIN (SELECT t.article_id, t.version, unnest(t.chain_names[2:]) AS name FROM testimonies t) c "
        "ON c.article_id = a.id AND c.version = a.version WHERE a.latest GROUP BY ALL ORDER BY a.id"
    )


def events(store: Store) -> list[Row]:
    """The events of those articles."""
    return store.rows(
        "SELECT event_id, article_id, type, actor_codes, recipient_codes, start_date, end_date, evidence, status, "
        "standing FROM events_flat ORDER BY event_id"
    )


def voices(store: Store, story: str | None = None, *, mostly: float, on: date | None = None) -> list[Row]:
    """The testimonies on the events of a story, or of all, who their witnesses are, and which articles are copies.

    `on` leaves out what was published later; a copy is an article of whose words at least the share `mostly` stand in
    another one.
    """
    query = (
        "SELECT s.story_id, t.article_id || '#' || t.event_id AS event, a.outlet, o.outlet AS copy_of, t.stance, "  # noqa: S608 (ours)
        "t.chain_names AS chain, w.name AS witness, w.code, w.kind, w.sectors, e.evidence "
        "FROM story_events s JOIN testimonies t ON t.article_id || '#' || t.event_id = s.event_id "
        "JOIN articles a ON a.id = t.article_id AND a.version = t.version AND a.latest "
        "JOIN events e ON e.article_id = t.article_id AND e.version = t.version AND e.id = t.event_id "
        "JOIN actors w ON w.article_id = t.article_id AND w.version = t.version AND w.id = t.chain[-1] "
        "LEFT JOIN copies c ON c.article_id = a.id AND c.share >= ? "
        "LEFT JOIN articles o ON o.id = c.copy_of AND o.latest "
        f"WHERE {_of(story)} AND (? IS NULL OR a.day <= ?) ORDER BY event, t.number"
    )
    return store.rows(query, [mostly, *([story] if story else []), on, on])


def told(store: Store, story: str | None = None, *, on: date | None = None) -> list[Row]:
    """The events of a story, or of all stories, in the order of their articles' days; none published after `on`."""
    query = (
        "SELECT s.story_id, s.likeness, s.reason, e.* FROM story_events s "  # noqa: S608 (ours)
        "JOIN events_flat e USING (event_id) "
        f"WHERE {_of(story)} AND (? IS NULL OR e.published <= ?) "
        "ORDER BY s.story_id, e.published, e.event_id"
    )
    return store.rows(query, [*([story] if story else []), on, on])


def _of(story: str | None) -> str:
    """The condition for one story; without any, all are wanted."""
    return "s.story_id = ?" if story else "true"


def mains(store: Store) -> dict[str, int]:
    """By story how many articles are mainly about it."""
    rows = store.rows("SELECT story_id, count(*) AS articles FROM article_stories GROUP BY story_id")
    return {row["story_id"]: row["articles"] for row in rows}


def summaries(store: Store, rows: Iterable[Row], *, only: Sequence[str] | None = None) -> None:
    """Put what is known of each story, or of `only` some, in the place of the old."""
    import pyarrow as pa  # noqa: PLC0415

    rows = list(rows)

    def change(connection: duckdb.DuckDBPyConnection) -> None:
        connection.execute("DELETE FROM stories WHERE ? IS NULL OR id IN (SELECT unnest(?))", [only, only])
        if rows:
            connection.register("incoming", pa.Table.from_pylist(rows))
            columns = ", ".join(rows[0])
            connection.execute(f"INSERT INTO stories ({columns}) SELECT {columns} FROM incoming")  # noqa: S608
            connection.unregister("incoming")

    store.write(change)


def move(store: Store, places: Iterable[Sequence[str]]) -> None:
    """Put events into other stories: (event, story, reason); an empty story takes the event out of all.

    What articles are mainly about goes with them, where the old story has no event of the article any more.
    """

    def change(connection: duckdb.DuckDBPyConnection) -> None:
        for event, story, reason in places:
            connection.execute("DELETE FROM story_events WHERE event_id = ?", [event])
            if story:
                connection.execute("INSERT INTO story_events VALUES (?, ?, NULL, ?)", [story, event, reason])
            connection.execute(
                "UPDATE article_stories a SET story_id = ? WHERE starts_with(?, article_id || '#') AND NOT EXISTS "
                "(SELECT 1 FROM story_events s WHERE s.story_id = a.story_id AND "
                "starts_with(s.event_id, a.article_id || '#'))",
                [story, event],
            )
        connection.execute("DELETE FROM article_stories WHERE story_id = ''")

    store.write(change)


def keep(
    store: Store,
    *,
    copies: Iterable[Sequence[Any]],
    stories: Iterable[Sequence[Any]],
    articles: Iterable[Sequence[Any]],
) -> None:
    """Put what was found in the place of the old.

    Copies are (article, original, share, reason), stories (story, event, likeness, reason), articles (article, its main
    story).
    """
    import pyarrow as pa  # noqa: PLC0415 (who only asks needs none)

    def table(rows: Iterable[Sequence[Any]], schema: pa.Schema) -> pa.Table:
        return pa.Table.from_pylist([dict(zip(schema.names, row, strict=True)) for row in rows], schema=schema)

    text, number = pa.string(), pa.float64()
    found = table(copies, pa.schema([("article_id", text), ("copy_of", text), ("share", number), ("reason", text)]))
    told = table(stories, pa.schema([("story_id", text), ("event_id", text), ("likeness", number), ("reason", text)]))
    mains = table(articles, pa.schema([("article_id", text), ("story_id", text)]))

    def change(connection: duckdb.DuckDBPyConnection) -> None:
        for name, rows in (("copies", found), ("story_events", told), ("article_stories", mains)):
            connection.execute(f"DELETE FROM {name}")  # noqa: S608 (our names)
            connection.register("incoming", rows)
            connection.execute(f"INSERT INTO {name} SELECT * FROM incoming")  # noqa: S608
            connection.unregister("incoming")

    store.write(change)
