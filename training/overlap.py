"""Keep what is tested out of what is trained on: sentences are compared by runs of four words."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

SIZE = 4

ALLOWED = 1
"""Shared runs of words that a training sentence with names may have with a test: phrases of office and place recur."""

Gram: TypeAlias = tuple[str, ...]


def grams(forms: Sequence[str]) -> Iterator[Gram]:
    """Yield all runs of four words (lower-cased, punctuation and numerals left out) of a sentence."""
    words = [form.lower() for form in forms if form.replace("-", "").isalpha()]
    return (tuple(words[start : start + SIZE]) for start in range(len(words) - SIZE + 1))


def all_grams(sentences: Iterable[Sequence[str]]) -> frozenset[Gram]:
    """Return the runs of four words of all sentences together."""
    return frozenset(gram for forms in sentences for gram in grams(forms))


def shared(forms: Sequence[str], held_out: frozenset[Gram]) -> int:
    """Count how many of the sentence's runs of four words stand in the held-out text."""
    return sum(gram in held_out for gram in grams(forms))
