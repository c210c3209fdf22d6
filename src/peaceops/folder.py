"""A folder of YAML files as a dataset: one file, one record, kind by first sub-folder."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import frozen

from peaceops import _yaml, codec
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
    for name in _names(root, faults):
        kind = name.partition("/")[0]
        try:
            content = _read(root / name, name)
            files.append(SourceFile(name, kind, content, codec.read_yaml(kind, content, name)))
        except DataError as error:
            faults.extend(error.faults)
        except OSError as error:
            faults.append(Fault(name, 0, "$", f"cannot be read: {error.strerror}"))
    faults.extend(_twice(files))
    if faults:
        raise DataError(faults)
    return tuple(files)


def _names(root: Path, faults: list[Fault]) -> Iterator[str]:
    """Give the names of the files that hold records; what lies there besides is a fault."""

    def unreadable(error: OSError) -> None:
        name = Path(error.filename).relative_to(root).as_posix()
        faults.append(Fault(_shown(name), 0, "$", f"cannot be read: {error.strerror}"))

    names: list[str] = []
    for folder, folders, files in os.walk(root, onerror=unreadable):
        inside = Path(folder).relative_to(root)
        names.extend((inside / name).as_posix() for name in files)
        folders[:] = [name for name in folders if not name.startswith(".")]
        names.extend(
            (inside / name).as_posix()
            for name in folders
            if (Path(folder) / name).is_symlink() or name.endswith(".yaml")
        )
    spelled: dict[str, str] = {}
    for name in sorted(names):
        parts = name.split("/")
        if any(part.startswith(".") for part in parts) or parts[0] == "codings":
            continue
        if name in ("README.md", "LICENSE", "LICENSE.md"):
            continue
        twin = spelled.setdefault(name.casefold(), name)
        message = _unfit(root / name, parts)
        if message is None and twin != name:
            message = f"differs from {_shown(twin)} by case only; not every system can hold both"
        if message is None:
            yield name
        else:
            faults.append(Fault(_shown(name), 0, "$", message))


def _unfit(path: Path, parts: list[str]) -> str | None:
    """Say why something below the folder is not read as a record."""
    if parts[0] not in KINDS or len(parts) < 2:
        return f"lies outside the folders of records: {', '.join(KINDS)}"
    for part in parts:
        if _NOT_EVERYWHERE.search(part):
            return f"{part!r:.80} has characters that not every system allows in a file name"
        if part.partition(".")[0].lower() in _RESERVED:
            return f"{part!r} is a name that Windows keeps for itself"
    if path.is_symlink():
        return "is a link; links are not followed"
    if path.suffix != ".yaml":
        return "is no record; records end in .yaml"
    if not path.is_file():
        return "is no ordinary file"
    return None


_NOT_EVERYWHERE = re.compile(r'[\x00-\x1f\x7f<>:"\\|?*\ud800-\udfff]|[ .]\Z')
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))}
)


def _shown(name: str) -> str:
    """Write a file name so that it can be printed, whatever bytes it was made of."""
    return "".join(letter if letter.isprintable() else repr(letter)[1:-1] for letter in name)


def _read(path: Path, name: str) -> bytes:
    """Read a file, unless it is larger than any record."""
    size = path.stat().st_size
    if size > _yaml.MAX_BYTES:
        message = f"has {size} bytes; at most {_yaml.MAX_BYTES} are read"
        raise DataError([Fault(name, 0, "$", message)])
    return path.read_bytes()


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
