"""Readings for people and for programs."""

from saksi.export.formats import FORMATS, Writer
from saksi.export.record import SCHEMA, record

__all__ = ["FORMATS", "SCHEMA", "Writer", "record"]
