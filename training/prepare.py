"""All documents that a language's pipeline is trained on."""

import random
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, DocBin

from training import agreement, documents, raw, silver
from training.exams import blank
from training.gold import Gold
from training.quotes import STYLES
from training.recipe import Recipe
from training.silver import School

_DEV_JOIN = documents.Variation(joined=(3,))


def write(gold: Gold, school: School, recipe: Recipe, *, data: Path, work: Path) -> None:
    """Write what the pipeline learns from to `work`.

    `by_hand.spacy` is what is marked by hand, completed by the teachers; `train.spacy` has that and raw news;
    `dev.spacy` is the development part.
    """
    nlp = blank(recipe)
    by_hand = list(_by_hand(gold, school, recipe, nlp))
    DocBin(docs=by_hand).to_disk(work / "by_hand.spacy")
    train = DocBin(docs=by_hand * recipe.training.gold_repeat)
    for doc in _by_teachers(gold, school, recipe, data, nlp):
        train.add(doc)
    train.to_disk(work / "train.spacy")
    dev = silver.with_names(gold.dev_trees, school)
    DocBin(docs=documents.documents(dev, nlp=nlp, variation=_DEV_JOIN)).to_disk(work / "dev.spacy")


def _by_hand(gold: Gold, school: School, recipe: Recipe, nlp: Language) -> Iterator[Doc]:
    old = {bank.source for bank in recipe.treebanks if bank.former}
    trees = chain.from_iterable(
        silver.relabelled(sentences, school, manner=recipe.teaching.former) if source in old else sentences
        for source, sentences in gold.trees.items()
    )
    taught = {entry.source for entry in recipe.names if entry.student}
    sets = chain.from_iterable(sentences for source, sentences in gold.names.items() if source in taught)
    for part in (silver.with_names(list(trees), school), silver.with_trees(list(sets), school)):
        groups = agreement.agreed([part], agreement.known(recipe.code)) if recipe.teaching.agree_by_hand else [part]
        for group in groups:
            yield from documents.documents(group, nlp=nlp, variation=recipe.variation)


def _by_teachers(gold: Gold, school: School, recipe: Recipe, data: Path, nlp: Language) -> Iterator[Doc]:
    teaching = recipe.teaching
    held_out = raw.held_out(gold, recipe, data, nlp=nlp)
    lines = raw.lines(recipe.raw, data, nlp=nlp, held_out=held_out)
    rng = random.Random(0)  # noqa: S311  # repeatable variation, no secret
    groups = list(silver.news(lines, school, words=teaching.words, certainty=teaching.certainty))
    for group in agreement.agreed(groups, agreement.known(recipe.code)):
        restyled = documents.requoted(group, rng.choice(STYLES)) if rng.random() < recipe.variation.requoted else group
        yield documents.document(restyled, nlp=nlp)
