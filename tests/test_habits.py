"""What those who come later find: forms, hooks, workflows, fragments, and that each is valid."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FORMS = ("data-error.yml", "missing-record.yml", "bug.yml")


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("vendor.github-workflows", sorted((ROOT / ".github/workflows").iterdir())),
        ("vendor.github-issue-forms", [ROOT / ".github/ISSUE_TEMPLATE" / name for name in FORMS]),
        ("vendor.github-issue-config", [ROOT / ".github/ISSUE_TEMPLATE/config.yml"]),
    ],
)
def test_workflows_and_forms_are_valid(schema: str, paths: list[Path]) -> None:
    done = _run("check_jsonschema", "--builtin-schema", schema, *map(str, paths))
    assert done.returncode == 0, done.stdout


def test_the_hooks_are_valid_and_name_tools_that_the_tests_install() -> None:
    done = _run("pre_commit", "validate-config", ".pre-commit-config.yaml")
    assert done.returncode == 0, done.stdout + done.stderr


def test_fragments_become_a_section(tmp_path: Path) -> None:
    """A fragment of each kind, rendered with the project's own configuration."""
    (tmp_path / "changes").mkdir()
    for kind in ("data", "code", "breaking"):
        (tmp_path / "changes" / f"+one.{kind}.md").write_text(f"A change of {kind}.", "utf-8")
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    (tmp_path / "CHANGELOG.md").write_bytes((ROOT / "CHANGELOG.md").read_bytes())
    done = _run(
        "towncrier", "build", "--dir", str(tmp_path), "--yes", "--version", "9.9.9",
        "--date", "2030-01-01",
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    text = (tmp_path / "CHANGELOG.md").read_text("utf-8")
    new, old = text.index("## 9.9.9 (2030-01-01)"), text.index("## 0.1.0")
    assert text.index("<!-- releases -->") < new < old
    for kind in ("data", "code", "breaking"):
        assert new < text.index(f"- A change of {kind}.") < old


def test_every_fragment_has_a_kind() -> None:
    for path in (ROOT / "changes").iterdir():
        assert path.name == "README.md" or path.suffixes[-2:][0] in {".data", ".code", ".breaking"}
