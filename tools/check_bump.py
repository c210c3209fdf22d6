"""Hold the version of the working tree against what its data changed since the last release.

Usage: python tools/check_bump.py [--since RELEASE] [--changelog]

RELEASE is a tag such as v0.1.0 or a wheel; without it, the newest tag ``v*`` that HEAD descends
from. The exit code is 1 where the version in ``src/peaceops/_version.py`` is too small a step for
the changes (see ``Diff.allows``). ``--changelog`` prints the data section of the change log.
"""

from __future__ import annotations

import argparse
import io
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Sequence
from pathlib import Path

import peaceops as po
from peaceops.folder import dataset_of, read_files
from peaceops.kinds import KINDS

ROOT = Path(__file__).parent.parent


def main(arguments: Sequence[str] | None = None, root: Path = ROOT) -> int:
    """Compare, print, and return the exit code."""
    parser = argparse.ArgumentParser(description=str(__doc__).splitlines()[0])
    parser.add_argument("--since", metavar="RELEASE", help="a tag such as v0.1.0, or a wheel")
    parser.add_argument("--changelog", action="store_true", help="print the data section")
    options = parser.parse_args(arguments)
    new = working_tree(root)
    since = options.since or last_tag(root)
    if since is None:
        nothing = (
            f"no release is tagged yet (v1.2.3): {new.version} is the first, nothing to compare"
        )
        print(first_section(new) if options.changelog else nothing)
        return 0
    found = po.diff(release(root, since), new)
    if options.changelog:
        print(found.to_markdown(), end="")
        return 0
    steps = f"{found.old} to {new.version}: {len(found.changes)} changes, asking for {found.bump}"
    if found.allows(new.version):
        print(f"{steps}; the step is large enough")
        return 0
    print(f"{steps}; the step is too small", file=sys.stderr)
    return 1


def last_tag(root: Path) -> str | None:
    """Return the newest release that the working tree descends from, or None."""
    tags = _git(root, "tag", "--merged", "HEAD", "--list", "v[0-9]*", "--sort=-v:refname").split()
    return next((tag.decode() for tag in tags), None)


def release(root: Path, name: str) -> po.Dataset:
    """Read a release: a wheel, or the data of a tag as they stood there."""
    if name.endswith(".whl"):
        return po.open_release(name)
    with tempfile.TemporaryDirectory() as folder:
        archive = io.BytesIO(_git(root, "archive", "--format=tar", name, "data"))
        with tarfile.open(fileobj=archive) as files:
            files.extractall(folder, filter="data")
        version = _version(_git(root, "show", f"{name}:{VERSION_FILE}").decode())
        return dataset_of(read_files(Path(folder) / "data"), version=version, data_date="")


def working_tree(root: Path) -> po.Dataset:
    """Read the data and the version as they stand in the working tree."""
    version = _version((root / VERSION_FILE).read_text(encoding="utf-8"))
    return dataset_of(read_files(root / "data"), version=version, data_date="")


def first_section(data: po.Dataset) -> str:
    """Write the data section of a first release, of which nothing can have changed."""
    counts = ", ".join(f"{len(data.collection(kind))} {kind}" for kind in KINDS)
    return f"## Data, {data.version}\n\nThe first release: {counts}."


VERSION_FILE = "src/peaceops/_version.py"


def _version(text: str) -> str:
    match = re.search(r'^VERSION = "([^"]+)"$', text, re.MULTILINE)
    if match is None:
        raise ValueError(f'{VERSION_FILE} has no line such as VERSION = "1.2.3"')
    return match.group(1)


def _git(root: Path, *arguments: str) -> bytes:
    done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)  # noqa: S607 - git, and names that it checks
    if done.returncode != 0:
        raise ValueError(f"git {' '.join(arguments)}: {done.stderr.decode().strip()}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
