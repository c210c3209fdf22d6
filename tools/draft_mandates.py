"""Draft the mandates of a mission from the texts of Security Council resolutions.

Usage: python tools/draft_mandates.py MISSION_ID --names REGEX [--generic REGEX]
       --texts DIR... --lists DIR [--first N] [--last N] [--yaml]

A resolution is a candidate where an operative paragraph names the mission (or, if the title in
the list names it, calls it by a generic name such as "the Force") together with a verb that sets
up, extends, enlarges, reduces or ends. For each candidate the tool prints what it takes the
paragraph to do, from when, until when, and how sure it is:

- high: the mission is named beside the verb, and an end date or a period is stated;
- fair: named, but no end is stated (an open mandate, a change of strength);
- low: a generic name, or several candidates in one resolution.

With ``--yaml`` it prints mandates for a record, all of them drafts. A reader opens each text and
decides; nothing that this tool prints is vetted.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from attrs import evolve, frozen

from peaceops._yaml import dump
from peaceops.codec import to_plain
from peaceops.dates import Date, OpenEnd, Span
from peaceops.model import Citation, Gap, Mandate
from peaceops.symbols import canonical, slug
from peaceops.vocab import ChapterVii, Checked, GapReason, MandateAction

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "nine": 9, "twelve": 12,
    "a": 1, "eight": 8, "seven": 7, "ten": 10, "eleven": 11, "eighteen": 18, "twenty-four": 24,
}  # fmt: skip
_DATE = rf"(?P<day>[0-9]{{1,2}}) (?P<month>{'|'.join(MONTHS)}),? (?P<year>[0-9]{{4}})"
_UNTIL = re.compile(
    rf"\b(?:until|to|ending(?: on)?|up to|till|through|not later than|no later than|by|on|"
    rf"expiring on|ending no later than)(?: midnight(?: on)?| and including)? {_DATE}",
)
_PERIOD = re.compile(
    r"\b(?:period|term)? ?(?:of )?(?P<count>[0-9]{1,2}|[a-z-]+) (?P<unit>months?|weeks?|days?|years?)\b",
    re.IGNORECASE,
)
_VERBS = (
    (MandateAction.TERMINATE, r"\bterminat|\bliquidat|\bcomplete[sd]? (?:its|the) withdrawal|"
                              r"\bbrought? to an end|\bwithdraw(?:al)? (?:of )?(?:all|the)|\bclosure of "),
    (MandateAction.ESTABLISH, r"\b(?:to )?establish(?:es|ed)?\b|\bset(?:ting)? up\b|\bbe established\b"),
    (MandateAction.EXTEND, r"\bexten(?:d|ds|ded|sion)\b|\brenew(?:s|ed|al)?\b|\bprolong|"
                           r"\bcontinue(?:s|d)? (?:the mandate|to maintain)|\bmaintain in (?:being|existence)"),
    (MandateAction.REDUCE, r"\breduc|\bdownsiz|\bdrawdown|\bdecreas"),
    (MandateAction.EXPAND, r"\bincreas|\benlarg|\bexpan[ds]|\bstrengthen(?:ing)? (?:of )?(?:the|its)|\breinforce"),
    (MandateAction.ADJUST, r"\bmandate of\b.{0,80}\bshall\b|\bauthoriz|\brevis"),
)  # fmt: skip


@frozen
class Candidate:
    """What one operative paragraph seems to do to the mission."""

    symbol: str
    at: str
    action: MandateAction
    end: Date | None
    months: int | None
    sure: str
    quote: str


def operative(text: str) -> Iterator[tuple[str, str]]:
    """Split a resolution into operative paragraphs ``(number, words)``; one without numbers
    gives paragraphs that begin with a verb, numbered "operative"."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    lines = [
        line
        for line in lines
        if line
        and not re.fullmatch(r"S/RES/\S+(?: \(\d{4}\))?|\d{2}-\d{5,6}.*|\d+/\d+|# source.*", line)
    ]
    number, words, found = "", list[str](), list[tuple[str, str]]()
    for line in lines:
        match = re.match(r"(\d{1,3}) ?\. ?(?=\S|$)", line)
        if match and (int(match.group(1)) == int(number or 0) + 1):
            if number:
                found.append((number, " ".join(words)))
            number, words = match.group(1), [line[match.end() :]]
        elif number:
            words.append(line)
    if number:
        found.append((number, " ".join(words)))
    if found:
        yield from found
        return
    body = " ".join(lines)
    for part in re.split(
        r"(?<=[;.,]) (?=(?:Decides|Extends|Approves|Calls|Requests|Authorizes|Renews)\b)", body
    ):
        yield "operative", part


