"""Dates as sources give them, spans of days, and what can be said about a day.

A :class:`Date` is as precise as its source and no more: a year, a month or a day, in a subset
of EDTF (ISO 8601-2, level 1): ``2013``, ``2013-04``, ``2013-04-25``, each with an optional
``~`` (approximate), ``?`` (uncertain) or ``%`` (both). A :class:`Span` runs from its first to
its last day, *both included*. Nothing here asks the clock: every question names its day.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime
from enum import Enum
from functools import lru_cache

from attrs import field, frozen

from peaceops.errors import BadDate

Day = str | date
"""A day in a question: ``"2014-06-30"`` or a :class:`datetime.date`."""


_EDTF = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%]?)", re.ASCII)
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_HELP = 'write "2013", "2013-04" or "2013-04-25", with "~", "?" or "%" behind it if in doubt'


class Precision(Enum):
    """How much of a date its source gives."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


class OpenEnd(Enum):
    """Why a span has no last day; three different states of knowledge."""

    ONGOING = "ongoing"
    """It was still in force on the day to which the record is known."""
    ENDED = "ended"
    """It is over, but no source gives the day."""
    UNKNOWN = "unknown"
    """What became of it after the day to which the record is known, no source read says."""


class Standing(Enum):
    """What can be said about a span on a day; exactly one of these holds."""

    NOT_YET = "not-yet"
    """The day lies before its first day."""
    POSSIBLE = "possible"
    """The sources are too imprecise to tell."""
    IN_FORCE = "in-force"
    """The day lies inside, whichever way the sources are read."""
    OVER = "over"
    """The day lies behind its last day."""
    UNKNOWN = "unknown"
    """The day lies behind the day to which the record is known."""


def as_day(value: Day) -> date:
    """Read the day of a question.

    Accepts a :class:`datetime.date` or a text ``YYYY-MM-DD``. Raises :class:`BadDate` for
    anything else, a :class:`datetime.datetime` among them (its zone would be guesswork).
    """
    if type(value) is date:
        return value
    if isinstance(value, str) and _ISO_DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise BadDate(f"{value!r} is not a day of the calendar: {error}") from None
    if isinstance(value, datetime):
        raise BadDate(f"{value!r} is a moment, not a day; pass its .date() in the zone you mean")
    raise BadDate(f"{value!r:.80} is not a day; write it as YYYY-MM-DD, such as '2014-06-30'")


@frozen(order=False, repr=False)
class Date:
    """A date exactly as precise as its source.

    ``month`` and ``day`` are None where the source does not give them. ``approximate`` (EDTF
    ``~``) and ``uncertain`` (``?``) carry the source's own doubt; they do not move the bounds.
    """

    year: int
    month: int | None = None
    day: int | None = None
    approximate: bool = False
    uncertain: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse what no calendar has."""
        for part in (self.year, self.month, self.day):
            if part is not None and type(part) is not int:
                raise BadDate(f"{part!r:.80} is not a whole number; {_HELP}")
        if type(self.approximate) is not bool or type(self.uncertain) is not bool:
            raise BadDate("approximate and uncertain are True or False")
        if not 1 <= self.year <= 9999:
            raise BadDate(f"year {self.year} is outside 0001 to 9999")
        if self.month is None:
            if self.day is not None:
                raise BadDate("a day without a month is not a date")
        elif not 1 <= self.month <= 12:
            raise BadDate(f"month {self.month} is outside 01 to 12")
        elif self.day is not None and not 1 <= self.day <= monthrange(self.year, self.month)[1]:
            raise BadDate(f"{self.year:04}-{self.month:02} has no day {self.day:02}")

    @staticmethod
    @lru_cache(maxsize=65536)
    def parse(text: str) -> Date:
        """Read a date from its EDTF text; the same text gives the same object.

        Raises :class:`BadDate` for anything outside the subset, such as ``20130425``,
        ``2013-W17-4``, ``25 April 2013`` or a day that the month does not have.
        """
        match = _EDTF.fullmatch(text) if isinstance(text, str) else None
        if match is None:
            raise BadDate(f"{text!r:.80} is not a date; {_HELP}")
        year, month, day, doubt = match.groups()
        try:
            return Date(
                int(year),
                int(month) if month else None,
                int(day) if day else None,
                doubt in ("~", "%"),
                doubt in ("?", "%"),
            )
        except BadDate as error:
            raise BadDate(f"{text!r:.80} is not a date: {error}") from None

    @staticmethod
    def of(day: date) -> Date:
        """Return the day-precise date of a calendar day."""
        return Date(day.year, day.month, day.day)

    @property
    def precision(self) -> Precision:
        """The smallest unit that the source gives."""
        if self.month is None:
            return Precision.YEAR
        return Precision.MONTH if self.day is None else Precision.DAY

    @property
    def exact(self) -> bool:
        """Whether the source gives the day, without doubt of its own."""
        return self.day is not None and not self.approximate and not self.uncertain

    @property
    def earliest(self) -> date:
        """The first calendar day that the date can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last calendar day that the date can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def surely_before(self, other: Date) -> bool:
        """Whether every reading of this date lies before every reading of the other."""
        return self.latest < other.earliest

    def surely_after(self, other: Date) -> bool:
        """Whether every reading of this date lies after every reading of the other."""
        return self.earliest > other.latest

    def may_equal(self, other: Date) -> bool:
        """Whether some day is a reading of both dates."""
        return not (self.surely_before(other) or self.surely_after(other))

    def __lt__(self, other: object) -> bool:
        """Order for sorting: by first possible day, then by last, then by text."""
        if not isinstance(other, Date):
            return NotImplemented
        return self._order < other._order

    @property
    def _order(self) -> tuple[date, date, str]:
        return (self.earliest, self.latest, str(self))

    def __str__(self) -> str:
        """Give the EDTF text from which the date was read."""
        text = f"{self.year:04}"
        if self.month is not None:
            text += f"-{self.month:02}"
        if self.day is not None:
            text += f"-{self.day:02}"
        if self.approximate:
            return text + ("%" if self.uncertain else "~")
        return text + ("?" if self.uncertain else "")

    def __repr__(self) -> str:
        """Show the EDTF text."""
        return f"Date({str(self)!r})"


