"""What it costs to turn the compiled file into records, beside msgspec, in one run.

Usage: python benchmarks/decoding.py [--runs N]

Three ways to decode the same rows: ours, in Python, into the records; msgspec, in C, into
``Struct`` twins of the records, made here field by field (msgspec decodes rows into no attrs class,
and a date into no class of ours, so that its twins hold dates as text and do less);
and ``json.loads`` into bare lists, the floor of every reader that builds on the standard library.
``pip install .[bench]`` installs msgspec. Each figure is the best of N runs; the ratios are what
travels between machines.
"""

from __future__ import annotations

import argparse
import gc
import json
import time
from collections.abc import Callable
from types import GenericAlias
from typing import Any, get_args, get_origin

import attrs
import msgspec

import peaceops as po
from peaceops import rows
from peaceops.dates import Date
from peaceops.kinds import KINDS, record_class

TWINS: dict[type, type] = {}


def best(run: Callable[[], object], runs: int) -> float:
    """Return the shortest time of a call in seconds, without the garbage collector."""
    shortest = float("inf")
    for _ in range(runs):
        gc.collect()
        gc.disable()
        start = time.perf_counter()
        run()
        shortest = min(shortest, time.perf_counter() - start)
        gc.enable()
    return shortest


def twin(kind: Any) -> Any:
    """Return the type that msgspec decodes a field's type into."""
    if get_origin(kind) is tuple:
        return GenericAlias(tuple, (twin(get_args(kind)[0]), ...))
    if get_args(kind):
        (inner,) = [item for item in get_args(kind) if item is not type(None)]
        return twin(inner) | None
    if kind is Date:
        return str
    if isinstance(kind, type) and attrs.has(kind):
        if kind not in TWINS:
            fields: list[Any] = []
            for attribute in attrs.fields(attrs.resolve_types(kind)):
                many = get_origin(attribute.type) is tuple
                name = f"{attribute.name}_" if attribute.name == "id" else attribute.name
                inner = twin(attribute.type)
                fields.append((name, inner if many else inner | None, () if many else None))
            TWINS[kind] = msgspec.defstruct(kind.__name__, fields, array_like=True, frozen=True)
        return TWINS[kind]
    return kind


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    dataset = po.load()
    lines: dict[str, list[bytes]] = {}
    ours: dict[str, Callable[[list[Any]], Any]] = {}
    structs: dict[str, Any] = {}
    for kind, name in KINDS.items():
        records = list(dataset.collection(kind))
        lines[kind] = [rows.line_of(record).encode() for record in records]
        ours[kind] = rows._decoder(rows.schema_of(kind), name)  # noqa: SLF001 - what is measured
        structs[kind] = msgspec.json.Decoder(twin(record_class(name)))
    count = sum(map(len, lines.values()))
    size = sum(len(line) for found in lines.values() for line in found)

    def run_ours() -> list[Any]:
        return [ours[kind](json.loads(line)) for kind in lines for line in lines[kind]]

    def run_structs() -> list[Any]:
        return [structs[kind].decode(line) for kind in lines for line in lines[kind]]

    def run_bare() -> list[Any]:
        return [json.loads(line) for kind in lines for line in lines[kind]]

    if run_ours() != [record for kind in lines for record in dataset.collection(kind)]:
        raise SystemExit("the rows do not decode into the records: nothing to compare")
    figures = {
        "peaceops, rows into records": best(run_ours, options.runs),
        "msgspec, the same rows into twins of the records": best(run_structs, options.runs),
        "json.loads of the rows, nothing built": best(run_bare, options.runs),
    }
    print(f"{count} records, {size / 1e6:.1f} MB of rows")
    mine = figures["peaceops, rows into records"]
    for name, seconds in figures.items():
        print(f"{1000 * seconds:9.1f} ms  {mine / seconds:5.2f}  {name}")
    print("the second column is our time divided by theirs; the aim of 1.6 is against msgspec")


if __name__ == "__main__":
    main()