def ends(words: str) -> tuple[Date | None, int | None, int]:
    """Find the end date or the period in months, and where it stops in the text."""
    dates = list(_UNTIL.finditer(words))
    match = dates[-1] if dates else None
    if match is not None:
        day = date(int(match["year"]), MONTHS.index(match["month"]) + 1, int(match["day"]))
        return Date.of(day), None, match.end()
    match = _PERIOD.search(words)
    if match and match["unit"].lower().startswith(("month", "year")):
        count = (
            int(match["count"])
            if match["count"].isdigit()
            else NUMBERS.get(match["count"].lower(), 0)
        )
        months = count * (12 if match["unit"].lower().startswith("year") else 1)
        return None, months or None, match.end()
    return None, None, 0


def quote_of(words: str, start: int, stop: int) -> str:
    """Cut a quote of at most 40 words from the verb to the date."""
    start = words.rfind(" ", 0, max(start, 0)) + 1
    stop = max(stop, words.find(" ", min(start + 60, len(words))))
    parts = words[start:stop].split()
    if len(parts) <= 40:
        return " ".join(parts).rstrip(";,.:")
    return " ".join([*parts[:18], "[...]", *parts[-18:]]).rstrip(";,.:")


def candidates(
    symbol: str, text: str, names: re.Pattern[str], generic: re.Pattern[str] | None, *, titled: bool
) -> list[Candidate]:
    """Return what the operative paragraphs of a resolution seem to do to the mission."""
    found: list[Candidate] = []
    for at, words in operative(text):
        named = names.search(words)
        if not named and not (titled and generic is not None and generic.search(words)):
            continue
        for action, pattern in _VERBS:
            verb = re.search(pattern, words, re.IGNORECASE)
            if verb is None:
                continue
            end, months, stop = ends(words)
            sure = "fair" if named else "low"
            if (
                named
                and (end or months)
                and action in (MandateAction.EXTEND, MandateAction.ESTABLISH)
            ):
                sure = "high"
            lead = re.search(
                r"\b(?:Decides|Extends|Approves|Authorizes|Requests|Renews|Endorses)\b",
                words[: verb.start() + 1],
            )
            found.append(
                Candidate(
                    symbol,
                    at,
                    action,
                    end,
                    months,
                    sure,
                    quote_of(words, lead.start() if lead else verb.start(), stop),
                )
            )
            break
    return found


