"""Tables as frames of pandas, polars or pyarrow, each with fixed types.

Codes are text or categories and never numbers or missing values: Namibia's NA and Norway's NO
come back as they went in. Each library is imported when it is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from peaceops.tables import Column, Table

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

_PANDAS = {
    "text": "string",
    "integer": "Int64",
    "boolean": "boolean",
    "date": "datetime64[s]",
}


def _columns(table: Table) -> dict[str, list[Any]]:
    return {
        column.name: [row[index] for row in table.rows]
        for index, column in enumerate(table.columns)
    }


def to_pandas(table: Table) -> pd.DataFrame:
    """Return a pandas frame: strings, nullable integers and booleans, categories, days."""
    import pandas as pd

    def kind(column: Column) -> Any:
        return pd.CategoricalDtype(column.values) if column.values else _PANDAS[column.type]

    data = _columns(table)
    return pd.DataFrame(
        {column.name: pd.Series(data[column.name], dtype=kind(column)) for column in table.columns}
    )


def to_polars(table: Table) -> pl.DataFrame:
    """Return a polars frame: String, Int64, Boolean, Enum, Date."""
    import polars as pl

    types = {
        "text": pl.String(),
        "integer": pl.Int64(),
        "boolean": pl.Boolean(),
        "date": pl.Date(),
    }
    return pl.DataFrame(
        _columns(table),
        schema={
            column.name: pl.Enum(column.values) if column.values else types[column.type]
            for column in table.columns
        },
    )


def to_arrow(table: Table) -> pa.Table:
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
        for column in table.columns
    ]
    data = _columns(table)
    arrays = [pa.array(data[field.name], type=field.type) for field in fields]
    return pa.Table.from_arrays(arrays, schema=pa.schema(fields))
