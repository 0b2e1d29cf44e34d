"""All known parties, looked up by key, by whom they act for, and by web domain."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from saksi.errors import KnowledgeError
from saksi.knowledge.entity import Entity
from saksi.knowledge.entries import TABLES, Entry, is_code
from saksi.knowledge.schema import is_single, schema
from saksi.knowledge.term import Term, overlapping

LEADER = "leader"
"""The title that means whoever leads a state, whatever the office is."""
GOVERNS, REIGNS = "head of government", "head of state"


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """All known parties.

    Attributes:
        states, bodies, leaders, outlets: the tables, in the order in which they were written.

    """

    states: tuple[Entity, ...]
    bodies: tuple[Entity, ...]
    leaders: tuple[Entity, ...]
    outlets: tuple[Entity, ...]
    _by_key: Mapping[str, Entity] = field(repr=False)
    _offices: Mapping[str, tuple[Term, ...]] = field(repr=False)
    _domains: Mapping[str, Entity] = field(repr=False)

    def __iter__(self) -> Iterator[Entity]:
        return iter(self._by_key.values())

    def __len__(self) -> int:
        return len(self._by_key)

    def __contains__(self, key: object) -> bool:
        return key in self._by_key

    def entity(self, key: str) -> Entity:
        """The party with that key. Raises KnowledgeError if there is none."""
        try:
            return self._by_key[key]
        except KeyError:
            raise KnowledgeError(f"no known party has the key {key!r}") from None

    def terms(self, code: str) -> tuple[Term, ...]:
        """The terms of office of `code`, in the order of the table."""
        return self._offices.get(code, ())

    def holder(self, title: str, code: str, day: str) -> Entity | None:
        """Who held an office of `code` on a day, if it is one that a single person holds.

        Args:
            title: the office as English calls it there (`secretary of state`), or its kind (`foreign minister`);
                `leader` is whoever leads the state.
            code: whose office.
            day: an ISO date; on the day of a handover the new holder is meant.

        """
        wanted = title.casefold()
        if wanted == LEADER and code in self._by_key:
            wanted = self._by_key[code].leader.replace("_", " ")
        held = [term for term in self.terms(code) if _is_office(term, wanted) and term.holds(day)]
        if not held and wanted == GOVERNS and not any(_is_office(term, wanted) for term in self.terms(code)):
            return self.holder(REIGNS, code, day)  # a president who heads the government too
        return self.entity(max(held, key=_start).person) if held else None

    def outlet(self, name: str, *, names: Mapping[str, str]) -> Entity | None:
        """The outlet of that name or web domain, if it is known.

        Args:
            name: as the input has it: `Detik`, `detik.com`, `www.bbc.com`.
            names: further spellings, folded as `fold` does, and the keys they stand for.

        """
        host = name.strip().casefold().removeprefix("www.")
        labels = host.split(".")
        for start in range(len(labels) - 1):  # `news.detik.com` is of `detik.com`
            if (domain := ".".join(labels[start:])) in self._domains:
                return self._domains[domain]
        key = names.get(fold(name)) or names.get(fold(host))
        return self._by_key[key] if key else None


def _is_office(term: Term, wanted: str) -> bool:
    """Whether a term is in an office of that title or kind, one that a single person holds."""
    return wanted in (term.title.casefold(), term.office.replace("_", " ")) and is_single(term.office)


def fold(name: str) -> str:
    """A name without case, spaces and punctuation, so that `KOMPAS.com` is `kompascom`."""
    return re.sub(r"[\W_]", "", name.casefold())


def build(entries: Sequence[Entry], held: Mapping[Term, str]) -> Knowledge:
    """Knowledge from the entries of the tables, and the terms of office with where each is written.

    Raises KnowledgeError, saying where and why, if one cannot be, or if two contradict each other.
    """
    _check_terms(held)
    by_person: dict[str, list[Term]] = {}
    for term in held:
        by_person.setdefault(term.person, []).append(term)
    known: dict[str, Entity] = {}
    tables: dict[str, list[Entity]] = {table: [] for table in TABLES}
    for entry in entries:
        entity = entry.entity(terms=tuple(by_person.get(entry.row["key"], ())))
        if entity.key in known:
            raise KnowledgeError(f"{entry.where}: duplicate key {entity.key!r}")
        known[entity.key] = entity
        tables[entry.table].append(entity)
    _check_references(entries, held, known)
    offices: dict[str, list[Term]] = {}
    for term in held:
        offices.setdefault(term.code, []).append(term)
    return Knowledge(
        **{table: tuple(entities) for table, entities in tables.items()},
        _by_key=known,
        _offices={code: tuple(found) for code, found in offices.items()},
        _domains={outlet.domain: outlet for outlet in reversed(tables["outlets"]) if outlet.domain},
    )


def _check_terms(held: Mapping[Term, str]) -> None:
    """Raise KnowledgeError where two persons hold at once an office that one person holds."""
    for before, after in overlapping(held, single=schema()["single_offices"]):
        raise KnowledgeError(
            f"{held[after]}: {after.person} is {after.title} of {after.code} from {after.since}, "
            f"when {before.person} is so until {before.until or 'today'} ({held[before]}); end one term"
        )


def _check_references(entries: Iterable[Entry], held: Mapping[Term, str], known: Mapping[str, Entity]) -> None:
    for entry in entries:
        if not is_code(entry.row["code"], known):
            raise KnowledgeError(f"{entry.where}: unknown code {entry.row['code']!r}")
        if entry.row.get("parent") and entry.row["parent"] not in known:
            raise KnowledgeError(f"{entry.where}: unknown parent {entry.row['parent']!r}")
    for term, where in held.items():
        if term.person not in known or known[term.person].kind != "person":
            raise KnowledgeError(f"{where}: unknown person {term.person!r}")
        if not is_code(term.code, known):
            raise KnowledgeError(f"{where}: unknown code {term.code!r}")


def _start(term: Term) -> str:
    return term.since
