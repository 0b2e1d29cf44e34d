"""From treebank folders to a packaged pipeline: `python -m training.train id --data ../shared/data`."""

import argparse
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import torch
from spacy.language import Language

from training import exams, fit, gold, package, prepare, raw, silver
from training.gold import Gold
from training.paths import DATA, packaged
from training.recipe import Recipe, load
from training.score import score
from training.silver import School
from training.teacher import teach
from training.teacher.sentences import Marked, from_names, from_tree
from training.vectors import train_vectors


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is trained, from which data, in which working folder, to where."""

    recipe: Recipe
    data: Path
    work: Path
    out: Path


def run(job: Job, *, share: float = 1.0) -> Language:
    """Train teachers, let them mark raw news, train the pipeline on it all, score and package.

    `share` shortens training (0.5: half the rounds and steps).
    """
    by_hand = gold.read(job.recipe, job.data)
    school = _school(job, by_hand, share=share)
    prepare.write(by_hand, school, job.recipe, data=job.data, work=job.work)
    training = job.recipe.training
    steps, polish = (max(1, round(share * steps)) for steps in (training.steps, training.polish_steps))
    nlp = fit.fit(job.recipe, work=job.work, steps=steps, polish_steps=polish)
    notes = {
        "tests": "test parts as published, trees joined by tens; never trained on, nor in raw text (4-grams)",
        "purged_training_sentences": by_hand.purged,
    }
    scores = score(nlp, job.recipe, exams.tests(by_hand, job.recipe), job.data)
    package.save(nlp, job.out, recipe=job.recipe, scores=scores, notes=notes)
    return nlp


def _school(job: Job, by_hand: Gold, *, share: float) -> School:
    recipe, nlp = job.recipe, exams.blank(job.recipe)
    held_out = raw.held_out(by_hand, recipe, job.data, nlp=nlp)
    lookup = train_vectors(recipe.raw, raw.lines(recipe.raw, job.data, nlp=nlp, held_out=held_out), work=job.work)
    lessons = list(_lessons(by_hand))
    teaching = recipe.teaching
    rounds = max(1, round(share * teaching.rounds))
    teachers = [
        teach.train(
            lessons, lookup=lookup, rounds=rounds, hidden=teaching.hidden, pretrained=teaching.pretrained, seed=seed
        )
        for seed in range(teaching.teachers)
    ]
    current = chain.from_iterable(by_hand.trees.values())
    return School(teachers=teachers, trees=teaching.trees, names=teaching.names, lemmas=silver.lemmas(current))


def _lessons(by_hand: Gold) -> Iterable[Marked]:
    for source, trees in by_hand.trees.items():
        for sentence in dict.fromkeys(trees):
            yield from_tree(sentence, source=source, names=[token.name for token in sentence if token.name])
    for source, named in by_hand.names.items():
        yield from (from_names(sentence, source=source) for sentence in named)


def main() -> None:
    """Train the pipeline of one language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("code", help="language code, one of the recipes")
    parser.add_argument("--data", type=Path, default=DATA, help="folder with treebanks/, ner/ and articles/")
    parser.add_argument("--out", type=Path, help="folder of the pipeline; by default inside the package")
    parser.add_argument("--share", type=float, default=1.0, help="share of the recipe's rounds and steps to train")
    options = parser.parse_args()
    out = options.out or packaged(options.code)
    torch.set_default_device("cuda" if torch.cuda.is_available() else "cpu")  # the teachers'; the pipeline needs none
    with tempfile.TemporaryDirectory() as work:
        run(Job(recipe=load(options.code), data=options.data, work=Path(work), out=out), share=options.share)


if __name__ == "__main__":
    main()
