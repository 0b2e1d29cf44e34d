"""Who exists in the world: states, bodies, persons in office, and outlets, as facts with canonical English names.

The facts stand in four CSV files beside this module, their sources in `sources.toml`. Names as a language writes them
belong to the language packs, which refer to the keys given here.
"""

from saksi.knowledge.entity import Entity
from saksi.knowledge.tables import Knowledge, fold, is_single, load

__all__ = ["Entity", "Knowledge", "fold", "is_single", "load"]
