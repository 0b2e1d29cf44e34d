"""Tellings put together to stories: average-linkage clustering of those that share parties, kind of deed and days.

Only tellings that share a block (a family of types, a party or pair of parties, two neighbouring days) are compared, so
that the cost grows with the number of tellings as long as blocks stay small; and of a large block only those that share
rare words. The result does not depend on the order in which the tellings come.
"""

import hashlib
import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations

from saksi.corroborate.likeness import Likeness, Score, Telling

ALIKE = 0.33
"""Mean likeness of the tellings of two stories from which on they are one."""
LARGE = 40
"""Tellings in a block above which only those that share a rare word are compared."""
RARE = 16
"""Tellings of a block that may have a word for it to be rare there."""
JOINED = 2.0
"""Likeness of what a person put together: more than any other."""
TOGETHER = "put together by a person"
CLOSE = 1e-9
"""How much a mean may differ by the order in which it was summed."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Tellings of one deed.

    Attributes:
        id: a hash of its first telling's id, so that stories that nothing touches keep theirs.
        tellings: ids, in order.
        reasons: why each is in it: the telling it is most like and the likeness, in words.

    """

    id: str
    tellings: tuple[str, ...]
    reasons: Mapping[str, Score]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgements:
    """What people said: tellings that are of one deed, and tellings that are not."""

    joined: frozenset[Pair] = frozenset()
    parted: frozenset[Pair] = frozenset()


NOTHING = Judgements()


def stories(tellings: Iterable[Telling], likeness: Likeness, judgements: Judgements = NOTHING) -> list[Story]:
    """All stories, each telling in one, in order of their ids."""
    known = {telling.id: telling for telling in sorted(tellings, key=_id)}
    days = {report.id: report.published for report in likeness.reports.values()}
    scores: dict[Pair, float] = {}
    for pair in _candidates(known.values(), likeness, days):
        value = likeness.value(known[pair[0]], known[pair[1]])
        if value > 0 and pair not in judgements.parted:
            scores[pair] = value
    scores |= {pair: JOINED for pair in judgements.joined if set(pair) <= known.keys()}
    found = []
    for group in _Linkage(list(known), scores, judgements.parted).run():
        reasons = {}
        for telling, pair in _nearest(group, scores).items():
            reasons[telling] = (
                Score(JOINED, TOGETHER) if pair in judgements.joined else likeness.score(known[pair[0]], known[pair[1]])
            )
        found.append(Story(id=story_id(group[0]), tellings=tuple(group), reasons=reasons))
    return sorted(found, key=_story_id)


def _id(telling: Telling) -> str:
    return telling.id


def _story_id(story: Story) -> str:
    return story.id


def _candidates(tellings: Iterable[Telling], likeness: Likeness, days: Mapping[str, date | None]) -> Iterator[Pair]:
    """Each pair that may be one deed, once; by telling, as a set of all pairs would be the largest thing in memory."""
    blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for telling in tellings:
        for key in _keys(telling, days[telling.article]):
            blocks[key].append(telling.id)
    cells: dict[str, list[list[str]]] = defaultdict(list)
    for block in blocks.values():
        for cell in _cells(block, likeness):
            for telling_id in cell:
                cells[telling_id].append(cell)
    for one in sorted(cells):
        for other in sorted({other for cell in cells[one] for other in cell if other > one}):
            yield one, other


def _keys(telling: Telling, published: date | None) -> Iterator[tuple[str, ...]]:
    """The blocks of a telling: for each party or pair of parties, its day and the day before."""
    day = telling.day[0] if telling.day else published
    near = [day, day - timedelta(days=1)] if day else [None]
    parties = sorted(telling.parties)
    groups = list(combinations(parties, 2)) if len(parties) > 1 else [(party,) for party in parties] or [("-",)]
    for group in (*groups, *((party, "*") for party in parties)):
        for one in near:
            yield (telling.family, *group, str(one))


