"""The id of an article, and what a skipped input tells."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from saksi.model import Skipped
from saksi.model.article import article_id

RAW: Mapping[str, Any] = {"outlet": "Contoh", "published": datetime(2024, 6, 18, 9, tzinfo=UTC), "text": "Satu.\nDua."}


def test_the_same_fields_give_the_same_id() -> None:
    """The value itself is pinned: ids stored by an earlier version must stay what they were."""
    assert article_id(**RAW) == "c5d0052e3d3567cf200872c2760429302bfe007d722148dca9edd1c1f487256a"


@pytest.mark.parametrize(
    "change",
    [
        {"outlet": "contoh"},
        {"outlet": None},
        {"published": None},
        {"published": datetime(2024, 6, 18, 10, tzinfo=UTC)},
        {"published": datetime(2024, 6, 18, 9, tzinfo=timezone(timedelta(hours=7)))},
        {"text": "Satu. Dua."},
        {"text": "Satu.\nDua. "},
        {"text": ""},
    ],
    ids=str,
)
def test_any_raw_field_changes_the_id(change: dict[str, Any]) -> None:
    assert article_id(**{**RAW, **change}) != article_id(**RAW)


def test_fields_do_not_run_into_each_other() -> None:
    assert article_id(outlet="Contoh", published=None, text="1") != article_id(
        outlet="", published=None, text="Contoh1"
    )


@pytest.mark.parametrize(("line", "shown"), [(None, "berita.txt: is empty"), (3, "berita.txt:3: is empty")])
def test_a_skipped_input_says_where_and_why(line: int | None, shown: str) -> None:
    assert str(Skipped(source="berita.txt", line=line, reason="is empty")) == shown
