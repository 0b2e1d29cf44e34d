"""The language packs name parties that exist, and every name means one party."""

from collections import Counter, defaultdict
from collections.abc import Iterator

import pytest

from saksi.knowledge import load
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


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table", TABLES)
def test_a_pack_names_just_what_is_known(language: str, table: str) -> None:
    keys = [row["key"] for row in load_pack(language).rows(table)]
    assert sorted(keys) == sorted(entity.key for entity in getattr(load(), table))
    assert [row["key"] for row in load_pack(language).rows(table) if not row["names"]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_means_one_party(language: str) -> None:
    owners = defaultdict(set)
    for _, key, _, name in names(language):
        owners[name].add(key)
    assert {name: keys for name, keys in owners.items() if len(keys) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_clean(language: str) -> None:
    bad = [name for _, _, _, name in names(language) if name != " ".join(name.split()) or len(name) < 2 or ";" in name]
    assert bad == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_stands_once_in_its_cell(language: str) -> None:
    assert [entry for entry, times in Counter(names(language)).items() if times > 1] == []


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
