"""Records as rows of plain values: the form in which the wheel carries the data.

One file of JSON lines. The first line says version, fingerprint and where each table begins;
each table begins with one line that holds its schema, ids and the offset of every record; then
one line per record follows, its fields in the order of the class. A single record is read by
its offset alone, without the rest, without yaml and without cattrs.
"""

from __future__ import annotations

import gc
import json
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from functools import cache
from typing import Any, Generic, TypeVar, cast

from peaceops import dates, vocab
from peaceops.dates import Date
from peaceops.errors import Tampered
from peaceops.kinds import KINDS, record_class

R = TypeVar("R")
FORMAT = 1

_new = object.__new__

# One lock for all that is made once. Where another thread holds it while this one forks, nobody in
# the child would ever let it go; so the child begins with a new one.
_lock = threading.RLock()
_pausing = False  # whether the garbage collector rests while a table is read


def _after_fork() -> None:
    global _lock, _pausing  # noqa: PLW0603
    _lock = threading.RLock()
    if _pausing:
        gc.enable()
    _pausing = False


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)


# --- writing ----------------------------------------------------------------------------------


def encode(value: object) -> Any:
    """Turn a value of a record into plain JSON values; records become lists of their fields."""
    if value is None or type(value) in (str, int, bool):
        return value
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Date):
        return str(value)
    kind: Any = type(value)
    row = [encode(getattr(value, name)) for name in _field_names(kind)]
    while row and (row[-1] is None or row[-1] == []):
        row.pop()
    return row


@cache
def _field_names(kind: Any) -> tuple[str, ...]:
    import attrs

    return tuple(attribute.name for attribute in attrs.fields(kind))


