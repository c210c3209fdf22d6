"""What questions cost on the shipped data, beside doing the same by hand, in one run.

Usage: python benchmarks/queries.py [--runs N] [--copies N]

Each figure is the best of N runs in microseconds; the ratios beside it are what travels between
machines. ``--copies`` repeats every mission under other ids, to see how a question grows.
Memory is what tracemalloc sees of a full load.
"""

from __future__ import annotations

import argparse
import time
import tracemalloc
from collections.abc import Callable
from datetime import date

import attrs

import peaceops as po
from peaceops.dataset import Dataset

DAY = "2014-06-30"


def best(run: Callable[[], object], runs: int, times: int = 1) -> float:
    """Return the shortest time of a call in microseconds."""
    shortest = float("inf")
    for _ in range(runs):
        start = time.perf_counter()
        for _ in range(times):
            run()
        shortest = min(shortest, (time.perf_counter() - start) / times)
    return shortest * 1e6


def grown(dataset: Dataset, copies: int) -> Dataset:
    """Return the dataset with every mission repeated under other ids."""
    more = [
        attrs.evolve(mission, id=f"{mission.id}-{number}")
        for mission in dataset.missions
        for number in range(1, copies)
    ]
    return dataset.with_records("missions", more)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--copies", type=int, default=10)
    options = parser.parse_args()
    tracemalloc.start()
    dataset = po.load()
    records = sum(
        len(list(dataset.collection(kind)))
        for kind in ("missions", "regimes", "projects", "documents", "instruments", "organizations",
                     "places")
    )  # fmt: skip
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print(f"{records} records in memory: {size / 1e6:.1f} MB, {size / records / 1e3:.1f} kB each")
    day = date.fromisoformat(DAY)
    for name, data in (
        ("shipped", dataset),
        (f"{options.copies}x", grown(dataset, options.copies)),
    ):
        missions = data.missions
        every = list(missions)
        by_id = {mission.id: mission for mission in every}
        runs = options.runs

        def naive(every: list[po.Mission] = every) -> list[po.Mission]:
            return [mission for mission in every if mission.active_on(day)]

        lookup = best(lambda m=missions: m["un-minusma"], runs, 10_000)  # type: ignore[misc]
        plain = best(lambda d=by_id: d["un-minusma"], runs, 10_000)  # type: ignore[misc]
        active = best(lambda m=missions: m.active_on(DAY), runs)  # type: ignore[misc]
        by_hand = best(naive, runs)
        at = best(lambda d=data: d.at(DAY), runs)  # type: ignore[misc]
        print(f"{name}: {len(every)} missions")
        print(f"  {lookup:9.2f}  one record by id, {lookup / plain:.1f} times a dict")
        print(f"  {active:9.1f}  missions.active_on, {active / by_hand:.2f} times a loop by hand")
        print(f"  {at:9.1f}  the dataset of a day, {at / by_hand:.2f} times that loop")


if __name__ == "__main__":
    main()
