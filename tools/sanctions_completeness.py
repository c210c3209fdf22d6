"""Which resolutions impose or end a sanctions measure, by the words of their operative paragraphs?

Usage: python tools/sanctions_completeness.py DATA_DIR TEXTS_DIR

A program reads every operative paragraph of the resolutions at hand for the formulas by which
the Council imposes, renews or ends sanctions. Each such resolution has to be cited by a measure,
a monitoring body or a committee of some regime, or to stand in
``data/codings/not-a-measure.csv`` with the reason why it is none. What is neither is printed. The
hits are kept in ``data/codings/measure-words.csv``, from which ``tools/make_docs.py`` writes
``docs/sanctions-completeness.md``, so that the page needs no texts.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from peaceops.audit import Texts
from peaceops.dataset import Dataset
from peaceops.folder import dataset_of, read_files
from peaceops.rules import parts

STATES = (
    r"(?:all (?:Member )?States|Member States|all (?:countries|Governments)|every State|States|"
    r"States Members of the United Nations|the Members? of the United Nations)"
)
FORMULAS = {
    "imposes": re.compile(
        rf"(?:Decides|Decided|decides)[^.;]{{0,160}}{STATES}(?: and [^.;]{{0,60}})? "
        r"(?:shall|should|must)(?:,? [^.;]{0,140}?)? "
        r"(?:prevent|prohibit|freeze|deny|ban|seize|sever|suspend|refrain|cease|not (?:permit|allow))"
    ),
    "renews": re.compile(
        r"(?:[Dd]ecides|[Rr]eaffirms)[^.;]{0,120}\b(?:renew|extend|continue|reaffirm)\w*[^.;]{0,80}"
        r"(?:measures|arms embargo|embargo|prohibitions?|sanctions)"
    ),
    "ends": re.compile(
        r"[Dd]ecides[^.;]{0,160}\b(?:terminat|lift|dissol|no longer apply|shall cease|suspend)\w*"
        r"[^.;]{0,120}(?:measures|embargo|prohibitions?|sanctions|Committee)"
    ),
}


@frozen
class Hit:
    """A paragraph that reads like a measure."""

    document: str
    at: str
    formula: str
    words: str


def hits(dataset: Dataset, folder: str) -> Iterator[Hit]:
    """Give the first paragraph of each resolution that a formula fits, for each formula."""
    texts = Texts([folder])
    for document in dataset.documents:
        found: set[str] = set()
        for text in texts.of(document.id) if document.id.startswith("S/RES/") else ():
            for place, words in text.paragraphs():
                for name, formula in FORMULAS.items():
                    match = formula.search(words) if place.isdigit() else None
                    if match is not None and name not in found:
                        found.add(name)
                        yield Hit(document.id, place, name, " ".join(match.group().split()[:40]))


def cited(dataset: Dataset) -> set[str]:
    """Return the documents that some part of some regime rests on."""
    return {
        value
        for regime in dataset.regimes
        for _, part in parts(regime)
        if isinstance(value := getattr(part, "document", None), str)
    }


def judged(folder: Path) -> dict[str, str]:
    """Read what was judged to be no measure: ``{symbol: reason}``."""
    path = folder / "codings" / "not-a-measure.csv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {row["document"]: row["reason"] for row in csv.DictReader(file)}


def keep(data: Path, found: list[Hit]) -> None:
    """Write the hits for the page."""
    path = data / "codings" / "measure-words.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("document", "at", "formula", "words"))
        writer.writerows((hit.document, hit.at, hit.formula, hit.words) for hit in found)


def kept(data: Path) -> list[Hit]:
    """Read the hits that were kept."""
    path = data / "codings" / "measure-words.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return [Hit(**row) for row in csv.DictReader(file)]


def main(data: str, folder: str) -> int:
    """Print every hit that is neither cited nor judged; exit code 1 where there is one."""
    dataset = dataset_of(read_files(data), version="0", data_date="")
    known, reasons = cited(dataset), judged(Path(data))
    found = list(hits(dataset, folder))
    keep(Path(data), found)
    symbols = dict.fromkeys(hit.document for hit in found)
    open_ = [hit for hit in found if hit.document not in known and hit.document not in reasons]
    for hit in open_:
        print(f"{hit.document} para. {hit.at} {hit.formula}: {hit.words}")
    count = len(dict.fromkeys(hit.document for hit in open_))
    print(
        f"{len(symbols)} resolutions read like a measure: {len(known & symbols.keys())} cited by a "
        f"regime, {len(reasons.keys() & symbols.keys() - known)} judged to be none, {count} open"
    )
    return 1 if open_ else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
