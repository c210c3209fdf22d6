"""A folder of YAML files as a dataset: one file, one record, kind by first sub-folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import frozen

from peaceops import codec
from peaceops.dataset import Dataset, MemoryTable
from peaceops.errors import DataError, Fault
from peaceops.kinds import KINDS


@frozen
class SourceFile:
    """A file that holds a record: where it lies, and what is in it."""

    path: str
    kind: str
    content: bytes
    record: Any


def read_files(folder: str | Path) -> tuple[SourceFile, ...]:
    """Read every record below a folder, in the order of the paths.

    Raises :class:`DataError` with all faults of all files at once; nothing is half done.
    """
    root = Path(folder)
    if not root.is_dir():
        raise DataError([Fault(str(folder), 0, "$", "is not a folder")])
    files: list[SourceFile] = []
    faults: list[Fault] = []
    for path in _paths(root, faults):
        name = path.relative_to(root).as_posix()
        kind = name.partition("/")[0]
        try:
            content = path.read_bytes()
            files.append(SourceFile(name, kind, content, codec.read_yaml(kind, content, name)))
        except DataError as error:
            faults.extend(error.faults)
        except OSError as error:
            faults.append(Fault(name, 0, "$", f"cannot be read: {error.strerror}"))
    faults.extend(_twice(files))
    if faults:
        raise DataError(faults)
    return tuple(files)


def _paths(root: Path, faults: list[Fault]) -> Iterator[Path]:
    for path in sorted(root.rglob("*"), key=lambda path: path.relative_to(root).as_posix()):
        name = path.relative_to(root).as_posix()
        if path.is_dir() or name in ("README.md", "LICENSE", "LICENSE.md"):
            continue
        parts = name.split("/")
        if any(part.startswith(".") for part in parts) or parts[0] == "codings":
            continue
        if parts[0] not in KINDS or len(parts) < 2:
            where = ", ".join(KINDS)
            faults.append(Fault(name, 0, "$", f"lies outside the folders of records: {where}"))
        elif path.suffix != ".yaml":
            faults.append(Fault(name, 0, "$", "is no record; records end in .yaml"))
        elif not path.resolve().is_relative_to(root.resolve()):
            faults.append(Fault(name, 0, "$", "leads out of the folder; links are not followed"))
        else:
            yield path


def _twice(files: list[SourceFile]) -> Iterator[Fault]:
    first: dict[tuple[str, str], str] = {}
    for file in files:
        key = (file.kind, file.record.id)
        if key in first:
            message = f"id {file.record.id!r} is taken by {first[key]}"
            yield Fault(file.path, 1, "$.id", message)
        first.setdefault(key, file.path)


def dataset_of(files: tuple[SourceFile, ...], *, version: str, data_date: str) -> Dataset:
    """Make a dataset of records that were read from files."""
    tables = {
        kind: MemoryTable(file.record for file in files if file.kind == kind) for kind in KINDS
    }
    made = Dataset(tables, version=version, data_date=data_date)
    return Dataset(tables, version=version, data_date=data_date, released=made.fingerprint)


def read_yaml(folder: str | Path, *, onto: Dataset | None = None) -> Dataset:
    """Read a user's own folder of records, alone or on top of another dataset.

    The folder is laid out like the project's ``data/``. With ``onto``, its records join those
    of that dataset, replacing records with the same id. Raises :class:`DataError` with every
    fault; run :func:`peaceops.check` on the result to apply the rules.
    """
    files = read_files(folder)
    if onto is None:
        return dataset_of(files, version="0+local", data_date="")
    result = onto.whole
    for kind in KINDS:
        records = [file.record for file in files if file.kind == kind]
        if records:
            result = result.with_records(kind, records)
    return result
