"""Export as Parquet: one file per table, types and meanings of columns inside."""

from __future__ import annotations

from pathlib import Path

from peaceops.dataset import Dataset


def export(dataset: Dataset, folder: Path) -> tuple[Path, ...]:
    """Write ``<table>.parquet`` for every table (needs ``peaceops[arrow]``)."""
    from pyarrow import parquet

    written: list[Path] = []
    for name, table in dataset.tables.items():
        path = folder / f"{name}.parquet"
        parquet.write_table(table.to_arrow(), path, compression="zstd")
        written.append(path)
    return tuple(written)
