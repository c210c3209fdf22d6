"""Export as Croissant: Parquet files, and what machines that load data sets need to know of them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from peaceops.dataset import Dataset
from peaceops.export import parquet
from peaceops.tables import Column, Table

_TYPES = {
    "text": "sc:Text",
    "code": "sc:Text",
    "date": "sc:Date",
    "integer": "sc:Integer",
    "boolean": "sc:Boolean",
}
_CONTEXT: dict[str, object] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "rai": "http://mlcommons.org/croissant/RAI/",
    "sc": "https://schema.org/",
}
_CONTEXT |= {
    name: f"cr:{name}"
    for name in (
        "citeAs", "column", "equivalentProperty", "extract", "field", "fileObject",
        "fileProperty", "fileSet", "format", "includes", "isLiveDataset", "jsonPath", "key",
        "md5", "parentField", "path", "recordSet", "references", "regex", "repeated", "replace",
        "samplingRate", "separator", "source", "subField", "transform",
    )
}  # fmt: skip
"""The context of Croissant 1.0, whole: readers warn of any other."""


def export(dataset: Dataset, folder: Path) -> tuple[Path, ...]:
    """Write ``<table>.parquet`` for every table and ``croissant.json`` (needs ``peaceops[arrow]``).

    The files are Parquet and not CSV, since readers of CSV take Namibia's NA for a missing value.
    Each is named with its size and SHA-256; each table is a record set, each column a typed field.
    """
    written = parquet.export(dataset, folder)
    tables = dataset.tables
    about = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": "peaceops",
        "description": "Multilateral missions, mandates, sanctions regimes and projects against "
        "organized crime, each fact with its source",
        "version": dataset.version,
        "datePublished": dataset.data_date,
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "citeAs": dataset.cite("bibtex"),
        "creator": {"@type": "sc:Organization", "name": "The peaceops developers"},
        "distribution": [_file(path) for path in written],
        "recordSet": [
            _record_set(table, path) for table, path in zip(tables.values(), written, strict=True)
        ],
    }
    path = folder / "croissant.json"
    text = json.dumps(about, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
    return (*written, path)


def _file(path: Path) -> dict[str, object]:
    content = path.read_bytes()
    return {
        "@type": "cr:FileObject",
        "@id": path.name,
        "name": path.name,
        "contentUrl": path.name,
        "contentSize": f"{len(content)} B",
        "encodingFormat": "application/x-parquet",
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def _record_set(table: Table, path: Path) -> dict[str, object]:
    made: dict[str, object] = {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "field": [_field(table, column, path) for column in table.columns],
    }
    if any(column.name == "id" for column in table.columns):
        made["key"] = {"@id": f"{table.name}/id"}
    return made


def _field(table: Table, column: Column, path: Path) -> dict[str, object]:
    # No "references": readers join on them, and our records refer to each other in circles.
    refers = f"; an id of {column.refers}" if column.refers else ""
    return {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": column.name,
        "description": f"{column.about}{refers}",
        "dataType": _TYPES[column.type],
        "source": {"fileObject": {"@id": path.name}, "extract": {"column": column.name}},
    }
