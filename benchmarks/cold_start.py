"""What a cold start costs, beside packages that a user would compare us with, in one run.

Usage: python benchmarks/cold_start.py [--runs N]

Every figure is the CPU time (user and system) of fresh processes above a bare interpreter of
the same environment, the median of N runs, the runs of all rows interleaved. ``pip install
.[bench]`` installs the peers; peaceops has to be installed from its wheel, not as a checkout.
Absolute figures do not travel between machines; the ratios in the last lines do.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROWS = {
    "bare interpreter": "pass",
    "import peaceops": "import peaceops",
    "import attrs": "import attrs",
    "import the model of missions": "from peaceops.model import Mission",
    "peaceops: first record by id": "import peaceops as po; po.missions['un-minusma'].name",
    "pycountry: first lookup": "import pycountry; pycountry.countries.get(alpha_2='ML').name",
    "peaceops: all records": (
        "import peaceops as po\n"
        "for kind in ('missions', 'regimes', 'projects', 'documents', 'instruments', "
        "'organizations', 'places'): list(getattr(po, kind))"
    ),
    "pandas.read_csv of our documents": "import pandas; pandas.read_csv({csv!r})",
    "bioregistry: all records": "import bioregistry; len(bioregistry.read_registry())",
}


def cpu_seconds(code: str) -> float:
    """Run code in a fresh interpreter and return the CPU seconds that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        env=environment,
        stdout=subprocess.DEVNULL,
        cwd=tempfile.gettempdir(),
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def write_csv(path: Path) -> None:
    """Write our own documents as a CSV file, what a user would read with pandas instead."""
    import peaceops as po

    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "kind", "issuer", "date", "subject"))
        for document in po.documents:
            date = str(document.date) if document.date else ""
            writer.writerow(
                (document.id, document.kind.code, document.issuer, date, document.subject)
            )


def main() -> None:
    """Measure every row and print medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=11, help="fresh processes per row")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "documents.csv"
        write_csv(table)
        rows = {name: code.replace("{csv!r}", repr(str(table))) for name, code in ROWS.items()}
        for code in rows.values():
            cpu_seconds(code)  # compiles and warms the page cache
        times: dict[str, list[float]] = {name: [] for name in rows}
        for _ in range(options.runs):
            for name, code in rows.items():
                times[name].append(cpu_seconds(code))
    bare = statistics.median(times["bare interpreter"])
    above = {
        name: 1000 * (statistics.median(found) - bare)
        for name, found in times.items()
        if name != "bare interpreter"
    }
    first, peer = above["peaceops: first record by id"], above["pycountry: first lookup"]
    whole, rich = above["peaceops: all records"], above["bioregistry: all records"]
    ratios = {
        "first record / pycountry's first lookup (at most 1.2)": first / peer,
        "all records / bioregistry's (at most 0.1)": whole / rich,
        "first record / import of its model": first / above["import the model of missions"],
    }
    if options.json:
        print(json.dumps({"runs": options.runs, "cpu_ms_above_bare": above, "ratios": ratios}))
        return
    print(f"CPU ms above a bare interpreter ({1000 * bare:.1f} ms), median of {options.runs} runs")
    for name, value in above.items():
        print(f"{value:10.1f}  {name}")
    for name, value in ratios.items():
        print(f"{value:10.2f}  {name}")


if __name__ == "__main__":
    main()
