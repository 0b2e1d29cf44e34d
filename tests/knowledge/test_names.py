"""The language packs name parties that exist, and every name means one party."""

from collections.abc import Iterator

import pytest

from saksi.knowledge.entries import TABLES
from saksi.languages import codes, load_pack

LANGUAGES = codes()


def names(language: str) -> Iterator[tuple[str, str, str, str]]:
    """Table, key, column and name of every name in a pack."""
    for table in TABLES:
        for row in load_pack(language).rows(table):
            for column, cell in row.items():
                if column != "key" and cell:
                    yield from ((table, row["key"], column, name) for name in cell.split("|"))


@pytest.mark.parametrize(
    ("language", "name", "key"),
    [
        ("id", "Korut", "PRK"),
        ("id", "Moskow", "RUS"),
        ("id", "Gedung Putih", "whitehouse"),
        ("id", "Garda Revolusi Iran", "irgc"),
        ("id", "Zelenskyy", "volodymyr_zelensky"),
        ("id", "Kantor Berita Resmi Korea", "kcna"),
        ("id", "Tepi Barat", "PSE"),
        ("en", "Israelis", "ISR"),
        ("en", "the Kremlin", None),
        ("en", "Kremlin", "kremlin"),
        ("en", "U.S.", "USA"),
        ("en", "Netanyahu", "benjamin_netanyahu"),
        ("en", "West Bank", "PSE"),
        ("en", "Kim", None),
    ],
)
def test_well_known_names(language: str, name: str, key: str | None) -> None:
    found = {owner for _, owner, _, known in names(language) if known == name}
    assert found == ({key} if key else set())
