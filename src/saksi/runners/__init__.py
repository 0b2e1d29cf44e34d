"""Many articles: `local` reads them on the cores of one machine, `link` finds what they say together.

`judge` keeps what people say of it.
"""

from saksi.runners.judge import FIELDS, join, mark, split
from saksi.runners.link import Linked, Sources, balances, differences, link, sources, steps
from saksi.runners.local import Progress, Summary, add, reread

__all__ = [
    "FIELDS",
    "Linked",
    "Progress",
    "Sources",
    "Summary",
    "add",
    "balances",
    "differences",
    "join",
    "link",
    "mark",
    "reread",
    "sources",
    "split",
    "steps",
]
