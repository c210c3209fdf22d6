"""Exports: written, and read back by the program that users would use."""

from __future__ import annotations

import csv as stdlib_csv
import json
import sqlite3
import zipfile
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from attrs import evolve

import peaceops as po
import samples
from peaceops import cli
from peaceops.export import FORMATS, csv
from peaceops.export.parquet import write_panel
from peaceops.tables import Column, Table

DS = samples.dataset()
PAYLOADS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "'plain", "x=1", ""]


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    made = {}
    for form in FORMATS:
        folder = tmp_path_factory.mktemp(form)
        po.load().export(str(folder), form)
        made[form] = folder
    return made


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_bytes_every_time(form: str, tmp_path: Path) -> None:
    first = DS.export(str(tmp_path / "one"), form)
    second = DS.export(str(tmp_path / "two"), form)
    assert len(first) == len(second) > 0
    for one, other in zip(first, second, strict=True):
        assert Path(one).name == Path(other).name
        assert Path(one).read_bytes() == Path(other).read_bytes(), one


def test_unknown_formats_are_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="one of: json, csv"):
        DS.export(str(tmp_path), "xlsx")


# --- csv --------------------------------------------------------------------------------------


def test_csv_has_every_row_and_namibia(shipped: dict[str, Path]) -> None:
    for name, table in po.load().tables.items():
        with (shipped["csv"] / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(stdlib_csv.reader(file))
        assert rows[0] == [column.name for column in table.columns]
        assert len(rows) == len(table.rows) + 1
    places = pl.read_csv(shipped["csv"] / "places.csv", infer_schema=False)
    assert {"NA", "NO"} <= set(places["id"])


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_spreadsheet_finds_no_formula_and_programs_get_the_text_back(
    payload: str, tmp_path: Path
) -> None:
    table = Table("t", (Column("id", "text", "text"),), ((payload,),))
    path = csv.write(table, tmp_path / "t.csv")
    with path.open(encoding="utf-8", newline="") as file:
        cell = list(stdlib_csv.reader(file))[1][0]
    assert not cell.startswith(csv.RISKY)
    assert csv.unguarded(cell) == payload


def test_csv_writes_days_truth_values_and_nothing(tmp_path: Path) -> None:
    columns = tuple(Column(name, "text", "x") for name in "abcd")
    table = Table("t", columns, ((date(2014, 6, 30), True, False, None), (-5, 0, "x", None)))
    assert csv.write(table, tmp_path / "t.csv").read_text() == (
        "a,b,c,d\n2014-06-30,true,false,\n-5,0,x,\n"
    )


# --- parquet ----------------------------------------------------------------------------------


def test_parquet_keeps_types(shipped: dict[str, Path]) -> None:
    missions = pl.read_parquet(shipped["parquet"] / "missions.parquet")
    assert len(missions) == len(po.missions)
    row = missions.row(by_predicate=pl.col("id") == "un-minusma", named=True)
    assert row["started_min"] == date(2013, 7, 1)
    assert row["started_precision"] == "day"
    places = pl.read_parquet(shipped["parquet"] / "places.parquet")
    assert {"NA", "NO"} <= set(places["id"])


def test_duckdb_counts_the_same(shipped: dict[str, Path]) -> None:
    import duckdb

    for kind in ("missions", "mandates", "measures", "documents"):
        path = shipped["parquet"] / f"{kind}.parquet"
        (count,) = duckdb.sql(f"SELECT count(*) FROM '{path}'").fetchall()[0]  # noqa: S608
        assert count == len(po.load().tables[kind].rows)


def test_a_partitioned_panel_reads_as_one_table(tmp_path: Path) -> None:
    """DuckDB and Polars see the same rows, types intact."""
    import duckdb

    table = po.load().panel("mission", freq="month", rule="any")
    files = write_panel(table, tmp_path / "panel")
    assert len(files) == len({row[0].year for row in table.rows if isinstance(row[0], date)})
    pattern = f"{tmp_path}/panel/**/*.parquet"
    relation = duckdb.sql(f"SELECT * FROM read_parquet('{pattern}', hive_partitioning = true)")  # noqa: S608
    assert dict(zip(relation.columns, map(str, relation.types), strict=True)) == {
        "period": "DATE", "mission": "VARCHAR", "certain": "BOOLEAN", "year": "BIGINT",
    }  # fmt: skip
    assert len(relation.fetchall()) == len(table.rows)
    frame = pl.read_parquet(pattern, hive_partitioning=True)
    assert frame.schema["period"] == pl.Date()
    assert frame.select("period", "mission", "certain").sort("mission", "period").rows() == sorted(
        table.rows, key=lambda row: (row[1], row[0])
    )


# --- sqlite -----------------------------------------------------------------------------------


def test_sqlite_is_strict_whole_and_answers(shipped: dict[str, Path]) -> None:
    with closing(sqlite3.connect(shipped["sqlite"] / "peaceops.sqlite")) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        listed = connection.execute("PRAGMA table_list")
        strict = {row[1]: row[5] for row in listed if row[2] == "table" and row[1][:7] != "sqlite_"}
        assert set(strict.values()) == {1}
        assert set(strict) == {"records", *po.load().tables}
        (count,) = connection.execute("SELECT count(*) FROM mandates").fetchone()
        assert count == len(po.load().tables["mandates"].rows)
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("UPDATE missions SET kind = 'war' WHERE id = 'un-minusma'")
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("UPDATE mandates SET document = 'S/RES/0 (1900)'")
    about = json.loads((shipped["sqlite"] / "metadata.json").read_text())
    columns = about["databases"]["peaceops"]["tables"]["missions"]["columns"]
    assert columns["name"] == "official name in English"


def test_sqlite_of_a_day_keeps_its_links(tmp_path: Path) -> None:
    po.load().at("2014-06-30").export(str(tmp_path), "sqlite")
    with closing(sqlite3.connect(tmp_path / "peaceops.sqlite")) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        (count,) = connection.execute("SELECT count(*) FROM missions").fetchone()
        assert count == len(po.missions.active_on("2014-06-30"))


def test_names_with_quotes_are_text_in_sqlite(tmp_path: Path) -> None:
    evil = "Robert'); DROP TABLE missions;--"
    samples.put("missions", "un-example", name=evil).export(str(tmp_path), "sqlite")
    with closing(sqlite3.connect(tmp_path / "peaceops.sqlite")) as connection:
        query = "SELECT name FROM missions WHERE id = 'un-example'"
        assert connection.execute(query).fetchone() == (evil,)


# --- data package, JSON-LD, FollowTheMoney ----------------------------------------------------


def test_frictionless_accepts_the_data_package(shipped: dict[str, Path]) -> None:
    import frictionless

    report = frictionless.validate(str(shipped["datapackage"] / "datapackage.json"))
    assert report.valid, report.flatten(["type", "note"])[:5]
    assert len(report.tasks) == len(po.load().tables)


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_rdflib_reads_the_json_ld(shipped: dict[str, Path]) -> None:
    import rdflib

    graph = rdflib.Graph().parse(shipped["jsonld"] / "peaceops.jsonld")
    schema = rdflib.Namespace("https://schema.org/")
    prov = rdflib.Namespace("http://www.w3.org/ns/prov#")
    mission = rdflib.URIRef("urn:peaceops:missions:un-minusma")
    assert str(graph.value(mission, schema.foundingDate)) == "2013-04-25"
    source = rdflib.URIRef("urn:peaceops:documents:S%2FRES%2F2100%20%282013%29")
    assert (mission, prov.wasDerivedFrom, source) in graph
    assert str(graph.value(source, schema.identifier)) == "S/RES/2100 (2013)"
    assert len(set(graph.subjects(schema.foundingDate))) == sum(
        mission.established is not None for mission in po.missions
    )


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_a_catalogue_finds_the_dataset_and_sparql_the_sources(shipped: dict[str, Path]) -> None:
    """What a catalogue asks (DCAT, schema.org) and what a reader asks (PROV), as SPARQL."""
    import rdflib

    graph = rdflib.Graph().parse(shipped["jsonld"] / "peaceops.jsonld")
    names = {
        "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/",
        "prov": "http://www.w3.org/ns/prov#", "s": "https://schema.org/",
    }  # fmt: skip
    namespaces = {name: rdflib.Namespace(address) for name, address in names.items()}
    asked = "SELECT ?v ?l ?i WHERE { ?d a dcat:Dataset, s:Dataset ; s:version ?v ; dct:license ?l ; s:identifier ?i }"
    ((version, licence, fingerprint),) = graph.query(asked, initNs=namespaces)
    assert str(version) == po.__version__
    assert str(licence) == "https://creativecommons.org/licenses/by/4.0/"
    assert str(fingerprint) == po.load().fingerprint
    asked = """
        SELECT DISTINCT ?symbol WHERE {
            <urn:peaceops:missions:un-minusma> prov:wasDerivedFrom ?source .
            ?source a s:CreativeWork ; s:identifier ?symbol
        }"""
    found = {str(symbol) for (symbol,) in graph.query(asked, initNs=namespaces)}
    mission = po.missions["un-minusma"]
    assert found >= {mandate.document for mandate in mission.mandates}
    assert found >= {citation.document for citation in mission.citations}


def test_follow_the_money_accepts_every_entity(shipped: dict[str, Path]) -> None:
    from followthemoney import model

    entities = {}
    for line in (shipped["ftm"] / "peaceops.ftm.json").read_text(encoding="utf-8").splitlines():
        proxy = model.get_proxy(json.loads(line))
        entities[proxy.id] = proxy
    assert len(entities) == sum(
        len(po.load().collection(kind))
        for kind in ("missions", "regimes", "projects", "organizations")
    )
    minusma = entities["peaceops-un-minusma"]
    assert minusma.first("incorporationDate") == "2013-04-25"
    assert minusma.first("country") == "ml"
    assert entities["peaceops-un-yemen-2014"].first("programId") == "UN-SC2140"


def test_json_comes_back_as_the_same_records(shipped: dict[str, Path]) -> None:
    from peaceops.codec import structure
    from peaceops.kinds import KINDS

    for kind in KINDS:
        raw = json.loads((shipped["json"] / f"{kind}.json").read_text(encoding="utf-8"))
        assert [structure(kind, item) for item in raw] == list(po.load().collection(kind))


def test_jsonschema_accepts_every_record_and_refuses_others(shipped: dict[str, Path]) -> None:
    import jsonschema

    from peaceops.kinds import KINDS

    schema = json.loads((shipped["json"] / "schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    for kind in KINDS:
        validator = jsonschema.Draft202012Validator({**schema, "$ref": f"#/$defs/{kind}"})
        records = json.loads((shipped["json"] / f"{kind}.json").read_text(encoding="utf-8"))
        assert not [error.message for error in validator.iter_errors(records)][:3]
        for wrong in ({**records[0], "nonsense": 1}, {**records[0], "id": 5}, {}):
            assert list(validator.iter_errors([wrong])), kind


# --- differences ------------------------------------------------------------------------------


def _changed(**fields: Any) -> po.Dataset:
    return samples.put("missions", "un-example", **fields)


def test_equal_datasets_do_not_differ() -> None:
    found = po.diff(DS, samples.dataset())
    assert found.changes == ()
    assert found.bump == "none"
    assert "No change." in found.to_markdown()


def test_a_correction_is_a_patch() -> None:
    found = po.diff(DS, _changed(started=po.Date.parse("2013-07-02")))
    assert [str(change) for change in found.changes] == [
        "missions/un-example $.started: 2013-07-01 -> 2013-07-02"
    ]
    assert found.bump == "patch"
    assert str(found).endswith("1 changes, asking for: patch")


def test_parts_are_paired_by_id() -> None:
    mission = DS.missions["un-example"]
    data = _changed(mandates=mission.mandates[1:], aliases=("Another",))
    paths = {change.path: (change.old, change.new) for change in po.diff(DS, data).changes}
    assert paths["$.mandates[un-example/s-res-2100-2013]"] == ("un-example/s-res-2100-2013", None)
    assert paths["$.aliases[Example mission]"] == ("Example mission", None)
    assert paths["$.aliases[Another]"] == (None, "Another")
    assert len(paths) == 3


def test_new_lost_and_retired_records() -> None:
    tables = samples.records()
    del tables["missions"]["un-before"]
    without = samples.dataset(tables)
    assert [str(c) for c in po.diff(without, DS).changes] == ["added missions/un-before"]
    assert po.diff(without, DS).bump == "minor"
    assert po.diff(DS, without).bump == "major"
    data = samples.put("missions", "un-before", review=po.Review.RETIRED, retired_for="un-example")
    found = po.diff(DS, data)
    assert found.changes[0].what == "retired"
    assert found.bump == "minor"
    assert "- retired: 1 missions: `un-before`" in found.to_markdown()


@pytest.mark.parametrize(
    ("old", "version", "allowed"),
    [
        ("1.0.0", "1.0.1", False), ("1.0.0", "1.1.0", True), ("1.0.0", "2.0.0", True),
        ("1.2.3", "1.2.3", False), ("1.2.3", "1.1.9", False), ("0.1.0", "0.2.0", True),
    ],
)  # fmt: skip
def test_ci_can_refuse_too_small_a_step(old: str, version: str, allowed: bool) -> None:
    tables = samples.records()
    del tables["missions"]["un-before"]
    found = evolve(po.diff(samples.dataset(tables), DS), old=old)
    assert found.allows(version) is allowed


def test_before_one_zero_a_minor_version_may_break() -> None:
    tables = samples.records()
    del tables["missions"]["un-before"]
    found = po.diff(DS, samples.dataset(tables))
    assert found.bump == "major"
    assert evolve(found, old="0.1.0").allows("0.2.0")
    assert not evolve(found, old="0.1.0").allows("0.1.1")
    assert not evolve(found, old="1.1.0").allows("1.2.0")
    with pytest.raises(ValueError, match=r"such as 1\.2\.3"):
        found.allows("new")


# --- other releases, on the command line ------------------------------------------------------


@pytest.fixture
def compiled(tmp_path: Path) -> Path:
    """The shipped data as a compiled file of an older release, one mission less."""
    path = tmp_path / "_data.jsonl"
    path.write_bytes(samples.compiled_release("0.0.9", without="un-unmogip"))
    return path


def test_diff_with_another_release(
    compiled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["diff", str(compiled)]) == 0
    assert capsys.readouterr().out == ("added missions/un-unmogip\n1 changes, asking for: minor\n")
    assert cli.main(["diff", str(compiled), "--markdown", "--allows", "0.0.10"]) == 1
    out, err = capsys.readouterr()
    assert "- added: 1 missions: `un-unmogip`" in out
    assert "0.0.10 is too small a step from 0.0.9" in err
    assert cli.main(["diff", str(compiled), "--json", "--allows", "0.1.0"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["bump"], found["changes"][0]["bump"]) == ("minor", "minor")
    wheel = tmp_path / "peaceops-0.0.9-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as file:
        file.write(compiled, "peaceops/_data.jsonl")
    assert po.open_release(wheel) == po.open_release(compiled)
    assert po.open_release(compiled).version == "0.0.9"


def test_releases_that_are_none_are_refused(tmp_path: Path) -> None:
    wrong = tmp_path / "x.whl"
    wrong.write_bytes(b"no zip")
    with pytest.raises(po.Tampered, match="is no wheel"):
        po.open_release(wrong)
    (tmp_path / "missions").mkdir()
    (tmp_path / "missions" / "a.yaml").write_text("id: [")
    with pytest.raises(po.DataError):
        po.open_release(tmp_path)
    with pytest.raises(po.DataError, match="no compiled data file"):
        po.open_release(tmp_path / "nothing.jsonl")


def test_cite_and_panel_on_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["cite"]) == 0
    assert po.load().version in capsys.readouterr().out
    assert cli.main(["cite", "MINUSMA", "--form", "bibtex"]) == 0
    assert "@misc{s-res-2100-2013," in capsys.readouterr().out
    path = tmp_path / "panel.csv"
    assert cli.main(["panel", "mission", "--freq", "month", str(path)]) == 0
    rows = len(po.load().panel("mission", freq="month", rule="any").rows)
    assert capsys.readouterr().out == f"{path}: {rows} rows\n"
    assert len(pl.read_csv(path)) == rows
    assert cli.main(["panel", "regime", "--freq", "year", str(tmp_path / "parts")]) == 0
    assert list((tmp_path / "parts").glob("year=*/*.parquet"))
