"""The encoder on plain arrays has the numbers of spaCy's own."""

import numpy as np
import pytest
import spacy
from spacy.language import Language

from saksi.analysis import load_pipeline
from saksi.analysis.encoder import COMPONENT, Encoder, computes, encoder_of

LINES = [
    "Menteri Luar Negeri Rusia tiba di Hanoi pada Selasa (4/3).",
    "Putin met Kim met Putin, and Kim met Putin again.",
    "7",
    "😀 zzzz-QQQ \u202e ʻOkina — “ya”!!!",
    "kata " * 300,
]


@pytest.fixture(params=["en", "id"])
def pipeline(request: pytest.FixtureRequest) -> Language:
    return load_pipeline(request.param)


def test_it_has_the_numbers_of_spacys_own(pipeline: Language) -> None:
    model = pipeline.get_pipe(COMPONENT).model  # type: ignore[attr-defined]
    docs = [pipeline.make_doc(line) for line in LINES * 40]
    expected = model.predict(docs)
    for doc, numbers in zip(Encoder(model).encoded(docs), expected, strict=True):
        np.testing.assert_allclose(doc.tensor, numbers, atol=2e-5)


def test_a_line_is_encoded_as_it_is_alone(pipeline: Language) -> None:
    encoder = encoder_of(pipeline)
    assert encoder is not None
    together = list(encoder.encoded([pipeline.make_doc(line) for line in LINES]))
    for doc in together:
        alone = next(encoder.encoded([pipeline.make_doc(doc.text)]))
        np.testing.assert_allclose(doc.tensor, alone.tensor, atol=2e-5)


def _blank(**sizes: int) -> Language:
    """A pipeline of nothing but an untrained encoder."""
    pipeline = spacy.blank("en")
    pipeline.add_pipe(COMPONENT, config={"model": {"width": 32, "depth": 2, "embed_size": 100, **sizes}})
    pipeline.initialize()
    return pipeline


def test_other_sizes_are_computed_too() -> None:
    pipeline = _blank(maxout_pieces=2)
    model = pipeline.get_pipe(COMPONENT).model  # type: ignore[attr-defined]
    assert computes(model)
    docs = [pipeline.make_doc(line) for line in LINES]
    expected = model.predict(docs)
    for doc, numbers in zip(Encoder(model).encoded(docs), expected, strict=True):
        np.testing.assert_allclose(doc.tensor, numbers, atol=2e-5)


def test_other_architectures_are_left_to_spacy() -> None:
    assert encoder_of(spacy.blank("en")) is None
    assert encoder_of(_blank(window_size=2)) is None
