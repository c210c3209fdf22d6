"""Does the installed package give the same bytes wherever it runs?

Usage: python tools/same_bytes.py PYTHON...

Each PYTHON is an interpreter that has peaceops installed from a wheel. Every one reads the data
and writes each export that needs no extra, under several hash seeds, locales and time zones, and says the
SHA-256 of each file; of SQLite, whose header names the version of the SQLite library, of its
dump. Prints one line for each export; exits with 1 where two answers differ.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence

FORMS = ("csv", "datapackage", "json", "jsonld", "sqlite")
SURROUNDINGS = (
    {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC"},
    {"PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8", "TZ": "Pacific/Kiritimati"},
    {"PYTHONHASHSEED": "4294967295", "LC_ALL": "C", "TZ": "Pacific/Pago_Pago"},
)
ANSWER = """
import hashlib, json, pathlib, sqlite3, sys, tempfile
import peaceops as po

found = {"data": po.load().verify()}
for form in sys.argv[1].split():
    digest = hashlib.sha256()
    with tempfile.TemporaryDirectory() as folder:
        po.load().export(folder, form)
        for path in sorted(pathlib.Path(folder).rglob("*")):
            if path.is_dir():
                continue
            content = path.read_bytes()
            if path.suffix == ".sqlite":
                with sqlite3.connect(path) as database:
                    content = "\\n".join(database.iterdump()).encode()
                database.close()
            name = path.relative_to(folder).as_posix()
            digest.update(f"{name} {len(content)} ".encode() + content)
    found[form] = digest.hexdigest()
print(json.dumps(found))
"""


def answer(python: str, surroundings: dict[str, str], forms: Sequence[str]) -> dict[str, str]:
    """Run one interpreter in its surroundings and return the digest of each form."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))}
    kept.pop("PYTHONPATH", None)
    done = subprocess.run(
        [python, "-c", ANSWER, " ".join(forms)],
        capture_output=True,
        text=True,
        check=False,
        cwd=tempfile.gettempdir(),
        env={**kept, **surroundings},
    )
    if done.returncode:
        raise SystemExit(f"{python} under {surroundings} failed:\n{done.stderr}")
    found: dict[str, str] = json.loads(done.stdout)
    return found


def main(pythons: Sequence[str]) -> int:
    """Compare all answers; return the exit code."""
    if not pythons:
        raise SystemExit(str(__doc__))
    answers = [
        answer(python, surroundings, FORMS) for python in pythons for surroundings in SURROUNDINGS
    ]
    different = 0
    for name in answers[0]:
        digests = sorted({found[name] for found in answers})
        different += len(digests) > 1
        print(f"{name:12} {len(answers)} answers, {len(digests)} different: {digests[0][:16]}")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
