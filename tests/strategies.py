"""Strategies for the values and records of the model."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from peaceops.dates import Date, OpenEnd, Span
from peaceops.model import Mandate, Mission
from peaceops.vocab import MandateAction, MissionKind, Review

FIRST, LAST = date(1945, 1, 1), date(2030, 12, 31)

days = st.dates(FIRST, LAST)


@st.composite
def dates(draw: st.DrawFn, around: st.SearchStrategy[date] = days) -> Date:
    """Dates of every precision, with and without doubt."""
    day = draw(around)
    precision = draw(st.sampled_from(("year", "month", "day")))
    return Date(
        day.year,
        day.month if precision != "year" else None,
        day.day if precision == "day" else None,
        draw(st.booleans()),
        draw(st.booleans()),
    )


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Spans with every kind of side."""
    start = draw(st.none() | dates())
    end = draw(st.none() | dates())
    if end is not None and start is not None and end.surely_before(start):
        start, end = end, start
    open_end = None if end is not None else draw(st.sampled_from(OpenEnd))
    return Span(start=start, end=end, open_end=open_end)


known = st.none() | days.map(Date.of)


@st.composite
def missions(draw: st.DrawFn, key: str = "un-x") -> Mission:
    """Missions with dates of every kind and a chain of mandates that may lapse."""
    span = draw(spans())
    day = draw(days)
    mandates: list[Mandate] = []
    for number in range(draw(st.integers(0, 4))):
        length = timedelta(days=draw(st.integers(0, 400)))
        document = f"page-{number}"
        mandates.append(
            Mandate(
                id=f"{key}/{document}",
                document=document,
                action=MandateAction.ESTABLISH if number == 0 else MandateAction.EXTEND,
                in_force=Span(start=Date.of(day), end=Date.of(day + length)),
            )
        )
        day = day + length + timedelta(days=draw(st.integers(-5, 20)))
    return Mission(
        id=key,
        name=draw(st.text("abc xyz", min_size=1, max_size=8)),
        organization=("un",),
        kind=draw(st.sampled_from(MissionKind)),
        places=draw(st.sampled_from(((), ("ML",), ("NO",), ("ML", "NO")))),
        started=span.start,
        ended=span.end,
        open_end=span.open_end,
        known_until=draw(known),
        mandates=tuple(mandates),
        review=draw(st.sampled_from(Review)),
    )


@st.composite
def mission_lists(draw: st.DrawFn) -> list[Mission]:
    """A few missions with different ids."""
    count = draw(st.integers(0, 6))
    keys = draw(st.permutations([f"un-m{number}" for number in range(count)]))
    return [draw(missions(key)) for key in keys]


def renamed(record: Any, key: str) -> Any:
    """The same record under another id."""
    return evolve(record, id=key)
