"""Read every document at hand for the crimes that it names.

Usage: python tools/draft_mentions.py DATA_DIR LISTS_DIR TEXTS_DIR [EXCERPTS_DIR...]

Every resolution of the lists gets a record (see ``draft_documents.py``), and so does every
statement of the President of the Council in TEXTS_DIR that names a crime. Documents whose full
text lies in TEXTS_DIR get ``mentions`` by the reading lexicon, an empty list where it names no
crime; the others have none: not read is not the same as silent. TEXTS_DIR must hold whole
texts only, never excerpts. A draft whose text was not read is drafted anew where an excerpt of
it lies in EXCERPTS_DIR.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import attrs
from draft_documents import draft, listed
from lexicon import mentions, read_lexicon

from peaceops.audit import Texts
from peaceops.codec import to_yaml
from peaceops.dates import Date
from peaceops.folder import read_files
from peaceops.model import Document
from peaceops.symbols import slug
from peaceops.vocab import Checked, DocumentKind, Review

MISPLACED = {"S/RES/778 (1992)"}
"""Resolutions whose file in the collection of texts holds another resolution."""


def main(data: str, lists: str, folder: str, *more: str) -> None:
    """Write the records that change."""
    have = {
        file.record.id: (Path(data) / file.path, file.record)
        for file in read_files(data)
        if file.kind == "documents"
    }
    texts, excerpts = Texts([folder]), Texts([folder, *more])
    _, entries = read_lexicon()
    drafted = Path(data) / "documents" / "un"
    for number, (day, subject) in listed(Path(lists)).items():
        symbol = f"S/RES/{number} ({day[:4]})"
        at_hand = excerpts.of(symbol)
        path, record = have.get(symbol, (drafted / f"{slug(symbol)}.yaml", None))
        if record is None or (record.checked is Checked.UNREAD and at_hand):
            have[symbol] = path, draft(symbol, day, subject, at_hand)
    for statement in statements(Path(folder)):
        if statement.id not in have and mentions(texts.of(statement.id)[0], entries):
            have[statement.id] = drafted / f"{slug(statement.id)}.yaml", statement
    for symbol, (path, record) in have.items():
        found = [] if symbol in MISPLACED or "/" not in symbol else texts.of(symbol)
        read = mentions(found[0], entries) if found else None
        content = to_yaml(attrs.evolve(record, mentions=read))
        if not path.exists() or path.read_text(encoding="utf-8") != content:
            path.write_text(content, encoding="utf-8", newline="\n")


def statements(folder: Path) -> Iterator[Document]:
    """Draft the records of statements of the President from the heads of their texts."""
    for path in sorted(folder.rglob("S_PRST_*.txt")):
        head = " ".join(path.read_text(encoding="utf-8").split())[:1500]
        held = re.search(r"held on ([0-9]{1,2} [A-Z][a-z]+ [0-9]{4})", head)
        item = re.search(r"entitled \u201c([^\u201d]+)\u201d", head)
        if held is None or item is None:
            continue
        _, _, year, number = path.stem.split("_")
        day = datetime.strptime(held.group(1), "%d %B %Y").date()  # noqa: DTZ007 - a day
        yield Document(
            id=f"S/PRST/{year}/{number}",
            kind=DocumentKind.SC_STATEMENT,
            issuer="un-security-council",
            date=Date.of(day),
            subject=f"Statement on: {item.group(1)}",
            primary=True,
            checked=Checked.PROGRAM,
            review=Review.VETTED,
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
