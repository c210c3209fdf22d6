"""Broken files: each is refused with its file, its line, its path and what would be right.

``hostile/expected.tsv`` says for every file where the fault is found (line 0: the file as a
whole, or wherever the parser gives up) and words that the message holds.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
import yaml

from peaceops import _yaml, codec
from peaceops.errors import DataError

FOLDER = Path(__file__).parent / "hostile"
with (FOLDER / "expected.tsv").open(encoding="utf-8", newline="") as _file:
    EXPECTED = list(csv.DictReader(_file, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_every_file_is_expected_and_there_are_many() -> None:
    names = {path.stem for path in FOLDER.glob("*.yaml")}
    assert names == {row["file"] for row in EXPECTED}
    assert len(names) >= 60


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize("row", EXPECTED, ids=lambda row: row["file"])
def test_refused_with_file_line_and_path(
    row: dict[str, str], loader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fast and the plain parser give the same verdict at the same place."""
    monkeypatch.setattr(_yaml, "_LOADER", getattr(yaml, loader))
    name = f"{row['file']}.yaml"
    with pytest.raises(DataError) as caught:
        codec.read_yaml("missions", (FOLDER / name).read_bytes(), name)
    faults = caught.value.faults
    assert all(fault.file == name for fault in faults)
    at = [fault for fault in faults if fault.path == row["path"] and row["words"] in fault.message]
    assert at, str(caught.value)
    if row["line"] != "0":
        assert int(row["line"]) in {fault.line for fault in at}, str(caught.value)
    assert re.search(rf"{re.escape(name)}:\d+: \$", str(caught.value))


def test_all_faults_of_a_file_are_shown_at_once() -> None:
    """Three faults, three lines: nobody mends one to meet the next."""
    text = b'id: 5\nname: ["x"]\norganization: un\nkind: peacekeeping\nplaces: []\n'
    with pytest.raises(DataError) as caught:
        codec.read_yaml("missions", text, "x.yaml")
    assert [(fault.line, fault.path) for fault in caught.value.faults] == [
        (1, "$.id"),
        (2, "$.name"),
        (3, "$.organization"),
    ]


def test_too_large_a_file_is_not_parsed() -> None:
    with pytest.raises(DataError, match="at most 1000000 are read"):
        codec.read_yaml("missions", b"#" * 1_000_001, "x.yaml")
