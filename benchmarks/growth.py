"""How cost grows with the data: the shipped records once, ten and fifty times, in one run.

Usage: python benchmarks/growth.py [--copies 1 10 50]

The records are repeated under other ids in a compiled file like the one in the wheel (fifty
times are about 300,000). Every size is measured in fresh processes: CPU milliseconds above the
same process without data for the first record and for a full load, memory per record as the
growth of the resident set, and in one of them microseconds of questions, the best of several.
A question of a day stands beside a loop over all missions and is divided by the
missions that it finds: 1949 finds few, 2014 many. The last lines say how each figure grew.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import peaceops as po
from peaceops import rows
from peaceops.kinds import KINDS

MEASURE = """
import gc, json, resource, sys, time
from datetime import date
from peaceops import shipped
from peaceops.kinds import KINDS

def cpu():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return 1000 * (used.ru_utime + used.ru_stime)

def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize()

def best(run, times):
    shortest = float("inf")
    for _ in range(5):
        start = time.perf_counter()
        for _ in range(times):
            run()
        shortest = min(shortest, (time.perf_counter() - start) / times)
    return 1e6 * shortest

path, what = sys.argv[1:]
begin = cpu()
ds = shipped.open_compiled(path)
found = {}
if what == "first":
    ds.missions["un-minusma"].name
    found["first record, ms"] = cpu() - begin
else:
    before = resident()
    records = sum(len(list(ds.collection(kind))) for kind in KINDS)
    found["all records, ms"] = cpu() - begin
    found["records"] = records
    gc.collect()
    found["memory per record, kB"] = (resident() - before) / records / 1e3
    every = list(ds.missions)
    plain = {mission.id: mission for mission in every}
    ours = best(lambda: ds.missions["un-minusma"], 10_000)
    found["one record by id, in dict look-ups"] = ours / best(lambda: plain["un-minusma"], 10_000)
    for year in (1949, 2014):
        day = date(year, 6, 30)
        count = len(ds.missions.active_on(day))
        asked = best(lambda: ds.missions.active_on(day), 3)
        loop = best(lambda: [m for m in every if m.active_on(day)], 1)
        found[f"missions of a day in {year}, us for each found"] = asked / count
        found[f"missions of a day in {year}, in loops by hand"] = asked / loop
print(json.dumps(found))
"""


def write(path: Path, dataset: po.Dataset, copies: int) -> None:
    """Write a compiled file in which every record stands ``copies`` times."""
    bodies: list[bytes] = []
    places: dict[str, list[int]] = {}
    position = 0
    for kind in KINDS:
        lines: list[tuple[str, bytes]] = []
        for record in dataset.collection(kind):
            row: list[Any] = rows.encode(record)
            for number in range(copies):
                key = f"{record.id}-{number}" if number else record.id
                text = json.dumps([key, *row[1:]], ensure_ascii=False, separators=(",", ":"))
                lines.append((key, f"{text}\n".encode()))
        lines.sort()
        offsets = [0]
        for _, line in lines:
            offsets.append(offsets[-1] + len(line))
        ids = [key for key, _ in lines]
        schema = rows.schema_of(kind)
        head = json.dumps({"schema": schema, "ids": ids, "offsets": offsets}).encode() + b"\n"
        places[kind] = [position, len(head)]
        position += len(head) + offsets[-1]
        bodies += [head, *(line for _, line in lines)]
    first = {
        "format": rows.FORMAT, "version": "0", "data_date": "2026-01-01", "fingerprint": "",
        "tables": places,
    }  # fmt: skip
    path.write_bytes(json.dumps(first).encode() + b"\n" + b"".join(bodies))


def measure(path: Path) -> dict[str, float]:
    """Measure one size in fresh processes, the best of three."""
    found: dict[str, float] = {}
    for what in ("first", "all"):
        runs = []
        for _ in range(3):
            command = [sys.executable, "-c", MEASURE, str(path), what]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            runs.append(json.loads(done.stdout))
        found |= {name: min(run[name] for run in runs) for name in runs[0]}
    return found


def main() -> None:
    """Print the figures of every size, and how they grew."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--copies", type=int, nargs="+", default=[1, 10, 50])
    options = parser.parse_args()
    dataset = po.load()
    sizes: dict[int, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for copies in options.copies:
            path = Path(folder) / f"{copies}.jsonl"
            write(path, dataset, copies)
            sizes[copies] = measure(path)
            path.unlink()
    names = list(sizes[options.copies[0]])
    print(f"{'':52}" + "".join(f"{copies:>11}x" for copies in sizes) + "     growth")
    for name in names:
        values = [found[name] for found in sizes.values()]
        cells = "".join(f"{value:12,.2f}" for value in values)
        print(f"{name:52}{cells}{values[-1] / values[0]:11.2f}")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e3
    print(f"growth: the largest size beside the smallest; highest resident set {peak:,.0f} MB")


if __name__ == "__main__":
    main()
