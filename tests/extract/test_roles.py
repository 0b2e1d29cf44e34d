"""Forests of trees give what their arrays say, and nobody is at both ends of a deed."""

import numpy as np
import pytest

import saksi
from saksi.extract.forest import Forest
from saksi.extract.roles import FEATURES
from saksi.extract.roles.casting import CONTEXT, forests

NEWS = """Israel menyerang Lebanon pada Senin. Hizbullah membalas serangan itu dengan menembaki Haifa.
Presiden Prancis Emmanuel Macron mengecam Israel. Iran mengancam Israel.
Polisi Lebanon menangkap tiga warga Lebanon. Amerika Serikat mendukung Israel."""


def stump(*, threshold: float, left: float, right: float, base: float = 0.0) -> Forest:
    """One tree of one split, on the first column."""
    return Forest(
        features=np.array([[0]], dtype=np.int16),
        thresholds=np.array([[threshold]], dtype=np.float32),
        values=np.array([[left, right]], dtype=np.float32),
        base=base,
    )


def test_a_row_goes_left_up_to_the_threshold_and_right_beyond() -> None:
    rows = np.array([[1.0], [2.0], [2.1]], dtype=np.float32)
    low, at, high = stump(threshold=2.0, left=-3.0, right=3.0).probabilities(rows)
    assert low == at == pytest.approx(1 / (1 + np.exp(3)))
    assert high == pytest.approx(1 / (1 + np.exp(-3)))


def test_the_base_counts_where_trees_say_nothing() -> None:
    rows = np.zeros((1, 1), dtype=np.float32)
    (found,) = stump(threshold=0.0, left=0.0, right=0.0, base=1.0).probabilities(rows)
    assert found == pytest.approx(1 / (1 + np.exp(-1)))


def test_no_candidates_have_no_probabilities() -> None:
    assert len(stump(threshold=0.0, left=0.0, right=0.0).probabilities(np.zeros((0, 1), dtype=np.float32))) == 0


@pytest.mark.parametrize("forest", forests())
def test_what_was_trained_splits_on_columns_that_there_are(forest: Forest) -> None:
    assert forest.features.max() < len(FEATURES)
    assert np.isfinite(forest.values).all()


def test_deeds_of_an_article_are_weighed_and_nobody_is_at_both_ends() -> None:
    reading = saksi.read(NEWS, language="id", published="2024-10-01", outlet="Detik")
    assert len(reading.events) >= CONTEXT
    codes = {actor.id: actor.code for actor in reading.actors}
    for event in reading.events:
        assert not set(event.actors) & set(event.recipients)
    told = {
        (event.type, codes[actor], codes[recipient])
        for event in reading.events
        for actor in event.actors
        for recipient in event.recipients
    }
    assert {("ASSAULT", "ISR", "LBN"), ("ACCUSE", "FRA", "ISR"), ("THREATEN", "IRN", "ISR")} <= told


def test_a_text_of_few_deeds_is_read_by_its_clauses_alone() -> None:
    reading = saksi.read("Israel menyerang Lebanon.", language="id", published="2024-10-01", outlet="Detik")
    assert [event.rule.endswith("+weighed") for event in reading.events] == [False]
