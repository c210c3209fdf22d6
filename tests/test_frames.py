"""Flat tables and frames: fixed schemas whose types survive."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import peaceops as po
import samples
from peaceops import tables
from peaceops.kinds import KINDS

DS = samples.dataset()


def test_every_part_of_every_record_is_in_a_table() -> None:
    """Rows add up: one per record, one per part, each with the id of what holds it."""
    made = DS.tables
    assert len(made["missions"].rows) == 2
    assert len(made["mandates"].rows) == 3
    assert len(made["tasks"].rows) == 5
    assert len(made["citations"].rows) == 6
    owners = {row[0] for row in made["citations"].rows}
    assert owners == {"un-example", "un-example-2017", "unodc-example"}
    assert ("un-example", "un-example", 0, "ML") in made["missions_places"].rows
    parents = {row[1] for row in made["tasks"].rows}
    assert "un-example/s-res-2100-2013" in parents


def test_schemas_do_not_depend_on_the_data() -> None:
    empty = samples.dataset({kind: {} for kind in KINDS}).tables
    full = DS.tables
    assert {name: table.columns for name, table in empty.items()} == {
        name: table.columns for name, table in full.items()
    }
    assert all(not table.rows for table in empty.values())
    assert all(len(row) == len(table.columns) for table in full.values() for row in table.rows)
    names = [column.name for column in full["missions"].columns]
    assert names[:2] == ["id", "acronym"]
    assert all(column.about for table in full.values() for column in table.columns)


def test_keys_are_unique_and_links_lead_somewhere() -> None:
    made = po.load().tables
    ids = {}
    for name, table in made.items():
        columns = [column.name for column in table.columns]
        if "id" in columns:
            keys = [row[columns.index("id")] for row in table.rows]
            assert len(set(keys)) == len(keys), name
            ids[name] = set(keys)
    everything = set().union(*ids.values())
    for table in made.values():
        columns = [column.name for column in table.columns]
        if "owner" in columns:
            assert {row[columns.index("parent")] for row in table.rows} <= everything


def test_dates_keep_their_precision() -> None:
    frame = DS.projects.to_pandas().set_index("id")
    row = frame.loc["unodc-example"]
    assert row["span_start"] == "2014"
    assert row["span_start_precision"] == "year"
    assert row["span_start_min"] == pd.Timestamp("2014-01-01")
    assert row["span_end_max"] == pd.Timestamp("2016-05-31")
    assert pd.isna(row["span_open_end"])


@pytest.mark.parametrize("kind", [*KINDS, "mandates", "tasks", "measures"])
def test_frames_of_every_collection(kind: str) -> None:
    """pandas, polars and Arrow hold the same rows under the same columns."""
    collection: Any = DS.collection(kind)
    pandas, polars, arrow = collection.to_pandas(), collection.to_polars(), collection.to_arrow()
    assert len(pandas) == len(polars) == len(arrow) == len(collection)
    assert list(pandas.columns) == polars.columns == arrow.column_names
    assert list(pandas["id"]) == polars["id"].to_list() == list(collection.ids)
    assert arrow.column("id").to_pylist() == list(collection.ids)
    empty: Any = collection.where(lambda _: False)
    assert list(empty.to_pandas().dtypes) == list(pandas.dtypes)
    assert empty.to_polars().schema == polars.schema
    assert empty.to_arrow().schema == arrow.schema


def test_codes_are_never_missing_values_or_numbers() -> None:
    """Norway's NO, Namibia's NA and Afghanistan's 004 come back as they went in."""
    codes = po.load().tables["codes"]
    pandas = codes.to_pandas()
    for place, value in (("NA", "NA"), ("NO", "NO"), ("AF", "004")):
        assert value in set(pandas.loc[pandas["owner"] == place, "value"])
    assert pandas["value"].isna().sum() == 0
    polars = codes.to_polars()
    assert "NA" in polars.filter(pl.col("owner") == "NA")["value"].to_list()
    assert codes.to_arrow().schema.field("value").type == pa.string()


def test_types() -> None:
    missions = DS.missions
    types = dict(zip(missions.to_pandas().columns, missions.to_pandas().dtypes, strict=True))
    assert str(types["kind"]) == "category"
    assert str(types["name"]) == "string"
    assert str(types["started_min"]) == "datetime64[s]"
    assert missions.to_polars().schema["started_min"] == pl.Date
    assert missions.to_arrow().column("started_min").to_pylist()[1] == date(2013, 7, 1)
    field = missions.to_arrow().schema.field("started")
    assert b"deployment" in field.metadata[b"about"]


@pytest.mark.parametrize(
    ("record", "name"),
    [
        (po.Mission, "missions"),
        (po.SanctionsRegime, "regimes"),
        (po.MonitoringBody, "monitoring_bodies"),
        (po.Criterion, "criteria"),
        (po.ExternalId, "external_ids"),
        (po.NameUse, "name_uses"),
        (po.Task, "tasks"),
    ],
)
def test_names_of_tables(record: type, name: str) -> None:
    assert tables.table_name(record) == name