def _cells(block: Sequence[str], likeness: Likeness) -> Iterator[list[str]]:
    """A block whose tellings are all compared, or the parts of a large one that share a rare word."""
    if len(block) <= LARGE:
        whole = sorted(set(block))
        yield from [whole] if len(whole) > 1 else []
        return
    holders: dict[str, list[str]] = defaultdict(list)
    for telling in sorted(set(block)):
        for word in likeness.sentences[telling].weights:
            holders[word].append(telling)
    yield from (cell for cell in holders.values() if 1 < len(cell) <= RARE)


@dataclass(slots=True)
class _Group:
    """Tellings, and by the number of each other group the sum of their likenesses."""

    members: list[str]
    to: dict[int, float] = field(default_factory=dict)
    apart: frozenset[int] = frozenset()


class _Linkage:
    """Average linkage over given scores (UPGMA, Sokal and Michener 1958); a pair without one counts as not alike."""

    def __init__(self, names: Sequence[str], scores: Mapping[Pair, float], parted: Iterable[Pair]) -> None:
        place = {name: number for number, name in enumerate(names)}
        self.groups = {number: _Group([name]) for name, number in place.items()}
        self.heap: list[tuple[float, int, int]] = []
        self.fresh = len(names)
        for (one, other), score in scores.items():
            self._relate(place[one], place[other], score)
        for one, other in parted:
            if one in place and other in place:
                self.groups[place[one]].apart |= {place[other]}
                self.groups[place[other]].apart |= {place[one]}
        heapq.heapify(self.heap)

    def _relate(self, one: int, other: int, total: float) -> None:
        """Note the sum of likenesses of two groups, and that they may be one if their mean is large enough."""
        self.groups[one].to[other] = self.groups[other].to[one] = total
        if (mean := self._mean(one, other)) >= ALIKE:
            self.heap.append((-mean, one, other))

    def _mean(self, one: int, other: int) -> float:
        first, second = self.groups[one], self.groups[other]
        return first.to.get(other, 0.0) / (len(first.members) * len(second.members))

    def run(self) -> list[list[str]]:
        """Merge the two groups that are most alike, as long as two are alike enough; the groups that are left."""
        while self.heap:
            negative, one, other = heapq.heappop(self.heap)
            there = one in self.groups and other in self.groups
            if there and other not in self.groups[one].apart and abs(self._mean(one, other) + negative) < CLOSE:
                self._merge(one, other)
        return [sorted(group.members) for group in self.groups.values()]

    def _merge(self, one: int, other: int) -> None:
        first, second = self.groups.pop(one), self.groups.pop(other)
        number, self.fresh = self.fresh, self.fresh + 1
        merged = _Group([*first.members, *second.members], apart=(first.apart | second.apart) - {one, other})
        self.groups[number] = merged
        sums: dict[int, float] = {}
        for part in (first, second):
            for third, total in part.to.items():
                if third in self.groups:
                    sums[third] = sums.get(third, 0.0) + total
        for third in merged.apart & self.groups.keys():
            self.groups[third].apart |= {number}
        for third, total in sums.items():
            for gone in (one, other):
                self.groups[third].to.pop(gone, None)
            merged.to[third] = self.groups[third].to[number] = total
            if (mean := self._mean(third, number)) >= ALIKE:
                heapq.heappush(self.heap, (-mean, third, number))


def _nearest(members: Sequence[str], scores: Mapping[Pair, float]) -> dict[str, Pair]:
    """For each telling of a group the pair of it and the one that it is most like, where it was compared to any."""
    found: dict[str, Pair] = {}
    for member in members:
        pairs = [(min(member, other), max(member, other)) for other in members if other != member]
        compared = [pair for pair in pairs if pair in scores]
        if compared:
            found[member] = max(compared, key=scores.__getitem__)
    return found


def story_id(first: str) -> str:
    """The id of the story whose first telling is that."""
    return f"s{hashlib.sha256(first.encode()).hexdigest()[:12]}"
