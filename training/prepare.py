"""From treebanks and name sets to the training, development and test documents of one language."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from training import columns, conllu, coreference, documents, former, overlap, tokenizer
from training.columns import Named
from training.conllu import Sentence
from training.quotes import STYLES
from training.recipe import NameSet, Recipe, Treebank

_DEV_JOIN = documents.Variation(joined=(3,))
_TEST_JOIN = documents.Variation(joined=(10,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """Documents by purpose. Tests are kept by name; `purged` counts sentences left out for overlapping a test."""

    parse_train: list[Doc]
    parse_dev: list[Doc]
    parse_tests: dict[str, list[Doc]]
    names_train: list[Doc]
    names_dev: list[Doc]
    names_tests: dict[str, list[Doc]]
    purged: dict[str, int]

    def save(self, folder: Path) -> None:
        """Write the training and development documents as `<purpose>.spacy`."""
        folder.mkdir(parents=True, exist_ok=True)
        for purpose in ("parse_train", "parse_dev", "names_train", "names_dev"):
            DocBin(docs=getattr(self, purpose)).to_disk(folder / f"{purpose}.spacy")


def blank(recipe: Recipe) -> Language:
    """Return an empty pipeline of the language with the tokenizer's rules."""
    nlp = spacy.blank(recipe.code)
    tokenizer.adapt(nlp, **recipe.tokenizer)
    return nlp


def prepare(recipe: Recipe, data: Path) -> Prepared:
    """Read, clean and split everything the recipe names below the folder `data`."""
    nlp = blank(recipe)
    banks = _treebanks(recipe, data)
    train, dev = _parse_split(banks)
    name_train, name_dev, name_tests, purged = _names(recipe, data, banks)
    return Prepared(
        parse_train=documents.documents(train, nlp=nlp, variation=recipe.variation),
        parse_dev=documents.documents(dev, nlp=nlp, variation=_DEV_JOIN),
        parse_tests={
            bank.test: documents.documents(sentences, nlp=nlp, variation=_TEST_JOIN)
            for bank, sentences in banks
            if bank.test
        },
        names_train=_name_documents(name_train, nlp, requoted=recipe.variation.requoted),
        names_dev=_name_documents(name_dev, nlp),
        names_tests={name: _name_documents(sentences, nlp) for name, sentences in name_tests.items()},
        purged=purged,
    )


def _treebanks(recipe: Recipe, data: Path) -> list[tuple[Treebank, list[Sentence]]]:
    read = [(bank, conllu.read(data / bank.file, merge=recipe.merge_multiwords)) for bank in recipe.treebanks]
    current = [s for bank, sentences in read if not bank.former for s in map(recipe.labels.apply, sentences)]
    return [(bank, _harmonised(recipe, bank, sentences, current)) for bank, sentences in read]


def _harmonised(
    recipe: Recipe, bank: Treebank, sentences: list[Sentence], current: Sequence[Sentence]
) -> list[Sentence]:
    if bank.former and recipe.former:
        fresh = former.without(sentences, current)
        return former.harmonised(fresh, current, words=recipe.former, labels=recipe.labels)
    return [recipe.labels.apply(sentence) for sentence in sentences]


def _parse_split(banks: Iterable[tuple[Treebank, list[Sentence]]]) -> tuple[list[Sentence], list[Sentence]]:
    train: list[Sentence] = []
    dev: list[Sentence] = []
    for bank, sentences in banks:
        if not bank.test:
            cut = max(0, len(sentences) - bank.held_out)
            train += [sentence for sentence in sentences[:cut] if not conllu.runs_on(sentence)] * bank.repeat
            dev += sentences[cut:]
    return train, dev


def _names(
    recipe: Recipe, data: Path, banks: Iterable[tuple[Treebank, list[Sentence]]]
) -> tuple[list[Named], list[Named], dict[str, list[Named]], dict[str, int]]:
    """Return training, development and test sentences with names; training is purged of what overlaps the other two."""
    read = [(entry, _read_names(recipe, entry, data)) for entry in recipe.names]
    read += [
        (
            NameSet(file=bank.file, held_out=bank.held_out, test=bank.test),
            [coreference.named(sentence, types=recipe.types) for sentence in sentences],
        )
        for bank, sentences in banks
        if bank.names
    ]
    read = [(entry, [columns.without_titles(s, titles=recipe.titles) for s in group]) for entry, group in read]
    tests = {entry.test: sentences for entry, sentences in read if entry.test}
    train: list[tuple[NameSet, list[Named]]] = []
    dev: list[Named] = []
    for entry, sentences in read:
        if not entry.test:
            cut = max(0, len(sentences) - entry.held_out)
            train.append((entry, sentences[:cut]))
            dev += sentences[cut:]
    held_out = overlap.all_grams(s.forms for group in [dev, *tests.values()] for s in group)
    kept = [(entry, [s for s in sentences if not _near(s, held_out)]) for entry, sentences in train]
    purged = {
        entry.file: len(sentences) - len(clean) for (entry, sentences), (_, clean) in zip(train, kept, strict=True)
    }
    return [s for _, sentences in kept for s in sentences], dev, tests, purged


def _near(sentence: Named, held_out: frozenset[overlap.Gram]) -> bool:
    return overlap.shared(sentence.forms, held_out) > 1


def _read_names(recipe: Recipe, entry: NameSet, data: Path) -> list[Named]:
    sentences = columns.read(data / entry.file, types=recipe.types, prefix=entry.prefix)
    sentences = [columns.join_reduplications(sentence) for sentence in sentences[:: entry.every]]
    if entry.descriptions:
        function_words = spacy.blank(recipe.code).Defaults.stop_words
        sentences = [columns.proper(sentence, function_words=function_words) for sentence in sentences]
    return sentences


def _name_documents(sentences: Iterable[Named], nlp: Language, *, requoted: float = 0.0) -> list[Doc]:
    rng = random.Random(0)  # noqa: S311  # repeatable variation, no secret
    return [
        columns.document(sentence, nlp=nlp, quotes=rng.choice(STYLES) if rng.random() < requoted else None)
        for sentence in sentences
    ]
