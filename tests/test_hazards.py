"""Hazards of a dataset that is shipped as a library, as far as no other file tests them.

The table of all hazards, with the test for each, stands in ``docs/reliability.md``.
"""

from __future__ import annotations

import ast
import copy
import os
import pickle
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

import peaceops as po
import samples
from peaceops import codec
from peaceops.dataset import Dataset, MemoryTable
from peaceops.folder import read_files
from peaceops.kinds import KINDS
from peaceops.model._record import Record, fields
from peaceops.rules import parts

ROOT = Path(__file__).parent.parent
SOURCE = sorted((ROOT / "src" / "peaceops").rglob("*.py"))


# --- the table --------------------------------------------------------------------------------


def _tests() -> set[str]:
    return {
        node.name
        for path in (ROOT / "tests").glob("test_*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


def test_every_hazard_names_tests_that_exist() -> None:
    page = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")
    lines = [line for line in page.splitlines() if re.match(r"\| [0-9]+ \|", line)]
    assert [int(line.split("|")[1]) for line in lines] == list(range(1, 31))
    for line in lines:
        named = set(re.findall(r"`(test_\w+)`", line))
        assert named, line
        assert named <= _tests(), named - _tests()


# --- nothing that runs foreign code -----------------------------------------------------------


@pytest.mark.parametrize("path", SOURCE, ids=lambda path: path.name)
def test_no_module_can_run_code_from_data(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            names = {alias.name for alias in node.names} | {getattr(node, "module", None)}
            assert not names & {"pickle", "marshal", "shelve", "dill", "ctypes"}, path
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in ("eval", "exec", "compile"), path
    assert not any(isinstance(node, ast.Assert) for node in ast.walk(tree)), (
        "asserts vanish under -O"
    )


def test_no_module_asks_the_clock_or_the_network() -> None:
    words = re.compile(
        r"\b(?:date\.today|datetime\.now|time\.time|urlopen|import socket|import requests)\b"
    )
    for path in SOURCE:
        found = words.findall(path.read_text(encoding="utf-8"))
        assert not found, (path, found)


# --- frozen, and tampering seen ---------------------------------------------------------------


def _fresh() -> Dataset:
    own = copy.deepcopy(samples.records())  # the sample itself stays as it is
    tables = {kind: MemoryTable(found.values()) for kind, found in own.items()}
    made = Dataset(tables, version="1.0.0", data_date="2026-11-21")
    return Dataset(tables, version="1.0.0", data_date="2026-11-21", released=made.fingerprint)


def _slots() -> Iterator[Any]:
    for kind in KINDS:
        for key in samples.records()[kind]:
            record = samples.records()[kind][key]
            for path, part in parts(record):
                for name in fields(type(part)):
                    yield pytest.param(kind, key, path, name, id=f"{key} {path}.{name}")


@pytest.mark.parametrize(("kind", "key", "path", "name"), list(_slots()))
def test_verify_notices_any_changed_slot(kind: str, key: str, path: str, name: str) -> None:
    data = _fresh()
    assert data.verify()
    part = dict(parts(data.collection(kind)[key]))[path]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(part, name, None)
    old = getattr(part, name)
    new = ("changed",) if isinstance(old, tuple) else "changed"
    object.__setattr__(part, name, new)
    with pytest.raises(po.Tampered):
        data.verify()


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_copies_are_equal(protocol: int) -> None:
    for kind in KINDS:
        for record in list(po.load().collection(kind))[:40]:
            assert pickle.loads(pickle.dumps(record, protocol)) == record  # noqa: S301 - our own
            assert copy.copy(record) == copy.deepcopy(record) == attrs.evolve(record) == record
            assert hash(copy.deepcopy(record)) == hash(record)


def test_no_float_dict_or_list_anywhere() -> None:
    allowed = (str, int, bool, type(None), po.Date, po.Span, po.OpenEnd, Record)
    for kind in KINDS:
        for record in po.load().collection(kind):
            for path, part in parts(record):
                for name in fields(type(part)):
                    value = getattr(part, name)
                    for item in value if isinstance(value, tuple) else (value,):
                        fits = isinstance(item, allowed) or hasattr(type(item), "of")
                        assert fits, (record.id, path, name, type(item))


# --- bombs, traversal, regular expressions ----------------------------------------------------

BOMBS = {
    "aliases": "id: &a [x, x]\nname: [*a, *a]\nx: &b [*a, *a]\ny: [*b, *b]\n",
    "merge": "id: x\n<<: {name: y}\n",
    "tag": "id: !!python/object/apply:os.system ['true']\n",
    "depth": "id: " + "[" * 20_000 + "]" * 20_000 + "\n",
    "nodes": "aliases: [" + "a, " * 60_000 + "a]\n",
    "size": 'name: "' + "x" * 1_100_000 + '"\n',
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_are_refused_before_they_are_built(name: str) -> None:
    with pytest.raises(po.DataError) as refused:
        codec.read_yaml("missions", BOMBS[name].encode(), "bomb.yaml")
    assert refused.value.faults[0].file == "bomb.yaml"


@pytest.mark.parametrize(
    "name",
    [
        "../x", "/etc/passwd", "..", "a/../../b", "C:\\x", "\\\\host\\x", "un-x/../y", "./x",
        "un-x\0y", "~root/x",
    ],
)  # fmt: skip
def test_an_id_is_never_a_path(name: str, tmp_path: Path) -> None:
    """Names that lead elsewhere break a rule, and no export writes a file named after a record."""
    data = samples.put("missions", "un-before", id=name)
    report = po.check(data)
    assert any(finding.code == "id-form" for finding in report.findings), str(report)
    files = [Path(path) for path in data.export(str(tmp_path / "out"), "json")]
    assert all(path.parent == tmp_path / "out" for path in files)


def test_no_regular_expression_runs_away() -> None:
    """Every pattern of the package against hostile texts, in a process that may not hang."""
    code = """
import importlib, pkgutil, re, peaceops
patterns = set()
for module in pkgutil.walk_packages(peaceops.__path__, "peaceops."):
    if module.name.endswith("__main__") or "__pyinstaller" in module.name:
        continue
    for value in vars(importlib.import_module(module.name)).values():
        if isinstance(value, re.Pattern):
            patterns.add(value)
assert len(patterns) > 6
texts = [unit * (50_000 // len(unit)) + end for end in ("", "!", "\\n")
         for unit in ("a", "1", " ", "a ", "1 ", "1.", "-", "a-", "/", "(", "S/RES/1 ", "1/", "[1]", "~?")]
for pattern in patterns:
    for text in texts:
        pattern.match(text), pattern.fullmatch(text), pattern.search(text)
print(len(patterns), "patterns")
"""
    done = _python("-c", code, timeout=120)
    assert done.stdout.endswith(" patterns\n")


# --- text, encodings, line ends ---------------------------------------------------------------


def test_windows_line_ends_change_nothing() -> None:
    """A checkout with other line ends reads equal, and git leaves the data as it is."""
    content = samples.MISSION.encode()
    read = codec.read_yaml("missions", content, "x.yaml")
    assert codec.read_yaml("missions", content.replace(b"\n", b"\r\n"), "x.yaml") == read
    assert "* -text" in (ROOT / ".gitattributes").read_text(encoding="utf-8")


def _python(*arguments: str, timeout: int = 120, **environment: str) -> Any:
    done = subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, encoding="utf-8",
        timeout=timeout, check=False, env={**os.environ, **environment},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done


@pytest.mark.slow
def test_no_encoding_is_left_to_the_machine(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    strict = ("-X", "warn_default_encoding", "-W", "error::EncodingWarning")
    for arguments in (
        ("show", "MINUSMA"), ("export", "csv", str(tmp_path / "csv")), ("cite", "UNAMA"),
        ("stats", "--lens", "crime"), ("show", "un-cote-divoire-2004"),
    ):  # fmt: skip
        done = _python(*strict, "-m", "peaceops", *arguments, LC_ALL="C", PYTHONUTF8="0")
        assert done.stdout


# --- other places to run ----------------------------------------------------------------------


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("compiled") / "_data.jsonl"
    path.write_bytes(samples.compiled_release(po.__version__))
    return path


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_forked_process_reads_on(compiled: Path) -> None:
    code = f"""
import os, peaceops as po
ds = po.open_release({str(compiled)!r})
assert ds.missions["un-minusma"].acronym == "MINUSMA"
child = os.fork()
if child == 0:
    ok = ds.missions["un-minusca"].acronym == "MINUSCA" and len(list(ds.regimes)) > 5
    os._exit(0 if ok else 1)
assert os.waitpid(child, 0)[1] == 0
assert ds.missions["un-monusco"].acronym == "MONUSCO"
"""
    _python("-W", "error", "-c", code)


def test_a_subinterpreter_reads_the_compiled_data(compiled: Path) -> None:
    name = "_xxsubinterpreters" if sys.version_info < (3, 13) else "_interpreters"
    code = f"""
import sys
import {name} as interpreters
inner = '''
import sys
sys.path[:] = {{path!r}}
import peaceops as po
assert po.open_release({str(compiled)!r}).missions["un-minusma"].acronym == "MINUSMA"
'''.format(path=sys.path)
made = interpreters.create()
failed = interpreters.run_string(made, inner)
assert failed is None, failed
"""
    _python("-c", code, PYTHONPATH=str(ROOT / "src"))


def test_a_read_only_folder_is_enough(compiled: Path, tmp_path: Path) -> None:
    folder = tmp_path / "readonly"
    folder.mkdir()
    target = folder / "_data.jsonl"
    target.write_bytes(compiled.read_bytes())
    target.chmod(0o444)
    folder.chmod(0o555)
    try:
        assert po.open_release(target).missions["un-minusma"] == po.missions["un-minusma"]
    finally:
        folder.chmod(0o755)


def test_every_data_file_ends_in_one_newline_and_has_no_tab() -> None:
    for file in read_files(ROOT / "data"):
        assert file.content.endswith(b"\n"), file.path
        assert not file.content.endswith(b"\n\n"), file.path
        assert b"\t" not in file.content, file.path
        assert b"\r" not in file.content, file.path
