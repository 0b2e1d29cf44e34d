"""What the teachers add: names to trees, trees to names, today's labels to old trees, and all of it to raw news."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from training import columns
from training.columns import Named
from training.conllu import ROOT, Sentence, Token, is_tree
from training.raw import Line
from training.teacher.sentences import Marked, from_tree
from training.teacher.teach import Guess, Teacher, mark

_CHUNK = 4000
_OLD_LABELS = frozenset({ROOT, "punct"})
"""Relations that the harmonised old trees have right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """The teachers, the manner in which they mark trees and names, and the lemmas that gold trees know."""

    teachers: Sequence[Teacher]
    trees: str
    names: str
    lemmas: Mapping[tuple[str, str], str]

    def mark(self, sentences: Sequence[Marked], *, trees: str = "") -> Iterator[Guess]:
        """Yield what the teachers hold each sentence to be, its tree in the manner of `trees` if given."""
        return mark(self.teachers, sentences, tree_source=trees or self.trees, name_source=self.names)


def lemmas(trees: Iterable[Sentence]) -> dict[tuple[str, str], str]:
    """Return the commonest lemma of each form with a part of speech."""
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in trees:
        for token in sentence:
            if token.lemma:
                counts[token.form.lower(), token.upos][token.lemma] += 1
    return {word: found.most_common(1)[0][0] for word, found in counts.items()}


def with_names(sentences: Sequence[Sentence], school: School) -> list[Sentence]:
    """Return the trees with names, those of the teachers where the treebank has none."""
    guesses = school.mark([from_tree(sentence, source="") for sentence in sentences])
    return [
        sentence if sentence[0].name else _named(sentence, guess.sentence.names)
        for sentence, guess in zip(sentences, guesses, strict=True)
    ]


def relabelled(sentences: Sequence[Sentence], school: School, *, manner: str) -> list[Sentence]:
    """Return old trees with the labels of today: those of the teachers where they see the same head."""
    guesses = school.mark([from_tree(sentence, source="") for sentence in sentences], trees=manner)
    return [_relabelled(sentence, guess.sentence) for sentence, guess in zip(sentences, guesses, strict=True)]


def with_trees(sentences: Sequence[Named], school: School) -> list[Sentence]:
    """Return those sentences of a set of names for which the teachers find a tree, with it."""
    bare = [Marked(forms=sentence.forms, source="") for sentence in sentences]
    found = zip(sentences, school.mark(bare), strict=True)
    trees = (
        _named(_sentence(guess.sentence, columns.spaces(named.forms), school), named.labels) for named, guess in found
    )
    return [tree for tree in trees if is_tree(tree)]


def news(lines: Iterable[Line], school: School, *, words: int, certainty: float) -> Iterator[list[Sentence]]:
    """Yield lines of raw news, up to so many words, without the sentences whose tree the teachers are not sure of."""
    rest = iter(lines)
    count = 0
    while count < words and (chunk := list(islice(rest, _CHUNK))):
        flat = [sentence for line in chunk for sentence in line.sentences]
        bare = [Marked(forms=tuple(form for form, _ in sentence), source="") for sentence in flat]
        guesses = school.mark(bare)
        for line in chunk:
            found = [(sentence, next(guesses)) for sentence in line.sentences]
            kept = [
                tree
                for sentence, guess in found
                if guess.certainty >= certainty
                and is_tree(tree := _whole(guess.sentence, [space for _, space in sentence], school))
            ]
            if kept:
                count += sum(map(len, kept))
                yield kept


def _whole(marked: Marked, spaces: Sequence[bool], school: School) -> Sentence:
    return _named(_sentence(marked, spaces, school), marked.names)


def _sentence(marked: Marked, spaces: Sequence[bool], school: School) -> Sentence:
    return tuple(
        Token(
            form=form,
            lemma=_lemma(form, marked.tags[index], school),
            upos=_upos(marked.tags[index]),
            features=marked.tags[index].partition("|")[2],
            head=marked.heads[index] - 1 if marked.heads[index] else index,
            relation=marked.relations[index] if marked.heads[index] else ROOT,
            space=spaces[index],
        )
        for index, form in enumerate(marked.forms)
    )


def _upos(tag: str) -> str:
    return tag.partition("|")[0]


def _lemma(form: str, tag: str, school: School) -> str:
    """The lemma that gold trees have of the word; a name unknown to them is its own, of others nothing is said."""
    known = school.lemmas.get((form.lower(), _upos(tag)), "")
    if _upos(tag) == "PROPN" and known.lower() in ("", form.lower()):
        return form
    return known


def _named(sentence: Sentence, names: Sequence[str]) -> Sentence:
    whole = columns.repaired(names)
    return tuple(replace(token, name=name) for token, name in zip(sentence, whole, strict=True))


def _relabelled(sentence: Sentence, guess: Marked) -> Sentence:
    return tuple(
        replace(token, upos=_upos(guess.tags[i]), relation=guess.relations[i])
        if guess.heads[i] == token.head + 1 and _OLD_LABELS.isdisjoint({token.relation, guess.relations[i]})
        else token
        for i, token in enumerate(sentence)
    )
