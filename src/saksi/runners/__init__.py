"""Many articles: `local` reads them on the cores of one machine, `link` finds what they say together.

`judge` keeps what people say of it.
"""

from saksi.runners.account import Account, Sources, account
from saksi.runners.judge import FIELDS, join, mark, split
from saksi.runners.link import Linked, link
from saksi.runners.local import Progress, Summary, add, reread
from saksi.runners.take import Taken, take

__all__ = [
    "FIELDS",
    "Account",
    "Linked",
    "Progress",
    "Sources",
    "Summary",
    "Taken",
    "account",
    "add",
    "join",
    "link",
    "mark",
    "reread",
    "split",
    "take",
]
