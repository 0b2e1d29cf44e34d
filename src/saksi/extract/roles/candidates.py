"""The parties of an article as candidates for the ends of its deeds."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from saksi.model import Cast, Span

NOBODY = "---"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """All parties of one code, or one party without a code.

    Attributes:
        code: the code.
        ids: actor ids, the one told first first.
        spans: where they are mentioned, with the id of who is.
        places: where places of that state are named.

    """

    code: str
    ids: tuple[str, ...]
    spans: tuple[tuple[Span, str], ...]
    places: tuple[Span, ...] = ()


def candidates(cast: Cast, used: Iterable[str]) -> list[Candidate]:
    """The candidates of an article. Outlets tell and do not act, unless rules have them act (`used`)."""
    acting = frozenset(used)
    groups: dict[str, list[str]] = {}
    for actor in cast.actors:
        if actor.id != cast.unnamed and (actor.kind != "outlet" or actor.id in acting):
            groups.setdefault(actor.code if actor.code != NOBODY else actor.id, []).append(actor.id)
    places: dict[str, list[Span]] = {}
    for place in cast.places:
        places.setdefault(place.country or "", []).extend(place.mentions)
    found = []
    for ids in groups.values():
        code = cast[ids[0]].code
        spans = sorted((span, identifier) for identifier in ids for span in cast[identifier].mentions)
        where = tuple(sorted(places.get(code, ()))) if code != NOBODY else ()
        if spans or where or acting.intersection(ids):
            found.append(Candidate(code=code, ids=tuple(ids), spans=tuple(spans), places=where))
    return found


def shares(counts: Counter[str]) -> dict[str, float]:
    """Each count as a share of all."""
    total = counts.total()
    return {code: count / total for code, count in counts.items()} if total else {}
