"""Reading the tables of known parties: those that come with Saksi, and files of a person's own, which win."""

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from pathlib import Path

from saksi.errors import KnowledgeError
from saksi.knowledge.entries import COLUMNS, TABLES, Entry
from saksi.knowledge.own import OwnFile, read_own
from saksi.knowledge.schema import schema
from saksi.knowledge.term import Term, ended_by
from saksi.knowledge.world import Knowledge, build


@cache
def load(own: tuple[Path, ...] = ()) -> Knowledge:
    """The tables that come with Saksi, with what the TOML files `own` add and correct; later files win.

    Raises KnowledgeError if one is broken or contradicts itself, naming file, line and reason.
    """
    texts = {table: text_of(table) for table in (*TABLES, "terms")}
    return assemble(texts, [read_own(path) for path in own])


def assemble(texts: Mapping[str, str], own: list[OwnFile]) -> Knowledge:
    """Knowledge from the tables, given as CSV text, and from own files. Raises KnowledgeError as `load` does."""
    entries = [entry for table in TABLES for entry in read_table(table, texts[table])]
    terms = {entry.term(): entry.where for entry in read_table("terms", texts["terms"])}
    for file in own:
        entries = _corrected(entries, file)
        terms = _with_terms(terms, file)
    return build(entries, terms)


def read_table(table: str, text: str) -> Iterator[Entry]:
    """The entries of a table, given as CSV text. Raises KnowledgeError where a row has not its columns."""
    reader = csv.DictReader(text.splitlines())
    for column in COLUMNS[table]:
        if column not in (reader.fieldnames or ()):
            raise KnowledgeError(f"{table}.csv: no column {column!r}")
    for row in reader:
        where = f"{table}.csv:{reader.line_num}"
        if None in row or None in row.values():
            raise KnowledgeError(f"{where}: expected {len(reader.fieldnames or ())} fields")
        yield Entry(table=table, row=row, where=where)


def text_of(table: str) -> str:
    """A table that comes with Saksi, as CSV text."""
    return resources.files(__package__).joinpath(f"{table}.csv").read_text(encoding="utf-8")


def _corrected(entries: list[Entry], file: OwnFile) -> list[Entry]:
    """The entries with those of an own file: new ones added, known ones overlaid field by field."""
    known = {entry.row["key"]: entry for entry in entries}
    for entry in file.entries:
        key = entry.row["key"]
        before = known.get(key)
        if before is not None and before.table != entry.table:
            raise KnowledgeError(f"{entry.where}: {key!r} is already one of the {before.table}")
        row = {**dict.fromkeys(COLUMNS[entry.table], ""), **(before.row if before else {}), **entry.row}
        known[key] = Entry(table=entry.table, row=row, where=entry.where)
    return sorted(known.values(), key=_place_of_table)


def _place_of_table(entry: Entry) -> int:
    return TABLES.index(entry.table)


def _with_terms(terms: Mapping[Term, str], file: OwnFile) -> dict[Term, str]:
    """Terms of office beside those of an own file: where the file tells a person's terms, ours of that person go."""
    retold = {term.person for term in file.terms}
    single = schema()["single_offices"]
    kept = {
        left: where
        for term, where in terms.items()
        if term.person not in retold and (left := ended_by(term, file.terms, single=single)) is not None
    }
    return kept | dict(file.terms)
