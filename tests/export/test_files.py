"""What a store is exported to: exact columns, values that the field's tools load, nothing half written."""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pandas as pd
import pytest

from saksi.cli.export import NAMES
from saksi.codebook import cameo, plover
from saksi.codebook.plover import SECTORS
from saksi.errors import ExportError, StoreError
from saksi.export import FILES, export, load, record
from saksi.export.files import base
from saksi.intake import Defaults, read_sources
from saksi.knowledge import load as knowledge
from saksi.knowledge.country_codes import country_codes
from saksi.runners import add, link, mark
from saksi.runners.batch import Settings
from saksi.store import Store
from saksi.store.readings import reading
from saksi.store.search import Question, Who

COLUMNS = tomllib.loads((Path(__file__).parent / "columns.toml").read_text(encoding="utf-8"))
POLECAT, GDELT, MENTIONS, ICEWS = (COLUMNS[name] for name in ("polecat", "gdelt", "mentions", "icews"))
UNREAL = ("negated", "hypothetical", "requested")


@pytest.fixture(scope="module")
def store(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    made = Store(tmp_path_factory.mktemp("exported") / "s.duckdb", create=True)
    items = read_sources([str(root / "examples")], defaults=Defaults())
    add(items, made, settings=Settings(read_by="test"), workers=1, command="test")
    link(made)
    return made


@pytest.fixture
def written(store: Store, tmp_path: Path) -> Callable[..., Path]:
    def write(formats: str, question: Question = Question(), **choices: bool) -> Path:  # noqa: B008 (frozen)
        export(store, question, formats=formats.split(","), out=tmp_path, **choices)
        return tmp_path

    return write


def table(path: Path, **options: Any) -> pd.DataFrame:
    return pd.read_csv(path, sep="\t", dtype=str, keep_default_na=False, quoting=3, **options)


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def stories(store: Store, *, real: bool) -> dict[str, dict[str, Any]]:
    rows = store.rows("SELECT * FROM stories")
    return {row["id"]: row for row in rows if not (real and row["status"] in UNREAL)}


def test_polecat_has_its_columns_and_values(store: Store, written: Callable[..., Path]) -> None:
    found = table(written("polecat") / "polecat.tsv")
    assert list(found) == POLECAT
    assert set(found["Event ID"]) == set(stories(store, real=True))
    assert set(found["Event Type"]) <= set(plover().types)
    modes = {mode for facts in plover().types.values() for mode in facts["modes"]} | {""}
    assert set(found["Event Mode"]) <= modes
    assert set(found["Quad Code"]) <= {"V-COOP", "M-COOP", "V-CONF", "M-CONF"}
    contexts = {word for cell in found["Contexts"] for word in cell.split(";") if word}
    assert contexts <= plover().contexts
    sectors = {word for cell in found["Primary Actor Sector"] for word in cell.split(";") if word}
    assert sectors <= SECTORS
    assert found["Intensity"].astype(float).between(-10, 10).all()
    assert pd.to_datetime(found["Event Date"][found["Event Date"] != ""], format="%Y-%m-%d").notna().all()
    for side in ("Actor", "Recipient"):
        ends = found[[f"{side} Name", f"{side} Country", f"{side} COW", f"Primary {side} Sector"]]
        assert (ends.map(lambda cell: cell.count(";")).nunique(axis=1) == 1).all()
    china = found[found["Actor Country"] == "CHN"]
    assert set(china["Actor COW"]) == {"710"}


def test_what_is_planned_counts_as_plover_has_it_and_what_is_not_done_is_left_out(
    store: Store, written: Callable[..., Path]
) -> None:
    path = written("polecat")
    found = table(path / "polecat.tsv").set_index("Event ID")["Event Type"]
    told = stories(store, real=True)
    planned = {name: row["type"] for name, row in told.items() if row["status"] == "planned"}
    assert planned
    assert {name: found[name] for name in planned} == {
        name: {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "CONCEDE"}.get(
            kind, kind
        )
        for name, kind in planned.items()
    }
    side = {row["id"]: row for row in lines(path / "polecat.sidecar.jsonl")}
    assert {name: side[name]["type"] for name in planned} == planned
    assert set(side) == set(told)
    kept = table(written("polecat", unreal=True) / "polecat.tsv")
    assert set(kept["Event ID"]) == set(stories(store, real=False)) > set(told)


def test_gdelt_has_its_columns_and_values(store: Store, written: Callable[..., Path]) -> None:
    path = written("gdelt")
    found = table(path / "gdelt.export.tsv", header=None, names=GDELT)
    assert found.shape == (len(stories(store, real=True)), 61)
    assert found["GLOBALEVENTID"].str.fullmatch(r"\d+").all()
    assert found["GLOBALEVENTID"].is_unique
    assert (found["EventCode"].str[:3] == found["EventBaseCode"]).all()
    assert (found["EventCode"].str[:2] == found["EventRootCode"]).all()
    assert set(found["QuadClass"]) <= set("1234")
    assert found["GoldsteinScale"].astype(float).between(-10, 10).all()
    assert set(found["ActionGeo_Type"]) <= set("014")
    states = {state.code for state in knowledge().states}
    assert {code for code in found["Actor1CountryCode"] if code} <= states
    fips = {codes.fips for codes in country_codes().values()}
    assert {code for code in found["ActionGeo_CountryCode"] if code} <= fips
    seen = table(path / "gdelt.mentions.tsv", header=None, names=MENTIONS)
    assert seen.shape[1] == 16
    counts = seen.groupby("GLOBALEVENTID").size().astype(str)
    assert counts.to_dict() == found.set_index("GLOBALEVENTID")["NumMentions"].to_dict()
    assert {row["id"] for row in lines(path / "gdelt.sidecar.jsonl")} == set(found["GLOBALEVENTID"])


def test_icews_has_its_columns_and_values(store: Store, written: Callable[..., Path]) -> None:
    found = table(written("icews", per_event=True) / "icews.tsv")
    assert list(found) == ICEWS
    rows = store.rows(
        "SELECT count(*) AS n FROM events_flat WHERE status NOT IN ('negated', 'hypothetical', 'requested')"
    )
    assert len(found) == rows[0]["n"]
    assert set(found["CAMEO Code"]) <= set(cameo().goldstein)
    assert set(found["Event Text"]) <= set(cameo().labels.values())
    sectors = {word for cell in found["Source Sectors"] for word in cell.split(",") if word}
    assert sectors <= set(cameo().icews.values())
    pd.to_datetime(found["Event Date"][found["Event Date"] != ""], format="%Y-%m-%d")


def test_peers_load_with_the_types_that_readers_use(written: Callable[..., Path]) -> None:
    path = written("polecat,gdelt,icews")
    polecat = pd.read_csv(
        path / "polecat.tsv",
        sep="\t",
        dtype={"Intensity": "float64", "Latitude": "float64", "Longitude": "float64", "GeoNames ID": "Int64"},
        parse_dates=["Event Date", "Publication Date"],
    )
    assert polecat["Event Date"].dtype.kind == "M"
    numbers = dict.fromkeys(
        ("GLOBALEVENTID", "SQLDATE", "QuadClass", "NumMentions", "NumSources", "NumArticles"), "Int64"
    )
    scores = dict.fromkeys(("GoldsteinScale", "AvgTone", "FractionDate", "ActionGeo_Lat", "ActionGeo_Long"), "float64")
    codes = dict.fromkeys(("EventCode", "EventBaseCode", "EventRootCode"), "str")
    gdelt = pd.read_csv(path / "gdelt.export.tsv", sep="\t", header=None, names=GDELT, dtype=numbers | scores | codes)
    assert gdelt["GoldsteinScale"].notna().all()
    icews = pd.read_csv(
        path / "icews.tsv", sep="\t", dtype={"CAMEO Code": "str", "Intensity": "float64", "Event ID": "Int64"}
    )
    assert len(icews) == len(gdelt) == len(polecat)


def test_every_type_and_mode_has_codes_of_its_roots() -> None:
    for name, facts in plover().types.items():
        codes = cameo().codes[name]
        assert set(codes) == {"", *facts["modes"]}
        assert all(code[:2] in facts["cameo"] for code in codes.values())
        assert all(code in cameo().goldstein and code in cameo().labels for code in codes.values())
    assert set(cameo().sectors) == set(cameo().icews) == SECTORS


def test_codes_of_countries_are_each_ones_own() -> None:
    codes = country_codes()
    assert set(codes) == {state.code for state in knowledge().states}
    for kind in ("cow", "fips"):
        told = [getattr(one, kind) for one in codes.values() if getattr(one, kind)]
        assert len(told) == len(set(told))
    assert [(codes[code].cow, codes[code].fips) for code in ("IDN", "USA", "DEU")] == [
        ("850", "ID"),
        ("2", "US"),
        ("255", "GM"),
    ]


def test_entities_are_what_followthemoney_takes(written: Callable[..., Path]) -> None:
    from followthemoney import model  # noqa: PLC0415

    entities: dict[str, Any] = {}
    for row in lines(written("followthemoney") / "entities.ftm.json"):
        proxy: Any = model.get_proxy(row)
        assert row["id"] not in entities
        entities[row["id"]] = proxy
        proxy.schema.validate(row)  # raises InvalidData
    schemata = {proxy.schema.name for proxy in entities.values()}
    assert schemata == {"Person", "Organization", "PublicBody", "Event", "Article", "Mention"}
    for proxy in entities.values():
        for property_ in proxy.iterprops():
            if property_.type.name == "entity":
                assert set(proxy.get(property_)) <= set(entities)


def test_claims_have_both_sides_and_no_rating(store: Store, written: Callable[..., Path]) -> None:
    found = lines(written("claims") / "claims.jsonl")
    disputed = {row["id"] for row in store.rows("SELECT id FROM stories WHERE standing IN ('contested', 'denied')")}
    assert {row["identifier"] for row in found} == disputed
    assert all(row["@type"] == "Claim" and row["subjectOf"] and row["appearance"] for row in found)
    assert "Rating" not in json.dumps(found)
    supply = next(row for row in found if row["name"] == "AID: China > Pakistan")
    assert {author["name"] for author in supply["author"]} == {"India", "United States"}
    assert {denial["author"]["name"] for denial in supply["subjectOf"]} == {"China"}


def test_points_and_graphs_load(store: Store, written: Callable[..., Path]) -> None:
    path = written("geojson,graphml")
    features = json.loads((path / "deeds.geojson").read_text(encoding="utf-8"))["features"]
    assert features
    for one in features:
        longitude, latitude = one["geometry"]["coordinates"]
        assert abs(longitude) <= 180
        assert abs(latitude) <= 90
    graph = nx.read_graphml(path / "actors.graphml")
    assert graph.nodes["China (CHN)"]["code"] == "CHN"
    assert all(-10 <= data["tone"] <= 10 and data["deeds"] > 0 for _, _, data in graph.edges(data=True))


def test_records_go_to_parquet_and_come_back(store: Store, written: Callable[..., Path], tmp_path: Path) -> None:
    again = load(written("parquet"), tmp_path / "again.duckdb")
    for row in store.rows("SELECT id FROM articles WHERE latest"):
        assert record(reading(again, row["id"])) == record(reading(store, row["id"]))
    assert again.rows("SELECT * FROM stories ORDER BY id") == store.rows("SELECT * FROM stories ORDER BY id")


def test_csv_and_lines_hold_the_same(store: Store, written: Callable[..., Path]) -> None:
    path = written("csv,jsonl,stories")
    articles = pd.read_csv(path / "articles.csv")
    records = lines(path / "records.jsonl")
    assert sorted(articles["id"]) == [row["id"] for row in records]
    events = pd.read_csv(path / "events.csv")
    assert len(events) == sum(len(row["events"]) for row in records)
    told = lines(path / "stories.jsonl")
    assert {row["id"] for row in told} == set(stories(store, real=False))
    assert sum(len(row["tellings"]) for row in told) == len(events)


def test_only_what_is_asked_for_is_written(store: Store, written: Callable[..., Path]) -> None:
    path = written("polecat", Question(actor=Who(codes=("CHN",)), type="AID"), per_event=True)
    assert set(table(path / "polecat.tsv")["Actor Country"]) == {"CHN"}
    empty = written("polecat,claims,geojson,graphml,parquet", Question(text="zzzz"))
    assert list(table(empty / "polecat.tsv")) == POLECAT
    assert table(empty / "polecat.tsv").empty
    assert lines(empty / "claims.jsonl") == []


def test_what_a_person_calls_wrong_is_in_no_file(root: Path, tmp_path: Path) -> None:
    made = Store(tmp_path / "own.duckdb", create=True)
    items = read_sources([str(root / "examples" / "id-08-bamako.txt")], defaults=Defaults())
    add(items, made, settings=Settings(read_by="test"), workers=1, command="test")
    link(made)
    wrong, fixed = (row["event_id"] for row in made.rows("SELECT event_id FROM events_flat ORDER BY event_id LIMIT 2"))
    mark(made, wrong, "wrong")
    mark(made, fixed, "corrected", {"status": "happened", "actors": "Fiji", "recipients": ""})
    export(made, Question(), formats=["polecat"], out=tmp_path, per_event=True)
    found = table(tmp_path / "polecat.tsv").set_index("Event ID")
    assert wrong not in found.index
    assert found.loc[fixed, "Actor COW"] == "950"


def test_a_file_may_be_named_where_there_is_one(store: Store, tmp_path: Path) -> None:
    _, files = export(store, Question(), formats=["polecat"], out=tmp_path / "deeds.txt")
    assert [file.name for file in files] == ["deeds.sidecar.jsonl", "deeds.txt"]
    for formats in (["parquet"], ["polecat", "icews"]):
        with pytest.raises(ExportError, match="folder"):
            export(store, Question(), formats=formats, out=tmp_path / "some.txt")


def test_a_place_that_cannot_be_written_is_told(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    with pytest.raises(ExportError, match="cannot be written"):
        export(store, Question(), formats=["polecat", "icews"], out=tmp_path / "file")


def test_an_export_that_fails_leaves_nothing(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tmp_path / "deeds.geojson"
    before.write_text("what was there", encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(FILES["graphml"], "finish", fail)
    with pytest.raises(ExportError, match="the disk is full"):
        export(store, Question(), formats=["geojson", "polecat", "graphml"], out=tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["deeds.geojson"]
    assert before.read_text(encoding="utf-8") == "what was there"


def test_a_store_without_stories_is_told_so(tmp_path: Path) -> None:
    empty = Store(tmp_path / "s.duckdb", create=True)
    with pytest.raises(StoreError, match="saksi link"):
        export(empty, Question(), formats=["polecat"], out=tmp_path)
    assert export(empty, Question(), formats=["polecat"], out=tmp_path, per_event=True)[0] == 0


def test_the_command_line_knows_every_format() -> None:
    assert tuple(FILES) == NAMES
    assert all(issubclass(kind, base.Format) and kind.__doc__ for kind in FILES.values())
