"""The dataset as flat tables: fixed columns, dates with their precision, parts as linked tables.

One table per class of record. The columns follow from the model: text, whole numbers and truth
values as they are; vocabularies by their code; a date as four columns (``x`` the EDTF text,
``x_precision``, ``x_min``, ``x_max``); a span as two dates and ``x_open_end``. Tuples of plain
values become tables of their own, such as ``missions_places``; parts such as mandates or
citations become tables whose ``parent`` leads back to the row that holds them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

import attrs
from attrs import frozen

from peaceops.dates import Date, OpenEnd, Precision, Span
from peaceops.kinds import KINDS, record_class
from peaceops.model import MODULE_OF
from peaceops.progress import track

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

Type = Literal["text", "code", "integer", "boolean", "date"]
Cell = str | int | bool | date | None


@frozen
class Column:
    """A column: its name, its type, what it means and whose ids it holds, if any.

    ``code`` is text from a vocabulary, that stands in ``codes``; ``date`` is a calendar
    day. Every column but ``id``, ``owner``, ``parent`` and ``position`` may be empty.
    """

    name: str
    type: Type
    about: str
    codes: tuple[str, ...] = ()
    refers: str | None = None


@frozen
class Table:
    """A table: its name, its columns and its rows, in the order of the records.

    It turns into frames of pandas, polars or pyarrow, each imported when it is asked for. Codes
    are text or categories and never numbers or missing values: Namibia's NA and Norway's NO
    come back as they went in.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def _cells(self) -> dict[str, list[Any]]:
        return {
            column.name: [row[index] for row in self.rows]
            for index, column in enumerate(self.columns)
        }

    def to_pandas(self) -> pd.DataFrame:
        """Return a pandas frame: strings, nullable integers and booleans, categories, days."""
        import pandas as pd

        types = {
            "text": "string",
            "integer": "Int64",
            "boolean": "boolean",
            "date": "datetime64[s]",
        }
        data = self._cells()
        made = {}
        for name, kind, codes in self._types():
            dtype = pd.CategoricalDtype(list(codes)) if codes else types[kind]
            made[name] = pd.Series(data[name], dtype=dtype)
        return pd.DataFrame(made)

    def to_polars(self) -> pl.DataFrame:
        """Return a polars frame: String, Int64, Boolean, Enum, Date."""
        import polars as pl

        types = {
            "text": pl.String(),
            "integer": pl.Int64(),
            "boolean": pl.Boolean(),
            "date": pl.Date(),
        }
        return pl.DataFrame(
            self._cells(),
            schema={
                name: pl.Enum(codes) if codes else types[kind]
                for name, kind, codes in self._types()
            },
        )

    def to_arrow(self) -> pa.Table:
        """Return an Arrow table: string, int64, bool, dictionary of strings, date32.

        The meaning of each column stands in the metadata of its field.
        """
        import pyarrow as pa

        types = {
            "text": pa.string(),
            "code": pa.dictionary(pa.int32(), pa.string()),
            "integer": pa.int64(),
            "boolean": pa.bool_(),
            "date": pa.date32(),
        }
        fields = [
            pa.field(column.name, types[column.type], metadata={"about": column.about})
            for column in self.columns
        ]
        data = self._cells()
        arrays = [pa.array(data[field.name], type=field.type) for field in fields]
        return pa.Table.from_arrays(arrays, schema=pa.schema(fields))

    def _types(self) -> Iterator[tuple[str, Type, tuple[str, ...]]]:
        for column in self.columns:
            yield column.name, column.type, column.codes


_NAMES = {name: kind for kind, name in KINDS.items()}
_LINK = (
    Column("owner", "text", "id of the mission, regime, project or other record"),
    Column("parent", "text", "id of the row that holds this one"),
)


def table_name(record: type) -> str:
    """Return the name of the table of a class: ``missions``, ``mandates``, ``citations``."""
    name = record.__name__
    if name in _NAMES:
        return _NAMES[name]
    words = "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)
    stem = words.lstrip("_")
    plural = {"monitoring_body": "monitoring_bodies", "criterion": "criteria"}
    return plural.get(stem) or (f"{stem[:-1]}ies" if stem.endswith("y") else f"{stem}s")


@cache
def schema(record: type) -> tuple[Column, ...]:
    """Return the columns of the table of a class of record."""
    attrs.resolve_types(record)
    columns: list[Column] = []
    if record.__name__ not in _NAMES:
        columns.extend(_LINK)
        if "id" not in attrs.fields_dict(record):
            columns.append(Column("id", "text", "id of the row: that of its parent and its place"))
    for attribute in attrs.fields(record):
        kind, many = unwrap(attribute.type)
        about = str(attribute.metadata["about"])
        if not many:
            refers = attribute.metadata["refers"] or None
            columns.extend(_columns(attribute.name, kind, about, refers))
        elif _may_be_unknown(attribute):
            columns.append(Column(f"{attribute.name}_known", "boolean", f"is it known {about}"))
    return tuple(columns)


def _may_be_unknown(attribute: Any) -> bool:
    """Whether a tuple may also be None, which is not the same as empty."""
    return type(None) in get_args(attribute.type)


