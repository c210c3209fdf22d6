"""What happened to a mission or a regime, in the order of time, each with its source."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from peaceops.dates import Date
from peaceops.model import Mandate, Mission, Provision, SanctionsRegime


@frozen
class Event:
    """One thing that happened.

    ``date`` is as precise as its source, None where no source gives it; ``document`` and ``at``
    name the source and the place in it, where the record holds them for this event.
    """

    date: Date | None
    what: str
    document: str | None = None
    at: str | None = None


def timeline(record: Mission | SanctionsRegime) -> tuple[Event, ...]:
    """Return what happened to a mission or a regime, earliest first, undated events last.

    Of a mission: its establishment, launch, every mandate and its end. Of a regime: its
    committee, every measure imposed, changed and lifted, every mandate of its monitoring bodies.
    Raises TypeError for another record.
    """
    if isinstance(record, Mission):
        events = _of_mission(record)
    elif isinstance(record, SanctionsRegime):
        events = _of_regime(record)
    else:
        raise TypeError(f"missions and regimes have a timeline, not {type(record).__name__}")
    return tuple(sorted(events, key=_order))


def _order(event: Event) -> tuple[bool, str]:
    return event.date is None, "" if event.date is None else event.date.earliest.isoformat()


def _of_mission(mission: Mission) -> Iterator[Event]:
    established = [mandate for mandate in mission.mandates if mandate.action.code == "establish"]
    if not established:
        yield _fact(mission, "established", mission.established, "established")
    yield from _mandates(mission.mandates)
    if mission.started is not None:
        yield _fact(mission, "started", mission.started, "begins its work")
    if mission.ended is not None:
        yield _fact(mission, "ended", mission.ended, "last day")
    if mission.liquidated is not None:
        yield _fact(mission, "liquidated", mission.liquidated, "liquidated")


def _fact(mission: Mission, field: str, date: Date | None, what: str) -> Event:
    for citation in mission.citations:
        if field in citation.supports:
            return Event(date, what, citation.document, citation.at)
    return Event(date, what)


def _mandates(mandates: tuple[Mandate, ...], who: str = "") -> Iterator[Event]:
    for mandate in mandates:
        actions = ", ".join(action.label.lower() for action in mandate.actions)
        until = f", until {mandate.in_force.end}" if mandate.in_force.end is not None else ""
        at = next((c.at for c in mandate.citations if "in_force" in c.supports), None)
        yield Event(mandate.in_force.start, f"{who}{actions}{until}", mandate.document, at)


def _of_regime(regime: SanctionsRegime) -> Iterator[Event]:
    if regime.committee is not None:
        yield _provision(regime.committee.established, "committee set up")
        if regime.committee.dissolved is not None:
            yield _provision(regime.committee.dissolved, "committee dissolved")
    for measure in regime.measures:
        what = f"{measure.kind.label.lower()} ({measure.scope})"
        begun = measure.imposed_by
        start = measure.in_force.start or begun.date
        yield Event(start, f"{what} imposed", begun.document, begun.at)
        for provision in measure.amended_by:
            note = f": {provision.note}" if provision.note else ""
            yield _provision(provision, f"{what} changed{note}")
        if measure.lifted_by is not None:
            yield _provision(measure.lifted_by, f"{what} lifted")
        elif measure.in_force.end is not None:
            yield Event(measure.in_force.end, f"{what}: last day")
    for body in regime.monitoring:
        yield from _mandates(body.mandates, f"{body.name}: ")


def _provision(provision: Provision, what: str) -> Event:
    return Event(provision.date, what, provision.document, provision.at)