def line_of(record: object) -> str:
    """Write a record as one canonical line."""
    return json.dumps(encode(record), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def fingerprint(tables: Mapping[str, Iterable[tuple[str, object]]]) -> str:
    """Return the SHA-256 over the canonical lines of all records, sorted by kind and id."""
    import hashlib

    digest = hashlib.sha256()
    for kind in KINDS:
        for _, record in sorted(tables.get(kind, ()), key=lambda pair: pair[0]):
            digest.update(f"{kind} {line_of(record)}\n".encode())
    return digest.hexdigest()


def schema_of(kind: str) -> dict[str, list[list[str]]]:
    """Describe the classes that records of a kind are made of: ``{class: [[field, code]]}``.

    A code is ``""`` for a plain value, ``d`` for a date, ``e:Name`` for a vocabulary and
    ``r:Name`` for a record, with ``*`` in front for a tuple of these.
    """
    schema: dict[str, list[list[str]]] = {}
    _describe(record_class(KINDS[kind]), schema)
    return schema


def _describe(record: type, schema: dict[str, list[list[str]]]) -> None:
    import attrs

    if record.__name__ in schema:
        return
    resolved = attrs.resolve_types(record)
    fields: list[list[str]] = []
    schema[record.__name__] = fields
    fields.extend(
        [attribute.name, _code(attribute.type, schema)] for attribute in attrs.fields(resolved)
    )


def _code(kind: Any, schema: dict[str, list[list[str]]]) -> str:
    import typing

    import attrs

    arguments = [item for item in typing.get_args(kind) if item not in (type(None), Ellipsis)]
    if typing.get_origin(kind) is tuple:
        return "*" + _code(arguments[0], schema)
    if arguments:
        return _code(arguments[0], schema)
    if kind is Date:
        return "d"
    if issubclass(kind, Enum):
        return f"e:{kind.__name__}"
    if attrs.has(kind):
        _describe(kind, schema)
        return f"r:{kind.__name__}"
    return ""


def write(tables: Mapping[str, Mapping[str, object]], version: str, data_date: str) -> bytes:
    """Write all tables as one file of JSON lines."""
    bodies: list[bytes] = []
    places: dict[str, list[int]] = {}
    position = 0
    for kind in KINDS:
        records = sorted(tables.get(kind, {}).items())
        lines = [f"{line_of(record)}\n".encode() for _, record in records]
        offsets = [0]
        for line in lines:
            offsets.append(offsets[-1] + len(line))
        head = _json_line(
            {"schema": schema_of(kind), "ids": [key for key, _ in records], "offsets": offsets}
        )
        places[kind] = [position, len(head)]
        position += len(head) + offsets[-1]
        bodies.extend((head, *lines))
    first = _json_line(
        {
            "format": FORMAT,
            "version": version,
            "data_date": data_date,
            "fingerprint": fingerprint({kind: tables.get(kind, {}).items() for kind in KINDS}),
            "tables": places,
        }
    )
    return first + b"".join(bodies)


def _json_line(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return f"{text}\n".encode()


# --- reading ----------------------------------------------------------------------------------


def _decoder(schema: Mapping[str, list[list[str]]], name: str) -> Callable[[list[Any]], Any]:
    """Make the function that turns a row into a record of the class ``name``.

    Slots are set through their descriptors: the data was validated when it was compiled, so
    the checks of ``__init__`` are not repeated.
    """
    made: dict[str, Callable[[list[Any]], Any]] = {}

    def converter(code: str) -> Callable[[Any], Any] | None:
        if code.startswith("*"):
            return _tuple_of(converter(code[1:]))
        if code == "d":
            return _date
        if code.startswith("e:"):
            vocabulary = getattr(vocab, code[2:], None) or getattr(dates, code[2:])
            return cast("Callable[[Any], Any]", vocabulary._value2member_map_.__getitem__)
        return build(code[2:]) if code.startswith("r:") else None

    def build(record: str) -> Callable[[list[Any]], Any]:
        if record not in made:
            cls = dates.Span if record == "Span" else record_class(record)
            made[record] = _row_decoder(
                cls,
                [(cls.__dict__[field].__set__, converter(code)) for field, code in schema[record]],
                [() if code.startswith("*") else None for _, code in schema[record]],
            )
        return made[record]

    return build(name)


def _tuple_of(inner: Callable[[Any], Any] | None) -> Callable[[list[Any]], tuple[Any, ...]]:
    if inner is None:
        return tuple

    def convert(items: list[Any]) -> tuple[Any, ...]:
        return tuple([inner(item) for item in items]) if items else ()

    return convert


def _row_decoder(
    cls: Any,
    steps: list[tuple[Callable[[Any, Any], None], Callable[[Any], Any] | None]],
    defaults: list[Any],
) -> Callable[[list[Any]], Any]:
    """Make a decoder; fields that a row leaves out at its end hold their defaults."""
    width = len(steps)

    def decode(row: list[Any]) -> Any:
        self: Any = _new(cls)
        for (put, convert), value in zip(steps, row, strict=False):
            put(self, value if convert is None or value is None else convert(value))
        given = len(row)
        if given < width:
            for (put, _), value in zip(steps[given:], defaults[given:], strict=True):
                put(self, value)
        return self

    return decode


_DATE_SETTERS = tuple(
    Date.__dict__[name].__set__ for name in ("year", "month", "day", "approximate", "uncertain")
)


@cache
def _date(text: str) -> Date:
    """Read a date that was validated when the file was compiled, without checking it again."""
    plain = text.rstrip("~?%")
    doubt = text[len(plain) :]
    parts = [int(part) for part in plain.split("-")]
    values = (
        parts[0],
        parts[1] if len(parts) > 1 else None,
        parts[2] if len(parts) > 2 else None,
        doubt in ("~", "%"),
        doubt in ("?", "%"),
    )
    made = _new(Date)
    for put, value in zip(_DATE_SETTERS, values, strict=True):
        put(made, value)
    return made


class Bytes:
    """The compiled file, read in parts from a real file or whole from inside a zip."""

    __slots__ = ("_content", "_loader", "_path")

    def __init__(self, path: str, loader: Any = None) -> None:
        self._path = path
        self._loader = loader
        self._content: bytes | None = None

    def read(self, offset: int, length: int) -> bytes:
        """Return ``length`` bytes from ``offset`` (all that follow where negative)."""
        if self._content is None and not os.path.isfile(self._path):
            self._content = self._loader.get_data(self._path)
        if self._content is not None:
            end = len(self._content) if length < 0 else offset + length
            return self._content[offset:end]
        with open(self._path, "rb") as file:
            file.seek(offset)
            return file.read(length)

    def lines(self, offset: int, length: int) -> Iterator[bytes]:
        """Give the lines of ``length`` bytes from ``offset``, one at a time."""
        if self._content is None and os.path.isfile(self._path):
            with open(self._path, "rb") as file:
                file.seek(offset)
                while length > 0:
                    line = file.readline()
                    length -= len(line) or length
                    yield line
        else:
            yield from self.read(offset, length).splitlines()

    def first_line(self) -> bytes:
        """Return the first line."""
        if self._content is None and os.path.isfile(self._path):
            with open(self._path, "rb") as file:
                return file.readline()
        return self.read(0, -1).partition(b"\n")[0] + b"\n"


# What JSON that is no row of ours can raise on its way to a record.
_DAMAGE = (ValueError, TypeError, LookupError, AttributeError, RecursionError, MemoryError)


def _damaged(kind: str) -> Tampered:
    return Tampered(f"the installed data file is damaged: a row of {kind} cannot be read")


class _Index:
    """Where the records of a table lie, and how they are decoded."""

    __slots__ = ("decode", "ids", "offsets", "position")

    def __init__(self, line: bytes, kind: str) -> None:
        try:
            head: Any = json.loads(line)
            self.ids: tuple[str, ...] = tuple(head["ids"])
            self.offsets: list[int] = head["offsets"]
            self.position: dict[str, int] = {key: index for index, key in enumerate(self.ids)}
            self.decode = _decoder(head["schema"], KINDS[kind])
            rising = self.offsets == sorted(set(self.offsets)) and self.offsets[0] == 0
        except _DAMAGE as error:
            raise _damaged(kind) from error
        if not rising or len(self.offsets) != len(self.ids) + 1:
            raise _damaged(kind)


class RowTable(Generic[R]):
    """One table of the compiled file; reads its index, a record, or all when first asked."""

    __slots__ = ("_all", "_bytes", "_head", "_kind", "_known", "_start", "built")

    def __init__(self, data: Bytes, kind: str, start: int, head_length: int) -> None:
        self._bytes = data
        self._kind = kind
        self._head = (start, head_length)
        self._start = start + head_length
        self._known: _Index | None = None
        self.built: dict[str, R] = {}
        self._all: tuple[R, ...] | None = None

    @property
    def _index(self) -> _Index:
        if self._known is None:
            with _lock:
                if self._known is None:
                    self._known = _Index(self._bytes.read(*self._head), self._kind)
        return self._known

    @property
    def ids(self) -> tuple[str, ...]:
        """All ids, sorted."""
        return self._index.ids

    def get(self, key: str) -> R | None:
        """Return one record, reading only its own line; None where there is none."""
        record = self.built.get(key)
        if record is None:
            index = self._index
            place = index.position.get(key)
            if place is None:
                return None
            start = index.offsets[place]
            line = self._bytes.read(self._start + start, index.offsets[place + 1] - start)
            try:
                made = index.decode(json.loads(line))
            except _DAMAGE as error:
                raise _damaged(self._kind) from error
            record = self.built.setdefault(key, made)
        return record

    def all(self) -> tuple[R, ...]:
        """Return all records in the order of their ids; read once, whoever asks first."""
        if self._all is None:
            index = self._index
            with _lock:
                if self._all is None:
                    lines = self._bytes.lines(self._start, index.offsets[-1])
                    self._all = self._decode_all(index, lines)
        return self._all

    def _decode_all(self, index: _Index, lines: Iterator[bytes]) -> tuple[R, ...]:
        """Build all records, line by line, so that a row's lists are gone before the next.

        The garbage collector rests meanwhile: nothing here is garbage that it could find.
        """
        keep, decode, loads = self.built.setdefault, index.decode, json.loads
        global _pausing  # noqa: PLW0603 - the lock is held
        _pausing = gc.isenabled()
        gc.disable()
        try:
            return tuple(
                [keep(key, decode(loads(line))) for key, line in zip(index.ids, lines, strict=True)]
            )
        except _DAMAGE as error:
            raise _damaged(self._kind) from error
        finally:
            if _pausing:
                gc.enable()
            _pausing = False


class RowFile:
    """The compiled file as a whole."""

    __slots__ = ("_bytes", "_head", "_start", "_tables")

    def __init__(self, data: Bytes) -> None:
        first = data.first_line()
        head: Any = None
        try:
            head = json.loads(first)
            fits = head["format"] == FORMAT and all(
                type(head[name]) is str for name in ("version", "data_date", "fingerprint")
            )
            for kind in KINDS:
                place, length = head["tables"][kind]
                fits = fits and type(place) is type(length) is int and min(place, length) >= 0
        except _DAMAGE:
            fits = False
        if not fits:
            raise Tampered("the installed data file is damaged: its first line cannot be read")
        self._bytes = data
        self._head: dict[str, Any] = head
        self._start = len(first)
        self._tables: dict[str, RowTable[Any]] = {}

    @property
    def version(self) -> str:
        """The version of the release."""
        return str(self._head["version"])

    @property
    def data_date(self) -> str:
        """The day to which the curators looked."""
        return str(self._head["data_date"])

    @property
    def fingerprint(self) -> str:
        """The fingerprint that the data had when it was compiled."""
        return str(self._head["fingerprint"])

    def table(self, kind: str) -> RowTable[Any]:
        """Return a table; every caller gets the same object."""
        table = self._tables.get(kind)
        if table is None:
            with _lock:
                table = self._tables.get(kind)
                if table is None:
                    place, length = self._head["tables"][kind]
                    table = RowTable(self._bytes, kind, self._start + place, length)
                    self._tables[kind] = table
        return table
