"""Harmonise the Indonesian GSD treebank as of UD 2.1 with the labels of today's Indonesian treebanks.

The old release splits reduplications, tags auxiliaries as adverbs, hangs names below nouns by `flat` and has no
`acl:relcl`. Structural differences are mended by rule. Word by word differences are learnt: where one word carries one
label in the old part and nearly always another in the new parts, it is relabelled.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from training.conllu import ROOT, Sentence, Token
from training.labels import Labels, name_lemma

_MIN_NEW = 8
_MIN_OLD = 4
_AGREEMENT = 0.8

Field: TypeAlias = Literal["upos", "relation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerWords:
    """The words that the structural rules need: what opens a relative clause, and prepositions that may open a clause.

    `clause_openers` maps such a preposition to the tag it has before a verb.
    """

    relativizer: str
    clause_openers: Mapping[str, str]


def harmonised(
    former: Sequence[Sentence], current: Sequence[Sentence], *, words: FormerWords, labels: Labels
) -> list[Sentence]:
    """Return the former sentences in the manner of the current ones, whose labels `labels` has simplified already."""
    structural = [_relative_clauses(_names_below_nouns(_joined(sentence)), words) for sentence in former]
    sentences = [_marks(labels.apply(sentence), words) for sentence in structural]
    sentences = _relabelled(sentences, current, "upos")
    return _with_lemmas(_relabelled(sentences, current, "relation"), current)


def _joined(sentence: Sentence) -> Sentence:
    """`anak` `-` `anak` made one token."""
    starts = {index: _reduplicated(sentence, index) for index in range(len(sentence) - 2)}
    position: dict[int, int] = {}
    kept: list[Token] = []
    index = 0
    while index < len(sentence):
        governor = starts.get(index)
        width = 1 if governor is None else 3
        position.update(dict.fromkeys(range(index, index + width), len(kept)))
        kept.append(_fused(sentence, index, width, index if governor is None else governor))
        index += width
    return tuple(replace(token, head=position[token.head]) for token in kept)


def _fused(sentence: Sentence, start: int, width: int, governor: int) -> Token:
    part = sentence[start : start + width]
    return replace(sentence[governor], form="".join(token.form for token in part), space=part[-1].space)


def _reduplicated(sentence: Sentence, index: int) -> int | None:
    first, hyphen, second = sentence[index : index + 3]
    if hyphen.form != "-" or first.space or hyphen.space:
        return None
    if second.relation == "compound:plur" and second.head == index:
        return index
    return index + 2 if first.relation == "compound:plur" and first.head == index + 2 else None


def _names_below_nouns(sentence: Sentence) -> Sentence:
    """`flat` from a noun to a proper name becomes `nmod`, and the rest of the name hangs on its first word."""
    tokens = list(sentence)
    for noun, governor in enumerate(sentence):
        if governor.upos == "NOUN":
            name: list[int] = []
            for index in range(noun + 1, len(tokens)):
                if (tokens[index].head, tokens[index].relation, tokens[index].upos) != (noun, "flat", "PROPN"):
                    continue
                if name and index == name[-1] + 1:
                    tokens[index] = replace(tokens[index], head=name[0])
                    name.append(index)
                else:
                    tokens[index] = replace(tokens[index], relation="nmod")
                    name = [index]
    return tuple(tokens)


def _relative_clauses(sentence: Sentence, words: FormerWords) -> Sentence:
    relative = {token.head for token in sentence if token.form.lower() == words.relativizer}
    return tuple(
        replace(token, relation="acl:relcl") if token.relation == "acl" and index in relative else token
        for index, token in enumerate(sentence)
    )


def _marks(sentence: Sentence, words: FormerWords) -> Sentence:
    """Make a preposition above a verb a subordinator."""
    return tuple(
        replace(token, relation="mark", upos=words.clause_openers[token.form.lower()])
        if token.relation == "case"
        and token.form.lower() in words.clause_openers
        and sentence[token.head].upos == "VERB"
        else token
        for token in sentence
    )


def _relabelled(former: Sequence[Sentence], current: Sequence[Sentence], field: Field) -> list[Sentence]:
    label = _upos if field == "upos" else _relation
    changes = _changes(former, current, label)

    def change(token: Token) -> Token:
        old, new = changes.get(token.form.lower(), ("", ""))
        if label(token) != old:
            return token
        return replace(token, upos=new) if field == "upos" else replace(token, relation=new)

    return [tuple(change(token) for token in sentence) for sentence in former]


def _changes(
    former: Sequence[Sentence], current: Sequence[Sentence], label: Callable[[Token], str]
) -> dict[str, tuple[str, str]]:
    """Return, for each word that is to change, the label it loses and the label it gets."""
    before, after = _counts(former, label), _counts(current, label)
    result = {}
    for word, counts in after.items():
        if counts.total() < _MIN_NEW or before[word].total() < _MIN_OLD:
            continue
        (new, count), old = counts.most_common(1)[0], before[word].most_common(1)[0][0]
        if count / counts.total() >= _AGREEMENT and old != new and ROOT not in (old, new):
            result[word] = (old, new)
    return result


def _counts(sentences: Sequence[Sentence], label: Callable[[Token], str]) -> defaultdict[str, Counter[str]]:
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for token in sentence:
            counts[token.form.lower()][label(token)] += 1
    return counts


def _with_lemmas(former: Sequence[Sentence], current: Sequence[Sentence]) -> list[Sentence]:
    """Give lemmas to the words that the current treebanks know; the others stay empty and are not learnt from."""
    lemmas = {word: counts.most_common(1)[0][0] for word, counts in _counts(current, _lemma).items()}

    def with_lemma(token: Token) -> Token:
        known = replace(token, lemma=lemmas.get(token.form.lower(), ""))
        return replace(known, lemma=name_lemma(known))

    return [tuple(map(with_lemma, sentence)) for sentence in former]


def without(sentences: Sequence[Sentence], held_out: Collection[Sentence]) -> list[Sentence]:
    """Return the sentences whose words are not those of a held-out sentence."""
    known = {_text(sentence) for sentence in held_out}
    return [sentence for sentence in sentences if _text(sentence) not in known]


def _text(sentence: Sentence) -> str:
    return "".join(token.form for token in sentence)


def _upos(token: Token) -> str:
    return token.upos


def _relation(token: Token) -> str:
    return token.relation


def _lemma(token: Token) -> str:
    return token.lemma
