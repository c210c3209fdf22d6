"""The release checklist: tries everything that a release needs, and changes nothing but dist/.

Usage: python tools/release.py [--tag vX.Y.Z]

Without ``--tag`` it is a dry run, end to end, from any state of the clone. With it, as the release
workflow runs it, the tag has to be that of the version and the changelog has to be closed. Every
step says ``ok`` or ``NO`` and why; the exit code is 1 where any says NO. What passed lies in
``dist/``: the source archive and the wheel that was built from it. Needs ``pip install .[release]``.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
MOST_BYTES = 3_000_000


class No(Exception):
    """A step that does not pass; the message says why and what to do."""


def run(*command: str, cwd: Path = ROOT) -> str:
    """Run a command and return what it printed; raises :class:`No` where it fails."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, check=False, env=environment
    )
    if done.returncode:
        last = (done.stdout + done.stderr).strip().splitlines()[-12:]
        raise No(f"{' '.join(command)} failed:\n    " + "\n    ".join(last))
    return done.stdout.strip()


def python(*arguments: str) -> str:
    """Run this interpreter."""
    return run(sys.executable, *arguments)


def version() -> str:
    """Return the version that would be released."""
    text = (ROOT / "src/peaceops/_version.py").read_text(encoding="utf-8")
    found = re.search(r'VERSION = "([^"]+)"', text)
    if found is None:
        raise No("src/peaceops/_version.py names no VERSION")
    return found.group(1)


def clean_tree() -> str:
    """Nothing is uncommitted, so that the tag says what was built."""
    changed = run("git", "status", "--porcelain")
    if changed:
        raise No(f"not committed:\n{changed}")
    return run("git", "rev-parse", "--short", "HEAD")


def new_version(tag: str | None) -> str:
    """The tag is that of the version, and the version was not released before."""
    released = run("git", "tag", "--list", "v*").split()
    if tag is not None and tag != f"v{version()}":
        raise No(f"the tag {tag} is not that of version {version()}")
    if tag is None and f"v{version()}" in released:
        raise No(f"{version()} was released; raise VERSION in src/peaceops/_version.py")
    return f"{version()}, after {len(released)} releases"


def changelog(tag: str | None) -> str:
    """The changelog has a section for the version, and no fragment is left over."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    heading = re.search(rf"^## {re.escape(version())} \((.+)\)$", text, re.MULTILINE)
    left = [path.name for path in (ROOT / "changes").iterdir() if path.name != "README.md"]
    if left and (tag is not None or heading is not None):
        raise No(f"left in changes/: {', '.join(left)}; collect them with towncrier build")
    if heading is None:
        return "to be made of these:\n" + python(
            "-m", "towncrier", "build", "--draft", "--version", version()
        )
    if tag is not None and heading.group(1) == "unreleased":
        raise No(f"the section of {version()} still says (unreleased); write the day")
    return f"has a section for {version()} ({heading.group(1)})"


def citation() -> str:
    """CITATION.cff names the version."""
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    if not re.search(rf'^version: "?{re.escape(version())}"?$', text, re.MULTILINE):
        raise No(f"CITATION.cff does not name version {version()}")
    return f"names {version()}"


def data() -> str:
    """The data obeys every rule."""
    return python("-m", "peaceops", "check", "data").splitlines()[-1]


def pages() -> str:
    """The pages that follow from the data are those that the data gives."""
    python("tools/make_docs.py", "--check")
    return "follow from the data"


def bump() -> str:
    """The version is no smaller a step than the changes of the data ask for."""
    return python("tools/check_bump.py")


def digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each file of a folder."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
    }


def build() -> str:
    """Source archive and wheel, built twice, are the same bytes."""
    found = []
    for target in (ROOT / "dist", Path(tempfile.mkdtemp())):
        shutil.rmtree(target, ignore_errors=True)
        python("-m", "build", "--outdir", str(target))
        found.append(digests(target))
    shutil.rmtree(target)
    if found[0] != found[1]:
        raise No(f"two builds differ: {found}")
    return "\n".join(f"{digest}  {name}" for name, digest in found[0].items())


def wheel() -> Path:
    """Return the wheel that was built."""
    found = list((ROOT / "dist").glob("*.whl"))
    if len(found) != 1:
        raise No("there is no wheel in dist/, since it was not built")
    return found[0]


def contents() -> str:
    """The wheel is small, whole, and says what it holds."""
    path = wheel()
    names = zipfile.ZipFile(path).namelist()
    for needed in ("peaceops/_data.jsonl", "peaceops/_digest.py", "peaceops/py.typed"):
        if needed not in names:
            raise No(f"{needed} is not in the wheel")
    if not any("/sboms/" in name for name in names):
        raise No("the wheel has no bill of materials")
    if path.stat().st_size > MOST_BYTES:
        raise No(f"the wheel has {path.stat().st_size:,} bytes, more than {MOST_BYTES:,}")
    python("-m", "twine", "check", "--strict", *map(str, (ROOT / "dist").iterdir()))
    return f"{path.stat().st_size:,} bytes, {len(names)} files"


def installed() -> str:
    """The wheel works in an environment that has nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        programs = Path(folder) / ("Scripts" if sys.platform == "win32" else "bin")
        run(str(programs / "python"), "-m", "pip", "install", "-q", str(wheel()))
        run(str(programs / "peaceops"), "check", cwd=Path(folder))
        return run(str(programs / "peaceops"), "verify", cwd=Path(folder))


def main() -> int:
    """Run every step; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--tag", help="the tag that is being released, such as v0.1.0")
    tag: str | None = parser.parse_args().tag
    steps: dict[str, Callable[[], str]] = {
        "everything is committed": clean_tree,
        "the version is new": lambda: new_version(tag),
        "the step from the last release": bump,
        "the changelog": lambda: changelog(tag),
        "the citation": citation,
        "the data obeys the rules": data,
        "the generated pages": pages,
        "two builds give the same bytes": build,
        "what the wheel holds": contents,
        "the wheel works alone": installed,
    }
    failed = 0
    for name, step in steps.items():
        try:
            print(f"ok  {name}: {step()}", flush=True)
        except No as error:
            failed += 1
            print(f"NO  {name}: {error}", flush=True)
    if failed:
        print(f"{failed} of {len(steps)} steps say no")
    elif tag is None:
        print(f"ready: git tag -s v{version()} && git push origin v{version()}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
