"""The notebooks of the documentation run, and their pages show what they print."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted(path.stem for path in (ROOT / "docs" / "notebooks").glob("*.ipynb"))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs")
    command = [sys.executable, str(ROOT / "tools" / "run_notebooks.py"), "--into", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("name", NOTEBOOKS)
def test_the_page_shows_what_the_notebook_prints(written: Path, name: str) -> None:
    page = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
    assert (written / f"{name}.md").read_text(encoding="utf-8") == page


@pytest.mark.slow
def test_every_picture_is_made_by_a_notebook_and_shown_on_a_page(written: Path) -> None:
    made = {path.name for path in (written / "charts").iterdir()}
    kept = {path.name for path in (ROOT / "docs" / "charts").iterdir()}
    assert made == kept
    pages = "".join((ROOT / "docs" / f"{name}.md").read_text() for name in NOTEBOOKS)
    assert all(f"](charts/{name})" in pages for name in kept)
