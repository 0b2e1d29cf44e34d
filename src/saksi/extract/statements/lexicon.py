"""A language's words of attribution, compiled from its pack."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from saksi.languages import Pack

Words = frozenset[str]
Phrases = Mapping[str, tuple[tuple[str, ...], ...]]
"""Phrases as tuples of words by their first word, longest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The groups of statements.toml; its comments say what each one means. All words are in lower case."""

    possessive: str
    before: Words
    either: Words
    after: Words
    carried: Words
    passive: Words
    opened: Mapping[str, Words]
    openers: Mapping[str, Words]
    at_once: Words
    echo: Words
    declare: Words
    nouns: Words
    denies: Words
    according: Phrases
    papers: Words
    carriers: Phrases
    media_only: Words
    likewise: Words
    links: Words
    hearers: Words
    interviews: Words
    interview_links: Words
    pointers: Words
    demonstratives: Words
    quoting: Words
    pronouns: Words
    singular: Words
    definite: Words
    negators: Words
    conjunctions: Words
    joiners: Words
    light: Words
    passives: Words
    bounds: Words
    times: Words
    plans: Words
    closers: Words
    additions: Words
    prepositions: Words
    subordinators: Words
    relatives: Words
    asides: Words
    terms: Words
    says: Words = field(init=False)
    opens: Mapping[str, Words] = field(init=False)

    def __post_init__(self) -> None:
        kinds = (self.before, self.either, self.after, self.passive, self.at_once, self.echo, *self.opened.values())
        opened = {
            word: frozenset().union(*(self.openers[name] for name, words in self.opened.items() if word in words))
            for word in frozenset().union(*self.opened.values())
        }
        object.__setattr__(self, "says", frozenset().union(*kinds))
        object.__setattr__(self, "opens", opened | dict.fromkeys(self.passive, self.openers["clause"]))

    def openers_of(self, word: str) -> Words:
        """The words that may open what a verb of this kind credits; none for other words."""
        return self.opens.get(word, frozenset())

    def may_say(self, word: str) -> bool:
        """Whether a word is of any kind that says something, with or without its speaker's clitic."""
        return word in self.says or (self.stem(word) or word) in self.says

    def stem(self, word: str) -> str | None:
        """The word without the clitic that stands for its speaker, None if it has none."""
        bare = word.removesuffix(self.possessive) if self.possessive else word
        return bare if bare != word else None


CARRIERS = (
    "media_only",
    "likewise",
    "links",
    "hearers",
    "interviews",
    "interview_links",
    "pointers",
    "demonstratives",
    "quoting",
)
"""Groups of words around carriers; statements.toml says what each holds."""
GRAMMAR = (
    "pronouns",
    "singular",
    "definite",
    "negators",
    "conjunctions",
    "joiners",
    "light",
    "passives",
    "bounds",
    "times",
    "closers",
    "additions",
    "prepositions",
    "subordinators",
    "relatives",
    "asides",
)
"""Groups of words that hold sentences together."""


@cache
def lexicon(pack: Pack) -> Lexicon:
    """The pack's statements.toml, compiled."""
    table = pack.table("statements")
    verbs, openers, sources, carriers, grammar = (
        table[name] for name in ("verbs", "openers", "sources", "carriers", "grammar")
    )
    return Lexicon(
        possessive=table["possessive"],
        **_groups(verbs, "before", "either", "after", "carried", "passive", "at_once", "echo", "declare", "nouns"),
        opened={name: frozenset(verbs[name]) for name in openers},
        openers={name: frozenset(words) for name, words in openers.items()},
        denies=frozenset(table["stance"]["denies"]),
        according=_phrases(sources["according"]),
        papers=frozenset(sources["papers"]),
        carriers=_phrases(carriers["words"]),
        **_groups(carriers, *CARRIERS),
        **_groups(grammar, *GRAMMAR),
        plans=frozenset(table["plans"]["words"]),
        terms=frozenset(table["terms"]["before"]),
    )


def _groups(table: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: frozenset(table[name]) for name in names}


def _phrases(phrases: list[str]) -> Phrases:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted((tuple(phrase.split()) for phrase in phrases), key=len, reverse=True):
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found