def _columns(name: str, kind: Any, about: str, refers: str | None = None) -> Iterator[Column]:
    if kind is Date:
        yield Column(name, "text", f"{about} (EDTF, as precise as the source)")
        yield Column(f"{name}_precision", "code", "year, month or day", _codes(Precision))
        yield Column(f"{name}_min", "date", "the first day that it can mean")
        yield Column(f"{name}_max", "date", "the last day that it can mean")
    elif kind is Span:
        yield from _columns(f"{name}_start", Date, f"{about}: first day")
        yield from _columns(f"{name}_end", Date, f"{about}: last day")
        yield Column(f"{name}_open_end", "code", "why it has no end", _codes(OpenEnd))
    elif not attrs.has(kind):
        yield Column(name, _type(kind), about, _codes(kind), refers)


def _type(kind: Any) -> Type:
    if issubclass(kind, Enum):
        return "code"
    types: dict[Any, Type] = {int: "integer", bool: "boolean"}
    return types.get(kind, "text")


def _codes(kind: Any) -> tuple[str, ...]:
    return tuple(str(member.value) for member in kind) if issubclass(kind, Enum) else ()


def unwrap(kind: Any) -> tuple[Any, bool]:
    """Return the type inside an optional or a tuple, and whether it is a tuple."""
    if get_origin(kind) is tuple:
        return unwrap(get_args(kind)[0])[0], True
    inner = [item for item in get_args(kind) if item is not type(None)]
    return unwrap(inner[0]) if inner else (kind, False)


def tables(collections: Mapping[str, Collection[Any]]) -> dict[str, Table]:
    """Flatten records: ``{table name: Table}`` for every table of the model, empty ones too.

    ``collections`` maps kinds such as ``"missions"`` to records.
    """
    columns: dict[str, tuple[Column, ...]] = {}
    rows: dict[str, list[tuple[Cell, ...]]] = {}
    for name in MODULE_OF:
        _declare(record_class(name), columns, rows)
    for kind, records in collections.items():
        for record in track(records, kind):
            _flatten(record, kind, record.id, None, rows)
    return {name: Table(name, columns[name], tuple(rows[name])) for name in columns}


def main_table(kind: str, records: Iterable[Any]) -> Table:
    """Return the one flat table of a collection, without its linked tables."""
    record = record_class({**KINDS, "mandates": "Mandate", "tasks": "Task",
                           "measures": "Measure"}[kind])  # fmt: skip
    linked = record.__name__ not in _NAMES
    rows = tuple(
        ((item.owner, item.id.rpartition("/")[0]) if linked else ()) + _cells(item)
        for item in records
    )
    return Table(table_name(record), schema(record), rows)


def _declare(
    record: type,
    columns: dict[str, tuple[Column, ...]],
    rows: dict[str, list[tuple[Cell, ...]]],
) -> None:
    name = table_name(record)
    columns[name] = schema(record)
    rows[name] = []
    for attribute in attrs.fields(record):
        kind, many = unwrap(attribute.type)
        if many and not attrs.has(kind):
            about = str(attribute.metadata["about"])
            columns[f"{name}_{attribute.name}"] = (
                *_LINK,
                Column("position", "integer", "place in the list, from 0"),
                Column(
                    "value", _type(kind), about, _codes(kind), attribute.metadata["refers"] or None
                ),
            )
            rows[f"{name}_{attribute.name}"] = []


def _flatten(
    record: Any, table: str, owner: str, link: tuple[str, str] | None, rows: dict[str, list[Any]]
) -> None:
    own = getattr(record, "id", None)
    key = own if own is not None else (link[1] if link else owner)
    head: tuple[Cell, ...] = ()
    if link is not None:
        head = (owner, link[0]) if own is not None else (owner, link[0], key)
    rows[table].append(head + _cells(record))
    for attribute in attrs.fields(type(record)):
        value = getattr(record, attribute.name)
        if isinstance(value, tuple):
            for index, item in enumerate(value):
                place = f"{key}/{attribute.name}/{index}"
                if attrs.has(type(item)):
                    _flatten(item, table_name(type(item)), owner, (key, place), rows)
                else:
                    plain = item.value if isinstance(item, Enum) else item
                    rows[f"{table}_{attribute.name}"].append((owner, key, index, plain))
        elif attrs.has(type(value)) and not isinstance(value, (Date, Span)):
            _flatten(value, table_name(type(value)), owner, (key, f"{key}/{attribute.name}"), rows)


def _cells(record: Any) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    for attribute in attrs.fields(type(record)):
        kind, many = unwrap(attribute.type)
        if many and _may_be_unknown(attribute):
            cells.append(getattr(record, attribute.name) is not None)
        if many or (attrs.has(kind) and kind not in (Date, Span)):
            continue
        value = getattr(record, attribute.name)
        if kind is Date:
            cells.extend(_date_cells(value))
        elif kind is Span:
            cells.extend(_span_cells(value))
        else:
            cells.append(value.value if isinstance(value, Enum) else value)
    return tuple(cells)


def _date_cells(value: Date | None) -> tuple[Cell, ...]:
    if value is None:
        return (None, None, None, None)
    return (str(value), value.precision.value, value.earliest, value.latest)


def _span_cells(value: Span | None) -> tuple[Cell, ...]:
    if value is None:
        return (None,) * 9
    open_end: OpenEnd | None = value.open_end
    last = None if open_end is None else open_end.value
    return (*_date_cells(value.start), *_date_cells(value.end), last)
