"""Every noun of the model is a frozen, slotted value that is built by keyword."""

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest

from saksi import model
from saksi.model import Interval, Span


def nouns() -> Iterator[type[Any]]:
    """The classes that the model exports; the rest of its names are types of literals."""
    for name in model.__all__:
        noun = getattr(model, name)
        if isinstance(noun, type):
            yield noun


NOUNS = list(nouns())


def test_the_nouns_are_there() -> None:
    names = {noun.__name__ for noun in NOUNS}
    assert {"Article", "Span", "Actor", "Place", "Time", "Statement", "Testimony", "Event", "Reading", "Cast"} <= names


@pytest.mark.parametrize("noun", NOUNS)
def test_a_noun_is_a_frozen_slotted_keyword_only_dataclass(noun: type[Any]) -> None:
    assert dataclasses.is_dataclass(noun)
    assert noun.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(noun)
    assert all(field.kw_only for field in dataclasses.fields(noun) if field.init)


@pytest.mark.parametrize("noun", NOUNS)
def test_a_noun_says_what_its_attributes_mean(noun: type[Any]) -> None:
    assert noun.__doc__
    assert not noun.__doc__.startswith(f"{noun.__name__}(")


def test_a_value_cannot_be_changed() -> None:
    span = Span(start=0, end=1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        span.start = 2  # type: ignore[misc]
    with pytest.raises((AttributeError, TypeError)):
        span.colour = "red"  # type: ignore[attr-defined]


def test_equal_values_are_one_key() -> None:
    day = {"start": "2024-06-18", "end": "2024-06-18"}
    assert len({Interval(**day), Interval(**day)}) == 1
