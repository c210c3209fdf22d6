"""Mutation testing: change one thing in a module, and see whether its tests notice.

    python tools/mutation.py run [MODULE ...] [--again] [--jobs N]    make and try the mutants
    python tools/mutation.py table                                    print docs/mutation.md

Cosmic Ray makes the mutants; which module meets which tests stands in ``pyproject.toml``
(``[tool.peaceops.mutation]``). Each mutant runs in a forked process that imports the changed
source from memory, so no file is ever touched and pytest is imported once. The verdicts are kept
in ``.mutation.json`` after each mutant, so that a run can be stopped and taken up again;
``--again`` tries the survivors and the mutants of changed sources only.

Not tried, since no test could tell: changed annotations (the type checkers read these), and
the star in a signature, and equality for identity and the other way round (``is`` and ``==`` on enums, None and small numbers).
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import importlib
import importlib.abc
import importlib.machinery
import json
import os
import signal
import sys
import time
import tomllib
import types
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / ".mutation.json"
REASONS = ROOT / "tools" / "mutation_reasons.toml"
_SAME = ("Is_Eq", "Eq_Is", "IsNot_NotEq", "NotEq_IsNot")
_TIMEOUT = 60.0


@dataclass(frozen=True)
class Mutant:
    """A module with one thing changed."""

    module: str
    operator: str
    line: int
    before: str
    after: str
    source: str

    @property
    def key(self) -> str:
        """What tells it from all others while the module stays as it is."""
        digest = hashlib.sha256(self.source.encode()).hexdigest()[:16]
        return f"{self.operator} {self.line} {digest}"

    @property
    def change(self) -> str:
        """The line before and after, by which a reason finds its survivor."""
        return f"{self.before}  =>  {self.after}"


def config() -> dict[str, Any]:
    """Read which modules are tried, and against which tests."""
    content = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found: dict[str, Any] = content["tool"]["peaceops"]["mutation"]
    return found


def path_of(module: str) -> Path:
    """Return the file of a module such as ``rules.dates``."""
    stem = ROOT / "src" / "peaceops" / module.replace(".", "/")
    return stem / "__init__.py" if stem.is_dir() else stem.with_suffix(".py")


# --- making -----------------------------------------------------------------------------------


def mutants(module: str) -> Iterator[Mutant]:
    """Make every mutant of a module."""
    from cosmic_ray.ast import ast_nodes, get_ast
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator, operator_names

    source = path_of(module).read_text(encoding="utf-8")
    unseen = _annotations(source)
    tree = get_ast(source)
    for name in sorted(operator_names()):
        kind = get_operator(name)
        if kind.arguments() or name.endswith(_SAME):
            continue
        operator = kind()
        positions = [
            place for node in ast_nodes(tree) for place in operator.mutation_positions(node)
        ]
        for index, (start, _) in enumerate(positions):
            if any(first <= start < last for first, last in unseen):
                continue
            leaf = tree.get_leaf_for_position(start)
            if leaf.value in ("*", "/") and leaf.parent.type in ("parameters", "param"):
                continue  # the star of a signature is no operator
            changed = mutate_code(source, operator, index)
            if changed is not None and changed != source and _compiles(changed):
                line, before, after = _difference(source, changed)
                short = name.rpartition("/")[2]
                yield Mutant(module, short, line, before, after, changed)


def _compiles(source: str) -> bool:
    try:
        compile(source, "mutant", "exec")
    except SyntaxError:
        return False
    return True


def _annotations(source: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Where annotations and imports for checkers stand: nothing there is ever run."""
    places: list[ast.AST] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, (ast.arg, ast.AnnAssign)) and node.annotation is not None:
            places.append(node.annotation)
        elif isinstance(node, ast.FunctionDef) and node.returns is not None:
            places.append(node.returns)
        elif isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            places.append(node)
    return [
        ((place.lineno, place.col_offset), (place.end_lineno, place.end_col_offset))  # type: ignore[attr-defined]
        for place in places
    ]


def _difference(source: str, changed: str) -> tuple[int, str, str]:
    pairs = zip(source.split("\n"), changed.split("\n"), strict=False)
    for number, (before, after) in enumerate(pairs, 1):
        if before != after:
            return number, " ".join(before.split()), " ".join(after.split())
    return 0, "", ""


# --- trying -----------------------------------------------------------------------------------


