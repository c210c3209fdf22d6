"""Research panels: one row for each unit and period in which something was at work.

A panel is for joining with other data. It states its rule instead of guessing: a mission that
worked for three days of a month is in the month under ``any``, not under ``first-day``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from peaceops.dataset import Dataset, Freq, Unit, When
from peaceops.dates import Span, Standing
from peaceops.errors import UnknownId
from peaceops.tables import Cell, Column, Table
from peaceops.vocab import CodeScheme

_UNITS = ("mission", "country", "regime")
_FREQS = ("year", "month", "day")
_RULES = ("any", "first-day", "last-day")
_COLUMNS = {
    "mission": (Column("mission", "text", "id of the mission"),),
    "regime": (Column("regime", "text", "id of the regime"),),
    "country": (
        Column("place", "text", "id of the place"),
        Column("missions", "integer", "missions at work there"),
    ),
}
_CODES = (
    Column("iso3", "text", "ISO 3166-1 alpha-3"),
    Column("cow", "text", "Correlates of War number valid at the end of the period, as text"),
    Column("gw", "text", "Gleditsch-Ward number valid at the end of the period, as text"),
)


def panel(dataset: Dataset, unit: Unit, *, freq: Freq, rule: When) -> Table:
    """Return a panel as a table: ``table.to_pandas()`` and its like turn it into a frame.

    ``unit`` is mission, regime or country (places of missions, with ISO, COW and Gleditsch-Ward
    codes valid at the end of the period). ``rule`` says when a period counts: if the unit was at
    work on ``any`` of its days, on its first or on its last day. ``certain`` is true where no
    reading of imprecise dates makes it otherwise. Periods after the day to which a record is
    known are not in the panel: missing is not zero.

    Raises ValueError for a unit, frequency or rule that is not one of these.
    """
    for value, known in ((unit, _UNITS), (freq, _FREQS), (rule, _RULES)):
        if value not in known:
            raise ValueError(f"{value!r} is not known here; one of: {', '.join(known)}")
    certain = Column("certain", "boolean", "whether no reading of the dates makes it otherwise")
    columns = (Column("period", "date", "first day of the period"), *_COLUMNS[unit])
    if unit == "country":
        rows = tuple(_countries(dataset, freq, rule))
        return Table(f"country_{freq}", (*columns, certain, *_CODES), rows)
    records = dataset.missions if unit == "mission" else dataset.regimes
    rows = tuple(
        (first, record.id, sure)
        for record in records
        for first, _, sure in _periods(record, freq, rule, _limit(dataset))
    )
    return Table(f"{unit}_{freq}", (*columns, certain), rows)


def _countries(dataset: Dataset, freq: Freq, rule: When) -> Iterator[tuple[Cell, ...]]:
    found: dict[tuple[str, date], list[bool]] = {}
    lasts: dict[date, date] = {}
    for mission in dataset.missions:
        for first, last, sure in _periods(mission, freq, rule, _limit(dataset)):
            lasts[first] = last
            for place in mission.places:
                found.setdefault((place, first), []).append(sure)
    for (key, first), certain in sorted(found.items()):
        record = dataset.whole.places.get(key)
        if record is None:
            raise UnknownId("place", key)
        codes = (
            record.code(scheme, lasts[first])
            for scheme in (CodeScheme.ISO3, CodeScheme.COW, CodeScheme.GW)
        )
        yield (first, key, len(certain), any(certain), *codes)


def _limit(dataset: Dataset) -> date:
    return date.fromisoformat(dataset.data_date) if dataset.data_date else date.max


def _periods(record: Any, freq: Freq, rule: When, limit: date) -> Iterator[tuple[date, date, bool]]:
    """Give ``(first day, last day, certain)`` of each period in which a record was at work."""
    span: Span = record.span
    if span.start is None:
        return
    stop = span.end.latest if span.end is not None else limit
    if span.end is None and record.known_until is not None:
        stop = min(stop, record.known_until.latest)
    first = _begin(span.start.earliest, freq)
    while first <= min(stop, limit):
        last = _finish(first, freq)
        days = {
            "first-day": (first,),
            "last-day": (last,),
            "any": _telling_days(span, first, last, stop),
        }[rule]
        standings = {record.status_on(day) for day in days if day <= limit}
        if standings & {Standing.IN_FORCE, Standing.POSSIBLE}:
            yield first, last, Standing.IN_FORCE in standings
        if last == date.max:
            return
        first = last + timedelta(days=1)


def _telling_days(span: Span, first: date, last: date, stop: date) -> tuple[date, ...]:
    """Choose the days on which the answer for a period can change."""
    days = {first, last, stop}
    for value in (span.start, span.end):
        if value is not None:
            days |= {value.earliest, value.latest}
    return tuple(sorted(day for day in days if first <= day <= last))


def _begin(day: date, freq: Freq) -> date:
    if freq == "year":
        return day.replace(month=1, day=1)
    return day.replace(day=1) if freq == "month" else day


def _finish(first: date, freq: Freq) -> date:
    if freq == "day":
        return first
    if freq == "year":
        return first.replace(month=12, day=31)
    after = first.replace(day=28) + timedelta(days=4)
    return after - timedelta(days=after.day)
