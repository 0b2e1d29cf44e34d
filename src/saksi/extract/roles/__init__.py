"""Who acts and who undergoes, weighed: what the clause tells beside what the rest of the article does.

Rules read the parties off a clause and fill what it leaves out. Which of them holds, and when, is learnt from annotated
articles: each party of the article is a candidate for each end of a deed, described by language-neutral features.
"""

from saksi.extract.roles.casting import Casting
from saksi.extract.roles.features import FEATURES, Scene

__all__ = ["FEATURES", "Casting", "Scene"]
