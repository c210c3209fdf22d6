"""Export as a Frictionless data package (version 2): CSV files and what their columns mean."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from peaceops.dataset import Dataset
from peaceops.export import csv
from peaceops.kinds import KINDS
from peaceops.progress import track
from peaceops.tables import Column, Table

_TYPES = {"text": "string", "code": "string", "date": "date", "integer": "integer",
          "boolean": "boolean"}  # fmt: skip


def export(dataset: Dataset, folder: Path) -> tuple[Path, ...]:
    """Write ``<table>.csv`` for every table and ``datapackage.json``.

    The files are for programs: text stands as it is, without the guard of the CSV export.
    """
    written: list[Path] = []
    resources: list[dict[str, object]] = []
    for table in track(dataset.tables.values(), "datapackage"):
        path = csv.write(table, folder / f"{table.name}.csv", guard=False)
        written.append(path)
        resources.append(_resource(table, path))
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "peaceops",
        "title": "Multilateral missions, mandates, sanctions regimes and projects",
        "version": dataset.version,
        "created": f"{dataset.data_date}T00:00:00Z",
        "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
        "resources": resources,
    }
    path = folder / "datapackage.json"
    text = json.dumps(package, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
    return (*written, path)


def _resource(table: Table, path: Path) -> dict[str, object]:
    content = path.read_bytes()
    schema: dict[str, object] = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
    }
    if any(column.name == "id" for column in table.columns):
        schema["primaryKey"] = ["id"]
    keys = [
        {"fields": [column.name], "reference": {"resource": column.refers, "fields": ["id"]}}
        for column in table.columns
        if column.refers in KINDS
    ]
    if keys:
        schema["foreignKeys"] = keys
    return {
        "name": table.name.replace("_", "-"),
        "type": "table",
        "path": path.name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, object]:
    made: dict[str, object] = {
        "name": column.name,
        "type": _TYPES[column.type],
        "description": column.about,
    }
    constraints: dict[str, object] = {}
    if column.codes:
        constraints["enum"] = list(column.codes)
    if column.name == "id":
        constraints["required"] = True
    if constraints:
        made["constraints"] = constraints
    return made
