"""Export as SQLite: strict tables, foreign keys, and what Datasette shows beside them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

from peaceops.dataset import Dataset
from peaceops.kinds import KINDS
from peaceops.tables import Cell, Column, Table

_TYPES = {
    "text": "TEXT",
    "code": "TEXT",
    "date": "TEXT",
    "integer": "INTEGER",
    "boolean": "INTEGER",
}


def export(dataset: Dataset, folder: Path) -> tuple[Path, ...]:
    """Write ``peaceops.sqlite`` and ``metadata.json`` for Datasette.

    The table ``records`` holds the id of every record of the whole dataset with its kind; other
    tables refer to it, so that an id leads somewhere even where the file holds the view of a day.
    Days are text (YYYY-MM-DD), truth values 0 and 1, codes checked against their vocabulary.
    """
    path = folder / "peaceops.sqlite"
    path.unlink(missing_ok=True)
    tables = dataset.tables
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("CREATE TABLE records (id TEXT PRIMARY KEY, kind TEXT NOT NULL) STRICT")
        rows = ((key, kind) for kind in KINDS for key in dataset.whole.collection(kind).ids)
        connection.executemany("INSERT INTO records VALUES (?, ?)", rows)
        for table in tables.values():
            connection.execute(_create(table))
            if table.rows:
                marks = ", ".join("?" * len(table.columns))
                connection.executemany(
                    f"INSERT INTO {_name(table.name)} VALUES ({marks})",  # noqa: S608 - names are ours
                    (tuple(map(_cell, row)) for row in table.rows),
                )
        connection.commit()
    about = folder / "metadata.json"
    about.write_text(
        json.dumps(_metadata(dataset, tables), ensure_ascii=False, indent=1) + "\n",
        encoding="utf-8", newline="\n",
    )  # fmt: skip
    return path, about


def _create(table: Table) -> str:
    return f"CREATE TABLE {_name(table.name)} (\n  {', '.join(_columns(table))}\n) STRICT"


def _columns(table: Table) -> Iterator[str]:
    top = table.name in KINDS
    for column in table.columns:
        words = [_name(column.name), _TYPES[column.type]]
        if column.name == "id":
            words.append("PRIMARY KEY")
        if column.refers or column.name == "owner" or (top and column.name == "id"):
            words.append("REFERENCES records(id)")
        if column.codes:
            words.append(_check(column))
        if column.type == "boolean":
            words.append(f"CHECK ({_name(column.name)} IN (0, 1))")
        yield " ".join(words)


def _check(column: Column) -> str:
    codes = ", ".join("'" + code.replace("'", "''") + "'" for code in column.codes)
    return f"CHECK ({_name(column.name)} IN ({codes}))"


def _name(name: str) -> str:
    return f'"{name}"'


def _cell(cell: Cell) -> str | int | None:
    return cell.isoformat() if isinstance(cell, date) else cell


def _metadata(dataset: Dataset, tables: dict[str, Table]) -> dict[str, object]:
    return {
        "title": f"peaceops {dataset.version}",
        "description": f"Data of {dataset.data_date}, fingerprint {dataset.fingerprint}.",
        "license": "CC BY 4.0",
        "license_url": "https://creativecommons.org/licenses/by/4.0/",
        "databases": {
            "peaceops": {
                "tables": {
                    name: {"columns": {column.name: column.about for column in table.columns}}
                    for name, table in tables.items()
                }
            }
        },
    }
