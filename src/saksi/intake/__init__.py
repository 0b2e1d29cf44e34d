"""From files and streams to Articles."""

from saksi.intake.dates import read_date
from saksi.intake.decoding import MAX_BYTES
from saksi.intake.defaults import Defaults
from saksi.intake.page import describe
from saksi.intake.source import FORMATS, InputFormat, files_of, read_source, read_sources

__all__ = [
    "FORMATS",
    "MAX_BYTES",
    "Defaults",
    "InputFormat",
    "describe",
    "files_of",
    "read_date",
    "read_source",
    "read_sources",
]
