"""The formats that a store is exported to, one class each.

`base` has what they share, `tables` Saksi's own tables, `peers` those of other event data sets (their columns stand in
`sql/`), `records` JSON lines; `claims`, `entities` and `pictures` are what other tools load.
"""

from saksi.export.files.base import Format, Target
from saksi.export.files.claims import Claims
from saksi.export.files.entities import FollowTheMoney
from saksi.export.files.peers import Gdelt, Icews, Polecat
from saksi.export.files.pictures import GeoJson, GraphMl
from saksi.export.files.records import Records, Stories
from saksi.export.files.tables import Csv, Parquet

_ALL: tuple[type[Format], ...] = (
    *(Parquet, Csv, Records, Stories, Polecat, Gdelt, Icews),
    *(FollowTheMoney, Claims, GeoJson, GraphMl),
)
FORMATS: dict[str, type[Format]] = {kind.name: kind for kind in _ALL}
"""By the name that the command line knows."""

__all__ = ["FORMATS", "Format", "Target"]
