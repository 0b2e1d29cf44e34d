"""What the treebanks and name sets of a language hold, cleaned and split into training, development and tests."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import spacy

from training import columns, conllu, coreference, former, overlap
from training.columns import OUTSIDE, Named
from training.conllu import Sentence
from training.recipe import NameSet, Recipe, Treebank

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """Sentences by purpose and source (the folder that they are from), and how many were left out of training.

    Trees carry names where their treebank marks them. A source's sentences are as often there as the recipe repeats
    them. `purged` counts sentences with names that were too like a test or development sentence.
    """

    trees: dict[str, list[Sentence]]
    names: dict[str, list[Named]]
    dev_trees: list[Sentence]
    dev_names: list[Named]
    test_trees: dict[str, list[Sentence]]
    test_names: dict[str, list[Named]]
    purged: dict[str, int]

    def held_out(self) -> frozenset[overlap.Gram]:
        """Return the runs of four words of all test and development sentences."""
        trees = [self.dev_trees, *self.test_trees.values()]
        named = [self.dev_names, *self.test_names.values()]
        forms = [[token.form for token in sentence] for group in trees for sentence in group]
        return overlap.all_grams([*forms, *(sentence.forms for group in named for sentence in group)])


def read(recipe: Recipe, data: Path) -> Gold:
    """Read, clean and split everything the recipe names below the folder `data`."""
    banks = _treebanks(recipe, data)
    test_trees = {bank.test: sentences for bank, sentences in banks if bank.test}
    sets = [(entry, _name_set(recipe, entry, data)) for entry in recipe.names]
    test_names = {entry.test: sentences for entry, sentences in sets if entry.test}
    test_names |= {bank.test: _names_of(sentences) for bank, sentences in banks if bank.test and bank.names}
    learnt = [(entry.source, *_cut(sentences, entry.held_out)) for entry, sentences in sets if not entry.test]
    trees, dev_trees = _parts(banks)
    dev_names = [sentence for _, _, held_out in learnt for sentence in held_out]
    dev_names += [
        s for bank, part in banks if bank.names and not bank.test for s in _names_of(_cut(part, bank.held_out)[1])
    ]
    held_out = overlap.all_grams(s.forms for group in [dev_names, *test_names.values()] for s in group)
    names: dict[str, list[Named]] = {}
    purged: dict[str, int] = {}
    for source, sentences, _ in learnt:
        clean = [s for s in sentences if overlap.shared(s.forms, held_out) <= overlap.ALLOWED]
        names.setdefault(source, []).extend(clean)
        purged[source] = purged.get(source, 0) + len(sentences) - len(clean)
    return Gold(
        trees=trees,
        names=names,
        dev_trees=dev_trees,
        dev_names=dev_names,
        test_trees=test_trees,
        test_names=test_names,
        purged=purged,
    )


def _treebanks(recipe: Recipe, data: Path) -> list[tuple[Treebank, list[Sentence]]]:
    read = [(bank, conllu.read(data / bank.file, merge=recipe.merge_multiwords)) for bank in recipe.treebanks]
    current = [s for bank, sentences in read if not bank.former for s in map(recipe.labels.apply, sentences)]
    harmonised = ((bank, _harmonised(recipe, bank, sentences, current)) for bank, sentences in read)
    return [(bank, [_with_names(recipe, bank, sentence) for sentence in sentences]) for bank, sentences in harmonised]


def _harmonised(
    recipe: Recipe, bank: Treebank, sentences: list[Sentence], current: Sequence[Sentence]
) -> list[Sentence]:
    if bank.former and recipe.former:
        fresh = former.without(sentences, current)
        return former.harmonised(fresh, current, words=recipe.former, labels=recipe.labels)
    return [recipe.labels.apply(sentence) for sentence in sentences]


def _with_names(recipe: Recipe, bank: Treebank, sentence: Sentence) -> Sentence:
    if not bank.names:
        return sentence
    named = columns.without_titles(coreference.named(sentence, types=recipe.types), titles=recipe.titles)
    return tuple(replace(token, name=label) for token, label in zip(sentence, named.labels, strict=True))


def _names_of(sentences: Iterable[Sentence]) -> list[Named]:
    return [
        Named(forms=tuple(token.form for token in s), labels=tuple(token.name or OUTSIDE for token in s))
        for s in sentences
    ]


def _parts(banks: Iterable[tuple[Treebank, list[Sentence]]]) -> tuple[dict[str, list[Sentence]], list[Sentence]]:
    """Return the training sentences by source, and the development sentences."""
    train: dict[str, list[Sentence]] = {}
    dev: list[Sentence] = []
    for bank, sentences in banks:
        if not bank.test:
            kept, held_out = _cut(sentences, bank.held_out)
            whole = [sentence for sentence in kept if not conllu.runs_on(sentence)]
            train.setdefault(bank.source, []).extend(whole * bank.repeat)
            dev += held_out
    return train, dev


def _cut(sentences: list[Item], held_out: int) -> tuple[list[Item], list[Item]]:
    cut = max(0, len(sentences) - held_out)
    return sentences[:cut], sentences[cut:]


def _name_set(recipe: Recipe, entry: NameSet, data: Path) -> list[Named]:
    sentences = columns.read(data / entry.file, types=recipe.types, prefix=entry.prefix)
    sentences = [columns.split_brackets(columns.join_reduplications(s)) for s in sentences[:: entry.every]]
    if entry.descriptions:
        function_words = spacy.blank(recipe.code).Defaults.stop_words
        sentences = [columns.proper(sentence, function_words=function_words) for sentence in sentences]
    return [columns.without_titles(sentence, titles=recipe.titles) for sentence in sentences]
