"""Change every byte of a compiled file, one after another: is each change noticed?

Usage: python tools/tamper.py [--every 1]

The file is a small release (a record or more of each kind). For each place two changes are tried, one
bit and the highest bit. The digest of the file has to notice all of them; opening the release and
verifying its records has to end in ``Tampered``, or give the same records: version, day and spaces
between words of JSON are no part of a record.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from pathlib import Path

from peaceops import rows
from peaceops.dataset import Dataset
from peaceops.errors import Tampered
from peaceops.kinds import KINDS

ROOT = Path(__file__).resolve().parent.parent


class Archive:
    """Gives the bytes of the file, as the loader of a zip does."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def get_data(self, path: str) -> bytes:
        """Return the whole file."""
        return self.content if path else b""


def opened(content: bytes) -> dict[str, list[object]] | None:
    """Return the records of a file that verifies; None where it does not."""
    try:
        file = rows.RowFile(rows.Bytes("nowhere.whl/_data.jsonl", Archive(content)))
        tables = {kind: file.table(kind) for kind in KINDS}
        Dataset(tables, version="", data_date="", released=file.fingerprint).verify()
    except Tampered:
        return None
    return {kind: list(table.all()) for kind, table in tables.items()}


def main() -> int:
    """Try the places and print how many there were."""
    sys.path.insert(0, str(ROOT / "tests"))
    import samples

    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--every", type=int, default=1, help="try every n-th byte")
    asked = parser.parse_args()
    content = rows.write(samples.records(), "0.0.1", "2026-11-21")
    digest, records = hashlib.sha256(content).digest(), opened(content)
    places = sorted({*range(0, len(content), asked.every), len(content) - 1})
    tried = harmless = 0
    for place in places:
        for byte in (content[place] ^ 1, content[place] ^ 0x80):
            changed = content[:place] + bytes([byte]) + content[place + 1 :]
            found = opened(changed)
            if hashlib.sha256(changed).digest() == digest or found not in (None, records):
                print(f"byte {place}: {content[place]} to {byte} was not noticed")
                return 1
            tried += 1
            harmless += found is not None
    print(
        f"{tried} changes at {len(places)} of {len(content)} bytes, every one noticed by the digest, "
        f"{tried - harmless} by the records too; {harmless} touched no record"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
