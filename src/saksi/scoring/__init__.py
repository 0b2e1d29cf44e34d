"""Gold in, figures out: for Saksi's own articles and for those that a person annotates.

`notes` compiles what a person writes into gold records, `sheet` lays two records side by side, `score` counts.
"""

from saksi.scoring.notes import as_lines, compile_all, compiled, template
from saksi.scoring.score import HEADER, Matched, by_language, figures, line, table, total
from saksi.scoring.sheet import Record, first_half, load, match_articles

__all__ = [
    "HEADER",
    "Matched",
    "Record",
    "as_lines",
    "by_language",
    "compile_all",
    "compiled",
    "figures",
    "first_half",
    "line",
    "load",
    "match_articles",
    "table",
    "template",
    "total",
]
