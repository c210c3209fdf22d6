"""Every table comes back from every format, cell by cell, through the program that reads it."""

from __future__ import annotations

import asyncio
import csv as stdlib_csv
import json
import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import peaceops as po
from peaceops.export import csv
from peaceops.tables import Cell, Column, Table

FEW = 3000
"""Readers that take a second for a few thousand rows read whole tables up to this size."""


@cache
def tables() -> dict[str, Table]:
    return po.load().tables


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Write a format once, when the first test asks for it."""

    @cache
    def write(form: str) -> Path:
        folder = tmp_path_factory.mktemp(form)
        po.load().export(str(folder), form)
        return folder

    return write


def test_csv(written: Callable[[str], Path]) -> None:
    def cell(text: str, column: Column) -> Cell:
        if text == "":
            return None
        readers: dict[str, Any] = {
            "integer": int, "boolean": {"true": True, "false": False}.__getitem__,
            "date": date.fromisoformat,
        }  # fmt: skip
        return readers.get(column.type, csv.unguarded)(text)

    for name, table in tables().items():
        with (written("csv") / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            _, *rows = stdlib_csv.reader(file)
        found = tuple(tuple(map(cell, row, table.columns)) for row in rows)
        assert found == table.rows, name


def test_parquet(written: Callable[[str], Path]) -> None:
    from pyarrow import parquet

    for name, table in tables().items():
        read = parquet.read_table(written("parquet") / f"{name}.parquet")
        columns = [read.column(column.name).to_pylist() for column in table.columns]
        assert tuple(zip(*columns, strict=True)) == table.rows, name
        about = {field.name: field.metadata[b"about"].decode() for field in read.schema}
        assert about == {column.name: column.about for column in table.columns}


def test_sqlite(written: Callable[[str], Path]) -> None:
    def cell(value: Any, column: Column) -> Cell:
        if value is None:
            return None
        readers: dict[str, Any] = {"boolean": bool, "date": date.fromisoformat}
        return readers.get(column.type, type(value))(value)

    with closing(sqlite3.connect(written("sqlite") / "peaceops.sqlite")) as connection:
        for name, table in tables().items():
            rows = connection.execute(f'SELECT * FROM "{name}" ORDER BY rowid').fetchall()  # noqa: S608
            found = tuple(tuple(map(cell, row, table.columns)) for row in rows)
            assert found == table.rows, name


def test_frictionless(written: Callable[[str], Path]) -> None:
    from frictionless import Package

    package = Package(str(written("datapackage") / "datapackage.json"))
    assert {resource.name for resource in package.resources} == {
        name.replace("_", "-") for name in tables()
    }
    for name, table in tables().items():
        if len(table.rows) <= FEW:
            resource = package.get_resource(name.replace("_", "-"))
            with resource.open() as source:
                assert tuple(tuple(row.values()) for row in source.row_stream) == table.rows, name


# --- Croissant --------------------------------------------------------------------------------


@pytest.fixture
def warned(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    caplog.set_level(logging.WARNING)
    yield caplog
    assert caplog.messages == []


@pytest.mark.filterwarnings("ignore:The inplace keyword")  # of pandas 3, in mlcroissant
@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_croissant(written: Callable[[str], Path], warned: pytest.LogCaptureFixture) -> None:
    """Validated without an error or a warning; types and missing values intact."""
    import mlcroissant

    data = mlcroissant.Dataset(jsonld=str(written("croissant") / "croissant.json"))
    assert list(data.metadata.ctx.issues.errors) == []
    assert data.metadata.version == po.__version__
    assert {record_set.id for record_set in data.metadata.record_sets} == set(tables())
    for name, table in tables().items():
        if 0 < len(table.rows) <= FEW:
            rows = [
                tuple(_plain(record[f"{name}/{column.name}"]) for column in table.columns)
                for record in data.records(record_set=name)
            ]
            assert tuple(rows) == table.rows, name


def _plain(value: Any) -> Cell:
    if isinstance(value, bytes):
        return value.decode()
    found: Cell = value.date() if hasattr(value, "date") else value
    return found


def test_croissant_names_the_bytes_of_each_file(written: Callable[[str], Path]) -> None:
    import hashlib

    about = json.loads((written("croissant") / "croissant.json").read_text(encoding="utf-8"))
    assert len(about["distribution"]) == len(tables())
    for file in about["distribution"]:
        content = (written("croissant") / file["contentUrl"]).read_bytes()
        assert file["sha256"] == hashlib.sha256(content).hexdigest()
        assert file["contentSize"] == f"{len(content)} B"


# --- Datasette --------------------------------------------------------------------------------


def _ask(folder: Path, *addresses: str) -> list[Any]:
    """Serve the file in this process, without a port, and return what the addresses answer."""
    from datasette.app import Datasette

    metadata = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))

    async def answers() -> list[Any]:
        server = Datasette([str(folder / "peaceops.sqlite")], metadata=metadata)
        try:
            return [await server.client.get(address) for address in addresses]
        finally:
            for database in server.databases.values():
                database.close()

    found = asyncio.run(answers())
    assert [answer.status_code for answer in found] == [200] * len(addresses)
    return found


def test_datasette_shows_titles_sources_and_names(written: Callable[[str], Path]) -> None:
    home, table, record = _ask(
        written("sqlite"), "/", "/peaceops/missions?_size=1", "/peaceops/records/un-minusma"
    )
    assert f"peaceops {po.__version__}" in home.text
    assert "CC BY 4.0" in table.text
    assert f"fingerprint {po.load().fingerprint[:16]}" in table.text
    assert "official name in English" in table.text  # what a column means
    assert "/peaceops/mandates?owner=un-minusma" in record.text  # an id leads to all about it


def test_datasette_answers_questions(written: Callable[[str], Path]) -> None:
    mandates, tasks, *days = _ask(
        written("sqlite"),
        "/peaceops/mandates.json?owner=un-minusma&_labels=on&_shape=array&_size=max",
        "/peaceops/tasks_against.json?crime=arms-trafficking&_shape=array",
        *(
            f"/peaceops/active_on.json?day={day}&_shape=array"
            for day in ("1948-06-01", "1995-01-01", "2014-06-30", "2026-06-30")
        ),
    )
    rows = mandates.json()
    assert len(rows) == len(po.mandates.of("un-minusma"))
    assert {row["owner"]["label"] for row in rows} == {"MINUSMA"}
    assert {"MINUSMA"} <= {row["who"] for row in tasks.json()}
    assert len(tasks.json()) == len(po.tasks.countering(po.CrimeType.ARMS_TRAFFICKING))
    for answer, day in zip(
        days, ("1948-06-01", "1995-01-01", "2014-06-30", "2026-06-30"), strict=True
    ):
        assert [row["id"] for row in answer.json()] == list(po.missions.active_on(day).ids), day


def test_datasette_knows_the_day_of_a_view(tmp_path: Path) -> None:
    po.load().at("2014-06-30").export(str(tmp_path), "sqlite")
    home, missions = _ask(tmp_path, "/peaceops", "/peaceops/missions.json?_shape=array&_size=max")
    assert "as of 2014-06-30" in json.loads((tmp_path / "metadata.json").read_text())["description"]
    assert "Who was asked to act against a crime" in home.text
    assert len(missions.json()) == len(po.missions.active_on("2014-06-30"))


def test_an_empty_table_is_a_table(written: Callable[[str], Path]) -> None:
    """A format that leaves a table out would look like one without such records."""
    empty = [name for name, table in tables().items() if not table.rows]
    for name in empty:
        assert isinstance(tables()[name], Table)
        assert (written("parquet") / f"{name}.parquet").is_file()
        assert (written("csv") / f"{name}.csv").read_text().count("\n") == 1
