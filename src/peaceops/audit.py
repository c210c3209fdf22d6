"""Hold every quote against the texts: is it there, word for word, in the paragraph it names?

The texts are not part of the project. The audit reads a folder that it is given, in which a
document is a ``.txt`` file named after its symbol with other characters for the separators
(``S_RES_2100_2013.txt``, ``A_RES_1395(XIV).txt``, ``2014_486_CFSP.txt``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal

from attrs import frozen

from peaceops.dataset import Dataset
from peaceops.kinds import KINDS
from peaceops.progress import track
from peaceops.rules import parts
from peaceops.vocab import Checked

Verdict = Literal["found", "missing", "elsewhere", "no-text"]

_FURNITURE = re.compile(
    r"(?:[SA]/(?:RES|PRST)/\S+(?: \([0-9]{4}\))?|[0-9]{2}-[0-9]{5,6}\S*(?: [0-9]+(?:/[0-9]+)?)?"
    r"|[0-9]{1,3}/[0-9]{1,3}|[0-9]{1,3}|# source:.*)",
    re.ASCII,
)
# A scan may print the stop behind a number as a comma: taken where a capital letter follows.
_NUMBERED = re.compile(r"([0-9]{1,3}) ?(\.|,(?= ?[A-Z])) ?(?=\S)", re.ASCII)
_ANNEX = re.compile(
    r"(?<=[.;:*]) (?=(?:Annex|ANNEX|Appendix|APPENDIX)(?: [IVX1-9]+| [A-D])? [A-Z*])"
)
_QUOTES = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2013": "-",
        "\u2014": "-",
        "\u00a0": " ",
        "\u2011": "-",
        "\u00ad": "",
    }
)


@frozen
class Quote:
    """A quote in the data and what the audit made of it."""

    kind: str
    record: str
    path: str
    document: str
    at: str | None
    quote: str
    checked: Checked
    verdict: Verdict
    found_at: str | None

    def __str__(self) -> str:
        """Give the quote and the verdict on one line."""
        place = f", it stands in paragraph {self.found_at}" if self.verdict == "elsewhere" else ""
        return (
            f"{self.verdict}: {self.kind}/{self.record} {self.path} cites {self.document} "
            f"para. {self.at}{place}: {self.quote!r}"
        )


class Text:
    """A document's text with white space folded, and where its numbered paragraphs begin."""

    __slots__ = ("_numbers", "_starts", "words")

    def __init__(self, raw: str) -> None:
        parts: list[str] = []
        self._starts: list[int] = []
        self._numbers: list[int] = []
        length = 0
        for line in raw.translate(_QUOTES).split("\n"):
            if _FURNITURE.fullmatch(line.strip()):
                continue
            folded = " ".join(line.split())
            match = _NUMBERED.match(folded)
            if match is not None and self._follows(int(match.group(1)), match.group(2)):
                self._starts.append(length)
                self._numbers.append(int(match.group(1)))
            joined = folded if folded.endswith("-") else f"{folded} "
            parts.append(joined if folded else "")
            length += len(parts[-1])
        self.words: str = "".join(parts)

    def _follows(self, number: int, stop: str) -> bool:
        if stop == ",":
            return bool(self._numbers) and number == self._numbers[-1] + 1
        return number == 1 or not self._numbers or 0 < number - self._numbers[-1] <= 40

    def find(self, quote: str) -> list[int]:
        """Return every position at which the quote begins; ``[...]`` stands for any words."""
        pieces = [" ".join(piece.split()) for piece in quote.translate(_QUOTES).split("[...]")]
        pieces = [piece for piece in pieces if piece]
        if not pieces:
            return []
        found: list[int] = []
        start = self.words.find(pieces[0])
        while start >= 0:
            position = start + len(pieces[0])
            for piece in pieces[1:]:
                position = self.words.find(piece, position)
                if position < 0:
                    break
                position += len(piece)
            if position >= 0:
                found.append(start)
            start = self.words.find(pieces[0], start + 1)
        return found

    def paragraphs(self) -> Iterator[tuple[str, str]]:
        """Give ``(place, words)`` in order: the preamble, each numbered paragraph, an annex.

        What stands behind the heading of a first annex is one place, ``"annex"``. A text without
        numbered paragraphs is one place, ``"text"``.
        """
        if not self._starts:
            yield "text", self.words
            return
        begin = self._starts[0]
        match = _ANNEX.search(self.words, begin)
        end = match.start() if match is not None else len(self.words)
        yield "preamble", self.words[:begin]
        starts = [start for start in self._starts if start < end]
        for number, first, last in zip(self._numbers, starts, [*starts[1:], end], strict=False):
            yield str(number), self.words[first:last]
        if end < len(self.words):
            yield "annex", self.words[end:]

    def paragraph(self, position: int) -> int | None:
        """Return the number of the paragraph at a position; None before the first."""
        index = bisect_right(self._starts, position) - 1
        return self._numbers[index] if index >= 0 else None


