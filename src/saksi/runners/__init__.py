"""Many articles: `local` reads them on the cores of one machine, `link` finds what they say together."""

from saksi.runners.link import Linked, Sources, balances, differences, link, sources, steps
from saksi.runners.local import Progress, Summary, add, reread

__all__ = [
    "Linked",
    "Progress",
    "Sources",
    "Summary",
    "add",
    "balances",
    "differences",
    "link",
    "reread",
    "sources",
    "steps",
]
