"""Reading and checking the tables of known parties."""

import csv
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from saksi.codebook import CODES_WITHOUT_STATE, SECTORS
from saksi.errors import KnowledgeError
from saksi.knowledge.entity import Entity
from saksi.model import Kind

TABLES = ("states", "bodies", "leaders", "outlets")
"""The tables; one CSV file each, states first, since the other tables refer to their codes."""

ISO_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
STATE_CODE = re.compile(r"[A-Z]{3}")
KINDS_OF_BODY: Mapping[str, Kind] = {"organisation": "organisation", "group": "group"}

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """All known parties.

    Attributes:
        states, bodies, leaders, outlets: the tables, in the order of their files.

    """

    states: tuple[Entity, ...]
    bodies: tuple[Entity, ...]
    leaders: tuple[Entity, ...]
    outlets: tuple[Entity, ...]
    _by_key: Mapping[str, Entity] = field(repr=False)
    _people: Mapping[str, tuple[Entity, ...]] = field(repr=False)
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

    def people(self, code: str) -> tuple[Entity, ...]:
        """The known persons who act for `code`, in the order of the table."""
        return self._people.get(code, ())

    def outlet(self, name: str, *, names: Mapping[str, str]) -> Entity | None:
        """The outlet of that name or web domain, if it is known.

        Args:
            name: as the input has it: `Detik`, `detik.com`, `www.bbc.com`.
            names: further spellings, folded as `fold` does, and the keys they stand for.

        """
        host = name.strip().casefold().removeprefix("www.")
        if host in self._domains:
            return self._domains[host]
        key = names.get(fold(name)) or names.get(fold(host))
        return self._by_key[key] if key else None


def fold(name: str) -> str:
    """A name without case, spaces and punctuation, so that `KOMPAS.com` is `kompascom`."""
    return re.sub(r"[\W_]", "", name.casefold())


@cache
def load() -> Knowledge:
    """The tables that come with Saksi. Raises KnowledgeError if one is broken, naming file, line and reason."""
    return build({table: _read(table) for table in TABLES})


def build(texts: Mapping[str, str]) -> Knowledge:
    """Knowledge from the four tables, given as CSV text. Raises KnowledgeError, naming file, line and reason."""
    entities: dict[str, Entity] = {}
    tables = {table: _table(table, texts[table], entities) for table in TABLES}
    _check_parents(tables["bodies"], entities)
    domains = {outlet.domain: outlet for outlet in reversed(tables["outlets"]) if outlet.domain}
    return Knowledge(**tables, _by_key=entities, _people=_by_code(tables["leaders"]), _domains=domains)


def _table(table: str, text: str, known: dict[str, Entity]) -> tuple[Entity, ...]:
    """The entities of one table, which are also added to those known before."""
    entities = []
    for line, row in _rows(table, text):
        try:
            entity = _READERS[table](row)
            _check(entity, known)
        except KeyError as error:
            raise KnowledgeError(f"{table}.csv: no column {error}") from error
        except ValueError as error:
            raise KnowledgeError(f"{table}.csv:{line}: {error}") from error
        known[entity.key] = entity
        entities.append(entity)
    return tuple(entities)


def is_single(office: str) -> bool:
    """Whether one person at a time holds such an office in a country."""
    return office in _schema()["single_offices"]


@cache
def _schema() -> Mapping[str, list[str]]:
    return tomllib.loads(resources.files(__package__).joinpath("schema.toml").read_text(encoding="utf-8"))


def _read(table: str) -> str:
    return resources.files(__package__).joinpath(f"{table}.csv").read_text(encoding="utf-8")


def _rows(table: str, text: str) -> Iterator[tuple[int, Row]]:
    reader = csv.DictReader(text.splitlines())
    for row in reader:
        if None in row or None in row.values():
            raise KnowledgeError(f"{table}.csv:{reader.line_num}: expected {len(reader.fieldnames or ())} fields")
        yield reader.line_num, row


def _state(row: Row) -> Entity:
    return Entity(
        key=row["key"],
        name=row["name"],
        kind="state",
        code=row["code"],
        sectors=("GOV",),
        capital=row["capital"],
        latitude=_degrees(row["latitude"]),
        longitude=_degrees(row["longitude"]),
    )


def _body(row: Row) -> Entity:
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


def _leader(row: Row) -> Entity:
    return Entity(
        key=row["key"],
        name=row["name"],
        kind="person",
        code=row["code"],
        sectors=tuple(row["sectors"].split()),
        office=row["office"],
        title=row["title"],
        since=row["since"],
        until=row["until"],
    )


def _outlet(row: Row) -> Entity:
    return Entity(
        key=row["key"],
        name=row["name"],
        kind="outlet",
        code=row["code"],
        sectors=("JRN", "GOV") if row["kind"] == "state" else ("JRN",),
        domain=row["domain"],
        medium=row["kind"],
    )


_READERS = {"states": _state, "bodies": _body, "leaders": _leader, "outlets": _outlet}


def _degrees(text: str) -> float | None:
    return float(text) if text else None


def _check(entity: Entity, known: Mapping[str, Entity]) -> None:
    """Raises ValueError, saying why, if the facts of one entity cannot be."""
    if not entity.key or not entity.name:
        raise ValueError("a row needs key and name")
    if entity.key in known:
        raise ValueError(f"duplicate key {entity.key!r}")
    if entity.kind != "state" and entity.code not in CODES_WITHOUT_STATE and entity.code not in known:
        raise ValueError(f"unknown code {entity.code!r}")
    if entity.kind == "state" and not (entity.key == entity.code and STATE_CODE.fullmatch(entity.code)):
        raise ValueError(f"a state's key is its code of three capitals, not {entity.key!r}, {entity.code!r}")
    if not entity.sectors or not SECTORS.issuperset(entity.sectors):
        raise ValueError(f"unknown sectors {' '.join(entity.sectors)!r}")
    if entity.kind == "outlet" and entity.medium not in _schema()["media"]:
        raise ValueError(f"unknown kind of outlet {entity.medium!r}")
    if entity.kind == "person" and entity.office not in _schema()["offices"]:
        raise ValueError(f"unknown office {entity.office!r}")
    _check_term(entity)


def _check_term(entity: Entity) -> None:
    for date in (entity.since, entity.until):
        if date and not ISO_DATE.fullmatch(date):
            raise ValueError(f"bad date {date!r}")
    if entity.since and entity.until and entity.until < entity.since[: len(entity.until)]:
        raise ValueError(f"the term ends ({entity.until}) before it begins ({entity.since})")


def _check_parents(bodies: Iterable[Entity], known: Mapping[str, Entity]) -> None:
    for body in bodies:
        if body.parent and body.parent not in known:
            raise KnowledgeError(f"bodies.csv: {body.key}: unknown parent {body.parent!r}")


def _by_code(people: Iterable[Entity]) -> Mapping[str, tuple[Entity, ...]]:
    groups: dict[str, list[Entity]] = {}
    for person in people:
        groups.setdefault(person.code, []).append(person)
    return {code: tuple(members) for code, members in groups.items()}
