"""The errors that were found in the data, and whether one of them has come back.

Usage: python tools/errata.py [data/codings/errata.csv]

Each line of the file names a record, a field in it, what it said, what it says now, and the
document and place that decide. A path is written ``mandates[document=S/RES/982 (1995)].chapter_vii``:
names of fields, and in brackets the parts of a list that have these values (``[]`` for all). Exits with 1 where
a fact is not what the line says.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import attrs

import peaceops as po

FILE = Path(__file__).parent.parent / "data" / "codings" / "errata.csv"
_STEP = re.compile(r"(\w+)(\[(.*?)\])?(?:\.|$)")


@attrs.frozen
class Erratum:
    """A fact that was wrong: where, what it said, what it says now, and what decides."""

    record: str
    field: str
    was: str
    now: str
    document: str
    at: str
    found: str
    why: str


def errata(path: Path = FILE) -> tuple[Erratum, ...]:
    """Read the file."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(Erratum(**line) for line in csv.DictReader(file))


def written(value: object) -> str:
    """Write a value as the file does: codes, dates and spans as they are, nothing as ``-``."""
    if value is None or value == ():
        return "-"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "; ".join(sorted({written(item) for item in value}))
    return str(value)


def values(record: Any, path: str) -> Iterator[Any]:
    """Give what a path leads to: one value, or one for each part that fits."""
    found = [record]
    for name, parts, wanted in _STEP.findall(path):
        following: list[Any] = []
        for item in found:
            value = getattr(item, name)
            if not parts:
                following.append(value)
                continue
            conditions = [pair.split("=", 1) for pair in wanted.split(", ") if pair]
            following += [
                part
                for part in value
                if all(written(getattr(part, key)) == text for key, text in conditions)
            ]
        found = following
    yield from found


def faults(dataset: po.Dataset, found: tuple[Erratum, ...]) -> list[str]:
    """Name each fact that is not what its erratum says."""
    wrong = []
    for erratum in found:
        record = dataset.owner(erratum.record)
        now = sorted({written(value) for value in values(record, erratum.field)})
        if "; ".join(now) != erratum.now:
            wrong.append(f"{erratum.record} {erratum.field} is {'; '.join(now)}, not {erratum.now}")
        if erratum.was == erratum.now:
            wrong.append(f"{erratum.record} {erratum.field}: was and is are the same")
    return wrong


def main() -> int:
    """Print the faults, or that there are none; return the exit code."""
    found = errata(Path(sys.argv[1]) if len(sys.argv) > 1 else FILE)
    wrong = faults(po.load(), found)
    print("\n".join(wrong) or f"{len(found)} errata, none has come back")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
