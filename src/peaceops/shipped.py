"""The dataset that comes with the package: compiled in a wheel, live YAML in a checkout."""

from __future__ import annotations

import os
import threading

from peaceops.dataset import Dataset
from peaceops.errors import Tampered
from peaceops.kinds import KINDS
from peaceops.rows import Bytes, RowFile

_HERE = os.path.dirname(__file__)
_COMPILED = os.path.join(_HERE, "_data.jsonl")
_CHECKOUT = os.path.normpath(os.path.join(_HERE, "..", "..", "data"))

_lock = threading.Lock()
_loaded: Dataset | None = None


def _after_fork() -> None:
    """Begin a child process with a lock that no thread of the parent holds."""
    global _lock  # noqa: PLW0603
    _lock = threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)


def load() -> Dataset:
    """Return the dataset of this release; every caller gets the same object.

    An installed package opens its compiled file and reads records as they are asked for. A
    checkout reads the YAML files below ``data/`` and raises :class:`DataError` for bad ones.
    """
    global _loaded  # noqa: PLW0603 - one dataset per process, made once under the lock
    if _loaded is None:
        with _lock:
            if _loaded is None:
                _loaded = _open()
    return _loaded


def _open() -> Dataset:
    loader = globals().get("__loader__")
    if os.path.isfile(_COMPILED) or not os.path.isdir(_CHECKOUT):
        return open_compiled(_COMPILED, loader)
    from peaceops._version import DATA_DATE, VERSION
    from peaceops.folder import dataset_of, read_files

    return dataset_of(read_files(_CHECKOUT), version=VERSION, data_date=DATA_DATE)


def open_compiled(path: str, loader: object = None) -> Dataset:
    """Open a compiled data file, of this release or of another."""
    file = RowFile(Bytes(path, loader))
    tables = {kind: file.table(kind) for kind in KINDS}
    return Dataset(
        tables, version=file.version, data_date=file.data_date, released=file.fingerprint
    )


def open_release(path: str | os.PathLike[str]) -> Dataset:
    """Open another release: a wheel, its compiled data file, or a folder of YAML.

    A folder gets the version ``0+local``. Raises :class:`DataError` for bad files and
    :class:`Tampered` for a file that is not whole.
    """
    name = os.fspath(path)
    if os.path.isdir(name):
        from peaceops.folder import read_yaml

        return read_yaml(name)
    if not os.path.isfile(name):
        from peaceops.errors import DataError, Fault

        raise DataError([Fault(name, 0, "$", "is no wheel, no compiled data file and no folder")])
    if name.endswith(".whl"):
        from zipimport import ZipImportError, zipimporter

        try:
            wheel = zipimporter(name)
        except ZipImportError as error:
            raise Tampered(f"{name} is no wheel: {error}") from None
        return open_compiled(os.path.join(name, "peaceops", "_data.jsonl"), wheel)
    return open_compiled(name)


def verify_file() -> str:
    """Hold the installed file against the digest that the build wrote beside it.

    Returns a sentence about the file; raises :class:`Tampered` where a byte differs. A
    checkout has no compiled file.
    """
    if not os.path.isfile(_COMPILED) and os.path.isdir(_CHECKOUT):
        return f"read live from {_CHECKOUT}; there is no compiled file to verify"
    from hashlib import sha256
    from importlib import import_module

    expected = str(import_module("peaceops._digest").SHA256)
    found = sha256(Bytes(_COMPILED, globals().get("__loader__")).read(0, -1)).hexdigest()
    if found != expected:
        raise Tampered(
            f"{_COMPILED} has the SHA-256 {found[:12]}…, released was {expected[:12]}…; "
            "install the package again"
        )
    return f"the installed data file has the SHA-256 of its release, {found}"
