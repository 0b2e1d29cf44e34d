"""A small trained pipeline with Universal Dependencies, made on the spot."""

import random
from collections.abc import Sequence

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

ALL = ("morphologizer", "parser", "trainable_lemmatizer", "ner")

WORDS = ["Turki", "memuji", "Qatar", "."]
DEPS = ["nsubj", "ROOT", "obj", "punct"]
NAMES = ["B-LOC", "O", "B-LOC", "O"]
TEXT = "Turki memuji Qatar."


def small_pipeline(
    *, code: str = "id", rounds: int = 0, deps: Sequence[str] = DEPS, names: Sequence[str] = NAMES
) -> Language:
    """A pipeline that knows the labels of one sentence, which it has learnt by heart after some 15 rounds."""
    nlp = spacy.blank(code)
    for component in ALL:
        nlp.add_pipe(component, config={"min_action_freq": 1} if component == "parser" else {})
    gold = Doc(
        nlp.vocab,
        words=WORDS,
        spaces=[True, True, False, False],
        pos=["PROPN", "VERB", "PROPN", "PUNCT"],
        lemmas=["Turki", "puji", "Qatar", "."],
        heads=[1, 1, 1, 1],
        deps=list(deps),
        ents=list(names),
    )
    examples = [Example(nlp.make_doc(TEXT), gold) for _ in range(8)]
    random.seed(0)
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(rounds):
        nlp.update(examples, sgd=optimizer)
    return nlp
