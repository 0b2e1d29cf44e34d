"""One entry of a knowledge table, wherever it was written, and the entity that it describes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from saksi.codebook import CODES_WITHOUT_STATE, SECTORS
from saksi.errors import KnowledgeError
from saksi.knowledge.entity import Entity
from saksi.knowledge.schema import schema
from saksi.knowledge.term import Term
from saksi.model import Kind

TABLES = ("states", "bodies", "leaders", "outlets")
"""The tables, states first, since the others refer to their codes."""
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "states": ("key", "code", "name", "capital", "latitude", "longitude", "leader"),
    "bodies": ("key", "name", "kind", "code", "sectors", "parent"),
    "leaders": ("key", "name", "code", "sectors"),
    "outlets": ("key", "name", "code", "domain", "kind"),
    "regions": ("key", "name", "code", "latitude", "longitude"),
    "terms": ("person", "code", "office", "title", "since", "until"),
}
KINDS_OF_BODY: Mapping[str, Kind] = {"organisation": "organisation", "group": "group"}

LEADERS = ("head_of_state", "head_of_government")
"""Offices that may lead a state."""

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row of a table (or of `terms` or `regions`), and where it is written: `leaders.csv:12`, `my.toml:3`."""

    table: str
    row: Row
    where: str

    def entity(self, *, terms: tuple[Term, ...] = ()) -> Entity:
        """The party that a row describes. Raises KnowledgeError, saying where and why, if it describes none."""
        try:
            entity = _READERS[self.table](self.row, terms)
            _check(entity)
        except ValueError as error:
            raise KnowledgeError(f"{self.where}: {error}") from error
        return entity

    def term(self) -> Term:
        """The term of office that a row of `terms` describes. Raises KnowledgeError if it describes none."""
        term = Term(**{column: self.row[column] for column in COLUMNS["terms"]})
        try:
            term.check(offices=schema()["offices"])
        except ValueError as error:
            raise KnowledgeError(f"{self.where}: {error}") from error
        return term


def _state(row: Row, _terms: tuple[Term, ...]) -> Entity:
    return Entity(
        key=row["key"],
        name=row["name"],
        kind="state",
        code=row["code"],
        sectors=("GOV",),
        capital=row["capital"],
        latitude=_degrees(row["latitude"]),
        longitude=_degrees(row["longitude"]),
        leader=row["leader"],
    )


def _body(row: Row, _terms: tuple[Term, ...]) -> Entity:
    if row["kind"] not in KINDS_OF_BODY:
        raise ValueError(f"unknown kind {row['kind']!r}")
    return Entity(
        key=row["key"],
        name=row["name"],
        kind=KINDS_OF_BODY[row["kind"]],
        code=row["code"],
        sectors=tuple(row["sectors"].split()),
        parent=row["parent"],
    )


def _person(row: Row, terms: tuple[Term, ...]) -> Entity:
    return Entity(
        key=row["key"],
        name=row["name"],
        kind="person",
        code=row["code"],
        sectors=tuple(row["sectors"].split()),
        terms=terms,
    )


def _outlet(row: Row, _terms: tuple[Term, ...]) -> Entity:
    if row["kind"] not in schema()["media"]:
        raise ValueError(f"unknown kind of outlet {row['kind']!r}")
    return Entity(
        key=row["key"],
        name=row["name"],
        kind="outlet",
        code=row["code"],
        sectors=("JRN", "GOV") if row["kind"] == "state" else ("JRN",),
        domain=row["domain"],
        medium=row["kind"],
    )


_READERS: Mapping[str, Callable[[Row, tuple[Term, ...]], Entity]] = {
    "states": _state,
    "bodies": _body,
    "leaders": _person,
    "outlets": _outlet,
}


def _degrees(text: str) -> float | None:
    return float(text) if text else None


def _check(entity: Entity) -> None:
    """Raise ValueError, saying why, if the facts of one entity cannot be."""
    if not entity.key or not entity.name:
        raise ValueError("a row needs key and name")
    is_code = len(entity.code) == 3 and entity.code.isascii() and entity.code.isupper()
    if entity.kind == "state" and not (entity.key == entity.code and is_code):
        raise ValueError(f"a state's key is its code of three capitals, not {entity.key!r}, {entity.code!r}")
    if entity.kind == "state" and entity.leader not in LEADERS:
        raise ValueError(f"unknown leader {entity.leader!r}; there are {', '.join(LEADERS)}")
    if not entity.sectors or not SECTORS.issuperset(entity.sectors):
        raise ValueError(f"unknown sectors {' '.join(entity.sectors)!r}")


def is_code(code: str, states: Mapping[str, Entity]) -> bool:
    """Whether parties may count as `code`: a state that is known, or a code without state."""
    return code in CODES_WITHOUT_STATE or (code in states and states[code].kind == "state")
