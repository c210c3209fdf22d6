"""Records cannot be changed unseen: not a slot in memory, not a byte in the file."""

from __future__ import annotations

import copy
import hashlib
import os
import pickle
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import attrs
import pytest

import peaceops as po
import samples
from peaceops import rows, shipped
from peaceops.dataset import Dataset, MemoryTable
from peaceops.dates import Date, OpenEnd, Span
from peaceops.errors import Tampered
from peaceops.kinds import KINDS
from peaceops.model import MODULE_OF
from peaceops.model._record import Record

PLAIN = (str, int, bool, type(None))


def walk(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Give a record and everything in it, whatever it is, down to plain values."""
    yield path, value
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from walk(item, f"{path}[{index}]")
    elif attrs.has(type(value)):
        for attribute in attrs.fields(type(value)):
            yield from walk(getattr(value, attribute.name), f"{path}.{attribute.name}")


@pytest.mark.parametrize("kind", KINDS)
def test_every_shipped_record_is_immutable_to_the_bottom(kind: str) -> None:
    """A walk over all records finds text, numbers, truths, enums, tuples and frozen slots only."""
    seen = 0
    for record in po.load().collection(kind):
        for path, value in walk(record, record.id):
            seen += 1
            if type(value) in PLAIN or isinstance(value, Enum) or type(value) is tuple:
                continue
            assert isinstance(value, (Record, Date, Span)), (path, type(value))
            assert not hasattr(value, "__dict__"), path
            assert type(value).__setattr__ is not object.__setattr__, path
    assert seen > len(po.load().collection(kind)) * 5


def _examples() -> dict[type, tuple[str, Any, str]]:
    """For each class the fullest shipped example: kind and record it is in, and its path there."""
    best: dict[type, tuple[int, tuple[str, Any, str]]] = {}
    for kind in KINDS:
        for record in po.load().collection(kind):
            for path, value in walk(record, "$"):
                if attrs.has(type(value)):
                    filled = sum(
                        getattr(value, attribute.name) not in (None, (), False)
                        for attribute in attrs.fields(type(value))
                    )
                    if filled > best.get(type(value), (-1, None))[0]:
                        best[type(value)] = (filled, (kind, record, path))
    return {cls: found for cls, (_, found) in best.items()}


class Text(str):
    """Looks like a text and compares like one."""

    __slots__ = ()


def _others(value: Any) -> list[Any]:
    """Other values for a slot: of the same type where that is easy, and look-alikes of others."""
    if isinstance(value, bool):
        return [not value, int(value), str(value).lower(), None]
    if isinstance(value, int):
        return [value + 1, str(value), float(value), value == 1]
    if isinstance(value, str):
        return [f"{value}x", Text(value), value.encode(), None]
    if isinstance(value, OpenEnd):
        return [next(other for other in OpenEnd if other is not value), value.value, None]
    if isinstance(value, Enum):
        return [next(other for other in type(value) if other is not value), value.value, None]
    if isinstance(value, tuple):
        return [(*value, "x"), list(value), frozenset(value), None, *([value[1:]] if value else [])]
    if value is None:
        return ["x", 5, True, ("x",)]
    return [str(value), None, ()]


def test_verify_notices_any_slot_of_any_class() -> None:
    """Every slot of the fullest example of every class, set to every other value: seen each time."""
    examples = _examples()
    assert {cls.__name__ for cls in examples} == {*MODULE_OF, "Date", "Span"}
    tried = 0
    for cls, (kind, record, path) in examples.items():
        own = copy.deepcopy(record)
        assert own == record
        tables = {name: MemoryTable([own] if name == kind else []) for name in KINDS}
        made = Dataset(tables, version="", data_date="")
        data = Dataset(tables, version="", data_date="", released=made.fingerprint)
        part = dict(walk(own, "$"))[path]
        for attribute in attrs.fields(cls):
            old = getattr(part, attribute.name)
            for new in _others(old):
                if new is old:
                    continue
                with pytest.raises(attrs.exceptions.FrozenInstanceError):
                    setattr(part, attribute.name, new)
                object.__setattr__(part, attribute.name, new)
                with pytest.raises(Tampered):
                    data.verify()
                object.__setattr__(part, attribute.name, old)
                tried += 1
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                delattr(part, attribute.name)
            object.__delattr__(part, attribute.name)
            with pytest.raises(Tampered):
                data.verify()
            object.__setattr__(part, attribute.name, old)
        assert data.verify()
    assert tried > 600


def test_verify_notices_another_class() -> None:
    """A record that says it is of another class, or stands among those of another kind."""
    mission = copy.deepcopy(samples.records()["missions"]["un-example"])
    tables = {kind: MemoryTable([mission] if kind == "regimes" else []) for kind in KINDS}
    with pytest.raises(Tampered, match="a Mission stands for a SanctionsRegime"):
        Dataset(tables, version="", data_date="").verify()


@pytest.mark.parametrize("kind", KINDS)
def test_every_record_is_equal_when_copied(kind: str) -> None:
    """Pickle, copy, deep copy, evolve and replace: equal, and equal in hash."""
    for record in list(po.load().collection(kind))[::9]:
        copies = [
            copy.copy(record),
            copy.deepcopy(record),
            attrs.evolve(record),
            pickle.loads(pickle.dumps(record)),  # noqa: S301 - our own
        ]
        if sys.version_info >= (3, 13):
            copies.append(copy.replace(record))
        for other in copies:
            assert other == record
            assert hash(other) == hash(record)
            assert rows.line_of(other) == rows.line_of(record)


# --- the file ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def content() -> bytes:
    return samples.compiled_release(po.__version__)


def test_any_changed_byte_of_the_installed_file_is_noticed(
    content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """First, last and two hundred places between; ``tools/tamper.py`` tries every byte of a file."""
    path = tmp_path / "_data.jsonl"
    module = type(sys)("peaceops._digest")
    module.SHA256 = hashlib.sha256(content).hexdigest()  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "peaceops._digest", module)
    monkeypatch.setattr(shipped, "_COMPILED", str(path))
    path.write_bytes(content)
    assert "has the SHA-256 of its release" in shipped.verify_file()
    places = {
        0,
        1,
        len(content) - 2,
        len(content) - 1,
        *range(0, len(content), len(content) // 200),
    }
    with path.open("r+b") as file:
        for place in sorted(places):
            for byte in (content[place] ^ 1, content[place] ^ 0x80):
                file.seek(place)
                file.write(bytes([byte]))
                file.flush()
                with pytest.raises(Tampered, match="install the package again"):
                    shipped.verify_file()
            file.seek(place)
            file.write(content[place : place + 1])
            file.flush()
    assert "has the SHA-256 of its release" in shipped.verify_file()


def test_tampering_is_found_at_every_fiftieth_byte() -> None:
    """The command, on a part of the places."""
    tool = Path(__file__).parent.parent / "tools" / "tamper.py"
    done = subprocess.run(
        [sys.executable, str(tool), "--every", "50"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "every one noticed" in done.stdout


# --- threads and forks ------------------------------------------------------------------------


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_fork_in_the_middle_of_a_first_reading_is_safe(content: bytes, tmp_path: Path) -> None:
    """A thread reads and holds every lock; the child that is forked then still reads."""
    path = tmp_path / "_data.jsonl"
    path.write_bytes(content)
    code = textwrap.dedent(
        f"""
        import gc, os, threading
        import peaceops as po
        from peaceops import rows, shipped
        shipped._COMPILED = {str(path)!r}
        inside, go_on = threading.Event(), threading.Event()

        class Slow(rows.Bytes):
            __slots__ = ()
            def lines(self, offset, length):
                inside.set()
                go_on.wait(60)
                yield from super().lines(offset, length)

        shipped.Bytes, real = Slow, rows.Bytes
        data = shipped.open_compiled({str(path)!r})
        reader = threading.Thread(target=lambda: list(data.missions))
        reader.start()
        assert inside.wait(60)
        Slow.lines = real.lines
        with shipped._lock:
            child = os.fork()
            if child == 0:
                fine = gc.isenabled() and len(list(data.missions)) > 100
                fine = fine and po.load() is po.load() and po.missions["un-minusma"].acronym == "MINUSMA"
                os._exit(0 if fine else 1)
        go_on.set()
        reader.join()
        assert os.waitpid(child, 0)[1] == 0
        assert len(list(data.missions)) > 100 and gc.isenabled()
        """
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