def add_months(day: date, months: int) -> date:
    """Return the last day of a period of months that begins behind a day."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    whole = (day + timedelta(days=1)).month != day.month
    return date(year, month, last if whole else min(day.day, last))


def to_mandates(
    mission: str,
    found: dict[str, list[Candidate]],
    days: dict[str, Date],
    chapters: dict[str, ChapterVii],
) -> Iterator[Mandate]:
    """Turn the best candidate of each resolution into a draft mandate."""
    rank = {"high": 0, "fair": 1, "low": 2}
    last: date | None = None
    telling = (MandateAction.ESTABLISH, MandateAction.TERMINATE, MandateAction.EXPAND)
    for symbol, everything in found.items():
        options = [o for o in everything if o.sure == "high" or o.action in telling]
        if not options:
            continue
        options = sorted(
            options,
            key=lambda option: (rank[option.sure], option.action is not MandateAction.EXTEND),
        )
        best = options[0]
        also = tuple(
            dict.fromkeys(
                o.action for o in options[1:] if o.action is not best.action and o.sure != "low"
            )
        )
        start, end = days[symbol], best.end
        gaps: tuple[Gap, ...] = ()
        if end is None and best.months and last is not None:
            end = Date.of(add_months(last, best.months))
        if end is not None and end.earliest < start.earliest:
            end = None
        if end is None:
            gaps = (
                Gap(
                    field="in_force",
                    reason=GapReason.NOT_RESEARCHED,
                    note="no end found by program",
                ),
            )
        span = Span(start=start, end=end, open_end=None if end else OpenEnd.UNKNOWN)
        if end is not None:
            last = end.earliest
        cites = [
            Citation(
                document=symbol,
                at=best.at,
                supports=("action", "in_force"),
                quote=best.quote,
                checked=Checked.PROGRAM,
            )
        ]
        chapter = chapters[symbol]
        where = "preamble" if chapter is ChapterVii.YES else "heading"
        quote = (
            "Acting under Chapter VII of the Charter of the United Nations"
            if chapter is ChapterVii.YES
            else None
        )
        cites.append(
            Citation(
                document=symbol,
                at=where,
                supports=("chapter_vii",),
                quote=quote,
                checked=Checked.PROGRAM if quote else Checked.READING,
            )
        )
        yield Mandate(
            id=f"{mission}/{slug(symbol)}",
            document=symbol,
            action=best.action,
            also=also,
            in_force=span,
            chapter_vii=chapter,
            citations=tuple(cites),
            gaps=gaps,
            note=f"drafted by program, {best.sure}: {len(options)} paragraphs ({', '.join(o.at for o in options)})",
        )


def main() -> None:
    """Print candidates, or draft mandates."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("mission")
    parser.add_argument("--names", required=True)
    parser.add_argument("--generic")
    parser.add_argument("--texts", nargs="+", required=True)
    parser.add_argument("--lists", required=True)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--last", type=int, default=3000)
    parser.add_argument("--yaml", action="store_true")
    options = parser.parse_args()
    names = re.compile(options.names)
    generic = re.compile(options.generic) if options.generic else None
    with (Path(options.lists) / "unsc_resolutions.tsv").open(encoding="utf-8", newline="") as file:
        listed = {int(line["number"]): line for line in csv.DictReader(file, delimiter="\t")}
    files: dict[int, Path] = {}
    for folder in options.texts:
        for path in sorted(Path(folder).rglob("S_RES_*.txt")):
            files.setdefault(int(path.stem.split("_")[2]), path)
    found: dict[str, list[Candidate]] = {}
    days: dict[str, Date] = {}
    chapters: dict[str, ChapterVii] = {}
    for number in range(options.first, options.last + 1):
        line = listed.get(number)
        title = f"{line['title']} {line['agenda_topic']}" if line else ""
        titled = bool(names.search(title))
        if number not in files:
            if titled:
                print(f"# no text: {number} {line['date'] if line else ''} {title[:100]}")
            continue
        text = files[number].read_text(encoding="utf-8", errors="replace")
        if not names.search(" ".join(text.split())):
            continue
        symbol = canonical(f"S/RES/{number} ({files[number].stem.split('_')[3]})")
        options_found = candidates(symbol, text, names, generic, titled=titled)
        if not options_found:
            if titled:
                print(f"# titled, but no paragraph: {symbol} {title[:100]}")
            continue
        found[symbol] = options_found
        days[symbol] = (
            Date.parse(line["date"]) if line else Date(int(files[number].stem.split("_")[3]))
        )
        flat = " ".join(text.split())
        chapters[symbol] = (
            ChapterVii.YES
            if "Acting under Chapter VII of the Charter of the United Nations" in flat
            else (ChapterVii.PART if "Chapter VII" in flat else ChapterVii.NO)
        )
    if not options.yaml:
        for symbol, options_found in found.items():
            for option in options_found:
                end = option.end or (f"{option.months} months" if option.months else "-")
                print(
                    f"{symbol}\t{days[symbol]}\t{option.at}\t{option.action}\t{end}\t{option.sure}\t{option.quote}"
                )
        return
    plain = []
    for mandate in to_mandates(options.mission, found, days, chapters):
        made = to_plain(evolve(mandate))
        del made["id"]
        plain.append(made)
    print(dump({"mandates": plain}), end="")


if __name__ == "__main__":
    main()
