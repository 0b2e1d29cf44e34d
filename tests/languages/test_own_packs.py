"""A language of one's own, made only of data: it extends another pack, and a process takes it by a folder."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from saksi.folders import PACKS, POINTS


def run(root: Path, *words: str, packs: str = "") -> "subprocess.CompletedProcess[str]":
    """Python in a process of its own, for packs are known to a whole process."""
    environment = {**os.environ, PACKS: packs}
    command = [sys.executable, *words]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)  # noqa: S603


def saksi(root: Path, *words: str, packs: str = "") -> "subprocess.CompletedProcess[str]":
    return run(root, "-m", "saksi", *words, packs=packs)


def test_the_examples_of_the_malay_pack_are_read_as_expected(root: Path) -> None:
    wanted = ("-k", "ms and example_is_read", "tests/test_pack_examples.py")
    done = run(root, "-m", "pytest", "-q", "-p", "no:cacheprovider", *wanted, packs="examples/packs/ms")
    assert done.returncode == 0, done.stdout


def test_the_malay_pack_has_no_fault_and_is_data_alone(root: Path) -> None:
    done = saksi(root, "--pack", "examples/packs/ms", "check")
    assert (done.returncode, "en and id and ms" in done.stdout) == (0, True), done.stdout + done.stderr
    assert {path.suffix for path in (root / "examples" / "packs" / "ms").iterdir()} == {".toml", ".csv"}


def test_its_words_are_added_to_those_that_it_extends(root: Path, tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("Kerajaan Jepun mengutuk Perancis pada Khamis. Rusia memuji Jerman.", encoding="utf-8")
    options = ("--language", "ms", "--published", "2025-06-21")
    done = saksi(root, "--pack", "examples/packs/ms", "read", str(text), *options)
    assert done.returncode == 0, done.stderr
    for told in ("Japan → France", "2025-06-19", "Russia → Germany"):
        assert told in done.stdout


def test_workers_know_it_too(root: Path, tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"Kerajaan Jepun mengutuk Perancis {number} kali.", encoding="utf-8")
    store = str(tmp_path / "s.duckdb")
    added = saksi(root, "--pack", "examples/packs/ms", "add", str(tmp_path), "--language", "ms", "--store", store)
    assert "3 articles read" in added.stdout + added.stderr
    found = saksi(root, "find", "--actor", "JPN", "--format", "csv", "--store", store)
    assert found.stdout.count("ACCUSE") == 3


def test_without_it_the_language_is_unknown(root: Path) -> None:
    done = saksi(root, "read", "examples/id-08-bamako.txt", "--language", "ms")
    assert (done.returncode, "unknown language 'ms'" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    ("file", "content", "told"),
    [
        (None, "", "pack.toml"),
        ("pack.toml", 'code = "xx"\nextends = "yy"\n', "extends 'yy'"),
        ("pack.toml", 'code = "xx"\nextends = "xx"\n', "extends 'xx'"),
        ("pack.toml", "code = ", "pack.toml"),
        ("pack.toml", 'code = "xx"\nextends = "id"\nmorphology.lookup = "stem"\n', "'stem' is none of form, ending"),
        (
            "triggers.csv",
            "words,pos,stem,type,mode,contexts,frame,object,complement\nlari,verb\n",
            "triggers.csv:2",
        ),
        ("triggers.csv", "words,pos,stem,type,mode,contexts,frame,object,complement\nlari,verb,,RUN,,,solo,,\n", "RUN"),
    ],
)
def test_a_broken_pack_is_told_with_its_file(
    root: Path, tmp_path: Path, file: str | None, content: str, told: str
) -> None:
    folder = tmp_path / "xx"
    folder.mkdir()
    if file:
        (folder / "pack.toml").write_text('code = "xx"\nextends = "id"\nname = "X"\n', encoding="utf-8")
        (folder / file).write_text(content, encoding="utf-8")
    done = saksi(root, "--pack", str(folder), "check")
    assert done.returncode != 0
    assert told in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


CYBER = "examples/packs/cyber"


def test_a_type_of_ones_own_is_read_stored_asked_for_and_exported(root: Path, tmp_path: Path) -> None:
    texts = {
        "en": "North Korea hacked Seoul's Defence Ministry. Contoh Panda knocked offline the Estonian Government.",
        "id": "Korea Utara meretas Kementerian Pertahanan Korea Selatan. Rusia memuji Jerman.",
    }
    for code, text in texts.items():
        (tmp_path / f"{code}.txt").write_text(text, encoding="utf-8")
    store = str(tmp_path / "s.duckdb")
    added = saksi(root, "--pack", CYBER, "add", str(tmp_path), "--published", "2026-01-06", "--store", store)
    assert "2 articles read" in added.stdout + added.stderr
    found = saksi(root, "--pack", CYBER, "find", "--type", "cyberattack", "--format", "csv", "--store", store)
    assert found.stdout.count("CYBERATTACK,intrusion") == 2
    out = tmp_path / "out"
    saksi(
        root, "--pack", CYBER, "export", "--per-event", "--format", "polecat,csv", "--out", str(out), "--store", store
    )
    polecat = (out / "polecat.tsv").read_text(encoding="utf-8")
    assert (polecat.count("\tCOERCE\t"), polecat.count("CYBERATTACK")) == (3, 0)
    assert (out / "events.csv").read_text(encoding="utf-8").count("CYBERATTACK") == 3
    without = saksi(root, "export", "--per-event", "--format", "polecat", "--out", str(out), "--store", store)
    assert (without.returncode, "unknown type 'CYBERATTACK'" in without.stderr) == (1, True)


def test_words_are_laid_over_a_language_that_is_there(root: Path) -> None:
    code = (
        "from saksi.languages import load_pack; p = load_pack('en'); print(len(p.rows('triggers')), p.base is not None)"
    )
    plain, over = (run(root, "-c", code, packs=packs).stdout.split() for packs in ("", CYBER))
    assert (plain[1], over[1]) == ("False", "True")
    assert int(over[0]) == int(plain[0]) + 1  # of its five words four are in Saksi's lexicon


@pytest.mark.parametrize(
    ("types", "told"),
    [
        ("[CYBERATTACK]\nscore = 1\n", "like: 'CYBERATTACK' is none of PLOVER's types"),
        ("[CYBERATTACK]\nlike = 'RUN'\n", "like: 'RUN'"),
        ("[CYBERATTACK]\nlike = 'COERCE'\nscore = -11\n", "score: -11"),
        ("[CYBERATTACK]\nlike = 'COERCE'\nmodes = 'x'\n", "modes: 'x'"),
        ("[CYBERATTACK]\nlike = 'COERCE'\ncolour = 1\n", "colour"),
        ("[cyber]\nlike = 'COERCE'\n", "a name in capitals"),
        ("[CYBERATTACK\n", "types.toml: Expected"),
    ],
)
def test_a_broken_type_is_told_with_its_file(root: Path, tmp_path: Path, types: str, told: str) -> None:
    (tmp_path / "types.toml").write_text(types, encoding="utf-8")
    done = saksi(root, "--pack", str(tmp_path), "check")
    assert done.returncode == 2
    said = " ".join(done.stderr.replace("\n", " ").split())
    assert told in said
    assert "types.toml" in said


def test_modes_are_added_to_a_type_of_plover(root: Path, tmp_path: Path) -> None:
    (tmp_path / "types.toml").write_text("[ASSAULT]\nmodes = ['drone-swarm']\n", encoding="utf-8")
    code = "from saksi.codebook import plover; p = plover(); print(len(p.sixteen), p.types['ASSAULT']['modes'][-2:])"
    told = run(root, "-c", code, packs=str(tmp_path)).stdout
    assert told.startswith("16 ['unconventional', 'drone-swarm']")


def test_a_fault_is_told_with_its_line(root: Path, tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_text("code = 'en'\nextends = 'en'\n", encoding="utf-8")
    head = "# a comment\nwords,pos,stem,type,mode,contexts,frame,object,complement\n"
    (tmp_path / "triggers.csv").write_text(f"{head}run,verb,,RUN,,,solo,,\n", encoding="utf-8")
    done = saksi(root, "--pack", str(tmp_path), "check")
    assert f"{tmp_path / 'triggers.csv'}:3: run: type: 'RUN' cannot be" in done.stdout


def test_an_installed_package_may_bring_one(root: Path, tmp_path: Path) -> None:
    package = tmp_path / "malay_words"
    (tmp_path / "malay_words-1.dist-info").mkdir()
    (tmp_path / "malay_words-1.dist-info" / "METADATA").write_text("Name: malay-words\nVersion: 1\n", encoding="utf-8")
    points = f"[{POINTS}]\nms = malay_words\n"
    (tmp_path / "malay_words-1.dist-info" / "entry_points.txt").write_text(points, encoding="utf-8")
    package.mkdir()
    (package / "__init__.py").write_text("", encoding="utf-8")
    for path in (root / "examples" / "packs" / "ms").iterdir():
        (package / path.name).write_bytes(path.read_bytes())
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from saksi.languages import codes; print(codes())"
    assert "'ms'" in run(root, "-c", code).stdout
