"""The documentation is true: every example runs, every page is in step, every link leads on."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

import samples

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "data" / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
_BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


NOTEBOOKS = {path.stem for path in (ROOT / "docs" / "notebooks").glob("*.ipynb")}
WRITTEN = [page for page in PAGES if page.stem not in NOTEBOOKS]  # the others run as notebooks


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: str(page.relative_to(ROOT)))
def test_python_examples(page: Path) -> None:
    """Sessions give what they show; plain blocks run."""
    runner = doctest.DocTestRunner()
    names: dict[str, object] = {}
    for number, block in enumerate(_BLOCK.findall(page.read_text(encoding="utf-8"))):
        if ">>>" in block:
            test = doctest.DocTestParser().get_doctest(block, names, f"{number}", str(page), 0)
            test.globs = names
            runner.run(test, clear_globs=False)
        else:
            exec(compile(block, str(page), "exec"), names)  # noqa: S102 - our own page
    assert runner.summarize(verbose=False).failed == 0


def test_the_first_example_prints_what_the_readme_shows(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    code, shown = re.search(r"```python\n(.*?)```\n\n```\n(.*?)```", text, re.DOTALL).groups()  # type: ignore[union-attr]
    exec(compile(code, "README.md", "exec"), {})  # noqa: S102 - our own page
    assert capsys.readouterr().out == shown


def test_made_pages_are_in_step() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "make_docs.py"), "--check"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if not target.startswith("http"):
            assert (page.parent / target).exists(), target


def test_every_command_in_the_docs_exists() -> None:
    """A command that a page shows is understood by the command line."""
    words = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    shown = set(re.findall(r"(?:^|`|&& )(?:\S*/)?peaceops ([a-z][a-z-]+)", words, re.MULTILINE))
    assert shown == set(samples.COMMANDS), "a command without a page, or a page without a command"


def test_the_readme_has_two_set_up_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^```sh\n(.*?)\n```$", text, re.MULTILINE)
    assert len(commands) == 2
    assert all("\n" not in command for command in commands)
