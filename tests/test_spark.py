"""The day panel in Spark: the same rows as in DuckDB and Polars, types intact.

Needs Java and ``pip install "peaceops[spark]"``; ``.ci/run`` installs both and refuses a skip.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

import peaceops as po
from peaceops.export.parquet import write_panel

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        shutil.which("java") is None and "JAVA_HOME" not in os.environ,
        reason="Spark needs Java, and there is none on this machine",
    ),
    pytest.mark.skipif(
        importlib.util.find_spec("pyspark") is None,
        reason='Spark is not installed: pip install "peaceops[spark]"',
    ),
]

# In a process of its own: one core, little memory, no web page, nothing but the loopback address.
SPARK = """
import json, sys
from pyspark.sql import SparkSession
spark = (
    SparkSession.builder.master("local[1]")
    .config("spark.driver.memory", "512m").config("spark.driver.host", "127.0.0.1")
    .config("spark.driver.bindAddress", "127.0.0.1").config("spark.ui.enabled", "false")
    .config("spark.sql.shuffle.partitions", "1").config("spark.ui.showConsoleProgress", "false")
    .getOrCreate()
)
frame = spark.read.parquet(sys.argv[1])
frame.createOrReplaceTempView("panel")
rows = spark.sql(sys.argv[2]).collect()
print(json.dumps({"types": dict(frame.dtypes), "rows": [list(row) for row in rows]}, default=str))
spark.stop()
"""
COUNTS = """
SELECT year, count(*) AS days, count(DISTINCT mission) AS missions,
       sum(CASE WHEN certain THEN 1 ELSE 0 END) AS certain,
       CAST(min(period) AS STRING) AS first, CAST(max(period) AS STRING) AS last
FROM panel GROUP BY year ORDER BY year
"""


def test_spark_duckdb_and_polars_count_the_same_days(tmp_path: Path) -> None:
    import duckdb

    table = po.load().panel("mission", freq="day", rule="any")
    write_panel(table, tmp_path / "panel")
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", SPARK, str(tmp_path / "panel"), COUNTS],
        capture_output=True, text=True, check=False,
        env={**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    spark = json.loads(done.stdout)
    assert spark["types"] == {
        "period": "date", "mission": "string", "certain": "boolean", "year": "int",
    }  # fmt: skip
    assert sum(row[1] for row in spark["rows"]) == len(table.rows)

    files = f"{tmp_path}/panel/**/*.parquet"
    panel = f"(SELECT * FROM read_parquet('{files}', hive_partitioning = true)) AS panel"  # noqa: S608
    found = duckdb.sql(COUNTS.replace("FROM panel", f"FROM {panel}")).fetchall()
    assert [list(row) for row in found] == spark["rows"]

    frame = pl.scan_parquet(files, hive_partitioning=True)
    counted = frame.group_by("year").agg(
        pl.len(), pl.col("mission").n_unique(), pl.col("certain").sum(),
        pl.col("period").min().cast(pl.String).alias("first"),
        pl.col("period").max().cast(pl.String).alias("last"),
    )  # fmt: skip
    assert [list(row) for row in counted.sort("year").collect().rows()] == spark["rows"]
