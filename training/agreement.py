"""Names in raw news set right by what is known and by what most other places say of the same words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from saksi.languages import load_pack
from training.columns import OUTSIDE, spans
from training.conllu import Sentence, Token

Words: TypeAlias = tuple[str, ...]

_TABLES = {"bodies": "ORG", "leaders": "PERSON", "outlets": "ORG"}
_STATE_COLUMNS = ("names", "short")
_OFTEN = 5
"""How often a name must occur for the majority to decide its type."""
_AGREEMENT = 0.7
_LONGEST = 6
"""Words of the longest known name that is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Types of names that a language's pack knows for sure, and places, whose names some persons bear."""

    types: Mapping[Words, str]
    places: frozenset[Words]


def known(code: str) -> Known:
    """Return what the pack of a language knows; a name that two tables have is left out."""
    pack = load_pack(code)
    types: defaultdict[Words, set[str]] = defaultdict(set)
    for table, kind in _TABLES.items():
        for row in pack.rows(table):
            for name in filter(None, row["names"].split("|")):
                types[tuple(name.split())].add(kind)
    states = pack.rows("states")
    for words in _listed(states, *_STATE_COLUMNS):
        types[words].add("PLACE")
    sure = {words: kinds.pop() for words, kinds in types.items() if len(kinds) == 1}
    return Known(types=sure, places=frozenset(_listed(states, "places")) - types.keys())


def _listed(rows: Iterable[Mapping[str, str]], *columns: str) -> Iterator[Words]:
    for row in rows:
        for column in columns:
            yield from (tuple(name.split()) for name in filter(None, row[column].split("|")))


def agreed(groups: Sequence[Sequence[Sentence]], known: Known) -> Iterator[list[Sentence]]:
    """Yield the sentences with their names whole, none of the known ones missing, and of one type wherever they stand.

    The type is the known one, or else that of most places where the same words are a name.
    """
    whole = [[_joined(sentence) for sentence in group] for group in groups]
    usual = _majorities(sentence for group in whole for sentence in group)
    types = usual | {name: "PLACE" for name in known.places if usual.get(name) != "PERSON"} | dict(known.types)
    sought = {name for name in (*known.types, *known.places) if name in types}
    for group in whole:
        yield [_typed(_completed(sentence, sought, types), types) for sentence in group]


def _joined(sentence: Sentence) -> Sentence:
    """`Ann][Lee` and `Ann Hogan][-][Howe` are one person each."""
    tokens = list(sentence)
    for index in range(1, len(tokens)):
        before, here = tokens[index - 1], tokens[index]
        in_person = before.name.endswith("PERSON")
        hyphen = here.form == "-" and not before.space and not here.space and _is_capitalised(tokens, index + 1)
        after_hyphen = before.form == "-" and in_person and not before.space
        if in_person and (here.name == "B-PERSON" or hyphen or after_hyphen):
            tokens[index] = replace(here, name="I-PERSON")
    return tuple(tokens)


def _is_capitalised(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].form[:1].isupper()


def _majorities(sentences: Iterable[Sentence]) -> dict[Words, str]:
    counts: defaultdict[Words, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for start, end in spans([token.name for token in sentence]):
            counts[_words(sentence, start, end)][sentence[start].name[2:]] += 1
    return {
        words: kind
        for words, found in counts.items()
        for kind, count in found.most_common(1)
        if found.total() >= _OFTEN and count / found.total() >= _AGREEMENT
    }


def _completed(sentence: Sentence, sought: set[Words], types: Mapping[Words, str]) -> Sentence:
    """Mark known names that are not marked; single words only where no other capitalised word stands beside them."""
    tokens = list(sentence)
    for start in range(len(tokens)):
        for width in range(min(_LONGEST, len(tokens) - start), 0, -1):
            words = _words(sentence, start, start + width)
            free = all(token.name == OUTSIDE for token in tokens[start : start + width])
            if words in sought and free and (width > 1 or _stands_alone(sentence, start)):
                for index in range(start, start + width):
                    position = "B" if index == start else "I"
                    tokens[index] = replace(tokens[index], name=f"{position}-{types[words]}")
                break
    return tuple(tokens)


def _stands_alone(sentence: Sentence, index: int) -> bool:
    beside = [sentence[i].form for i in (index - 1, index + 1) if 0 < i < len(sentence)]
    return not any(form[:1].isupper() for form in beside)


def _typed(sentence: Sentence, types: Mapping[Words, str]) -> Sentence:
    tokens = list(sentence)
    for start, end in spans([token.name for token in sentence]):
        kind = types.get(_words(sentence, start, end), tokens[start].name[2:])
        for index in range(start, end):
            tokens[index] = replace(tokens[index], name=tokens[index].name[:2] + kind)
    return tuple(tokens)


def _words(sentence: Sentence, start: int, end: int) -> Words:
    """The forms; a name in capitals (`SEOUL`) as it is else written."""
    forms = tuple(token.form for token in sentence[start:end])
    shouted = all(form.isupper() and len(form) > 3 for form in forms)
    return tuple(form.title() for form in forms) if shouted else forms