class _Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports one module from a source in memory."""

    def __init__(self, name: str, path: Path, source: str) -> None:
        self.name = name
        self.path = path
        self.source = source

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002 - the protocol of finders
        target: types.ModuleType | None = None,  # noqa: ARG002
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != self.name:
            return None
        package = self.path.name == "__init__.py"
        spec = importlib.machinery.ModuleSpec(
            fullname, self, origin=str(self.path), is_package=package
        )
        if package:
            spec.submodule_search_locations = [str(self.path.parent)]
        spec.has_location = True
        return spec

    def exec_module(self, module: types.ModuleType) -> None:
        exec(compile(self.source, str(self.path), "exec"), module.__dict__)  # noqa: S102


def _attempt(module: str, source: str, arguments: list[str]) -> str:
    """Run the tests against a source of a module in a process of its own."""
    child = os.fork()
    if child == 0:
        code = 99
        try:
            quiet = os.open(os.devnull, os.O_WRONLY)
            os.dup2(quiet, 1)
            os.dup2(quiet, 2)
            os.setpgid(0, 0)
            signal.alarm(int(_TIMEOUT) + 1)
            name = f"peaceops.{module}"
            sys.meta_path.insert(0, _Changed(name, path_of(module), source))
            sys.dont_write_bytecode = True
            import pytest

            code = int(pytest.main(arguments))
        finally:
            os._exit(code)
    end = time.monotonic() + _TIMEOUT
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            ended = os.waitstatus_to_exitcode(status)
            return "survived" if ended == 0 else "killed"
        time.sleep(0.01)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return "killed"


def _warm() -> None:
    """Import what every run needs and no mutant touches."""
    os.environ["HYPOTHESIS_PROFILE"] = "mutation"
    os.environ["PYTHONHASHSEED"] = "0"
    sys.path.insert(0, str(ROOT / "tests"))
    os.chdir(ROOT)
    for name in ("pytest", "attrs", "cattrs", "cattrs.gen", "yaml", "hypothesis"):
        importlib.import_module(name)
    loaded = [name for name in sys.modules if name.split(".")[0] == "peaceops"]
    if loaded:
        raise SystemExit(f"peaceops is already imported: {loaded}")


def run(modules: Sequence[str], *, again: bool, jobs: int, say: Callable[[str], None]) -> None:
    """Try the mutants of the modules that have no verdict yet."""
    _warm()
    tests = config()["modules"]
    for module in modules or list(tests):
        arguments = [
            "-x",
            "-q",
            "--no-header",
            "-p",
            "no:cacheprovider",
            "-p",
            "no:xdist",
            "--assert=plain",
            *tests[module],
        ]
        source = path_of(module).read_text(encoding="utf-8")
        started = time.monotonic()
        if _attempt(module, source, arguments) != "survived":
            raise SystemExit(f"{module}: the tests fail on the module as it is: {tests[module]}")
        took = time.monotonic() - started
        known = _read()
        made = list(mutants(module))
        old = known.get(module, {})
        kept = {mutant.key: old[mutant.key] for mutant in made if mutant.key in old}
        known[module] = kept
        todo = [
            mutant
            for mutant in made
            if mutant.key not in kept or (again and kept[mutant.key]["verdict"] == "survived")
        ]
        say(f"{module}: {len(made)} mutants, {len(todo)} to try, the tests take {took:.1f} s")

        def attempt(mutant: Mutant, arguments: list[str] = arguments) -> tuple[Mutant, str]:
            return mutant, _attempt(mutant.module, mutant.source, arguments)

        with ThreadPoolExecutor(jobs) as pool:
            for mutant, verdict in pool.map(attempt, todo):
                kept[mutant.key] = {
                    "verdict": verdict, "line": mutant.line, "change": mutant.change,
                }  # fmt: skip
                _write(known)
                if verdict == "survived":
                    say(f"  {module}:{mutant.line}: {mutant.change}")
        survived = sum(found["verdict"] == "survived" for found in kept.values())
        say(f"{module}: {len(made) - survived} of {len(made)} killed")


def _read() -> dict[str, dict[str, dict[str, Any]]]:
    if not RESULTS.exists():
        return {}
    found: dict[str, dict[str, dict[str, Any]]] = json.loads(RESULTS.read_text(encoding="utf-8"))
    return found


def _write(known: dict[str, dict[str, dict[str, Any]]]) -> None:
    new = RESULTS.with_suffix(".new")
    new.write_text(json.dumps(known, ensure_ascii=False, indent=0), encoding="utf-8")
    new.replace(RESULTS)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    verbs = parser.add_subparsers(dest="verb", required=True)
    runner = verbs.add_parser("run")
    runner.add_argument("modules", nargs="*")
    runner.add_argument("--again", action="store_true")
    runner.add_argument("--jobs", type=int, default=1)
    verbs.add_parser("table")
    asked = parser.parse_args()
    if asked.verb == "run":
        run(
            asked.modules,
            again=asked.again,
            jobs=asked.jobs,
            say=lambda text: print(text, flush=True),
        )


if __name__ == "__main__":
    main()
