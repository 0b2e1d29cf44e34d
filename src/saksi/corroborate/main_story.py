"""What an article is mainly about.

Of the stories of its first deeds, and of those that its title tells, it is the one that most of its title's words and
other articles' first deeds speak for.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from saksi.corroborate.likeness import WORD, Report, Telling
from saksi.corroborate.stories import Story

FIRST = 6
"""Deeds of an article that may be its main one wherever they are told."""
TITLED = 0.3
"""Share of a title's words (by weight) in a later sentence for its deed to be one that the title tells."""
LATER, LATEST = 0.02, 0.4
"""What each place further down takes away from that share, and at most."""
FLOOR = 0.05
"""What a deed counts of whose sentence the title has no word."""
TOGETHER = 0.5
"""Power of the number of articles whose first deeds are in a story."""


def main_stories(reports: Iterable[Report], tellings: Iterable[Telling], stories: Iterable[Story]) -> dict[str, str]:
    """The main story of each article that tells any deed, by its id."""
    story_of = {telling: story.id for story in stories for telling in story.tellings}
    told: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        told[telling.article].append(telling)
    reports = list(reports)
    weight = _weights(reports)
    first = {
        report.id: _first(report, sorted(told[report.id], key=_place), story_of, weight)
        for report in reports
        if told[report.id]
    }
    counts = Counter(story for found in first.values() for story in found)
    return {
        article: max(sorted(found), key=lambda story: (found[story] + FLOOR) * counts[story] ** TOGETHER)
        for article, found in first.items()
    }


def _weights(reports: Sequence[Report]) -> Mapping[str, float]:
    counts = Counter(word for report in reports for word in _words(report.title))
    return {word: math.log(len(reports) / count) + FLOOR for word, count in counts.items()}


def _first(
    report: Report, tellings: Sequence[Telling], story_of: Mapping[str, str], weight: Mapping[str, float]
) -> dict[str, float]:
    """The stories of an article's first deeds and of those that its title tells, with the title's share in each."""
    title = _words(report.title)
    whole = sum(weight[word] for word in title) or 1.0
    found: dict[str, float] = {}
    for place, telling in enumerate(tellings):
        share = sum(weight[word] for word in title & _words(telling.evidence)) / whole
        if place < FIRST or share > TITLED:
            value = share * (1 - min(LATEST, LATER * place))
            story = story_of[telling.id]
            found[story] = max(value, found.get(story, 0.0))
    return found


def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in WORD.findall(text))


def _place(telling: Telling) -> int:
    return int(telling.id.rpartition("#e")[2])
