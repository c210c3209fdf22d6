"""Research panels: one row for each unit and period in which something was at work.

A panel is for joining with other data. It states its rule instead of guessing: a mission that
worked for three days of a month is in the month under ``any``, not under ``first-day``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from peaceops.dataset import Dataset, Freq, Unit, When
from peaceops.dates import Date, Span, Standing
from peaceops.errors import UnknownId
from peaceops.model import Mission, SanctionsRegime
from peaceops.progress import track
from peaceops.tables import Cell, Column, Table
from peaceops.vocab import CodeScheme

_UNITS = ("mission", "country", "regime", "measure")
_FREQS = ("year", "month", "day")
_RULES = ("any", "first-day", "last-day")
_COLUMNS = {
    "mission": (Column("mission", "text", "id of the mission"),),
    "regime": (Column("regime", "text", "id of the regime"),),
    "measure": (
        Column("measure", "text", "id of the measure"),
        Column("regime", "text", "id of its regime"),
        Column("measure_kind", "text", "kind of the measure"),
        Column("place", "text", "id of a place that it is about"),
    ),
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

    ``unit`` is mission, regime, country (places of missions) or measure (one row for each place
    of each sanctions measure, for joining with trade data); the last two carry the ISO, COW and
    Gleditsch-Ward codes valid at the end of the period. ``rule`` says when a period counts: if the unit was at
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
    if unit == "measure":
        rows = tuple(_measures(dataset, freq, rule))
        return Table(f"measure_{freq}", (*columns, certain, *_CODES), rows)
    records: tuple[Mission | SanctionsRegime, ...] = (
        tuple(dataset.missions) if unit == "mission" else tuple(dataset.regimes)
    )
    rows = tuple(
        (first, record.id, sure)
        for record in track(records, f"{unit} {freq}")
        for first, _, sure in _periods(record.span, record.known_until, freq, rule, _limit(dataset))
    )
    return Table(f"{unit}_{freq}", (*columns, certain), rows)


def _countries(dataset: Dataset, freq: Freq, rule: When) -> Iterator[tuple[Cell, ...]]:
    found: dict[tuple[str, date], list[bool]] = {}
    lasts: dict[date, date] = {}
    for mission in track(dataset.missions, f"country {freq}"):
        for first, last, sure in _periods(
            mission.span, mission.known_until, freq, rule, _limit(dataset)
        ):
            lasts[first] = last
            for place in mission.places:
                found.setdefault((place, first), []).append(sure)
    for (key, first), certain in sorted(found.items()):
        codes = _codes(dataset, key, lasts[first])
        yield (first, key, len(certain), any(certain), *codes)


def _measures(dataset: Dataset, freq: Freq, rule: When) -> Iterator[tuple[Cell, ...]]:
    for regime in track(dataset.regimes, f"measure {freq}"):
        for measure in regime.measures:
            for place in measure.places or regime.places:
                for first, last, sure in _periods(
                    measure.in_force, regime.known_until, freq, rule, _limit(dataset)
                ):
                    about = (measure.id, regime.id, measure.kind.code, place)
                    yield (first, *about, sure, *_codes(dataset, place, last))


def _codes(dataset: Dataset, key: str, day: date) -> tuple[str | None, ...]:
    place = dataset.whole.places.get(key)
    if place is None:
        raise UnknownId("place", key)
    schemes = (CodeScheme.ISO3, CodeScheme.COW, CodeScheme.GW)
    return tuple(place.code(scheme, day) for scheme in schemes)


def _limit(dataset: Dataset) -> date:
    return date.fromisoformat(dataset.data_date) if dataset.data_date else date.max


def _periods(
    span: Span, known_until: Date | None, freq: Freq, rule: When, limit: date
) -> Iterator[tuple[date, date, bool]]:
    """Give ``(first day, last day, certain)`` of each period in which a unit was at work."""
    if span.start is None:
        return
    stop = span.end.latest if span.end is not None else limit
    if span.end is None and known_until is not None:
        stop = min(stop, known_until.latest)
    first = _begin(span.start.earliest, freq)
    while first <= min(stop, limit):
        last = _finish(first, freq)
        days = {
            "first-day": (first,),
            "last-day": (last,),
            "any": _telling_days(span, first, last, stop),
        }[rule]
        standings = {span.standing(day, known_until) for day in days if day <= limit}
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
