"""Rows that a store answers with, as files have them."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, is_dataclass
from typing import Any


def to_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """A line of names and a line per row (RFC 4180, but for the ends of lines)."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([cell(row[column]) for column in columns] for row in rows)
    return buffer.getvalue()


def to_jsonl(rows: Iterable[Mapping[str, Any]]) -> str:
    """An object per line."""
    return "".join(f"{to_json(row)}\n" for row in rows)


def to_json(value: Any) -> str:
    """A value with whatever nouns are in it as objects, and days as ISO 8601 has them."""
    return json.dumps(value, ensure_ascii=False, default=_plain)


def cell(value: Any) -> str:
    """A value for people and for CSV: lists with `|` between, nothing for what is unknown."""
    if value is None:
        return ""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "|".join(cell(one) for one in value)
    return str(value)


def _plain(value: Any) -> Any:
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else str(value)