@frozen
class Span:
    """A stretch of days from ``start`` to ``end``, both included, as the sources date it.

    ``start`` is None where no source gives it. A span has either an ``end`` (its last day) or
    an ``open_end`` that says why there is none.
    """

    start: Date | None = None
    end: Date | None = None
    open_end: OpenEnd | None = field(default=None)

    def __attrs_post_init__(self) -> None:
        """Refuse spans that end before they start or do not say how they end."""
        if (self.end is None) is (self.open_end is None):
            raise BadDate("a span has either an end or an open_end, and not both")
        if self.start and self.end and self.end.surely_before(self.start):
            raise BadDate(f"a span cannot end ({self.end}) before it starts ({self.start})")

    def standing(self, day: Day, known_until: Date | None = None) -> Standing:
        """Say whether the span is in force on a day.

        ``known_until`` is the day to which the record is known; an open span says nothing
        about later days (:attr:`Standing.UNKNOWN`). Without it an ongoing span has no limit.
        """
        on = as_day(day)
        if self.start is not None and on < self.start.earliest:
            return Standing.NOT_YET
        if self.end is not None:
            if on > self.end.latest:
                return Standing.OVER
            sure = on <= self.end.earliest
        elif known_until is not None and on > known_until.latest:
            return Standing.OVER if self.open_end is OpenEnd.ENDED else Standing.UNKNOWN
        else:
            sure = self.open_end is not OpenEnd.ENDED
        sure = sure and self.start is not None and on >= self.start.latest
        return Standing.IN_FORCE if sure else Standing.POSSIBLE

    def covers(self, day: Day, *, known_until: Date | None = None, certainly: bool = False) -> bool:
        """Whether the span may have been (``certainly``: must have been) in force on a day."""
        standing = self.standing(day, known_until)
        if certainly:
            return standing is Standing.IN_FORCE
        return standing in (Standing.IN_FORCE, Standing.POSSIBLE)

    def may_overlap(self, other: Span) -> bool:
        """Whether some day may lie in both spans; symmetric. Open sides are unbounded."""
        return not (
            _ends_before_start(self.end, other.start) or _ends_before_start(other.end, self.start)
        )

    @property
    def days(self) -> tuple[int, int] | None:
        """The fewest and the most days it can have lasted; None while a side is open."""
        if self.start is None or self.end is None:
            return None
        fewest = (self.end.earliest - self.start.latest).days + 1
        return (max(fewest, 0), (self.end.latest - self.start.earliest).days + 1)

    def __str__(self) -> str:
        """Give the span as an EDTF interval (``..`` ongoing, empty side unknown)."""
        start = str(self.start) if self.start else ""
        if self.end is not None:
            return f"{start}/{self.end}"
        return f"{start}/.." if self.open_end is OpenEnd.ONGOING else f"{start}/"


def _ends_before_start(end: Date | None, start: Date | None) -> bool:
    return end is not None and start is not None and end.surely_before(start)
