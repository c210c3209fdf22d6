"""Export as CSV: one file per table, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from peaceops.dataset import Dataset
from peaceops.progress import track
from peaceops.tables import Cell, Table

RISKY = ("=", "+", "-", "@", "\t", "\r")
"""First characters by which a spreadsheet takes text for a formula."""


def export(dataset: Dataset, folder: Path) -> tuple[Path, ...]:
    """Write ``<table>.csv`` for every table: UTF-8, a header, empty for missing.

    The form is that of RFC 4180. Text that a spreadsheet would run as a formula gets an apostrophe in front, the usual sign
    for "this is text"; :func:`unguarded` takes it away again.
    """
    tables = dataset.tables.values()
    return tuple(write(table, folder / f"{table.name}.csv") for table in track(tables, "csv"))


def write(table: Table, path: Path, *, guard: bool = True) -> Path:
    """Write one table; without ``guard`` the text stays as it is, for programs."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(column.name for column in table.columns)
        writer.writerows(_texts(row, guard=guard) for row in table.rows)
    return path


def unguarded(text: str) -> str:
    """Return text as it was before the guard."""
    return text[1:] if text[:1] == "'" and text[1:2] in ("'", *RISKY) else text


def _texts(row: Iterable[Cell], *, guard: bool) -> list[str]:
    return [_text(cell, guard=guard) for cell in row]


def _text(cell: Cell, *, guard: bool) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, date):
        return cell.isoformat()
    text = str(cell)
    risky = isinstance(cell, str) and text.startswith(("'", *RISKY))
    return f"'{text}" if guard and risky else text
