"""Types, layers and style, held by the tools that users and developers run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.slow


def _run(*command: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    program = shutil.which(command[0], path=str(Path(sys.executable).parent)) or command[0]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    return subprocess.run(
        [program, *command[1:]],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )


def test_mypy_strict() -> None:
    """The package, its tools and the examples of use are clean; each typo in these is found."""
    done = _run("mypy", "--python-executable", sys.executable)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_typo_in_a_verb_is_a_type_error(tmp_path: Path) -> None:
    """From a user's side: a misspelt verb, crime or field does not pass."""
    file = tmp_path / "user.py"
    for line, word in (
        ('po.missions.in_plaice("ML")', "in_plaice"),
        ("po.missions.countering(po.CrimeType.PIRACI)", "PIRACI"),
        ('po.missions["un-minusma"].endet', "endet"),
    ):
        file.write_text(f"import peaceops as po\n{line}\n")
        done = _run("mypy", "--strict", "--python-executable", sys.executable, str(file))
        assert done.returncode == 1
        assert word in done.stdout


def test_every_public_type_is_known() -> None:
    done = _run(
        "pyright", "--pythonpath", sys.executable, "--verifytypes", "peaceops", "--ignoreexternal"
    )
    assert "Type completeness score: 100%" in done.stdout, done.stdout[-3000:]


def test_pyright() -> None:
    done = _run("pyright", "--pythonpath", sys.executable)
    assert "0 errors" in done.stdout, done.stdout[-3000:]


def test_layers() -> None:
    """A module imports only lower layers, and every module has its layer."""
    done = _run("lint-imports", "--no-cache")
    assert "1 kept, 0 broken" in done.stdout, done.stdout


@pytest.mark.parametrize("command", [("check",), ("format", "--check")])
def test_ruff(command: tuple[str, ...]) -> None:
    done = _run("ruff", *command, "--no-cache")
    assert done.returncode == 0, done.stdout
