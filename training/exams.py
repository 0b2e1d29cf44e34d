"""The empty pipeline of a language, and the documents that it is tested with."""

from collections.abc import Iterable
from dataclasses import dataclass

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from training import columns, documents, tokenizer
from training.columns import Named
from training.gold import Gold
from training.recipe import Recipe

_TEST_JOIN = documents.Variation(joined=(10,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tests:
    """Test documents by the name of the test: trees, and names."""

    trees: dict[str, list[Doc]]
    names: dict[str, list[Doc]]


def blank(recipe: Recipe) -> Language:
    """Return an empty pipeline of the language with the tokenizer's rules."""
    nlp = spacy.blank(recipe.code)
    tokenizer.adapt(nlp, **recipe.tokenizer)
    return nlp


def tests(gold: Gold, recipe: Recipe) -> Tests:
    """Return the test parts as documents, trees joined by tens."""
    nlp = blank(recipe)
    return Tests(
        trees={
            name: documents.documents(sentences, nlp=nlp, variation=_TEST_JOIN)
            for name, sentences in gold.test_trees.items()
        },
        names={name: _name_documents(sentences, nlp) for name, sentences in gold.test_names.items()},
    )


def _name_documents(sentences: Iterable[Named], nlp: Language) -> list[Doc]:
    return [columns.document(sentence, nlp=nlp) for sentence in sentences]
