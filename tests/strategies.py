"""Strategies for the values and records of the model."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from attrs import evolve
from hypothesis import settings
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


# --- plain data, as it stands in YAML ---------------------------------------------------------

some_days = st.dates(date(1999, 6, 1), date(2003, 6, 30))
"""Days near each other, so that spans meet."""


_DAYS = [date(1999, 6, 1) + timedelta(days=number) for number in range(1491)]
_DOUBTS = ("", "~", "?", "%")
_PRECISE = [day.isoformat() + doubt for day in _DAYS for doubt in _DOUBTS]
_VAGUE = sorted({text[:length] + text[10:] for text in _PRECISE for length in (4, 7)})
# Strategies are made once: making them anew for every draw costs more than drawing.
_PLAIN_DATES = st.integers(0, 2 * len(_PRECISE) - 1).map(
    lambda number: _PRECISE[number] if number < len(_PRECISE) else _VAGUE[number % len(_VAGUE)]
)
_SPANS = st.tuples(
    st.none() | _PLAIN_DATES,
    st.sampled_from(("ongoing", "ended", "unknown")) | _PLAIN_DATES | _PLAIN_DATES,
)


def plain_dates() -> st.SearchStrategy[str]:
    """Texts of dates of every precision, with and without doubt."""
    return _PLAIN_DATES


def _span(sides: tuple[str | None, str]) -> dict[str, str]:
    start, end = sides
    if end[0].isalpha():
        return {**({"start": start} if start else {}), "open_end": end}
    if start is None:
        return {"end": end}
    if Date.parse(end).surely_before(Date.parse(start)):
        start, end = end, start
    return {"start": start, "end": end}


_PLAIN_SPANS = _SPANS.map(_span)


def plain_spans() -> st.SearchStrategy[dict[str, str]]:
    """Spans with every kind of side; the end is not before the start."""
    return _PLAIN_SPANS


_PAUSES = (-40, -1, 0, 1, 1, 1, 2, 30)
_ACTIONS = ("extend", "extend", "extend", "terminate")
_EFFECTS = ("keeps", "adds", "restates", "not-read")
_CRIMES = ((), ("piracy",), ("arms-trafficking", "piracy"))
_KINDS = ("peacekeeping", "civilian", "envoy")
_BODIES = (["un"], ["eu"], ["un", "eu"])
_PLACES = (["ML"], ["NO"], ["ML", "NO"], [])

# first day; then for each mandate its length, the pause behind it, what it does
_CHAINS = st.tuples(
    st.integers(0, len(_DAYS) - 1),
    st.lists(
        st.tuples(
            st.integers(0, 90),
            st.sampled_from(_PAUSES),
            st.sampled_from(_ACTIONS),
            st.sampled_from(_EFFECTS),
            st.sampled_from(_CRIMES),
        ),
        max_size=4,
    ),
)


def _chain(drawn: Any) -> list[dict[str, Any]]:
    """Make mandates, exact to the day, in order, with renewals, gaps and overlaps."""
    found: list[dict[str, Any]] = []
    day = _DAYS[drawn[0]]
    for number, (length, pause, action, effect, crimes) in enumerate(drawn[1]):
        mandate = {
            "document": f"page-{number}",
            "action": action if number else "establish",
            "in_force": {"start": str(day), "end": str(day + timedelta(days=length))},
            "task_effect": effect,
        }
        if effect in ("adds", "restates") and mandate["action"] != "terminate":
            mandate["tasks"] = [
                {"activity": "monitoring", "modality": "monitor", "strength": "decided",
                 "at": str(number), **({"crimes": list(crimes)} if crimes else {})}
            ]  # fmt: skip
        found.append(mandate)
        day = max(day, day + timedelta(days=length + pause))
    return found


_KNOWN = st.none() | _PLAIN_DATES.map(lambda text: text.rstrip("~?%"))
_MISSIONS = st.lists(
    st.tuples(
        _PLAIN_SPANS,
        _KNOWN,
        st.sampled_from(_KINDS),
        st.sampled_from(_BODIES),
        st.sampled_from(_PLACES),
        _CHAINS,
    ),
    max_size=3,
)
_REGIMES = st.lists(st.tuples(_PLAIN_SPANS, _KNOWN, st.lists(_PLAIN_SPANS, max_size=2)), max_size=2)
_PROJECTS = st.lists(st.tuples(st.none() | _PLAIN_SPANS, _KNOWN), max_size=2)
_NAMES = {"start": "started", "end": "ended", "open_end": "open_end"}


def _record(key: str, known: str | None, **fields: Any) -> dict[str, Any]:
    until = {} if known is None else {"known_until": known}
    return {"id": key, "name": "x", **until, **fields}


def _sides(span: dict[str, str]) -> dict[str, str]:
    return {_NAMES[key]: value for key, value in span.items()}


def _seeded(seed: int) -> tuple[list[Any], list[Any], list[Any]]:
    """Draw what the strategies above draw, from a seed: ten times as quick, and harder to shrink."""
    rng = Random(seed)

    def text() -> str:
        return rng.choice(_PRECISE if rng.random() < 0.5 else _VAGUE)

    def span() -> dict[str, str]:
        start = None if rng.random() < 0.2 else text()
        end = rng.choice(("ongoing", "ended", "unknown")) if rng.random() < 0.4 else text()
        return _span((start, end))

    def known() -> str | None:
        return None if rng.random() < 0.4 else text().rstrip("~?%")

    def chain() -> Any:
        return rng.randrange(len(_DAYS)), [
            (
                rng.randint(0, 90), rng.choice(_PAUSES), rng.choice(_ACTIONS), rng.choice(_EFFECTS),
                rng.choice(_CRIMES),
            )
            for _ in range(rng.randint(0, 4))
        ]  # fmt: skip

    return (
        [
            (span(), known(), rng.choice(_KINDS), rng.choice(_BODIES), rng.choice(_PLACES), chain())
            for _ in range(rng.randint(0, 3))
        ],
        [
            (span(), known(), [span() for _ in range(rng.randint(0, 2))])
            for _ in range(rng.randint(0, 2))
        ],
        [(None if rng.random() < 0.2 else span(), known()) for _ in range(rng.randint(0, 2))],
    )


def plain_datasets(stem: str = "un") -> st.SearchStrategy[dict[str, list[dict[str, Any]]]]:
    """A few missions, regimes and projects as plain data; ``stem`` begins their ids.

    Where thousands are asked for, they are made from seeds.
    """
    drawn = st.tuples(_MISSIONS, _REGIMES, _PROJECTS)
    seeded = st.integers(0, 2**60).map(_seeded)
    return (seeded if settings().max_examples > 1000 else drawn).map(
        lambda drawn: {
            "missions": [
                _record(
                    f"{stem}-m{number}", known, kind=kind, organization=bodies, places=places,
                    mandates=_chain(chain), **_sides(span),
                )
                for number, (span, known, kind, bodies, places, chain) in enumerate(drawn[0])
            ],
            "regimes": [
                _record(
                    f"{stem}-r{number}", known, imposed_by=["un"], **_sides(span),
                    measures=[
                        {"id": f"{index}", "kind": "arms-embargo", "scope": "x",
                         "imposed_by": {"document": "page-about"}, "in_force": in_force}
                        for index, in_force in enumerate(spans)
                    ],
                )
                for number, (span, known, spans) in enumerate(drawn[1])
            ],
            "projects": [
                _record(f"{stem}-p{number}", known, **({} if span is None else {"span": span}))
                for number, (span, known) in enumerate(drawn[2])
            ],
        }
    )  # fmt: skip
