"""How likely two tellings are of one deed, and why.

Both articles' words, the words of both sentences, parties, type and time each add or take away; the weights were set by
hand on groups of articles that people put together.
"""

import math
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

LEAD = 1500
"""Characters of an article, after its title, by which articles are compared."""
ARTICLES, SENTENCES, PARTIES, TYPE = 0.7, 0.8, 0.1, 0.05
"""What articles of the same words, the same sentence, the same parties and type of deed count for."""
DAY_APART, DEED_APART, DEAD_APART = 0.04, 0.15, 0.15
"""What each day between publications, each day between the deeds, and other numbers of dead take away."""
EXACT = 3
"""Days that a deed may span for its date to count as told."""
WORD = re.compile(r"[^\W_]{3,}")
NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{3})+|\d+")
TOKEN = re.compile(rf"{NUMBER.pattern}|[^\W\d_]+")
NEAR = 4
"""Words between a number and the word that tells that they are dead."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Report:
    """An article as stories see it."""

    id: str
    title: str
    published: date | None
    text: str

    @property
    def words(self) -> str:
        """Title and text."""
        return f"{self.title}\n{self.text}"


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Telling:
    """One event of one article.

    Attributes:
        id, article: the event's and its article's.
        family: types that may name the same deed.
        actors, recipients: codes; parties of no country are left out.
        start, end: the days of the deed, where told.
        evidence: the sentence.
        status, standing: as told.

    """

    id: str
    article: str
    type: str
    family: str
    actors: frozenset[str]
    recipients: frozenset[str]
    start: date | None
    end: date | None
    evidence: str
    status: str
    standing: str

    @property
    def parties(self) -> frozenset[str]:
        """All codes at either end."""
        return self.actors | self.recipients if self.recipients else self.actors

    @property
    def day(self) -> tuple[date, date] | None:
        """First and last day, where they are told exactly."""
        if self.start is None or self.end is None or (self.end - self.start).days > EXACT:
            return None
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Score:
    """How likely two tellings are of one deed, and the reasons in words."""

    value: float
    reason: str


@dataclass(frozen=True, slots=True)
class Vector:
    """The words of a text by weight, and its length."""

    weights: Mapping[str, float]
    length: float


class Likeness:
    """Compares tellings of the given articles; `dead` are words of all languages that tell that people died."""

    def __init__(self, reports: Iterable[Report], tellings: Iterable[Telling], *, dead: frozenset[str]) -> None:
        self.reports = {report.id: report for report in reports}
        texts = {report.id: report.words[:LEAD] for report in self.reports.values()}
        counts = Counter(word for text in texts.values() for word in set(_words(text)))
        total = len(texts)
        self.weight = {word: math.log((total + 1) / (count + 0.5)) for word, count in counts.items()}
        self.unseen = math.log((total + 1) / 0.5)
        self.articles = {identifier: self._vector(text) for identifier, text in texts.items()}
        self.sentences = {telling.id: self._vector(telling.evidence) for telling in tellings}
        self.dead = {identifier: numbers_of_dead(text, dead) for identifier, text in texts.items()}

    def _vector(self, text: str) -> Vector:
        """The words of a text by weight (tf-idf with a logarithm of both)."""
        counts = Counter(_words(text))
        weights = {}
        for word, count in counts.items():
            weight = self.weight.get(word, self.unseen)  # the same object in all texts, for there are many of them
            weights[sys.intern(word)] = weight if count == 1 else weight * (1 + math.log(count))
        return Vector(weights, math.sqrt(sum(value * value for value in weights.values())) or 1.0)

    def value(self, one: Telling, other: Telling) -> float:
        """How likely two tellings are of one deed: not a probability, but the larger the likelier."""
        shared, either = one.parties & other.parties, one.parties | other.parties
        return (
            ARTICLES * self._articles(one, other)
            + SENTENCES * cosine(self.sentences[one.id], self.sentences[other.id])
            + PARTIES * len(shared) / max(1, len(either))
            + TYPE * (one.type == other.type)
            - self._apart(one, other)
        )

    def score(self, one: Telling, other: Telling) -> Score:
        """The same value, with its reasons."""
        reasons = [
            f"articles alike {self._articles(one, other):.2f}",
            f"sentences alike {cosine(self.sentences[one.id], self.sentences[other.id]):.2f}",
            f"parties {', '.join(sorted(one.parties & other.parties)) or 'none'}",
        ]
        if apart := self._apart(one, other):
            reasons.append(f"{apart:.2f} off for days or numbers that differ")
        return Score(self.value(one, other), "; ".join(reasons))

    def _articles(self, one: Telling, other: Telling) -> float:
        if one.article == other.article:  # then it says nothing: most deeds of one article are different ones
            return 0.0
        return cosine(self.articles[one.article], self.articles[other.article])

    def _apart(self, one: Telling, other: Telling) -> float:
        a, b = self.reports[one.article].published, self.reports[other.article].published
        off = DAY_APART * min(5, abs((a - b).days)) if a and b else 0.0
        if one.day and other.day:
            gap = max((one.day[0] - other.day[1]).days, (other.day[0] - one.day[1]).days, 0)
            off += DEED_APART * min(gap, 3)
        dead, others = self.dead[one.article], self.dead[other.article]
        if dead and others and not dead & others and one.article != other.article:
            off += DEAD_APART
        return off


def cosine(one: Vector, other: Vector) -> float:
    """The cosine of two vectors."""
    small, large = sorted((one.weights, other.weights), key=len)
    return sum(value * large[word] for word, value in small.items() if word in large) / (one.length * other.length)


def _words(text: str) -> Sequence[str]:
    return [word.lower() for word in WORD.findall(text)]


def numbers_of_dead(text: str, dead: frozenset[str]) -> frozenset[int]:
    """The numbers that stand near words for the dead."""
    tokens = TOKEN.findall(text.lower())
    places = [place for place, token in enumerate(tokens) if token in dead]
    near = {i for place in places for i in range(max(0, place - NEAR), min(len(tokens), place + NEAR + 1))}
    return frozenset(int(re.sub(r"[.,]", "", tokens[i])) for i in near if tokens[i][0].isdigit())
