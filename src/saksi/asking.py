"""Whom people mean when they ask a store: codes, and names in any language."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from saksi.errors import QuestionError
from saksi.model import Actor, Place

if TYPE_CHECKING:
    from saksi.knowledge import Entity
    from saksi.store import Store
    from saksi.store.search import Question, Who
    from saksi.world import World

DAYS = ("since", "until")


def party(words: str | None, store: "Store") -> "Who | None":
    """Whom a name or code means: in the store, else in what is known. Raises QuestionError where it is nobody."""
    from saksi.store.search import Who  # noqa: PLC0415

    if words is None:
        return None
    rows = store.rows(
        "SELECT DISTINCT name, kind, code, code = upper(?) AS by_code FROM actors "
        "WHERE code = upper(?) OR lower(name) = lower(?)",
        [words, words, words],
    )
    if any(row["by_code"] for row in rows):
        return Who(codes=(words.upper(),))
    if rows:
        codes = tuple(sorted({row["code"] for row in rows if row["kind"] == "state"}))
        return Who(codes=codes, names=() if codes else tuple(sorted({row["name"] for row in rows})))
    return _known(words, store)


def events(store: "Store", *, limit: int | None = None, **asked: Any) -> "Question":
    """A question about events as people put it: parties by code or name, days as dates or moments.

    Raises QuestionError where nobody is known by a name.
    """
    from saksi.store.search import Question  # noqa: PLC0415

    told: dict[str, Any] = {
        name: party(asked.pop(name, None), store) for name in ("actor", "recipient", "party", "witness")
    }
    days: dict[str, Any] = {
        name: day.date() if isinstance(day, datetime) else day for name in DAYS for day in [asked.pop(name, None)]
    }
    return Question(limit=limit, **told, **days, **asked)


def _known(words: str, store: "Store") -> "Who":
    """Whom the language packs know by a name."""
    from saksi.store.search import Who  # noqa: PLC0415

    entities = _entities(words, store)
    states = tuple(sorted(entity.code for entity in entities if entity.kind == "state"))
    return Who(codes=states, names=tuple(sorted(entity.name for entity in entities if entity.kind != "state")))


def _entities(words: str, store: "Store") -> "list[Entity]":
    if found := known(words):
        return found
    from saksi.world import load_world  # noqa: PLC0415 (reads the tables)

    told = [row["name"] for row in store.rows("SELECT DISTINCT name FROM actors")]
    near = get_close_matches(words, [*told, *(name for _, name, _ in names_of(load_world()))], n=3)
    hint = f"; did you mean {' or '.join(dict.fromkeys(near))}?" if near else ""
    raise QuestionError(f"nobody is known by {words!r}{hint}")


def known(words: str) -> "list[Entity]":
    """The known parties of a code or name in any language; none where nobody is known by it."""
    from saksi.world import load_world  # noqa: PLC0415 (reads the tables)

    world = load_world()
    keys = {key for _, name, key in names_of(world) if name.casefold() == words.casefold()}
    if words.upper() in world.knowledge:
        keys.add(words.upper())
    return [world.knowledge.entity(key) for key in sorted(keys)]


def offices(entities: "Iterable[Entity]") -> list[dict[str, str]]:
    """Terms of office: those of persons, and for states and bodies who held theirs; the latest first.

    Each has `holder`, `office`, `of` (a code), `since` and `until`, dates as far as they are known.
    """
    from saksi.world import load_world  # noqa: PLC0415 (reads the tables)

    knowledge = load_world().knowledge
    terms = {term for entity in entities for term in (entity.terms or knowledge.terms(entity.key))}
    rows = [
        {
            "holder": knowledge.entity(term.person).name,
            "office": term.title or term.office,
            "of": term.code,
            "since": term.since,
            "until": term.until,
        }
        for term in terms
    ]
    return sorted(rows, key=lambda row: (row["since"], row["office"], row["holder"]), reverse=True)


def actor(words: str, among: Iterable[Actor], store: "Store") -> Actor:
    """The one party that a person means by a name or code: of an article, else of the store, else of what is known.

    It comes without mentions. Raises QuestionError where it is nobody.
    """
    for one in among:
        if words.casefold() == one.name.casefold() or (one.kind == "state" and words.upper() == one.code):
            return replace(one, mentions=())
    rows = store.rows(
        "SELECT name, kind, code, sectors, wikidata FROM actors WHERE lower(name) = lower(?) "
        "OR (kind = 'state' AND code = upper(?)) GROUP BY ALL ORDER BY count(*) DESC, name LIMIT 1",
        [words, words],
    )
    if rows:
        return Actor(**rows[0] | {"id": "", "sectors": tuple(rows[0]["sectors"])})
    entity = _entities(words, store)[0]
    return Actor(id="", name=entity.name, kind=entity.kind, code=entity.code, sectors=entity.sectors)


def place(words: str, among: Iterable[Place], store: "Store") -> Place:
    """The place that a person means by a name: of an article, else of the store, else the largest city, else a name."""
    for one in among:
        if words.casefold() == one.name.casefold():
            return replace(one, mentions=())
    rows = store.rows(
        "SELECT name, country, admin1, latitude, longitude, geonames FROM places WHERE lower(name) = lower(?) "
        "GROUP BY ALL ORDER BY count(*) DESC, name LIMIT 1",
        [words],
    )
    if rows:
        return Place(id="", **rows[0])
    from saksi.knowledge.gazetteer import cities  # noqa: PLC0415 (reads GeoNames)

    for city in cities(words)[:1]:
        return Place(
            id="",
            name=city.name,
            country=city.country or None,
            admin1=city.admin1 or None,
            latitude=city.latitude,
            longitude=city.longitude,
            geonames=city.geonames,
        )
    return Place(id="", name=words)


def names_of(world: "World") -> Iterator[tuple[str, str, str]]:
    """Language, name and key of every name in every pack."""
    for code, pack in sorted(world.packs.items()):
        for table in ("states", "bodies", "leaders", "outlets"):
            for row in pack.rows(table):
                for column, names in row.items():
                    if column not in ("key", "places"):
                        yield from ((code, name, row["key"]) for name in names.split("|") if name)
