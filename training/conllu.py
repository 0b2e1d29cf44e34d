"""Read CoNLL-U treebanks into plain sentences (https://universaldependencies.org/format.html)."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One syntactic word of a sentence.

    `head` is the 0-based index of the governor within the sentence, a root being its own head.
    `lemma` is empty and `features` is empty where the treebank is silent. `space` tells whether white space follows;
    `tag` is the treebank's own part of speech; `name` an IOB label (`B-PERSON`, `O`), empty where names are not marked.
    """

    form: str
    lemma: str
    upos: str
    features: str
    head: int
    relation: str
    space: bool
    tag: str = ""
    misc: str = ""
    name: str = ""


Sentence: TypeAlias = tuple[Token, ...]

_STOPS = frozenset(".?!")

ROOT = "ROOT"
"""The relation of a sentence's root as spaCy spells it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """Rows that make one token: a single word, or the words of a multiword token that is kept whole."""

    first: int
    last: int
    form: str
    space: bool


def read(path: Path, *, merge: bool) -> list[Sentence]:
    """Read all well-formed sentences of a CoNLL-U file; those with several roots or a cycle are left out.

    With `merge`, the words of a multiword token become one token that keeps the surface form and takes tag, lemma and
    relation from the word that governs the others.
    """
    sentences = (_sentence(rows, merge=merge) for rows in _blocks(path))
    return [sentence for sentence in sentences if is_tree(sentence)]


def is_tree(sentence: Sentence) -> bool:
    """Tell whether every token leads up to the one root."""
    roots = sum(token.head == index for index, token in enumerate(sentence))
    return roots == 1 and all(_reaches_root(sentence, index) for index in range(len(sentence)))


def runs_on(sentence: Sentence) -> bool:
    """Return whether a sentence ends within it: a stop, white space, a capital. Treebanks hold such by oversight."""
    return any(
        token.form in _STOPS and token.upos == "PUNCT" and token.space and after.form[:1].isupper()
        for token, after in pairwise(sentence)
    )


def _reaches_root(sentence: Sentence, index: int) -> bool:
    for _ in sentence:
        if sentence[index].head == index:
            return True
        index = sentence[index].head
    return False


def _blocks(path: Path) -> Iterator[list[list[str]]]:
    rows: list[list[str]] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) > 1:
                rows.append(fields)
            elif rows and not fields[0]:
                yield rows
                rows = []
    if rows:
        yield rows


def _sentence(rows: list[list[str]], *, merge: bool) -> Sentence:
    words = {int(row[0]): row for row in rows if row[0].isdigit()}
    groups = list(_groups(rows, words, merge=merge))
    position = {number: index for index, group in enumerate(groups) for number in range(group.first, group.last + 1)}
    return tuple(_token(group, words, position) for group in groups)


def _groups(rows: list[list[str]], words: dict[int, list[str]], *, merge: bool) -> Iterator[_Group]:
    multiwords = {int(row[0].partition("-")[0]): row for row in rows if "-" in row[0]}
    last, spaced = 0, True
    for number, word in words.items():
        if number > last:
            row = multiwords.get(number, word)
            last = int(row[0].rpartition("-")[2])
            spaced = "SpaceAfter=No" not in row[9]
            if merge:
                yield _Group(first=number, last=last, form=row[1], space=spaced)
        if not merge:
            yield _Group(first=number, last=number, form=word[1], space=spaced and number == last)


def _token(group: _Group, words: dict[int, list[str]], position: dict[int, int]) -> Token:
    here = position[group.first]
    numbers = range(group.first, group.last + 1)
    governor = next((n for n in numbers if position.get(int(words[n][6])) != here), group.first)
    row = words[governor]
    head = int(row[6])
    return Token(
        form=group.form,
        lemma="" if row[2] == "_" and row[1] != "_" else row[2],
        upos=row[3],
        features="" if row[5] == "_" else row[5],
        head=position[head] if head else here,
        relation=row[7] if head else ROOT,
        space=group.space,
        tag=row[4],
        misc=row[9],
    )
