"""Who exists in the world: states, bodies, persons and their terms of office, outlets, as facts with English names.

The facts stand in CSV files beside this module, their sources in `sources.toml`. Names as a language writes them belong
to the language packs, which refer to the keys given here. A file of a person's own adds to both (`own.py`).
"""

from saksi.knowledge.entity import Entity
from saksi.knowledge.own import OwnFile, read_own
from saksi.knowledge.schema import is_single
from saksi.knowledge.tables import load
from saksi.knowledge.term import Term
from saksi.knowledge.world import Knowledge, fold

__all__ = ["Entity", "Knowledge", "OwnFile", "Term", "fold", "is_single", "load", "read_own"]
