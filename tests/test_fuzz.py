"""The targets of ``tools/fuzz.py``, under Hypothesis always, under Atheris where it is installed."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

TOOLS = Path(__file__).parent.parent / "tools"
sys.path.insert(0, str(TOOLS))
import fuzz

SEEDS = {target: list(fuzz.corpus(target)) for target in fuzz.TARGETS}


@pytest.mark.parametrize("target", fuzz.TARGETS)
def test_what_fuzzing_starts_from_keeps_the_law(target: str) -> None:
    assert SEEDS[target]
    for content in SEEDS[target]:
        fuzz.TARGETS[target](content)


@st.composite
def _edited(draw: st.DrawFn, target: str) -> bytes:
    """A good input with some bytes changed, cut out or put in."""
    content = bytearray(draw(st.sampled_from(SEEDS[target])))
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(content)))
        length = draw(st.integers(0, 9))
        words = st.sampled_from(fuzz.WORDS[target] or ("x",)).map(str.encode)
        content[place : place + length] = draw(st.binary(max_size=3) | words)
    return bytes(content)


@given(_edited("yaml") | st.binary(max_size=200))
@example(b'\x00name: "\\U00110000"\n')  # once a ValueError of the plain parser
@example(b'\x00name: "\\UFFFFFFFF"\n')  # once an OverflowError of the plain parser
@example(b"\x00%YAML 1." + b"9" * 5000 + b"\n---\nid: x\n")  # once a ValueError of the plain parser
def test_yaml(data: bytes) -> None:
    fuzz.yaml(data)


@given(_edited("json") | st.binary(max_size=200))
@example(b'\x00{"\xed\xa0\x80": 1}')  # a key that no terminal can show
def test_json(data: bytes) -> None:
    fuzz.json(data)


@given(_edited("symbols") | st.binary(max_size=60))
@example(b"PSC/PR/COMM.(00)")  # once gave a canonical form that was no symbol
def test_symbols(data: bytes) -> None:
    fuzz.symbols(data)


@given(_edited("dates") | st.binary(max_size=30))
def test_dates(data: bytes) -> None:
    fuzz.dates(data)


@given(st.binary(max_size=24))
@example(b"\xe9\x00\xff\x26")  # once an error of attrs: a date's code turned into none
@example(b"\xae\xfc\x5d\x70")  # once verified, though a vocabulary had become plain text
def test_release(data: bytes) -> None:
    fuzz.release(data)


@pytest.mark.slow
@pytest.mark.skipif(find_spec("atheris") is None, reason="atheris is made for Linux only")
@pytest.mark.parametrize("target", fuzz.TARGETS)
def test_guided_by_coverage(target: str) -> None:
    """A short run of the tool itself; the long one is a command."""
    runs = 300 if target == "release" else 3000
    done = subprocess.run(
        [sys.executable, str(TOOLS / "fuzz.py"), target, f"--runs={runs}"],
        capture_output=True, text=True, check=False, encoding="utf-8", errors="replace",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    assert f"Done {runs} runs" in done.stderr
