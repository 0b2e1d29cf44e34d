"""Score a packaged pipeline on the test parts: `python -m training.score id`."""

import argparse
import json
import lzma
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example

from saksi.analysis import load_pipeline
from training import checks, exams, gold
from training.exams import Tests
from training.paths import DATA
from training.recipe import Recipe, load

_GRAMMAR = {
    "tokens": "token_f",
    "sentences": "sents_f",
    "upos": "pos_acc",
    "lemma": "lemma_acc",
    "uas": "dep_uas",
    "las": "dep_las",
}
_SPEED_ARTICLES = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A core argument: character offsets of the verb and of the argument's head, and whether it acts or undergoes."""

    verb: int
    argument: int
    acts: bool


def roles(doc: Doc, *, passive: str) -> frozenset[Role]:
    """Return the subjects and objects of verbs as actors and undergoers.

    The voice is told by the verb's form where `passive` (a regular expression) is given, else by `nsubj:pass`.
    """
    return frozenset(filter(None, (_role(doc, index, passive) for index in range(len(doc)))))


def _role(doc: Doc, index: int, passive: str) -> Role | None:
    token = doc[index]
    relation = token.dep_.partition(":")[0]
    if relation not in {"nsubj", "obj", "iobj"} or token.head.pos_ != "VERB" or token.head == token:
        return None
    form = token.head.text.lower()
    is_passive = bool(re.fullmatch(passive, form)) if passive else token.dep_ == "nsubj:pass"
    return Role(verb=token.head.idx, argument=token.idx, acts=(relation == "nsubj") != is_passive)


def grammar(nlp: Language, gold: Sequence[Doc], *, passive: str) -> dict[str, float]:
    """Return percentages: F1 of tokens, sentences and core roles, accuracy of tags and lemmas, UAS and LAS."""
    predicted = list(nlp.pipe(doc.text for doc in gold))
    scores = _scores(nlp, predicted, gold)
    result = {name: _percent(scores[key]) for name, key in _GRAMMAR.items()}
    pairs = [(roles(p, passive=passive), roles(g, passive=passive)) for p, g in zip(predicted, gold, strict=True)]
    common = sum(len(left & right) for left, right in pairs)
    total = sum(len(left) + len(right) for left, right in pairs)
    return result | {"core_roles": _percent(2 * common / total)}


def names(nlp: Language, gold: Sequence[Doc]) -> dict[str, float]:
    """Return the F1 of names in percent, over all types and for each."""
    scores = _scores(nlp, list(nlp.pipe(doc.text for doc in gold)), gold)
    kinds = scores["ents_per_type"] or {}
    return {"names": _percent(scores["ents_f"])} | {kind: _percent(kinds[kind]["f"]) for kind in sorted(kinds)}


def running_news(nlp: Language, code: str, articles: Path) -> dict[str, float]:
    """Return percentages on the marked passages of raw news: F1 of sentence boundaries, and of names if marked."""
    found = {"sentence_boundaries": checks.boundaries(nlp, checks.passages("sentences", code, articles))}
    if marked := checks.passages("names", code, articles):
        found |= checks.names(nlp, marked)
    return {name: _percent(value) for name, value in found.items()}


def speed(nlp: Language, code: str, articles: Path) -> dict[str, float]:
    """Measure, in one run on one core, words a second of processor time: the pipeline, and spaCy's blank tokenizer.

    `share_of_tokenizer` is the one over the other, for machines differ.
    """
    with lzma.open(articles, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in islice(lines, _SPEED_ARTICLES)]
    whole, unit = _words_per_second(nlp, texts), _words_per_second(spacy.blank(code), texts)
    return {"words_per_second": round(whole), "tokenizer": round(unit), "share_of_tokenizer": round(whole / unit, 3)}


def _words_per_second(nlp: Language, texts: Sequence[str]) -> float:
    list(nlp.pipe(texts[:5]))
    start = time.process_time()
    processed = sum(len(doc) for doc in nlp.pipe(texts))
    return processed / (time.process_time() - start)


def score(nlp: Language, recipe: Recipe, tests: Tests, data: Path) -> dict[str, Any]:
    """Return all scores of a pipeline of the language by test part, on raw news, and its speed."""
    result: dict[str, Any] = {test: grammar(nlp, docs, passive=recipe.passive) for test, docs in tests.trees.items()}
    for test, docs in tests.names.items():
        result.setdefault(test, {}).update(names(nlp, docs))
    articles = data / recipe.raw.file
    return result | {
        "running_news": running_news(nlp, recipe.code, articles),
        "speed": speed(nlp, recipe.code, articles),
    }


def _scores(nlp: Language, predicted: Sequence[Doc], gold: Sequence[Doc]) -> dict[str, Any]:
    return Scorer(nlp).score([Example(p, g) for p, g in zip(predicted, gold, strict=True)])


def _percent(share: float | None) -> float:
    return round(100 * (share or 0.0), 1)


def main() -> None:
    """Print the scores as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("code", help="language code")
    parser.add_argument("--data", type=Path, default=DATA, help="folder with treebanks/ and ner/")
    parser.add_argument("--pipeline", type=Path, help="a pipeline other than the packaged one")
    options = parser.parse_args()
    recipe = load(options.code)
    nlp = load_pipeline(options.code, options.pipeline)
    tests = exams.tests(gold.read(recipe, options.data), recipe)
    print(json.dumps(score(nlp, recipe, tests, options.data), indent=1))


if __name__ == "__main__":
    main()
