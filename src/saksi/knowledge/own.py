"""A person's own knowledge file: entries that add to ours or correct them, with names in each language."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from saksi.errors import KnowledgeError
from saksi.knowledge.entries import COLUMNS, Entry
from saksi.knowledge.term import Term

KINDS = {"state": "states", "body": "bodies", "person": "leaders", "outlet": "outlets"}
"""What an entry is, as the file has it (`[[person]]`), and the table to which it belongs."""
NAME_COLUMNS = ("names", "short", "demonyms", "metonyms", "places")
"""What an entry may say by language (`names.id = [...]`); all but the first for states alone."""
HEADER = re.compile(r"^\s*\[\[\s*(\w+)\s*\]\]", re.MULTILINE)

Names = Mapping[str, Mapping[str, str]]
"""By language: column to names, joined by `|`, as the language packs have them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFile:
    """What one file says: entries, terms of office and where they are written, and for each key its table and names."""

    path: Path
    entries: tuple[Entry, ...]
    terms: Mapping[Term, str]
    names: Mapping[str, tuple[str, Names]]


def read_own(path: Path) -> OwnFile:
    """Read a knowledge file. Raises KnowledgeError, naming file, line and reason, if it is broken."""
    try:
        text = path.read_text(encoding="utf-8")
        parsed = tomllib.loads(text)
    except OSError as error:
        raise KnowledgeError(f"{path}: {error.strerror or error}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeError(f"{path}: {error}") from error
    entries: list[Entry] = []
    terms: dict[Term, str] = {}
    names: dict[str, tuple[str, Names]] = {}
    for where, kind, fields in _entries(path, text, parsed):
        key = fields.get("key")
        if not isinstance(key, str) or not key:
            raise KnowledgeError(f"{where}: a {kind} needs a key")
        if key in names:
            raise KnowledgeError(f"{where}: {key!r} stands twice")
        table = KINDS[kind]
        entries.append(Entry(table=table, row=_row(where, kind, fields), where=where))
        terms |= {entry.term(): where for entry in _terms(where, kind, fields)}
        names[key] = (table, _names(where, kind, fields))
    return OwnFile(path=path, entries=tuple(entries), terms=terms, names=names)


def _entries(path: Path, text: str, parsed: Mapping[str, Any]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Where each entry is written, what it is, and its fields."""
    for kind, listed in parsed.items():
        if kind not in KINDS or not isinstance(listed, list):
            kinds = ", ".join(f"[[{name}]]" for name in KINDS)
            raise KnowledgeError(f"{path}: unknown entry {kind!r}; there are {kinds}")
        lines = [text.count("\n", 0, match.start(1)) + 1 for match in HEADER.finditer(text) if match[1] == kind]
        for line, fields in zip(lines, listed, strict=False):
            yield f"{path}:{line}", kind, fields


def _row(where: str, kind: str, fields: Mapping[str, Any]) -> dict[str, str]:
    """The fields that are facts, as a row of the table has them."""
    columns = COLUMNS[KINDS[kind]]
    further = NAME_COLUMNS if kind == "state" else NAME_COLUMNS[:1]
    allowed = {*columns, *further, *(("terms",) if kind == "person" else ())}
    for field in fields:
        if field not in allowed:
            raise KnowledgeError(f"{where}: unknown field {field!r}; a {kind} has {', '.join(sorted(allowed))}")
    row = {column: _text(where, column, fields[column]) for column in columns if column in fields}
    return row | {"code": row["key"]} if kind == "state" else row


def _text(where: str, column: str, value: object) -> str:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return " ".join(value)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise KnowledgeError(f"{where}: {column}: expected text, not {value!r}")
    return str(value)


def _terms(where: str, kind: str, fields: Mapping[str, Any]) -> Iterator[Entry]:
    for term in fields.get("terms", ()) if kind == "person" else ():
        if not isinstance(term, dict) or not {"office", "title"} <= term.keys() <= set(COLUMNS["terms"]):
            raise KnowledgeError(f"{where}: terms: each is {{office, title, since, until, code}}, not {term!r}")
        row = {"code": fields.get("code", ""), "since": "", "until": "", **term, "person": fields["key"]}
        yield Entry(table="terms", row={column: str(value) for column, value in row.items()}, where=where)


def _names(where: str, kind: str, fields: Mapping[str, Any]) -> Names:
    """The names by language and column; an entry that gives none is called by its canonical name everywhere."""
    found: dict[str, dict[str, str]] = {}
    for column in NAME_COLUMNS if kind == "state" else NAME_COLUMNS[:1]:
        for language, names in _by_language(where, column, fields.get(column, {})):
            found.setdefault(language, {})[column] = "|".join(names)
    if not found and isinstance(fields.get("name"), str):
        return {"": {"names": fields["name"]}}
    return found


def _by_language(where: str, column: str, value: object) -> Iterator[tuple[str, list[str]]]:
    if not isinstance(value, dict):
        raise KnowledgeError(f'{where}: {column}: write it by language: {column}.id = ["..."]')
    for language, names in value.items():
        if not isinstance(names, list) or not all(isinstance(name, str) and name.strip() for name in names):
            raise KnowledgeError(f"{where}: {column}.{language}: expected a list of names, not {names!r}")
        yield language, names
