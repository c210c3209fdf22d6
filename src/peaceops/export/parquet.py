"""Export as Parquet: one file per table, types and meanings of columns inside."""

from __future__ import annotations

from pathlib import Path

from peaceops.dataset import Dataset
from peaceops.progress import track
from peaceops.tables import Table


def export(dataset: Dataset, folder: Path) -> tuple[Path, ...]:
    """Write ``<table>.parquet`` for every table (needs ``peaceops[arrow]``)."""
    from pyarrow import parquet

    written: list[Path] = []
    for table in track(dataset.tables.values(), "parquet"):
        path = folder / f"{table.name}.parquet"
        parquet.write_table(table.to_arrow(), path, compression="zstd")
        written.append(path)
    return tuple(written)


def write_panel(table: Table, folder: Path) -> tuple[Path, ...]:
    """Write a panel as Parquet files partitioned by year (needs ``peaceops[arrow]``).

    ``folder/year=2014/part-0.parquet`` and so on, the layout that DuckDB, Polars and Spark read
    as one table; the year stands in the name of the folder only. Returns the files written.
    """
    import pyarrow as pa
    from pyarrow import dataset

    made = table.to_arrow()
    years = pa.array([int(str(row[0])[:4]) for row in table.rows], type=pa.int32())
    dataset.write_dataset(
        made.append_column("year", years), folder, format="parquet",
        partitioning=dataset.partitioning(pa.schema([("year", pa.int32())]), flavor="hive"),
        existing_data_behavior="delete_matching", max_partitions=10_000,
    )  # fmt: skip
    return tuple(sorted(folder.rglob("*.parquet")))
