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
from peaceops.progress import track
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

    The table ``records`` holds the id of every record of the whole dataset with its kind and its
    name; other tables refer to it, so that an id leads somewhere even where the file holds the
    view of a day, and Datasette shows the name for the id.
    Days are text (YYYY-MM-DD), truth values 0 and 1, codes checked against their vocabulary.
    """
    path = folder / "peaceops.sqlite"
    path.unlink(missing_ok=True)
    tables = dataset.tables
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(
            "CREATE TABLE records "
            "(id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL) STRICT"
        )
        connection.executemany("INSERT INTO records VALUES (?, ?, ?)", _records(dataset.whole))
        for table in track(tables.values(), "sqlite"):
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


def _records(dataset: Dataset) -> Iterator[tuple[str, str, str]]:
    for kind in KINDS:
        for record in dataset.collection(kind):
            name = getattr(record, "acronym", None) or getattr(record, "name", record.id)
            yield record.id, kind, name


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
    """Describe the file for Datasette: titles, licence, source, every column, questions."""
    on = f", as of {dataset.as_of}" if dataset.as_of is not None else ""
    source = {
        "license": "CC BY 4.0",
        "license_url": "https://creativecommons.org/licenses/by/4.0/",
        "source": f"peaceops {dataset.version}, fingerprint {dataset.fingerprint[:16]}",
    }
    described = {
        name: {
            "title": name.replace("_", " ").capitalize(),
            "columns": {column.name: column.about for column in table.columns},
        }
        for name, table in tables.items()
    }
    for kind in KINDS:
        described[kind]["label_column"] = "id"
    records = {
        "title": "Records",
        "description": "The id, kind and name of every record; all other tables lead here.",
        "columns": {"id": "id of the record", "kind": "its kind", "name": "its acronym or name"},
        "label_column": "name",
    }
    queries = {name: {"title": title, "sql": sql} for name, title, sql in _QUERIES}
    return {
        "title": f"peaceops {dataset.version}",
        "description": f"Data of {dataset.data_date}{on}, fingerprint {dataset.fingerprint}.",
        **source,
        "databases": {
            "peaceops": {**source, "tables": {"records": records, **described}, "queries": queries}
        },
    }


_QUERIES = (
    (
        "tasks_against",
        "Who was asked to act against a crime, in which paragraph, in what words",
        "SELECT records.name AS who, tasks.owner, tasks.document, tasks.at, tasks.activity, "
        "tasks.strength, tasks.quote FROM tasks "
        "JOIN tasks_crimes ON tasks_crimes.parent = tasks.id "
        "JOIN records ON records.id = tasks.owner "
        "WHERE tasks_crimes.value = :crime ORDER BY tasks.document, tasks.at",
    ),
    (
        "active_on",
        "Missions that may have been at work on a day",
        "SELECT id, acronym, name, coalesce(started, established) AS since, ended FROM missions "
        "WHERE coalesce(started_min, established_min, '') <= :day "
        "AND coalesce(ended_max, known_until_max, '9999') >= :day ORDER BY id",
    ),
)
"""Questions that Datasette shows beside the tables: name, title, SQL."""
