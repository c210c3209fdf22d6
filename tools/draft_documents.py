"""Draft the records of Security Council resolutions that the data cites.

Usage: python tools/draft_documents.py DATA_DIR LISTS_DIR TEXTS_DIR...

DATA_DIR is a folder laid out like ``data/``; LISTS_DIR holds ``unsc_resolutions.tsv`` and
``resolutions_after_2722.tsv`` (number, date, title, agenda of every resolution). Every cited
symbol ``S/RES/...`` without a record gets one in ``DATA_DIR/documents/un/``. The date is taken
from the list and searched in the head of the text: found, the document is vetted and checked
by program; otherwise it stays a draft that names what is missing. It counts as the deciding
text only if at least a part of the text is at hand.
"""

from __future__ import annotations

import csv
import sys
from datetime import date
from pathlib import Path

from peaceops.audit import Text, Texts
from peaceops.codec import to_yaml
from peaceops.dates import Date
from peaceops.errors import BadSymbol
from peaceops.folder import read_files
from peaceops.model import Document, Gap
from peaceops.rules import documents_cited
from peaceops.symbols import Series, parse, slug
from peaceops.vocab import Checked, DocumentKind, GapReason, Review

HEAD = 1500
LONGEST_SUBJECT = 110


def listed(folder: Path) -> dict[int, tuple[str, str]]:
    """Read the lists: ``{number: (day, subject)}``."""
    found: dict[int, tuple[str, str]] = {}
    for path in sorted(folder.rglob("unsc_resolutions.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            for line in csv.DictReader(file, delimiter="\t"):
                agenda, title = line["agenda_topic"].strip(), line["title"].strip()
                subject = agenda if 3 < len(agenda) <= LONGEST_SUBJECT else title
                found[int(line["number"])] = (line["date"], subject)
    for path in sorted(folder.rglob("resolutions_after_2722.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            for line in csv.DictReader(file, delimiter="\t"):
                if line["number"].isdigit() and line["date"]:
                    found.setdefault(int(line["number"]), (line["date"], line["subject"]))
    return found


def head_states(text: str, day: date) -> bool:
    """Whether the head of a text states a day in one of the ways the series uses."""
    head = text[:HEAD]
    forms = (f"{day.day} {day:%B} {day.year}", f"{day:%B} {day.day}, {day.year}")
    return any(form in head for form in forms)


def _checked(*, seen: bool, read: bool) -> Checked:
    if seen:
        return Checked.PROGRAM
    return Checked.READING if read else Checked.UNREAD


def draft(symbol: str, day: str, subject: str, at_hand: list[Text]) -> Document:
    """Draft the record of one resolution from its line in the lists and its text."""
    seen = any(head_states(text.words, date.fromisoformat(day)) for text in at_hand)
    gap = Gap(
        field="date",
        reason=GapReason.NOT_RESEARCHED,
        note="date from the list of resolutions; the heading of the text was not read",
    )
    subject = " ".join(subject.replace("\u00e2\u0080\u0099", "\u2019").split()).removesuffix(".")
    return Document(
        id=symbol,
        kind=DocumentKind.SC_RESOLUTION,
        issuer="un-security-council",
        date=Date.parse(day),
        subject=subject[:1].upper() + subject[1:],
        primary=bool(at_hand),
        checked=_checked(seen=seen, read=bool(at_hand)),
        gaps=() if seen else (gap,),
        review=Review.VETTED if seen else Review.DRAFT,
    )


def main(data: str, lists: str, *folders: str) -> None:
    """Write a record for every resolution that is cited and has none."""
    files = read_files(data)
    have = {file.record.id for file in files if file.kind == "documents"}
    known = listed(Path(lists))
    texts = Texts(folders)
    for symbol in sorted(set(documents_cited(file.record for file in files)) - have):
        try:
            parsed = parse(symbol)
        except BadSymbol:
            continue
        if parsed.series is not Series.SECURITY_COUNCIL_RESOLUTION or parsed.number not in known:
            continue
        record = draft(symbol, *known[parsed.number], texts.of(symbol))
        path = Path(data) / "documents" / "un" / f"{slug(symbol)}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(to_yaml(record), encoding="utf-8", newline="\n")
        print(path.name, record.review.code)


if __name__ == "__main__":
    main(*sys.argv[1:])
