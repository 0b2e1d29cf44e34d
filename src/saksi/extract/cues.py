"""Cue words around a trigger that tell how the deed stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from saksi.extract import syntax
from saksi.extract.phrases import PhraseTable, longest
from saksi.extract.triggers import Trigger
from saksi.extract.words import forms
from saksi.languages import Pack
from saksi.model import Status

WINDOW = 6
"""Words before a trigger in which its cues stand."""
LASTING = frozenset({"SUPPORT", "COOPERATE", "AID", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
"""Types of which the present tense tells what goes on; of words spoken it tells the news."""
AFTER = 4
"""Words behind a noun in which its predicate says that the deed goes on."""
WEAKER = {"planned": ("hypothetical", "negated"), "hypothetical": ("negated",), "ongoing": ("negated", "hypothetical")}
"""Which cue right before another one changes it: `mungkin akan`, `tidak akan`, `tidak bisa`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words that tell how a deed stands, and their tokens `doc[start:end]`."""

    kind: str
    start: int
    end: int


class CueFinder:
    """Finds the status cues of one language; built once."""

    def __init__(self, pack: Pack) -> None:
        table = pack.table("status")
        self._phrases = PhraseTable(
            (kind, words.split()) for kind, cues in table.items() for words in cues if kind != "standing"
        )
        self._standing = frozenset(table.get("standing", ()))
        self._clause = frozenset(pack.table("pack")["clauses"]["complement"]) | frozenset(
            pack.table("pack")["noun_phrase"]["relative"]
        )
        self._first_person = frozenset(pack.table("pronouns")["first"])
        self._purpose = frozenset(pack.table("pack")["clauses"]["purpose"])

    def find(self, doc: Doc) -> list[Cue]:
        """All cues in the order of the text."""
        found = [
            Cue(kind=kind, start=start, end=end)
            for kind, start, end in longest(self._phrases.matches(forms(doc, "LOWER")))
        ]
        return sorted(found, key=lambda cue: cue.start)

    def before(self, trigger: Trigger, cues: Sequence[Cue]) -> list[Cue]:
        """The cues in the clause before a trigger, nearest first."""
        first = self._clause_start(trigger)
        near = [cue for cue in cues if first <= cue.start and cue.end <= trigger.tokens.start]
        return [cue for cue in reversed(near) if self._applies(cue, trigger)]

    def status(self, trigger: Trigger, cues: Sequence[Cue]) -> Status:
        """How the deed stands by the words before it, or by what it is and its form."""
        cue = self.telling(trigger, cues)
        if cue is None:
            return "ongoing" if self._goes_on(trigger, cues) else "happened"
        return _STATUS[cue.kind]

    def telling(self, trigger: Trigger, cues: Sequence[Cue]) -> Cue | None:
        """The cue that tells how the deed stands: the nearest one, unless one right before that changes it."""
        nearest = next((cue for cue in self.before(trigger, cues) if cue.kind in _STATUS), None)
        if nearest is None:
            return None
        for farther in reversed([cue for cue in cues if cue.end <= nearest.start]):
            if nearest.start - farther.end > 1 or farther.kind not in WEAKER.get(nearest.kind, ()):
                break
            nearest = farther
        return nearest

    def _goes_on(self, trigger: Trigger, cues: Sequence[Cue]) -> bool:
        """Whether a deed goes on by what it is, by its verb's form, or by its noun's predicate."""
        by_word = trigger.is_noun or len(trigger.tokens) == 1
        if trigger.sense.words in self._standing or (by_word and trigger.tokens[-1].norm_ in self._standing):
            return trigger.is_noun or not syntax.is_past(trigger.head)
        if not trigger.is_noun:
            return syntax.is_present(trigger.head) and trigger.sense.type in LASTING and not self._is_said(trigger)
        end = trigger.tokens.end
        behind = [cue for cue in cues if cue.kind == "ongoing" and end <= cue.start <= end + AFTER]
        return bool(behind) and not any(token.text in ".;:!?," for token in trigger.tokens.doc[end : behind[0].start])

    def _is_said(self, trigger: Trigger) -> bool:
        """Whether whoever speaks does it by saying so: `I thank`, `we condemn`."""
        subject = syntax.own_subject(trigger.head)
        return subject is not None and subject.lower_ in self._first_person

    def is_alleged(self, trigger: Trigger, cues: Sequence[Cue]) -> bool:
        """Whether the deed is told on nobody's word: `diduga`, `dugaan`, `allegedly`."""
        return any(cue.kind == "alleged" for cue in self.before(trigger, cues))

    def _clause_start(self, trigger: Trigger) -> int:
        """Where the clause begins in which cues of the trigger may stand."""
        start = trigger.tokens.start
        for token in _leftwards(trigger):
            if token.text in ".;:!?" or token.is_quote or token.is_space or start - token.i > WINDOW:
                return int(token.i) + 1
            if token.lower_ in self._clause:
                return int(token.i)
            if token.text == "," and not trigger.is_noun and start - token.i > 1:
                return int(token.i) + 1
            if token.is_sent_start:
                return int(token.i)
        return 0

    def _applies(self, cue: Cue, trigger: Trigger) -> bool:
        """Purpose words are prepositions before a noun; what is negated stands close."""
        doc, distance = trigger.tokens.doc, trigger.tokens.start - cue.end
        if doc[cue.start].lower_ in self._purpose and cue.end - cue.start == 1:
            return not trigger.is_noun and distance <= 1
        verbs_between = sum(token.pos_ == "VERB" for token in doc[cue.end : trigger.tokens.start])
        if cue.kind == "negated":
            return distance <= 2 and not verbs_between
        across_verb = cue.kind in ("planned", "hypothetical") or (cue.kind == "requested" and not trigger.is_noun)
        return verbs_between <= int(across_verb)


def _leftwards(trigger: Trigger) -> Iterator[Token]:
    doc = trigger.tokens.doc
    return (doc[index] for index in range(trigger.tokens.start - 1, -1, -1))


_STATUS: dict[str, Status] = {
    "planned": "planned",
    "requested": "requested",
    "hypothetical": "hypothetical",
    "negated": "negated",
    "ongoing": "ongoing",
    "past": "happened",
    "attempt": "happened",
}
