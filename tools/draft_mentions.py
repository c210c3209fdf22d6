"""Read every Security Council resolution at hand for the crimes that it names.

Usage: python tools/draft_mentions.py DATA_DIR LISTS_DIR TEXTS_DIR [EXCERPTS_DIR...]

Every resolution of the lists gets a record (see ``draft_documents.py``). Those whose full text
lies in TEXTS_DIR get ``mentions`` by the reading lexicon, an empty list where it names no
crime; the others have none: not read is not the same as silent. TEXTS_DIR must hold whole
texts only, never excerpts. A draft whose text was not read is drafted anew where an excerpt of
it lies in EXCERPTS_DIR.
"""

from __future__ import annotations

import sys
from pathlib import Path

import attrs
from draft_documents import draft, listed
from lexicon import mentions, read_lexicon

from peaceops.audit import Texts
from peaceops.codec import to_yaml
from peaceops.folder import read_files
from peaceops.model import Document
from peaceops.symbols import slug
from peaceops.vocab import Checked

MISPLACED = {"S/RES/778 (1992)"}
"""Resolutions whose file in the collection of texts holds another resolution."""


def main(data: str, lists: str, folder: str, *more: str) -> None:
    """Write the records that change."""
    have = {
        file.record.id: (Path(data) / file.path, file)
        for file in read_files(data)
        if file.kind == "documents"
    }
    texts, excerpts = Texts([folder]), Texts([folder, *more])
    _, entries = read_lexicon()
    for number, (day, subject) in sorted(listed(Path(lists)).items()):
        symbol = f"S/RES/{number} ({day[:4]})"
        at_hand = [] if symbol in MISPLACED else texts.of(symbol)
        record: Document
        if symbol in have:
            path, file = have[symbol]
            record = file.record
            if record.checked is Checked.UNREAD and excerpts.of(symbol):
                record = draft(symbol, day, subject, excerpts.of(symbol))
        else:
            path = Path(data) / "documents" / "un" / f"{slug(symbol)}.yaml"
            record = draft(symbol, day, subject, excerpts.of(symbol))
        record = attrs.evolve(record, mentions=mentions(at_hand[0], entries) if at_hand else None)
        content = to_yaml(record)
        if not path.exists() or path.read_text(encoding="utf-8") != content:
            path.write_text(content, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
