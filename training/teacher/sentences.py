"""What the teacher learns from and what it yields: sentences with any of tags, trees and names."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from training.columns import OUTSIDE, Named
from training.conllu import ROOT, Sentence

PADDING, UNKNOWN = 0, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A sentence of `n` words. `tags`, `heads` and `relations` are empty where there is no tree, `names` where none.

    `tags` are the universal part of speech and the features (`VERB|Mood=Ind`); `heads` are 1-based, 0 the root above
    the sentence; `names` are IOB labels; `source` says whose manner the labels follow.
    """

    forms: tuple[str, ...]
    source: str
    tags: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    relations: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


def from_tree(sentence: Sentence, *, source: str, names: Sequence[str] = ()) -> Marked:
    """Return a treebank's sentence, with names where they are given."""
    return Marked(
        forms=tuple(token.form for token in sentence),
        source=source,
        tags=tuple("|".join(filter(None, (token.upos, token.features))) for token in sentence),
        heads=tuple(0 if token.relation == ROOT else token.head + 1 for token in sentence),
        relations=tuple(token.relation for token in sentence),
        names=tuple(names),
    )


def from_names(sentence: Named, *, source: str) -> Marked:
    """Return a sentence of a set of names."""
    return Marked(forms=sentence.forms, source=source, names=sentence.labels)


@dataclass(slots=True)
class Index:
    """Numbers for strings, in the order of first sight; 0 is padding, 1 what is not known."""

    numbers: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, strings: Iterable[str], *, at_least: int = 1) -> "Index":
        """Return an index of the strings seen `at_least` that often."""
        counts = Counter(strings)
        kept = (string for string, count in counts.items() if count >= at_least)
        return cls({string: number for number, string in enumerate(kept, start=UNKNOWN + 1)})

    def __len__(self) -> int:
        return len(self.numbers) + UNKNOWN + 1

    def __getitem__(self, string: str) -> int:
        return self.numbers.get(string, UNKNOWN)

    def strings(self) -> list[str]:
        """Return the string of each number."""
        return ["", "", *self.numbers]


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexes:
    """The strings that a teacher knows."""

    words: Index
    characters: Index
    sources: Index
    tags: Index
    relations: Index
    names: Index

    @classmethod
    def of(cls, sentences: Sequence[Marked]) -> "Indexes":
        """Collect the strings of training; words seen once are not known, so that the unknown is learnt."""
        return cls(
            words=Index.of((form.lower() for s in sentences for form in s.forms), at_least=2),
            characters=Index.of(char for s in sentences for form in s.forms for char in form),
            sources=Index.of(s.source for s in sentences),
            tags=Index.of(tag for s in sentences for tag in s.tags),
            relations=Index.of(relation for s in sentences for relation in s.relations),
            names=Index.of([OUTSIDE, *(label for s in sentences for label in s.names)]),
        )


def batches(sentences: Sequence[Marked], *, words: int) -> Iterator[list[Marked]]:
    """Cut the sentences, in their order, into batches of about that many words, padding counted."""
    batch: list[Marked] = []
    longest = 0
    for sentence in sentences:
        longest = max(longest, len(sentence.forms))
        if batch and longest * (len(batch) + 1) > words:
            yield batch
            batch, longest = [], len(sentence.forms)
        batch.append(sentence)
    if batch:
        yield batch
