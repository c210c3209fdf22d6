"""Mutation testing: change one thing in a module, and see whether its tests notice.

    python tools/mutation.py run [MODULE ...] [--again] [--jobs N]    make and try the mutants
    python tools/mutation.py table                                    print docs/mutation.md

Cosmic Ray makes the mutants; which module meets which tests stands in ``pyproject.toml``
(``[tool.peaceops.mutation]``). Each mutant runs in a forked process that imports the changed
source from memory, so no file is ever touched and pytest is imported once. The verdicts are kept
in ``.mutation.json`` after each mutant, so that a run can be stopped and taken up again;
a verdict is kept while the line stands as it is. ``--again`` tries the survivors anew, after
tests were added; ``--fresh`` tries all of them, after tests or other lines were changed.

Not tried, since no test could tell: changed annotations (the type checkers read these), and
the star in a signature, and equality for identity and the other way round (``is`` and ``==`` on enums, None and small numbers).
"""

from __future__ import annotations

import argparse
import ast
import importlib
import importlib.abc
import importlib.machinery
import json
import os
import resource
import sys
import tomllib
import types
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / ".mutation.json"
REASONS = ROOT / "tools" / "mutation_reasons.toml"
_SAME = ("Is_Eq", "Eq_Is", "IsNot_NotEq", "NotEq_IsNot")


@dataclass(frozen=True)
class Mutant:
    """A module with one thing changed."""

    module: str
    operator: str
    line: int
    before: str
    after: str
    number: int
    source: str

    @property
    def key(self) -> str:
        """What tells it from the others of its module, also when other lines change."""
        return f"{self.operator} {self.change} #{self.number}"

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
    seen: Counter[tuple[str, str, str]] = Counter()
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
                seen[short, before, after] += 1
                number = seen[short, before, after]
                yield Mutant(module, short, line, before, after, number, changed)


def _compiles(source: str) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)
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


def _attempt(module: str, source: str, arguments: list[str], limit: int) -> tuple[str, float]:
    """Run the tests against a source of a module in a process of its own.

    Returns the verdict and the processor time; a mutant that needs more than ``limit`` seconds of
    it runs in circles and counts as killed. (How long that takes on a busy machine says nothing.)
    """
    child = os.fork()
    if child == 0:
        code = 99
        try:
            quiet = os.open(os.devnull, os.O_WRONLY)
            os.dup2(quiet, 1)
            os.dup2(quiet, 2)
            resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 5))
            name = f"peaceops.{module}"
            sys.meta_path.insert(0, _Changed(name, path_of(module), source))
            sys.dont_write_bytecode = True
            import pytest

            code = int(pytest.main(arguments))
        finally:
            os._exit(code)
    _, status, used = os.wait4(child, 0)
    ended = os.waitstatus_to_exitcode(status)
    return "survived" if ended == 0 else "killed", used.ru_utime + used.ru_stime


def _warm(module: str) -> None:
    """Import what every run needs and the module takes no part in: most of a run is imports."""
    os.environ["HYPOTHESIS_PROFILE"] = "mutation"
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    sys.path.insert(0, str(ROOT / "tests"))
    os.chdir(ROOT)
    for name in ("pytest", "attrs", "cattrs.gen", "yaml", "hypothesis.strategies"):
        importlib.import_module(name)
    package = ROOT / "src" / "peaceops"
    names = [
        ".".join(path.relative_to(ROOT / "src").with_suffix("").parts).removesuffix(".__init__")
        for path in sorted(package.rglob("*.py"))
        if path.name not in ("__main__.py", "_digest.py")
    ]
    for name in [*names, "samples"]:
        if _leaves_alone(name, f"peaceops.{module}"):
            importlib.import_module(name)
    if "samples" in sys.modules:
        sys.modules["samples"].records()  # the converter is made, and remembered


