"""Many articles: `local` reads them on the cores of one machine, `link` finds what they say together."""

from saksi.runners.link import Linked, balances, differences, link, steps
from saksi.runners.local import Progress, Summary, add, reread

__all__ = ["Linked", "Progress", "Summary", "add", "balances", "differences", "link", "reread", "steps"]
