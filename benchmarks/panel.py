"""The day panel of all missions as partitioned Parquet, beside pandas expanding our CSV.

Usage: python benchmarks/panel.py

Prints rows, rows per second and peak memory of each, in processes of their own, and how many
rows DuckDB and Spark count in what peaceops wrote. Needs pandas, pyarrow, duckdb, and for Spark
Java and peaceops[spark].
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

OURS = """
import resource, sys, time
from pathlib import Path
import peaceops as po
from peaceops.export.parquet import write_panel
start = time.perf_counter()
table = po.load().panel("mission", freq="day", rule="any")
write_panel(table, Path(sys.argv[1]) / "panel")
"""
THEIRS = """
import resource, sys, time
import pandas as pd
start = time.perf_counter()
frame = pd.read_csv(sys.argv[1] + "/missions.csv", keep_default_na=False, dtype=str)
first = pd.to_datetime(frame["started_min"].where(frame["started_min"] != "", frame["established_min"]))
last = pd.to_datetime(frame["ended_max"].where(frame["ended_max"] != "", frame["known_until_max"]))
whole = frame.assign(first=first, last=last).dropna(subset=["first", "last"])
whole = whole[whole["first"] <= whole["last"]]
days = [pd.date_range(one, other) for one, other in zip(whole["first"], whole["last"])]
table = whole[["id"]].assign(period=days).explode("period")
table["year"] = table["period"].dt.year
table.to_parquet(sys.argv[1] + "/pandas", partition_cols=["year"])
rows = len(table)
"""
SPARK = """
import sys
from pyspark.sql import SparkSession
spark = SparkSession.builder.master("local[1]").config("spark.driver.memory", "512m")
spark = spark.config("spark.ui.enabled", "false").getOrCreate()
print(spark.read.parquet(sys.argv[1]).count())
spark.stop()
"""
END = """
rows = len(table.rows) if hasattr(table, "rows") else len(table)
seconds = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"{rows:9} rows  {rows / seconds:9.0f} rows/s  {peak:6.0f} MB at most")
"""


def main() -> None:
    """Print the figures."""
    import duckdb

    import peaceops as po

    with tempfile.TemporaryDirectory() as folder:
        po.load().export(folder, "csv")
        for name, code in (("peaceops", OURS), ("pandas", THEIRS)):
            done = subprocess.run(
                [sys.executable, "-c", code + END, folder],
                capture_output=True, text=True, check=True,
            )  # fmt: skip
            print(f"{name:10}{done.stdout.rstrip()}")
        files = Path(folder) / "panel" / "**" / "*.parquet"
        ((count,),) = duckdb.connect().execute(f"SELECT count(*) FROM '{files}'").fetchall()  # noqa: S608
        print(f"duckdb counts {count} rows in what peaceops wrote")
        if shutil.which("java") is None or find_spec("pyspark") is None:
            print("spark  not asked: needs Java and peaceops[spark]")
            return
        done = subprocess.run(
            [sys.executable, "-c", SPARK, str(Path(folder) / "panel")],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        print(f"spark  counts {done.stdout.strip()} rows in what peaceops wrote")


if __name__ == "__main__":
    main()
