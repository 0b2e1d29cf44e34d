"""Parting words that a page's links have run together: `Khameneimengatakan`, `terhadapIsrael`.

Where a link ends, pages often lose the space behind or before it. A name that the pack knows and a common word that its
lists know, written as one word, are two. So are two names with a hyphen between them: `Iran-Israel`, unlike `Jong-Un`.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from spacy.tokens import Doc, Token

from saksi.languages import MEMORY, Pack, known_words

NAME_TABLES = ("states", "bodies", "leaders")
BORDER = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
SHORTEST = 3
"""Letters that a part must have."""
SHORTEST_NAME = 5
"""Letters that a name must have before a common word of less than that."""


def unglue(doc: Doc, *, pack: Pack) -> Doc:
    """The Doc, unparsed, with glued words cut into tokens; no character moves."""
    forms = frozenset(doc.to_array("ORTH").tolist())
    whole = _seen_whole(pack)
    if whole.issuperset(forms):
        return doc
    parted = [_parts(token.text, pack) for token in doc]
    if all(len(parts) == 1 for parts in parted):
        if len(whole) > MEMORY:
            whole.clear()
        whole.update(forms)
    else:
        with doc.retokenize() as retokenizer:
            for token, parts in zip(doc, parted, strict=True):
                if len(parts) > 1:
                    heads: list[Token | tuple[Token, int]] = [(token, number) for number in range(len(parts))]
                    retokenizer.split(token, list(parts), heads=heads)
    return doc


@cache
def _seen_whole(_pack: Pack) -> set[int]:
    """The words that were looked at and are whole, as the hashes that spaCy has for them whatever the vocabulary."""
    return set()


@lru_cache(MEMORY)
def _parts(word: str, pack: Pack) -> tuple[str, ...]:
    """The words in a word: itself alone, unless names and common words of the pack make it up."""
    if "-" in word:
        return _pair(word, pack)
    if len(word) < 2 * SHORTEST or not word.isalpha() or word.lower() in known_words(pack) or word in _whole(pack):
        return (word,)
    parts = tuple(part for piece in BORDER.split(word) for part in _name_and_rest(piece, pack))
    sound = all(part in _names(pack) or part.lower() in _common(pack) for part in parts)
    return parts if sound and any(part in _names(pack) for part in parts) else (word,)


def _pair(word: str, pack: Pack) -> tuple[str, ...]:
    """`Iran-Israel` as its three parts: two known names are no name together, unless the pack knows that too."""
    first, hyphen, second = word.partition("-")
    known = _whole(pack) | _short(pack)
    return (first, hyphen, second) if word not in known and first in known and second in known else (word,)


@cache
def _short(pack: Pack) -> frozenset[str]:
    """Abbreviations and short forms of states: `AS`, `Korut`."""
    return frozenset(name for row in pack.rows("states") for name in row["short"].split("|") if name)


def _name_and_rest(piece: str, pack: Pack) -> Iterator[str]:
    """`Iranmenghantam` as `Iran` and `menghantam`: the longest name that leaves a common word."""
    for end in range(len(piece) - SHORTEST, SHORTEST, -1):
        long_enough = max(end, len(piece) - end) >= SHORTEST_NAME
        if long_enough and piece[:end] in _names(pack) and piece[end:] in _common(pack):
            yield from (piece[:end], piece[end:])
            return
    yield piece


@cache
def _whole(pack: Pack) -> frozenset[str]:
    """Names of one word that are no two, though they may hold one: `Malaysiakini`."""
    listed = (row["names"] for table in (*NAME_TABLES, "outlets") for row in pack.rows(table))
    return frozenset(name for names in listed for name in names.split("|")) | _names(pack)


@cache
def _names(pack: Pack) -> frozenset[str]:
    """Names of one word, and the last words of longer ones: what may stand where a link ends."""
    listed = (names for table in NAME_TABLES for row in pack.rows(table) for key, names in row.items() if key != "key")
    last = (name.rpartition(" ")[2] for names in listed for name in names.split("|"))
    return frozenset(word for word in last if len(word) > SHORTEST and word.istitle())


@cache
def _common(pack: Pack) -> frozenset[str]:
    """The common words of the pack's lists, with those that only hold sentences together."""
    rules = pack.table("pack")
    glue = [word for words in rules["prepositions"].values() for word in words]
    glue += [word for words in rules["clauses"].values() for word in words]
    glue += [*rules["noun_phrase"]["conjunctions"], *rules["noun_phrase"]["relative"], *rules["glue"]["words"]]
    return known_words(pack) | frozenset(word for word in glue if len(word) >= SHORTEST)
