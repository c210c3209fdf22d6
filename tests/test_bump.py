"""The version of a release is held against what its data changed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import samples

TOOLS = Path(__file__).parent.parent / "tools"
sys.path.insert(0, str(TOOLS))
import check_bump

PLACE = 'id: "{0}"\nname: "{1}"\nkind: state\ncodes:\n  - {{scheme: iso2, value: "{0}"}}\n'


def _git(root: Path, *arguments: str) -> None:
    name = ("-c", "user.name=test", "-c", "user.email=test@example.org")
    subprocess.run(["git", *name, *arguments], cwd=root, check=True, capture_output=True)


def _write(root: Path, version: str, **places: str) -> None:
    (root / "src" / "peaceops").mkdir(parents=True, exist_ok=True)
    (root / check_bump.VERSION_FILE).write_text(f'"""V."""\n\nVERSION = "{version}"\n')
    folder = root / "data" / "places"
    folder.mkdir(parents=True, exist_ok=True)
    for file in folder.iterdir():
        file.unlink()
    for key, name in places.items():
        (folder / f"{key}.yaml").write_text(PLACE.format(key, name))


def _release(root: Path, version: str) -> None:
    _git(root, "add", "-A")
    _git(root, "commit", "-q", "--allow-empty", "-m", version)
    _git(root, "tag", f"v{version}")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one release, 1.0.0, of two places."""
    _git(tmp_path, "init", "-q")
    _write(tmp_path, "1.0.0", ML="Mali", NO="Norway")
    _release(tmp_path, "1.0.0")
    return tmp_path


def test_the_version_of_this_tree_is_a_large_enough_step() -> None:
    assert check_bump.main([]) == 0


@pytest.mark.parametrize(
    ("version", "places", "asked", "code"),
    [
        ("1.0.0", {"ML": "Mali", "NO": "Norway"}, "none", 0),
        ("1.0.0", {"ML": "Republic of Mali", "NO": "Norway"}, "patch", 1),
        ("1.0.1", {"ML": "Republic of Mali", "NO": "Norway"}, "patch", 0),
        ("1.0.1", {"ML": "Mali", "NO": "Norway", "NA": "Namibia"}, "minor", 1),
        ("1.1.0", {"ML": "Mali", "NO": "Norway", "NA": "Namibia"}, "minor", 0),
        ("1.1.0", {"ML": "Mali"}, "major", 1),
        ("2.0.0", {"ML": "Mali"}, "major", 0),
    ],
)
def test_too_small_a_step_is_refused(
    version: str,
    places: dict[str, str],
    asked: str,
    code: int,
    root: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _write(root, version, **places)
    assert check_bump.main([], root) == code
    out, err = capsys.readouterr()
    assert f"asking for {asked}" in (err if code else out)


def test_the_newest_release_counts(root: Path) -> None:
    for version, names in (("1.9.0", {"ML": "Mali"}), ("1.10.0", {"ML": "Malí"})):
        _write(root, version, **names)
        _release(root, version)
    assert check_bump.last_tag(root) == "v1.10.0"
    assert check_bump.release(root, "v1.9.0").places["ML"].name == "Mali"
    assert check_bump.release(root, "v1.9.0").version == "1.9.0"


def test_the_data_section_of_the_change_log(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write(root, "2.0.0", ML="Republic of Mali", NA="Namibia")
    assert check_bump.main(["--changelog"], root) == 0
    assert capsys.readouterr().out == (
        "## Data, 1.0.0 to 2.0.0\n\n- added: 1 places: `NA`\n- removed: 1 places: `NO`\n"
        "- changed: `ML`\n  - `$.name`: Mali -> Republic of Mali\n"
    )


def test_a_first_release_has_nothing_to_be_compared_with(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _git(tmp_path, "init", "-q")
    _write(tmp_path, "0.1.0", ML="Mali")
    _git(tmp_path, "add", "-A")
    _git(tmp_path, "commit", "-q", "-m", "first")
    assert check_bump.main([], tmp_path) == 0
    assert capsys.readouterr().out.startswith(
        "no release is tagged yet (v1.2.3): 0.1.0 is the first"
    )
    assert check_bump.main(["--changelog"], tmp_path) == 0
    assert "The first release: 0 missions" in capsys.readouterr().out


def test_a_wheel_can_be_the_release(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    import zipfile

    from peaceops import rows
    from peaceops.kinds import KINDS

    wheel = tmp_path_factory.mktemp("wheel") / "peaceops-0.9.0-py3-none-any.whl"
    tables = {kind: {} for kind in KINDS} | {"places": samples.records()["places"]}
    with zipfile.ZipFile(wheel, "w") as file:
        file.writestr("peaceops/_data.jsonl", rows.write(tables, "0.9.0", "2026-01-01"))
    data = check_bump.release(root, str(wheel))
    assert (data.version, set(data.places.ids)) == ("0.9.0", set(samples.records()["places"]))
    assert check_bump.main(["--since", str(wheel)], root) == 0


def test_what_is_no_release_is_said(root: Path) -> None:
    with pytest.raises(ValueError, match="git archive"):
        check_bump.main(["--since", "v9.9.9"], root)
    (root / check_bump.VERSION_FILE).write_text("nothing")
    with pytest.raises(ValueError, match=r'such as VERSION = "1\.2\.3"'):
        check_bump.main([], root)
