"""Straight quotation marks set as newsrooms set them."""

import pytest
from training.quotes import MARKS, STYLES, restyled

CURLY = ("“", "”")

ROWS = [
    # words with the mark, and `+` where no space follows
    ('"+ Kami siap+ " kata Ali', "“ Kami siap ” kata Ali"),
    ('"+ Kami siap+ ,+ " kata Ali', "“ Kami siap , ” kata Ali"),
    ('Ali+ : "+ Ya+ " lalu "+ tidak+ "', "Ali : “ Ya ” lalu “ tidak ”"),
    # a mark with a space on both sides, or on none, follows the last one
    ('" Kami siap " kata', "“ Kami siap ” kata"),
    ('rumah+ .+ "+ Kami siap+ "', "rumah . “ Kami siap ”"),
    ("``+ Kami siap+ '' kata", "“ Kami siap ” kata"),
    ("tanpa tanda", "tanpa tanda"),
    ("", ""),
]


@pytest.mark.parametrize(("spec", "expected"), ROWS)
def test_marks_open_and_close_by_the_space_around_them(spec: str, expected: str) -> None:
    words = spec.split()
    forms, spaces = [word.removesuffix("+") for word in words], [not word.endswith("+") for word in words]
    assert " ".join(restyled(forms, spaces, CURLY)) == expected


@pytest.mark.parametrize("style", STYLES)
def test_every_style_stands_on_both_sides_and_is_known(style: tuple[str, str]) -> None:
    assert restyled(['"', "a", '"'], [False, False, True], style) == [style[0], "a", style[1]]
    assert set(style) <= MARKS


def test_other_marks_stay() -> None:
    assert restyled(["‘", "a", "’"], [False, False, True], CURLY) == ["‘", "a", "’"]
