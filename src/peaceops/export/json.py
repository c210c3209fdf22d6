"""Export as JSON: one file per kind, an array of records with every derived field."""

from __future__ import annotations

import json
from pathlib import Path

from peaceops.codec import to_plain
from peaceops.dataset import Dataset
from peaceops.kinds import KINDS


def export(dataset: Dataset, folder: Path) -> tuple[Path, ...]:
    """Write ``<kind>.json`` for every kind, and ``dataset.json`` that says what they are.

    In a view of a day the tables hold what was in force then. Returns the files written.
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
    written.append(_write(folder / "dataset.json", about))
    return tuple(written)


def _write(path: Path, value: object) -> Path:
    text = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
    return path
