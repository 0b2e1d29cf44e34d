"""From treebank folders to a packaged pipeline: `python -m training.train id --data ../shared/data`."""

import argparse
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language

from training import fit, package
from training.paths import DATA, packaged
from training.prepare import Prepared, prepare
from training.recipe import Recipe, load
from training.score import score
from training.vectors import train_vectors


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is trained, from which data, in which working folder, to where."""

    recipe: Recipe
    data: Path
    work: Path
    out: Path


def run(job: Job, *, share: float = 1.0) -> Language:
    """Prepare, train both halves side by side, join, score and package.

    `share` shortens training (0.5: half the steps).
    """
    prepared = prepare(job.recipe, job.data)
    prepared.save(job.work)
    vectors = train_vectors(job.recipe, data=job.data, work=job.work, prepared=prepared)
    training = job.recipe.training
    with ProcessPoolExecutor(max_workers=2) as pool:
        halves = [
            pool.submit(_fit, half, job, max(1, round(share * steps)), vectors)
            for half, steps in ((fit.GRAMMAR, training.parse_steps), (fit.NAMES, training.names_steps))
        ]
        grammar, names = (spacy.load(half.result()) for half in halves)
    return finish(job, grammar, names, prepared)


def finish(job: Job, grammar: Language, names: Language, prepared: Prepared) -> Language:
    """Join the trained halves, score them and put the pipeline in place."""
    nlp = package.assemble(grammar, names)
    notes = {
        "tests": "test parts as published, ten sentences a document; never trained on",
        "purged_training_sentences": prepared.purged,
    }
    package.save(nlp, job.out, recipe=job.recipe, scores=score(nlp, job.recipe, prepared), notes=notes)
    return nlp


def _fit(half: fit.Half, job: Job, steps: int, vectors: Path | None) -> Path:
    return fit.fit(half, job.recipe, work=job.work, steps=steps, vectors=vectors)


def main() -> None:
    """Train the pipeline of one language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("code", help="language code, one of the recipes")
    parser.add_argument("--data", type=Path, default=DATA, help="folder with treebanks/ and ner/")
    parser.add_argument("--out", type=Path, help="folder of the pipeline; by default inside the package")
    parser.add_argument("--share", type=float, default=1.0, help="share of the recipe's steps to train")
    options = parser.parse_args()
    out = options.out or packaged(options.code)
    with tempfile.TemporaryDirectory() as work:
        run(Job(recipe=load(options.code), data=options.data, work=Path(work), out=out), share=options.share)


if __name__ == "__main__":
    main()
