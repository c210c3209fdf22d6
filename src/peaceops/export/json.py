"""Export as JSON: one file per kind, an array of records with every derived field, and a schema."""

from __future__ import annotations

import json
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_origin

import attrs

from peaceops.codec import to_plain
from peaceops.dataset import Dataset
from peaceops.dates import Date
from peaceops.kinds import KINDS, record_class

DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?$"
"""How a date is written: EDTF, as precise as its source."""


def export(dataset: Dataset, folder: Path) -> tuple[Path, ...]:
    """Write ``<kind>.json`` for every kind, ``schema.json``, and ``dataset.json`` about them.

    In a view of a day the files hold the records that were at work or existed then, each whole,
    with its history. ``schema.json`` (JSON Schema 2020-12) defines every record; the array of a
    kind is ``schema.json#/$defs/<kind>``. Returns the files written.
    """
    written: list[Path] = []
    for kind in KINDS:
        records = [to_plain(record) for record in dataset.collection(kind)]
        written.append(_write(folder / f"{kind}.json", records))
    about = {
        "name": "peaceops",
        "version": dataset.version,
        "data_date": dataset.data_date,
        "as_of": None if dataset.as_of is None else dataset.as_of.isoformat(),
        "fingerprint": dataset.fingerprint,
        "licence": "CC BY 4.0",
        "files": {path.stem: path.name for path in written},
    }
    written.append(_write(folder / "schema.json", json_schema()))
    written.append(_write(folder / "dataset.json", about))
    return tuple(written)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of all records, made from the model."""
    defs: dict[str, Any] = {}
    for kind, name in KINDS.items():
        _define(record_class(name), defs)
        defs[kind] = {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "peaceops",
        "$defs": defs,
    }


def _define(record: type, defs: dict[str, Any]) -> None:
    if record.__name__ in defs:
        return
    made: dict[str, Any] = {"type": "object", "additionalProperties": False}
    defs[record.__name__] = made
    attrs.resolve_types(record)
    properties = {}
    for attribute in attrs.fields(record):
        properties[attribute.name] = _schema_of(attribute.type, defs)
        about = attribute.metadata.get("about")
        if about:
            properties[attribute.name]["description"] = about
    made["properties"] = properties
    made["required"] = [a.name for a in attrs.fields(record) if a.default is attrs.NOTHING]


def _schema_of(kind: Any, defs: dict[str, Any]) -> dict[str, Any]:
    inner = [item for item in get_args(kind) if item is not type(None)]
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _schema_of(inner[0], defs)}
    if inner:
        return _schema_of(inner[0], defs)
    if kind is Date:
        return {"type": "string", "pattern": DATE}
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {"type": "string", "enum": [member.value for member in kind]}
    if attrs.has(kind):
        _define(kind, defs)
        return {"$ref": f"#/$defs/{kind.__name__}"}
    return {"type": {str: "string", int: "integer", bool: "boolean"}[kind]}


def _write(path: Path, value: object) -> Path:
    text = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
    return path
