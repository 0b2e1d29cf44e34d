"""What a language's pack says of its clauses and noun phrases, compiled once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from saksi.languages import Pack


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseRules:
    """How a language builds clauses; the keys of pack.toml say what each means.

    Attributes:
        owner_first: whether an owner stands before what it owns: `Israel's attack`.
        possessive: what may stand between the two.
        relative: relative pronouns.
        conjunctions: what joins parties.
        by: prepositions that open the doer of a passive.
        slots_of: the slots that each preposition may open.
        purpose: words that open a clause of purpose.
        openers: words with which a further clause begins.
        clitics: possessives written to a noun's end.
        active_participles: endings of participles that are no passive; empty where a language has none.
        bare_agent: whether the doer of a passive may stand right behind it without preposition.
        first_person: words for whoever speaks.

    """

    owner_first: bool
    possessive: frozenset[str]
    relative: frozenset[str]
    conjunctions: frozenset[str]
    by: frozenset[str]
    slots_of: Mapping[str, tuple[str, ...]]
    purpose: frozenset[str]
    openers: frozenset[str]
    clitics: tuple[str, ...]
    active_participles: tuple[str, ...]
    bare_agent: bool
    first_person: frozenset[str]


@cache
def clause_rules(pack: Pack) -> ClauseRules:
    """The rules of a language."""
    rules = pack.table("pack")
    noun_phrase, morphology, clauses = rules["noun_phrase"], rules["morphology"], rules["clauses"]
    relative = frozenset(noun_phrase["relative"])
    return ClauseRules(
        owner_first=noun_phrase["owner"] == "before",
        possessive=frozenset(noun_phrase.get("possessive", ())),
        relative=relative,
        conjunctions=frozenset(noun_phrase["conjunctions"]),
        by=frozenset(rules["prepositions"]["by"]),
        slots_of=_slots_by_preposition(rules["prepositions"]),
        purpose=frozenset(clauses["purpose"]),
        openers=frozenset(clauses["complement"]) | relative,
        clitics=tuple(morphology.get("possessive_clitics", ())),
        active_participles=tuple(morphology.get("active_participles", ())),
        bare_agent=bool(morphology.get("bare_agent")),
        first_person=frozenset(pack.table("pronouns")["first"]),
    )


def _slots_by_preposition(prepositions: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """Preposition to the slots that it may open."""
    words = {word for members in prepositions.values() for word in members}
    return {word: tuple(slot for slot, members in prepositions.items() if word in members) for word in words}
