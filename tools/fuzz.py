"""Fuzzing, guided by coverage and bounded: nothing but our own errors ever comes out of a reader.

Usage: python tools/fuzz.py TARGET [--runs 100000] [--seed 1]

TARGET is ``yaml``, ``json``, ``symbols``, ``dates`` or ``release``; ``all`` shares the runs out among
these, the quick ones getting more. Needs ``peaceops[fuzz]``
(atheris, on Linux). What is read is also held against a law: a record written again reads equal, a
canonical symbol is its own canonical form, a date prints as it was read, and a release that differs
from what was written never verifies. An input that breaks this is written to ``build/fuzz/``; it
becomes a line in ``tests/test_fuzz.py``, where the same functions also run under Hypothesis.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))


# --- the targets ------------------------------------------------------------------------------


def _kind(data: bytes) -> tuple[str, bytes]:
    from peaceops.kinds import KINDS

    return list(KINDS)[data[0] % len(KINDS) if data else 0], data[1:]


def yaml(data: bytes) -> None:
    """Any bytes as a YAML file of any kind."""
    from peaceops import codec
    from peaceops.errors import DataError

    kind, content = _kind(data)
    try:
        record = codec.read_yaml(kind, content, "x.yaml")
    except DataError as error:
        _check_faults(error)
        return
    again = codec.to_yaml(record)
    if codec.to_yaml(codec.read_yaml(kind, again.encode(), "x.yaml")) != again:
        raise AssertionError(f"{kind} does not read as it was written: {again!r}")


def json(data: bytes) -> None:
    """Any text as a JSON record of any kind."""
    from peaceops import codec
    from peaceops.errors import DataError

    kind, content = _kind(data)
    try:
        record = codec.read_json(kind, content.decode("utf-8", "surrogateescape"), "x.json")
    except DataError as error:
        _check_faults(error)
        return
    if codec.read_json(kind, codec.to_json(record), "x.json") != record:
        raise AssertionError(f"{kind} does not read as it was written: {record!r}")


def _check_faults(error: ValueError) -> None:
    faults = error.faults  # type: ignore[attr-defined]
    if not faults or not all(fault.file and fault.path.startswith("$") for fault in faults):
        raise AssertionError(f"a refusal without file or path: {error}")
    str(error).encode("utf-8")


def symbols(data: bytes) -> None:
    """Any text as a symbol of a document."""
    from peaceops.errors import BadSymbol
    from peaceops.symbols import canonical, parse, slug, url

    text = data.decode("utf-8", "surrogateescape")
    try:
        symbol = parse(text)
    except BadSymbol:
        return
    if canonical(symbol.text) != symbol.text or parse(symbol.text) != symbol:
        raise AssertionError(f"{text!r} gives {symbol!r}, which is not canonical")
    slug(symbol.text)
    url(symbol.text)


def dates(data: bytes) -> None:
    """Any text as a date, a day, and the ends of a span."""
    from peaceops.dates import Date, OpenEnd, Span, Standing, as_day
    from peaceops.errors import BadDate

    text = data.decode("utf-8", "surrogateescape")
    first, _, second = text.partition("/")
    found: list[Date | None] = []
    for part in (first, second):
        try:
            found.append(Date.parse(part))
        except BadDate:
            found.append(None)
        try:
            as_day(part)
        except BadDate:
            continue
    for part, date in zip((first, second), found, strict=True):
        if date is not None and not (str(date) == part and date.earliest <= date.latest):
            raise AssertionError(f"{part!r} reads as {date!r}")
    try:
        span = Span(start=found[0], end=found[1], open_end=None if found[1] else OpenEnd.ONGOING)
    except BadDate:
        return
    for date in found:
        if date is not None and span.standing(date.earliest) not in Standing:
            raise AssertionError(f"{span} has no standing")


_BASE: list[bytes] = []


def release(data: bytes) -> None:
    """A compiled file with some bytes changed, cut out or put in."""
    import samples
    from peaceops import rows
    from peaceops.dataset import Dataset
    from peaceops.errors import Tampered
    from peaceops.kinds import KINDS

    if not _BASE:
        _BASE.append(rows.write(samples.records(), "0.0.1", "2026-11-21"))
    content = bytearray(_BASE[0])
    for start in range(0, len(data) - 3, 4):
        place = int.from_bytes(data[start : start + 2], "big") % (len(content) + 1)
        if data[start + 2] % 3 == 0:
            content[place : place + 1] = data[start + 3 : start + 4]
        elif data[start + 2] % 3 == 1:
            del content[place : place + data[start + 3]]
        else:
            content[place:place] = data[start + 3 : start + 4] * (data[start + 2] % 7)

    class Archive:
        def get_data(self, path: str) -> bytes:
            return bytes(content) if path else b""

    try:
        file = rows.RowFile(rows.Bytes("nowhere.whl/_data.jsonl", Archive()))
        tables = {kind: file.table(kind) for kind in KINDS}
        opened = Dataset(tables, version="", data_date="", released=file.fingerprint)
        opened.verify()
    except Tampered:
        return
    read = {kind: {record.id: record for record in tables[kind].all()} for kind in KINDS}
    if read != samples.records():
        raise AssertionError("a changed release verifies")


TARGETS: dict[str, Callable[[bytes], None]] = {
    "yaml": yaml, "json": json, "symbols": symbols, "dates": dates, "release": release,
}  # fmt: skip


SHARES = {"yaml": 0.2, "json": 0.2, "symbols": 0.35, "dates": 0.225, "release": 0.025}
"""How ``all`` shares out its runs."""


# --- what they start from ---------------------------------------------------------------------


def corpus(target: str) -> Iterator[bytes]:
    """Give inputs to start from: good ones, and those that once broke something."""
    import hostile_cases
    import samples
    from peaceops import codec
    from peaceops.kinds import KINDS

    if target in ("yaml", "json"):
        for number, kind in enumerate(KINDS):
            for record in samples.records()[kind].values():
                text = codec.to_yaml(record) if target == "yaml" else codec.to_json(record)
                yield bytes([number]) + text.encode()
        if target == "yaml":
            for case in hostile_cases.cases():
                if len(case.content) < 4000:
                    yield bytes([list(KINDS).index(case.kind)]) + case.content
    elif target == "symbols":
        from test_symbols import SPELLINGS

        yield from (text.encode() for texts in SPELLINGS.values() for text in texts)
    elif target == "dates":
        from test_dates import BAD, GOOD

        yield from (text.encode() for text in (*GOOD, *BAD))
    else:
        yield b""
        yield b"\x00\x10\x00x"


WORDS = {
    "yaml": ("id: ", "- ", "{", "}", "[", "]", '"', "&a", "*a", "<<: ", "!!", "? ", "|", ">", "\\u200b", "2013-04-25", "~", "true"),
    "json": ("{", "}", "[", "]", '"id"', "null", "NaN", "1e9", "\\ud800", "true", ":", ","),
    "symbols": ("S/RES/", "S/PRST/", "A/RES/", "PC.DEC/", "/CFSP", "(EU)", "No ", "/Corr.1", "CSO/Journal", "PSC/PR/COMM.(", "UNSCR ", "XIV"),
    "dates": ("2013", "-04", "-25", "~", "?", "%", "/", "..", "9999", "0000"),
    "release": (),
}  # fmt: skip


# --- running ----------------------------------------------------------------------------------


def fuzz(target: str, runs: int, seed: int) -> None:
    """Run one target in this process, which ends with it."""
    import atheris

    with atheris.instrument_imports(include=["peaceops"]):
        import peaceops.codec
        import peaceops.dataset
        import peaceops.dates
        import peaceops.model
        import peaceops.rows
        import peaceops.symbols  # noqa: F401
    folder = Path(tempfile.mkdtemp(prefix="peaceops-fuzz-"))
    (folder / "corpus").mkdir()
    for number, content in enumerate(corpus(target)):
        (folder / "corpus" / f"{number:04}").write_bytes(content)
    words = "".join(
        '"{}"\n'.format(word.replace("\\", "\\\\").replace('"', '\\"')) for word in WORDS[target]
    )
    (folder / "words").write_text(words, encoding="utf-8")
    crashes = ROOT / "build" / "fuzz"
    crashes.mkdir(parents=True, exist_ok=True)
    longest = {"yaml": 6000, "json": 6000, "symbols": 140, "dates": 40, "release": 64}[target]
    atheris.Setup(
        [
            sys.argv[0], str(folder / "corpus"), *([f"-dict={folder / 'words'}"] if words else []),
            f"-runs={runs}", f"-seed={seed}", f"-max_len={longest}", "-timeout=20", "-verbosity=1", "-rss_limit_mb=2048",
            f"-artifact_prefix={crashes}/{target}-",
        ],
        TARGETS[target],
    )  # fmt: skip
    atheris.Fuzz()


def main() -> int:
    """Read the command line; ``all`` runs each target in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("target", choices=[*TARGETS, "all"])
    parser.add_argument("--runs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    if asked.target != "all":
        fuzz(asked.target, asked.runs, asked.seed)
        return 0
    total = 0
    for target in TARGETS:
        done = subprocess.run(
            [
                sys.executable, __file__, target, f"--seed={asked.seed}",
                f"--runs={round(asked.runs * SHARES[target])}",
            ],
            capture_output=True, text=True, check=False, encoding="utf-8", errors="replace",
        )  # fmt: skip
        found = re.search(r"Done ([0-9]+) runs in ([0-9]+) second", done.stderr)
        if done.returncode != 0 or found is None:
            print(done.stderr[-4000:])
            return 1
        total += int(found[1])
        print(
            f"{target}: {found[1]} inputs in {found[2]} s, nothing but our own errors", flush=True
        )
    print(f"{total} inputs in all")
    return 0


if __name__ == "__main__":
    sys.exit(main())
