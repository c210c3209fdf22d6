"""How far two blind codings of tasks agree: Krippendorff's alpha, per crime and per activity.

Usage: python tools/agreement.py [data/codings]

The folder holds ``first.csv`` and ``second.csv`` (one row per task: mission, document, paragraph,
crimes ...) and ``read-by-both.csv`` (mission and document that both coders read whole). The unit
is a document read for a mission; for each crime the value is whether the coder found at least
one task about it there. ``general-first.csv`` and its like hold the codings of tasks that
are not about crime, compared in the same way for each activity; ``regional-first.csv`` and its
like those of missions outside the United Nations, of both sorts. Alpha is 1 for perfect agreement, 0 for what chance would give.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable
from pathlib import Path

import peaceops as po
from peaceops._term import Term
from peaceops.vocab import Activity, CrimeType

Unit = tuple[str, str]


def alpha(pairs: Iterable[tuple[bool, bool]]) -> float | None:
    """Return Krippendorff's alpha for two coders and nominal values; None without variation."""
    values = list(pairs)
    count = 2 * len(values)
    ones = sum(one + other for one, other in values)
    disagreements = sum(one != other for one, other in values)
    if ones in (0, count):
        return None
    expected = 2 * ones * (count - ones) / (count - 1)
    return 1 - 2 * disagreements / expected


def read_units(path: Path) -> set[Unit]:
    """Read which documents both coders read for which mission."""
    with path.open(encoding="utf-8", newline="") as file:
        return {(line["mission"], line["document"]) for line in csv.DictReader(file)}


def read_coding(path: Path, column: str = "crimes") -> dict[Unit, set[str]]:
    """Read a coding: the crimes (or activities) found in each document for each mission."""
    found: dict[Unit, set[str]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            unit = (line["mission"], line["document"])
            found.setdefault(unit, set()).update(line[column].split(";"))
    return found


Row = tuple[str, int, int, int, float | None]


def compare(folder: Path) -> list[Row]:
    """Return ``(crime, found by first, by second, by both, alpha)``, the sum over all first."""
    units = sorted(read_units(folder / "read-by-both.csv"))
    first, second = (read_coding(folder / f"{name}.csv") for name in ("first", "second"))
    pooled, rows = _rows(CrimeType, units, first, second)
    named = [(bool(first.get(unit)), bool(second.get(unit))) for unit in units]
    return [_row("any crime", named), _row("all crimes pooled", pooled), *rows]


def compare_activities(folder: Path) -> list[Row]:
    """Return the same for the activities of tasks that are not about crime."""
    units = sorted(read_units(folder / "general-read-by-both.csv"))
    first, second = (
        read_coding(folder / f"general-{name}.csv", "activity") for name in ("first", "second")
    )
    pooled, rows = _rows(Activity, units, first, second)
    return [_row("all activities pooled", pooled), *rows]


def compare_regional(folder: Path) -> list[Row]:
    """Return the same for the tasks of missions outside the United Nations, of both sorts."""
    units = sorted(read_units(folder / "regional-read-by-both.csv"))
    paths = [folder / f"regional-{name}.csv" for name in ("first", "second")]
    crimes, others = (
        [read_coding(path, column) for path in paths] for column in ("crimes", "activity")
    )
    pooled, rows = _rows(CrimeType, units, *crimes)
    all_of, activities = _rows(Activity, units, *others)
    named = [tuple(bool(found.get(unit, set()) - {""}) for found in crimes) for unit in units]
    return [
        _row("any crime", [(one, other) for one, other in named]),
        _row("all crimes pooled", pooled),
        *rows,
        _row("all activities pooled", all_of),
        *activities,
    ]


def compare_mentions(folder: Path) -> list[Row]:
    """Return the same for the crimes that documents name: by the lexicon, and by a reader."""
    second = read_mentions(folder / "mentions-second.csv")
    units = sorted(second)
    first = {
        unit: {mention.crime.code for mention in po.documents[unit[1]].mentions or ()}
        for unit in units
    }
    pooled, rows = _rows(CrimeType, units, first, second)
    named = [(bool(first[unit]), bool(second[unit])) for unit in units]
    return [_row("any crime", named), _row("all crimes pooled", pooled), *rows]


def read_mentions(path: Path) -> dict[Unit, set[str]]:
    """Read what a reader found: the crimes that each document names, none where it is silent."""
    found: dict[Unit, set[str]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            found.setdefault(("", line["document"]), set()).add(line["crime"])
    return {unit: crimes - {"none"} for unit, crimes in found.items()}


def _rows(
    terms: type[Term], units: list[Unit], first: dict[Unit, set[str]], second: dict[Unit, set[str]]
) -> tuple[list[tuple[bool, bool]], list[Row]]:
    rows = []
    pooled: list[tuple[bool, bool]] = []
    for term in terms:
        pairs = [
            (term.code in first.get(unit, ()), term.code in second.get(unit, ())) for unit in units
        ]
        if any(one or other for one, other in pairs):
            pooled.extend(pairs)
            rows.append(_row(term.code, pairs))
    return pooled, rows


def _row(name: str, pairs: list[tuple[bool, bool]]) -> Row:
    one, other = (sum(pair[side] for pair in pairs) for side in (0, 1))
    return name, one, other, sum(all(pair) for pair in pairs), alpha(pairs)


def main(folder: str = "data/codings") -> None:
    """Print the table."""
    path = Path(folder)
    for what, units, rows in (
        ("crime", read_units(path / "read-by-both.csv"), compare(path)),
        ("activity", read_units(path / "general-read-by-both.csv"), compare_activities(path)),
        ("outside the UN", read_units(path / "regional-read-by-both.csv"), compare_regional(path)),
        ("crime named", read_mentions(path / "mentions-second.csv"), compare_mentions(path)),
    ):
        print(f"{len(units)} documents coded twice")
        print(f"{what:<28}{'first':>7}{'second':>8}{'both':>6}{'alpha':>8}")
        for name, one, other, both, value in rows:
            shown = "-" if value is None else f"{value:.3f}"
            print(f"{name:<28}{one:>7}{other:>8}{both:>6}{shown:>8}")


if __name__ == "__main__":
    main(*sys.argv[1:2])
