"""A file of one's own adds and corrects, wins over what comes with Saksi, and says where it is wrong."""

from pathlib import Path

import pytest

from saksi.errors import KnowledgeError
from saksi.world import load_world

PERSON = """
[[person]]
key = "putri_contoh"
name = "Putri Contoh"
code = "IDN"
sectors = ["GOV"]
names.id = ["Putri Contoh", "Putri"]
terms = [{office = "foreign_minister", title = "foreign minister", since = "2030-01-01"}]
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "my.toml"
    path.write_text(text, encoding="utf-8")
    return path


def names(path: Path, language: str, table: str, key: str) -> str:
    return next(row["names"] for row in load_world((path,)).packs[language].rows(table) if row["key"] == key)


def test_a_new_person_is_known_and_named(tmp_path: Path) -> None:
    path = write(tmp_path, PERSON)
    person = load_world((path,)).knowledge.entity("putri_contoh")
    assert (person.code, person.sectors, person.terms[0].code) == ("IDN", ("GOV",), "IDN")
    assert names(path, "id", "leaders", "putri_contoh") == "Putri Contoh|Putri"


def test_a_new_holder_ends_the_term_of_ours(tmp_path: Path) -> None:
    path = write(tmp_path, PERSON)
    ours = load_world().knowledge.holder("foreign minister", "IDN", "2029-12-31")
    own = load_world((path,)).knowledge
    before, after = (own.holder("foreign minister", "IDN", day) for day in ("2029-12-31", "2030-01-01"))
    assert before == ours or (before and ours and before.key == ours.key)
    assert after is not None
    assert after.key == "putri_contoh"


def test_a_name_goes_from_whoever_had_it_here(tmp_path: Path) -> None:
    path = write(tmp_path, PERSON.replace('"Putri"]', '"Trump"]'))
    assert "Trump" in names(path, "id", "leaders", "putri_contoh").split("|")
    assert "Trump" not in names(path, "id", "leaders", "donald_trump").split("|")
    assert "Trump" in names(path, "en", "leaders", "donald_trump").split("|")


def test_a_known_key_is_corrected_field_by_field(tmp_path: Path) -> None:
    path = write(tmp_path, '[[outlet]]\nkey = "detik"\ndomain = "detik.example"\n')
    knowledge = load_world((path,)).knowledge
    assert (knowledge.entity("detik").name, knowledge.entity("detik").domain) == ("Detik", "detik.example")
    assert names(path, "id", "outlets", "detik") == names_here("detik")


def names_here(key: str) -> str:
    return next(row["names"] for row in load_world().packs["id"].rows("outlets") if row["key"] == key)


def test_later_files_win(tmp_path: Path) -> None:
    first = write(tmp_path, PERSON)
    second = tmp_path / "other.toml"
    second.write_text('[[person]]\nkey = "putri_contoh"\nname = "Putri Baru"\n', encoding="utf-8")
    assert load_world((first, second)).knowledge.entity("putri_contoh").name == "Putri Baru"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[person]", r"my\.toml: "),
        ("[[hero]]\nkey = 'x'", r"unknown entry 'hero'; there are \[\[state\]\]"),
        ("\n\n[[person]]\nname = 'X'", r"my\.toml:3: a person needs a key"),
        ("[[person]]\nkey = 'x'\nage = 3", r"my\.toml:1: unknown field 'age'; a person has code"),
        ("[[person]]\nkey = 'x'\nname = 'X'\ncode = 'ATL'\nsectors = ['GOV']", r"my\.toml:1: unknown code 'ATL'"),
        ("[[person]]\nkey = 'x'\nname = 'X'\ncode = 'IDN'\nsectors = ['KING']", r"my\.toml:1: unknown sectors 'KING'"),
        ("[[person]]\nkey = 'x'\nnames = ['X']", r"my\.toml:1: names: write it by language"),
        ("[[person]]\nkey = 'x'\nnames.id = 'X'", r"my\.toml:1: names\.id: expected a list"),
        ("[[person]]\nkey = 'x'\nterms = [{office = 'king'}]", r"my\.toml:1: terms: each is"),
        (PERSON + PERSON, r"my\.toml:10: 'putri_contoh' stands twice"),
        (PERSON.replace("names.id", "names.xx"), r"there is no language pack 'xx'"),
        (PERSON.replace("2030-01-01", "soon"), r"my\.toml:2: bad date 'soon'"),
        ("[[body]]\nkey = 'detik'\nname = 'X'", r"my\.toml:1: 'detik' is already one of the outlets"),
        (
            PERSON + PERSON.replace("putri", "dewi").replace("Putri", "Dewi").replace("2030", "2031"),
            r"my\.toml:10: dewi_contoh is foreign minister of IDN from 2031-01-01, when putri_contoh is so",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(KnowledgeError, match=message):
        load_world((write(tmp_path, text),))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"none\.toml: No such file"):
        load_world((tmp_path / "none.toml",))
