"""Readings for people and for programs."""

from saksi.export.formats import FORMATS, Writer
from saksi.export.gold import gold
from saksi.export.record import SCHEMA, record
from saksi.export.rows import cell, to_csv, to_json, to_jsonl

__all__ = ["FORMATS", "SCHEMA", "Writer", "cell", "gold", "record", "to_csv", "to_json", "to_jsonl"]