def _leaves_alone(name: str, module: str) -> bool:
    """Whether importing something does not import the module; tried in a process of its own."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            importlib.import_module(name)
            if name == "samples":
                sys.modules["samples"].records()
            code = int(module in sys.modules)
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def run(modules: Sequence[str], *, again: bool, jobs: int, say: Callable[[str], None]) -> None:
    """Try the mutants of the modules that have no verdict yet, each module in its own process."""
    for module in modules or list(config()["modules"]):
        child = os.fork()
        if child == 0:
            code = 1
            try:
                _run_module(module, again=again, jobs=jobs, say=say)
                code = 0
            except BaseException as error:  # noqa: BLE001 - told, and the process ends
                say(f"{module}: {error}")
            finally:
                os._exit(code)
        if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0:
            raise SystemExit(1)


def _run_module(module: str, *, again: bool, jobs: int, say: Callable[[str], None]) -> None:
    arguments = [
        "-x", "-q", "--no-header", "-p", "no:cacheprovider", "--assert=plain",
        *config()["modules"][module],
    ]  # fmt: skip
    made = list(mutants(module))
    _warm(module)
    source = path_of(module).read_text(encoding="utf-8")
    verdict, took = _attempt(module, source, arguments, 600)
    if verdict != "survived":
        raise ValueError(f"the tests fail on the module as it is: {arguments}")
    limit = 5 + round(5 * took)
    old = _read().get(module, {})
    kept = {mutant.key: old[mutant.key] for mutant in made if mutant.key in old}
    todo = [
        mutant
        for mutant in made
        if mutant.key not in kept or (again and kept[mutant.key]["verdict"] == "survived")
    ]
    say(f"{module}: {len(made)} mutants, {len(todo)} to try, the tests take {took:.1f} s")

    def attempt(mutant: Mutant) -> tuple[Mutant, str]:
        return mutant, _attempt(module, mutant.source, arguments, limit)[0]

    with ThreadPoolExecutor(jobs) as pool:
        for mutant, verdict in pool.map(attempt, todo):
            kept[mutant.key] = {"verdict": verdict, "line": mutant.line, "change": mutant.change}
            _write(module, kept)
            if verdict == "survived":
                say(f"  {module}:{mutant.line}: {mutant.change}")
    survived = sum(found["verdict"] == "survived" for found in kept.values())
    say(f"{module}: {len(made) - survived} of {len(made)} killed")


# --- telling ----------------------------------------------------------------------------------


def table() -> Iterator[str]:
    """Give docs/mutation.md, line by line: counts, and every survivor with its reason."""
    known, reasons = _read(), _reasons()
    yield "# Mutation testing: what the tests do not notice"
    yield ""
    yield "A mutant is a module with one thing changed: a comparison, a number, `and` for `or`, a loop that"
    yield "does not run, a `continue` that is a `break`. It is killed where a test fails on it. This page is"
    yield "printed by `python tools/mutation.py table` from the last `python tools/mutation.py run`; which"
    yield "module meets which tests stands in `pyproject.toml`. Not tried: annotations, and `is` for `==` and"
    yield "the other way round."
    yield ""
    yield "| module | mutants | killed | survived | % killed |"
    yield "|---|---|---|---|---|"
    total = killed = 0
    for module in config()["modules"]:
        found = known.get(module, {})
        dead = sum(verdict["verdict"] == "killed" for verdict in found.values())
        total, killed = total + len(found), killed + dead
        yield f"| {module} | {len(found)} | {dead} | {len(found) - dead} | {_share(dead, len(found))} |"
    yield f"| all | {total} | {killed} | {total - killed} | {_share(killed, total)} |"
    yield ""
    yield "## The survivors, and why"
    yield ""
    yield "| where | the line | became | why no test can or should tell |"
    yield "|---|---|---|---|"
    for module, found in known.items():
        rows = [verdict for verdict in found.values() if verdict["verdict"] == "survived"]
        for verdict in sorted(rows, key=lambda row: (row["line"], row["change"])):
            before, _, after = verdict["change"].partition("  =>  ")
            why = next(
                (
                    reason["why"]
                    for reason in reasons
                    if reason["module"] == module
                    and reason["line"] in before
                    and reason.get("became", "") in after
                ),
                UNEXPLAINED,
            )
            yield f"| {module}:{verdict['line']} | {_code(before)} | {_code(after)} | {why} |"


UNEXPLAINED: Final = "not looked at yet"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else ""


def _code(text: str) -> str:
    plain = text.replace("|", "\\|")
    return f"`` {plain} ``" if plain else "(the line is gone)"


def _reasons() -> list[dict[str, str]]:
    found: list[dict[str, str]] = tomllib.loads(REASONS.read_text(encoding="utf-8"))["reason"]
    return found


def _read() -> dict[str, dict[str, dict[str, Any]]]:
    if not RESULTS.exists():
        return {}
    found: dict[str, dict[str, dict[str, Any]]] = json.loads(RESULTS.read_text(encoding="utf-8"))
    return found


def _write(module: str, verdicts: dict[str, dict[str, Any]]) -> None:
    """Keep the verdicts on a module beside those on others, which another run may be writing."""
    known = {**_read(), module: verdicts}
    new = RESULTS.with_suffix(f".{os.getpid()}")
    new.write_text(json.dumps(known, ensure_ascii=False, indent=0), encoding="utf-8")
    new.replace(RESULTS)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    verbs = parser.add_subparsers(dest="verb", required=True)
    runner = verbs.add_parser("run")
    runner.add_argument("modules", nargs="*")
    runner.add_argument("--again", action="store_true")
    runner.add_argument("--fresh", action="store_true")
    runner.add_argument("--jobs", type=int, default=1)
    verbs.add_parser("table")
    asked = parser.parse_args()
    if asked.verb == "table":
        print("\n".join(table()))
        return
    if asked.verb == "run":
        if asked.fresh:
            RESULTS.unlink(missing_ok=True)
        run(
            asked.modules,
            again=asked.again,
            jobs=asked.jobs,
            say=lambda text: print(text, flush=True),
        )


if __name__ == "__main__":
    main()
