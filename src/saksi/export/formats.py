"""The formats in which readings are written, one class each."""

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Protocol, TextIO

from saksi.export.record import record
from saksi.export.table import TableWriter
from saksi.model import Reading


class Writer(Protocol):
    """Writes readings to the text stream that it was made with, each as soon as it comes."""

    def write(self, reading: Reading) -> None:
        """Write one reading."""


class JsonlWriter:
    """One record per line."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, reading: Reading) -> None:
        """Write the record of `reading` as one line."""
        self._stream.write(json.dumps(record(reading), ensure_ascii=False) + "\n")
        self._stream.flush()


class JsonWriter:
    """The same records, indented, one after the other."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, reading: Reading) -> None:
        """Write the record of `reading` over many lines."""
        self._stream.write(json.dumps(record(reading), ensure_ascii=False, indent=2) + "\n")
        self._stream.flush()


FORMATS: Mapping[str, Callable[[TextIO], Writer]] = MappingProxyType(
    {"table": TableWriter, "jsonl": JsonlWriter, "json": JsonWriter}
)
"""How each format is written, by the name that the command line knows."""
