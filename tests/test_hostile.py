"""Hostile files: each is refused with its file, its line, its path and what would be right.

``hostile/expected.tsv`` says for every file of that folder where the fault is found (line 0: the
file as a whole, or wherever the parser gives up) and words that the message holds;
``hostile_cases.py`` makes many more in the same way. ``tools/hostile_report.py`` measures time and
memory. What is wrong with a folder, not with a file's content, is tried at the end.
"""

from __future__ import annotations

import csv
import os
import re
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

import samples
from hostile_cases import Case, cases
from peaceops import _yaml, codec
from peaceops.errors import DataError
from peaceops.folder import SourceFile, dataset_of, read_files
from peaceops.rules import check

FOLDER = Path(__file__).parent / "hostile"


def _written() -> list[Case]:
    with (FOLDER / "expected.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Case(
            row["file"],
            "missions",
            (FOLDER / f"{row['file']}.yaml").read_bytes(),
            int(row["line"]),
            row["path"],
            row["words"],
        )
        for row in rows
    ]


WRITTEN = _written()
CASES = WRITTEN + cases()


def test_every_file_is_expected_and_there_are_many() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == {case.name for case in WRITTEN}
    assert len({case.name for case in CASES}) == len(CASES)
    assert len({case.content for case in CASES}) >= 300


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize("case", [case for case in CASES if not case.rule], ids=lambda c: c.name)
def test_refused_with_file_line_and_path(
    case: Case, loader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fast and the plain parser give the same verdict at the same place."""
    monkeypatch.setattr(_yaml, "_LOADER", getattr(yaml, loader))
    name = f"{case.name}.yaml"
    with pytest.raises(DataError) as caught:
        codec.read_yaml(case.kind, case.content, name)
    faults = caught.value.faults
    assert all(fault.file == name for fault in faults)
    assert len(faults) <= _yaml.MAX_FAULTS + 1
    assert len(str(caught.value)) < 50_000
    at = [fault for fault in faults if fault.path == case.path and case.words in fault.message]
    assert at, str(caught.value)
    if case.line:
        assert case.line in {fault.line for fault in at}, str(caught.value)
    assert re.search(rf"{re.escape(name)}:\d+: \$", str(caught.value))
    str(caught.value).encode("utf-8")


@pytest.mark.parametrize("case", [case for case in CASES if case.rule], ids=lambda c: c.name)
def test_a_rule_names_file_line_and_path(case: Case) -> None:
    """What the reader cannot know, a rule tells, at the same place in the same form."""
    record = codec.read_yaml(case.kind, case.content, "x.yaml")
    files = (SourceFile("folder/x.yaml", case.kind, case.content, record),)
    report = check(dataset_of(files, version="0", data_date=""), files)
    found = [finding for finding in report.errors if finding.code == case.rule]
    places = {(finding.file, finding.line, finding.path) for finding in found}
    assert ("folder/x.yaml", case.line, case.path) in places, str(report)
    assert any(case.words in finding.message for finding in found)
    assert f"folder/x.yaml:{case.line}: error {case.rule} " in str(report)


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


def test_a_file_at_the_limits_is_read() -> None:
    """The limits refuse what is beyond them and nothing else."""
    start = samples.BEFORE.encode()
    full = start + b"#" * (_yaml.MAX_BYTES - len(start))
    assert codec.read_yaml("missions", full, "x.yaml").id == "un-before"
    with pytest.raises(DataError, match=f"at most {_yaml.MAX_BYTES} are read"):
        codec.read_yaml("missions", full + b"#", "x.yaml")
    note = f'note: "{"x" * _yaml.MAX_TEXT}"\n'.encode()
    assert len(codec.read_yaml("missions", start + note, "x.yaml").note) == _yaml.MAX_TEXT
    nested = f"a: {'[' * (_yaml.MAX_DEPTH - 1)}{']' * (_yaml.MAX_DEPTH - 1)}\n".encode()
    assert _yaml.load(nested, "x.yaml").value
    items = ", ".join(["x"] * (_yaml.MAX_NODES - 2))
    assert _yaml.load(f"a: [{items}]\n".encode(), "x.yaml").value
    assert _yaml.load(f"{'k' * _yaml.MAX_KEY}: x\n".encode(), "x.yaml").value
    names = "".join(f"- NO{' ' * (number % 2)}\n" for number in range(_yaml.MAX_FAULTS))
    with pytest.raises(DataError) as caught:
        _yaml.load(names.encode(), "x.yaml")
    assert len(caught.value.faults) == _yaml.MAX_FAULTS
    with pytest.raises(DataError, match="more than 50 faults") as caught:
        _yaml.load(f"{names}- NO\n".encode(), "x.yaml")
    assert len(caught.value.faults) == _yaml.MAX_FAULTS + 1


def test_a_surrogate_is_refused_by_either_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    for loader in (yaml.CSafeLoader, yaml.SafeLoader):
        monkeypatch.setattr(_yaml, "_LOADER", loader)
        with pytest.raises(DataError, match=r"x\.yaml:1: \$.*(?:U\+D800|not YAML)"):
            codec.read_yaml("missions", b'id: "\\ud800"\n', "x.yaml")


# --- folders ----------------------------------------------------------------------------------


def _file(path: Path, text: str = samples.PLACES[0]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _socket(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    here = Path.cwd()
    os.chdir(path.parent)  # addresses of sockets are short
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def _large(path: Path) -> None:
    with _file(path).open("wb") as file:
        file.truncate(10**12)  # nothing is written: the file is one hole


FOLDERS: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "pipe": (lambda root: os.mkfifo(root / "places/x.yaml"), "places/x.yaml", "no ordinary file"),
    "socket": (lambda root: _socket(root / "places/x.yaml"), "places/x.yaml", "no ordinary file"),
    "folder-for-file": (
        lambda root: (root / "places/x.yaml").mkdir(), "places/x.yaml", "no ordinary file",
    ),
    "folder-for-file-with-a-record": (
        lambda root: _file(root / "places/x.yaml/y.yaml"), "places/x.yaml", "no ordinary file",
    ),
    "link-out": (
        lambda root: (root / "places/x.yaml").symlink_to(_file(root.parent / "x.yaml")),
        "places/x.yaml", "links are not followed",
    ),
    "link-inside": (
        lambda root: (root / "places/x.yaml").symlink_to(root / "places/ml.yaml"),
        "places/x.yaml", "links are not followed",
    ),
    "link-to-nothing": (
        lambda root: (root / "places/x.yaml").symlink_to("gone.yaml"), "places/x.yaml",
        "links are not followed",
    ),
    "link-to-itself": (
        lambda root: (root / "places/x.yaml").symlink_to("x.yaml"), "places/x.yaml",
        "links are not followed",
    ),
    "link-to-a-device": (
        lambda root: (root / "places/x.yaml").symlink_to("/dev/zero"), "places/x.yaml",
        "links are not followed",
    ),
    "link-to-a-folder": (
        lambda root: (root / "places/more").symlink_to(_file(root.parent / "out/x.yaml").parent),
        "places/more", "links are not followed",
    ),
    "link-to-the-folder-above": (
        lambda root: (root / "places/up").symlink_to(root), "places/up", "links are not followed",
    ),
    "a-million-million-bytes": (
        lambda root: _large(root / "places/x.yaml"), "places/x.yaml", "at most 500000 are read",
    ),
    "reserved-con": (lambda root: _file(root / "places/con.yaml"), "places/con.yaml", "Windows"),
    "reserved-nul": (lambda root: _file(root / "places/NUL.yaml"), "places/NUL.yaml", "Windows"),
    "reserved-com1": (
        lambda root: _file(root / "places/com1.x.yaml"), "places/com1.x.yaml", "Windows",
    ),
    "reserved-folder": (
        lambda root: _file(root / "places/aux/x.yaml"), "places/aux/x.yaml", "Windows",
    ),
    "colon": (lambda root: _file(root / "places/a:b.yaml"), "places/a:b.yaml", "not every system"),
    "question-mark": (lambda root: _file(root / "places/a?.yaml"), "places/a?.yaml", "not every"),
    "backslash": (lambda root: _file(root / "places/a\\b.yaml"), "places/a\\b.yaml", "not every"),
    "newline": (lambda root: _file(root / "places/a\nb.yaml"), "places/a\\nb.yaml", "not every"),
    "folder-with-dot-behind": (
        lambda root: _file(root / "places/a./x.yaml"), "places/a./x.yaml", "not every system",
    ),
    "folder-with-space-behind": (
        lambda root: _file(root / "places/a /x.yaml"), "places/a /x.yaml", "not every system",
    ),
    "name-of-odd-bytes": (
        lambda root: (root / os.fsdecode(b"places/\xff.yaml")).write_bytes(b"id: x\n"),
        "places/\\udcff.yaml", "not every system",
    ),
    "case-only": (
        lambda root: _file(root / "places/ML.yaml"), "places/ml.yaml", "by case only",
    ),
    "same-id": (
        lambda root: _file(root / "places/second.yaml"), "places/second.yaml", "is taken by",
    ),
    "other-ending": (lambda root: _file(root / "places/x.yml"), "places/x.yml", "end in .yaml"),
    "backup": (lambda root: _file(root / "places/x.yaml~"), "places/x.yaml~", "end in .yaml"),
    "ending-in-capitals": (
        lambda root: _file(root / "places/x.YAML"), "places/x.YAML", "end in .yaml",
    ),
    "unknown-kind": (lambda root: _file(root / "place/x.yaml"), "place/x.yaml", "lies outside"),
    "at-the-top": (lambda root: _file(root / "x.yaml"), "x.yaml", "lies outside"),
    "kind-in-capitals": (
        lambda root: _file(root / "Places/x.yaml"), "Places/x.yaml", "lies outside",
    ),
    "another-kind": (
        lambda root: _file(root / "missions/un/x.yaml"), "missions/un/x.yaml", "is not a field",
    ),
}  # fmt: skip


@pytest.mark.skipif(os.name != "posix", reason="pipes, sockets and such names are of POSIX systems")
@pytest.mark.parametrize("name", FOLDERS)
def test_a_hostile_folder_is_refused(name: str, tmp_path: Path) -> None:
    make, file, words = FOLDERS[name]
    root = tmp_path / "data"
    _file(root / "places/ml.yaml")
    assert [found.path for found in read_files(root)] == ["places/ml.yaml"]
    make(root)
    with pytest.raises(DataError) as caught:
        read_files(root)
    assert [fault for fault in caught.value.faults if fault.file == file and words in fault.message]
    str(caught.value).encode("utf-8")


def test_hidden_files_are_left_alone(tmp_path: Path) -> None:
    """What an editor, a desktop or git keeps there is none of ours."""
    _file(tmp_path / "places/ml.yaml")
    for name in (".DS_Store", ".git/config", "places/.ml.yaml.swp", "README.md", "codings/a.csv"):
        _file(tmp_path / name, "x")
    assert [found.path for found in read_files(tmp_path)] == ["places/ml.yaml"]