class Texts:
    """The texts below some folders, found by the symbol of a document."""

    def __init__(self, folders: Iterable[str | Path]) -> None:
        self._paths: dict[tuple[str, ...], list[Path]] = {}
        self._read: dict[Path, Text] = {}
        for folder in folders:
            for path in sorted(Path(folder).rglob("*.txt")):
                self._paths.setdefault(_key(path.stem), []).append(path)

    def of(self, symbol: str) -> list[Text]:
        """Return the texts at hand of a document, translations and excerpts among them."""
        wanted = _key(symbol)
        paths = [
            path
            for key, found in self._paths.items()
            if key[: len(wanted)] == wanted
            and not any(part.isdigit() and len(part) < 5 for part in key[len(wanted) :])
            for path in found
        ]
        return [self._text(path) for path in sorted(paths)]

    def _text(self, path: Path) -> Text:
        if path not in self._read:
            self._read[path] = Text(path.read_text(encoding="utf-8", errors="replace"))
        return self._read[path]


def _key(name: str) -> tuple[str, ...]:
    parts = re.findall(r"[A-Za-z]+|[0-9]+", name)
    return tuple(part.lstrip("0") or "0" if part.isdigit() else part.lower() for part in parts)


def quotes(dataset: Dataset) -> Iterator[tuple[str, Any, str, Any]]:
    """Give everything that carries a quote: kind, record, path, and the part itself."""
    for kind in KINDS:
        for record in dataset.collection(kind):
            for path, part in parts(record):
                if getattr(part, "quote", None) is not None:
                    yield kind, record, path, part


def audit(dataset: Dataset, folders: Iterable[str | Path]) -> tuple[Quote, ...]:
    """Hold every quote of a dataset against the texts below some folders.

    ``found``: verbatim, in the paragraph named (or the paragraph cannot be told);
    ``elsewhere``: verbatim, in another paragraph; ``missing``: not in the text;
    ``no-text``: the text is not at hand.
    """
    texts = Texts(folders)
    result: list[Quote] = []
    for kind, record, path, part in track(tuple(quotes(dataset)), "quotes"):
        verdict, place = _judge(texts.of(part.document), part.quote, part.at)
        result.append(
            Quote(
                kind,
                record.id,
                path,
                part.document,
                part.at,
                part.quote,
                part.checked,
                verdict,
                place,
            )
        )
    for document in track(dataset.documents, "mentions"):
        for index, mention in enumerate(document.mentions or ()):
            verdict, place = _judge(texts.of(document.id), mention.words, mention.at)
            path = f"$.mentions[{index}].words"
            result.append(
                Quote(
                    "documents", document.id, path, document.id, mention.at, mention.words,
                    Checked.PROGRAM, verdict, place,
                )
            )  # fmt: skip
    return tuple(result)


def _judge(texts: list[Text], quote: str, at: str | None) -> tuple[Verdict, str | None]:
    if not texts:
        return "no-text", None
    wanted = re.match(r"[0-9]+", at or "", re.ASCII)
    elsewhere: str | None = None
    for text in texts:
        for position in text.find(quote):
            number = text.paragraph(position)
            preamble = (at or "").startswith("preamble")
            if wanted is None and not (preamble and number is not None):
                return "found", None
            if wanted is not None and (number is None or number == int(wanted.group())):
                return "found", None
            elsewhere = str(number)
    return ("elsewhere", elsewhere) if elsewhere is not None else ("missing", None)
