"""Read texts with the lexicon of ``data/codings/lexicon.yaml``: which crimes they name, where.

Usage: python tools/lexicon.py TEXT.txt...        prints what each text names
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml
from attrs import frozen

from peaceops.audit import Text
from peaceops.model import Mention
from peaceops.vocab import CrimeType

PATH = Path(__file__).parent.parent / "data" / "codings" / "lexicon.yaml"
NEIGHBOURHOOD = 70
LONGEST = 40


@frozen
class Name:
    """A pattern that names a crime, and what near it says that it does not."""

    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None

    def first(self, text: str) -> re.Match[str] | None:
        """Return the first place that counts."""
        for match in self.pattern.finditer(text):
            around = text[max(0, match.start() - NEIGHBOURHOOD) : match.end() + NEIGHBOURHOOD]
            if self.unless is None or not self.unless.search(around):
                return match
        return None


@frozen
class Entry:
    """What the lexicon holds on one crime; ``other`` counts only where no other entry does."""

    crime: CrimeType
    names: tuple[Name, ...]
    other: bool
    found: tuple[str, ...]
    passed: tuple[str, ...]

    def first(self, text: str) -> re.Match[str] | None:
        """Return the earliest place at which a text in lower case names the crime."""
        found = [match for name in self.names if (match := name.first(text)) is not None]
        return min(found, key=lambda match: match.start()) if found else None


def read_lexicon(path: Path = PATH) -> tuple[str, tuple[Entry, ...]]:
    """Read the lexicon: its version and its entries."""
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    words: dict[str, str] = raw["words"]

    def compiled(text: str) -> re.Pattern[str]:
        return re.compile(re.sub(r"\{([a-z]+)\}", lambda match: words[match.group(1)], text))

    def name(given: dict[str, str]) -> Name:
        unless = given.get("unless")
        return Name(compiled(given["pattern"]), compiled(unless) if unless else None)

    entries = tuple(
        Entry(
            crime=CrimeType.of(entry["crime"]),
            names=tuple(map(name, entry["names"])),
            other=entry.get("other", False),
            found=tuple(entry["found"]),
            passed=tuple(entry["passed"]),
        )
        for entry in raw["crimes"]
    )
    return raw["version"], entries


def crimes_in(words: str, entries: tuple[Entry, ...]) -> Iterator[tuple[CrimeType, str]]:
    """Give the crimes that a paragraph names, each with the words that name it first."""
    text = words.lower()
    seen = False
    for entry in sorted(entries, key=lambda entry: entry.other):
        if entry.other and seen:
            continue
        match = entry.first(text)
        if match is not None:
            seen = True
            yield entry.crime, " ".join(words[match.start() : match.end()].split()[:LONGEST])


def mentions(text: Text, entries: tuple[Entry, ...]) -> tuple[Mention, ...]:
    """Read a whole text: one mention for each crime and place."""
    found: dict[tuple[str, CrimeType], Mention] = {}
    for place, words in text.paragraphs():
        for crime, named in crimes_in(words, entries):
            mention = Mention(crime=crime, operative=place.isdigit(), at=place, words=named)
            found.setdefault((place, crime), mention)
    return tuple(found.values())


if __name__ == "__main__":
    version, lexicon = read_lexicon()
    for given in sys.argv[1:]:
        for mention in mentions(Text(Path(given).read_text(encoding="utf-8")), lexicon):
            print(given, mention.at, mention.crime.code, "|", mention.words)
