"""Whom people mean when they ask a store: codes, and names in any language."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING

from saksi.errors import QuestionError

if TYPE_CHECKING:
    from saksi.store import Store
    from saksi.store.search import Who
    from saksi.world import World


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


def _known(words: str, store: "Store") -> "Who":
    """Whom the language packs know by a name."""
    from saksi.store.search import Who  # noqa: PLC0415
    from saksi.world import load_world  # noqa: PLC0415 (reads the tables)

    world = load_world()
    names = list(names_of(world))
    keys = {key for _, name, key in names if name.casefold() == words.casefold()}
    if not keys:
        told = [row["name"] for row in store.rows("SELECT DISTINCT name FROM actors")]
        near = get_close_matches(words, [*told, *(name for _, name, _ in names)], n=3)
        hint = f"; did you mean {' or '.join(dict.fromkeys(near))}?" if near else ""
        raise QuestionError(f"nobody is known by {words!r}{hint}")
    entities = [world.knowledge.entity(key) for key in keys]
    states = tuple(sorted(entity.code for entity in entities if entity.kind == "state"))
    return Who(codes=states, names=tuple(sorted(entity.name for entity in entities if entity.kind != "state")))


def names_of(world: "World") -> Iterator[tuple[str, str, str]]:
    """Language, name and key of every name in every pack."""
    for code, pack in sorted(world.packs.items()):
        for table in ("states", "bodies", "leaders", "outlets"):
            for row in pack.rows(table):
                for column, names in row.items():
                    if column not in ("key", "places"):
                        yield from ((code, name, row["key"]) for name in names.split("|") if name)
