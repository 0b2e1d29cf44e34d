"""In which of PLOVER's contexts a deed is told."""

from collections.abc import Sequence

from spacy.tokens import Doc

from saksi.extract.phrases import Match, PhraseTable
from saksi.extract.triggers import Trigger
from saksi.extract.words import forms
from saksi.languages import Pack

NEAR = 8
"""Words between a deed and a word of its sentence that sets it in a context."""


class ContextFinder:
    """Finds the contexts of one language; built once."""

    def __init__(self, pack: Pack) -> None:
        table = pack.table("contexts")
        self._words = PhraseTable((context, words.split()) for context, rows in table.items() for words in rows)

    def find(self, doc: Doc) -> list[Match]:
        """The words that tell of a context, by its name, in the order of the text."""
        found = {*self._words.matches(forms(doc, "NORM")), *self._words.matches(forms(doc, "LOWER"))}
        return sorted(found, key=_start)

    @staticmethod
    def of(trigger: Trigger, words: Sequence[Match]) -> tuple[str, ...]:
        """The contexts of the deed's own word, then those of words near it in its sentence."""
        tokens = trigger.tokens
        first = max(tokens.sent.start, tokens.start - NEAR)
        last = min(tokens.sent.end, tokens.end + NEAR)
        near = (context for context, start, end in words if first <= start and end <= last)
        return tuple(dict.fromkeys((*trigger.sense.contexts, *near)))


def _start(match: Match) -> tuple[int, str]:
    return match[1], match[0]
