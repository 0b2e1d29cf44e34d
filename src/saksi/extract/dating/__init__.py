"""When each deed was done: what its clause tells, weighed beside the other times of the article.

`calendar` has the rules, and chooses; `candidates` are the intervals that a deed may be given; `features` describes
each to the trees that were learnt from annotated articles.
"""

from saksi.extract.dating.calendar import Calendar
from saksi.extract.dating.features import FEATURES

__all__ = ["FEATURES", "Calendar"]
