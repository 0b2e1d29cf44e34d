"""Texts that stand on another's: reprints, agency copy under another headline, trimmed or edited texts.

Pairs that share runs of words are found by a sample of the runs' hashes (those divisible by a number: Manber 1994), and
judged by all runs. MinHash, the usual way, estimates likeness too coarsely for texts that share a fifth of their runs.
"""

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

SHINGLE = 5
"""Words of a run (a shingle, Broder 1997)."""
SAMPLE = 4
"""One run of how many finds candidates."""
SHARED = 3
"""Sampled runs that two texts must share to be compared."""
COMMON = 25
"""Texts that may have a run for it to tell anything: what more have is furniture, or a phrase."""
COPIED = 0.25
"""Share of the shorter text's runs in the longer one from which on one stands on the other."""
MOSTLY = 0.5
"""Share of its own runs from which on a text has nothing of its own to vouch for."""
SHORTEST = 40
"""Words below which a text is too short to tell."""
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """An article's text, with what tells who had it first.

    Attributes:
        id, text, outlet: of the article.
        published: when, where known.
        credits: names of outlets and agencies that it credits.

    """

    id: str
    text: str
    outlet: str
    published: datetime | None
    credits: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """An article that stands on another: the share of its shingles there, and how the direction is known."""

    article: str
    copy_of: str
    share: float
    reason: str


def find_copies(texts: Iterable[Text]) -> list[Copy]:
    """Each copying article once, with the article that it rests on, in order of their ids."""
    known = {text.id: text for text in sorted(texts, key=_id)}
    shingles = _telling({text.id: _shingles(text.text) for text in known.values()})
    parents: dict[str, tuple[str, float, str]] = {}
    for one, other in _candidates(shingles):
        share = len(shingles[one] & shingles[other]) / min(len(shingles[one]), len(shingles[other]))
        if share >= COPIED:
            copy, source, reason = _direction(known[one], known[other])
            own = len(shingles[copy] & shingles[source]) / len(shingles[copy])
            if copy not in parents or (own, source) > (parents[copy][1], parents[copy][0]):
                parents[copy] = (source, own, reason)
    return [
        Copy(article=copy, copy_of=_origin(copy, parents), share=share, reason=reason)
        for copy, (_, share, reason) in sorted(parents.items())
    ]


def _id(text: Text) -> str:
    return text.id


def _shingles(text: str) -> frozenset[int]:
    words = WORD.findall(text.lower())
    if len(words) < SHORTEST:
        return frozenset()
    runs = (" ".join(words[start : start + SHINGLE]) for start in range(len(words) - SHINGLE + 1))
    return frozenset(zlib.crc32(run.encode()) for run in runs)


def _telling(shingles: Mapping[str, frozenset[int]]) -> dict[str, frozenset[int]]:
    """The runs that few texts have."""
    counts = Counter(run for found in shingles.values() for run in found)
    common = frozenset(run for run, count in counts.items() if count > COMMON)
    kept = {identifier: found - common for identifier, found in shingles.items()}
    return {identifier: found for identifier, found in kept.items() if len(found) >= SHORTEST - SHINGLE}


def _candidates(shingles: Mapping[str, frozenset[int]]) -> list[tuple[str, str]]:
    """Pairs that share enough sampled runs, in order."""
    holders: dict[int, list[str]] = {}
    for identifier in sorted(shingles):
        for run in shingles[identifier]:
            if run % SAMPLE == 0:
                holders.setdefault(run, []).append(identifier)
    counts = Counter(pair for names in holders.values() if len(names) > 1 for pair in combinations(names, 2))
    return sorted(pair for pair, count in counts.items() if count >= SHARED)


def _direction(one: Text, other: Text) -> tuple[str, str, str]:
    """Who copies whom, and by what that is known: by credit, by time, else by the ids."""
    for copy, source in ((one, other), (other, one)):
        if source.outlet in copy.credits and copy.outlet not in source.credits:
            return copy.id, source.id, f"{copy.outlet} credits {source.outlet}"
    if one.published and other.published and one.published != other.published:
        first, second = sorted((one, other), key=_published)
        same = "the same outlet's update" if one.outlet == other.outlet else "published later"
        return second.id, first.id, same
    return other.id, one.id, "nothing tells who was first"


def _published(text: Text) -> tuple[str, str]:
    return (text.published.isoformat() if text.published else "", text.id)


def _origin(copy: str, parents: dict[str, tuple[str, float, str]]) -> str:
    """The article on which it stands, and if that stands on another for the most part, that one."""
    seen = {copy}
    origin = parents[copy][0]
    while origin in parents and origin not in seen and parents[origin][1] >= MOSTLY:
        seen.add(origin)
        origin = parents[origin][0]
    return origin
