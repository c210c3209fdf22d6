"""Time and memory that the reader spends on each hostile file before it refuses it.

Usage: python tools/hostile_report.py [--limit 0.1] [--megabytes 50]

Prints the slowest and the largest, and how many there are; exits with 1 where a file takes more
than the limits. Time is that of the processor, the best of three runs (a busy machine is not the reader's fault), memory
the peak of what Python and the parser allocate for the file, measured apart.
"""

from __future__ import annotations

import argparse
import sys
import time
import tracemalloc
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from peaceops import codec
from peaceops.errors import DataError
from peaceops.folder import SourceFile, dataset_of
from peaceops.rules import check

ROOT = Path(__file__).resolve().parent.parent


def refuse(case: Any) -> bool:
    """Read a file and, where it is a rule that refuses it, check it."""
    try:
        record = codec.read_yaml(case.kind, case.content, "x.yaml")
    except DataError:
        return True
    files = (SourceFile("x.yaml", case.kind, case.content, record),)
    return not check(dataset_of(files, version="0", data_date=""), files).clean


def seconds(work: Callable[[], object]) -> float:
    """Measure the best of three runs."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def megabytes(work: Callable[[], object]) -> float:
    """Measure the peak of what one run allocates."""
    tracemalloc.start()
    work()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1_000_000


def main() -> int:
    """Measure all files and print the worst of them."""
    sys.path.insert(0, str(ROOT / "tests"))
    from test_hostile import CASES

    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--limit", type=float, default=0.1, help="seconds for a file")
    parser.add_argument("--megabytes", type=float, default=50.0, help="memory for a file")
    asked = parser.parse_args()
    refuse(CASES[0])  # the converter is made once, with the first file
    passed = [case.name for case in CASES if not refuse(case)]
    works = [(case.name, partial(refuse, case)) for case in CASES]
    took = sorted(((seconds(work), name) for name, work in works), reverse=True)
    held = sorted(((megabytes(work), name) for name, work in works), reverse=True)
    print(
        f"{len({case.content for case in CASES})} hostile files, {len(passed)} not refused: {passed}"
    )
    print("slowest: " + ", ".join(f"{name} {value:.3f} s" for value, name in took[:3]))
    print("largest: " + ", ".join(f"{name} {value:.1f} MB" for value, name in held[:3]))
    bad = bool(passed) or took[0][0] > asked.limit or held[0][0] > asked.megabytes
    return int(bad)


if __name__ == "__main__":
    sys.exit(main())
