"""What must hold across the tables of knowledge and the language packs, beyond what their loaders refuse."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import get_args

from saksi.codebook import CODES_WITHOUT_STATE, SECTORS, frames, plover
from saksi.knowledge.entries import TABLES
from saksi.knowledge.regions import regions
from saksi.languages import FILES, Pack
from saksi.languages.forms import LOOKUPS
from saksi.languages.pack import Row
from saksi.model import Kind
from saksi.world import World

PARTS = frozenset({"title", "body", "people", "equipment"})
POS = frozenset({"verb", "noun", "adj"})
ANY_OBJECT = frozenset({"", "party", "place", "person"})
COMPLEMENTS = frozenset({"", "planned", "requested", "threatened", "refused", "denied", "alleged", "ended"})


def faults(world: World) -> Iterator[str]:
    """Everything that is wrong, one line each: file, what, and why. Whatever a loader refuses is raised by it."""
    for _, pack in sorted(world.packs.items()):
        for name in FILES:
            pack.rows(name[:-4]) if name.endswith(".csv") else pack.table(name[:-5])
        for fault in (
            *_keys(pack, world),
            *_regions(pack, world),
            *_names(pack),
            *_parties(pack, world),
            *_triggers(pack),
            *_contexts(pack),
            *_lookup(pack),
        ):
            yield _located(pack, fault)


def _located(pack: Pack, fault: str) -> str:
    """A fault with its file, and the line of the row that it names, in the pack or in what it extends."""
    name, _, rest = fault.partition(": ")
    key = rest.partition(": ")[0]
    layer: Pack | None = pack
    while layer is not None and (path := layer.folder / name).suffix:
        lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
        for number, line in enumerate(lines, 1):
            if line.partition(",")[0].strip('"') == key:
                return f"{path}:{number}: {rest}"
        layer = layer.base
    return f"{pack.folder / name}: {rest}" if rest else f"{pack.folder}: {fault}"


def _keys(pack: Pack, world: World) -> Iterator[str]:
    """Keys of a pack that nothing has, and parties that a pack does not name."""
    for table in TABLES:
        known = {entity.key for entity in getattr(world.knowledge, table)}
        named = [row["key"] for row in pack.rows(table)]
        yield from (f"{table}.csv: {key}: no known party has this key" for key in named if key not in known)
        yield from (f"{table}.csv: {key}: is not named" for key in sorted(known - set(named)))
        yield from (f"{table}.csv: {key}: has two rows" for key in _twice(named))


def _lookup(pack: Pack) -> Iterator[str]:
    """A way of looking words up that there is not."""
    lookup = pack.table("pack")["morphology"]["lookup"]
    if lookup not in LOOKUPS:
        yield f"pack.toml: lookup: {lookup!r} is none of {', '.join(LOOKUPS)}"


def _regions(pack: Pack, world: World) -> Iterator[str]:
    """Regions that one side knows and the other does not, that share a name, or that lie in no state."""
    rows = pack.rows("regions")
    keys = [row["key"] for row in rows]
    yield from (f"regions.csv: {key}: no known region has this key" for key in keys if key not in regions())
    yield from (f"regions.csv: {key}: is not named" for key in sorted(regions().keys() - set(keys)))
    yield from (f"regions.csv: {key}: has two rows" for key in _twice(keys))
    shared = _twice([name.casefold() for row in rows for name in row["names"].split("|")])
    yield from (f"regions.csv: {name!r} stands twice" for name in shared)
    for region in regions().values():
        if region.code and region.code not in world.knowledge:
            yield f"regions.csv: {region.key}: unknown code {region.code!r}"


def _names(pack: Pack) -> Iterator[str]:
    """Names that mean two parties, that stand twice in a cell, or that have blanks to spare."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for table in TABLES:
        for row in pack.rows(table):
            for column, cell in row.items():
                names = cell.split("|") if column != "key" and cell else []
                yield from (f"{table}.csv: {row['key']}: {name!r} stands twice" for name in _twice(names))
                yield from (f"{table}.csv: {row['key']}: {name!r}: blanks" for name in names if name != _plain(name))
                for name in names:
                    owners[name].add(row["key"])
    for name, keys in sorted(owners.items()):
        if len(keys) > 1:
            yield f"{name!r} means {' and '.join(sorted(keys))}"


def _parties(pack: Pack, world: World) -> Iterator[str]:
    """Titles and common nouns with an unknown part, kind, sector or code, or that stand twice."""
    codes = {"", *CODES_WITHOUT_STATE, *(state.code for state in world.knowledge.states)}
    rows = pack.rows("parties")
    for row in rows:
        sectors = row["sectors"].split()
        valid = {
            "words": row["words"] == _plain(row["words"]) != "",
            "english": bool(row["english"]),
            "kind": row["kind"] in get_args(Kind) and (row["role"] == "title") == (row["kind"] == "person"),
            "sectors": bool(sectors) and SECTORS.issuperset(sectors),
            "role": row["role"] in PARTS,
            "code": row["code"] in codes,
        }
        yield from _wrong("parties", row, valid)
    yield from (f"parties.csv: {words}: stands twice" for words in _twice([row["words"].lower() for row in rows]))


def _triggers(pack: Pack) -> Iterator[str]:
    """Rows of the lexicon that hold what does not exist, or that stand twice for the same object."""
    classes = {*ANY_OBJECT, *pack.table("classes")}
    rows = pack.rows("triggers")
    for row in rows:
        modes = plover().types[row["type"]]["modes"] if row["type"] in plover().types else ()
        valid = {
            "words": row["words"] == _plain(row["words"].lower()) != "",
            "pos": row["pos"] in POS,
            "type": row["type"] in plover().types,
            "mode": row["mode"] in ("", *modes),
            "contexts": plover().contexts.issuperset(row["contexts"].split()),
            "frame": row["frame"] in frames(),
            "object": row["object"] in classes,
            "complement": row["complement"] in COMPLEMENTS,
        }
        yield from _wrong("triggers", row, valid)
    twice = _twice([f"{row['words']} ({row['pos']}, object {row['object'] or 'any'})" for row in rows])
    yield from (f"triggers.csv: {row}: stands twice" for row in twice)


def _contexts(pack: Pack) -> Iterator[str]:
    """Contexts that PLOVER does not have, or that the pack leaves without a word."""
    table = pack.table("contexts")
    yield from (f"contexts.toml: {name}: no context of PLOVER" for name in sorted(table.keys() - plover().contexts))
    yield from (f"contexts.toml: {name}: has no word" for name in sorted(plover().contexts) if not table.get(name))


def _wrong(table: str, row: Row, valid: Mapping[str, bool]) -> Iterator[str]:
    for column, right in valid.items():
        if not right:
            yield f"{table}.csv: {row['words']}: {column}: {row[column]!r} cannot be"


def _twice(names: Iterable[str]) -> list[str]:
    return sorted(name for name, times in Counter(names).items() if times > 1)


def _plain(name: str) -> str:
    return " ".join(name.split())
