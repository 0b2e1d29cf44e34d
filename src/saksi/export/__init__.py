"""Readings for people and for programs."""

from saksi.export.files import FORMATS as FILES
from saksi.export.files.tables import load
from saksi.export.formats import FORMATS, Writer
from saksi.export.gold import gold
from saksi.export.record import SCHEMA, record
from saksi.export.rows import cell, to_csv, to_json, to_jsonl
from saksi.export.walk import export

__all__ = [
    "FILES",
    "FORMATS",
    "SCHEMA",
    "Writer",
    "cell",
    "export",
    "gold",
    "load",
    "record",
    "to_csv",
    "to_json",
    "to_jsonl",
]
