"""Finding the phrases of a list in a text.

A plain table, because spaCy's PhraseMatcher takes most of a second to fill with the names of one language, and every
run of the command line waits for it.
"""

from collections.abc import Iterable, Iterator, Sequence

Match = tuple[str, int, int]
"""Label, first token, token after the last."""


class PhraseTable:
    """Phrases by their first word.

    Args:
        phrases: each as its label and its words.

    """

    def __init__(self, phrases: Iterable[tuple[str, Sequence[str]]]) -> None:
        self._by_first: dict[str, list[tuple[str, list[str]]]] = {}
        for label, words in phrases:
            self._by_first.setdefault(words[0], []).append((label, list(words)))

    def matches(self, words: Sequence[str]) -> Iterator[Match]:
        """All places where a phrase stands in `words`."""
        count = len(words)
        for start in [start for start, word in enumerate(words) if word in self._by_first]:
            following = words[start + 1] if start + 1 < count else ""
            for label, phrase in self._by_first[words[start]]:
                if len(phrase) == 1:
                    yield label, start, start + 1
                elif phrase[1] == following and words[start : start + len(phrase)] == phrase:
                    yield label, start, start + len(phrase)


def longest(matches: Iterable[Match]) -> Iterator[Match]:
    """Of the matches those that no longer or earlier one overlaps."""
    taken: set[int] = set()
    for label, start, end in by_length(matches):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            yield label, start, end


def by_length(matches: Iterable[Match]) -> list[Match]:
    """The matches, longest first, and of equal ones the earlier first."""
    return sorted(matches, key=_length_and_start)


def _length_and_start(match: Match) -> tuple[int, int]:
    _, start, end = match
    return start - end, start
