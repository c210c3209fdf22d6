"""Numbers about the dataset: how much there is, how much of it is vetted and sourced."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterable, Sequence
from typing import Any

import attrs
from attrs import frozen

from peaceops.dataset import Dataset
from peaceops.dates import OpenEnd, Precision
from peaceops.kinds import KINDS
from peaceops.model import Mandate, Measure, Provision
from peaceops.rules import facts_of, is_supported, parts
from peaceops.vocab import DocumentKind, MandateAction, Review, TaskEffect


@frozen
class KindStats:
    """Counts for one kind of record (or for the mandates of missions).

    The row of missions leaves their mandates out, which have one of their own; the mandates of
    monitoring bodies belong to their regime. ``facts`` are the non-empty factual fields, ``sourced`` those with a citation that was read
    and names its place; both over all records, ``vetted_facts`` and ``vetted_sourced`` over the
    vetted ones. ``quotes`` counts verbatim quotes.
    """

    kind: str
    records: int
    vetted: int
    facts: int
    sourced: int
    vetted_facts: int
    vetted_sourced: int
    quotes: int
    disputes: int
    gaps: int


def share(part: int, whole: int) -> str:
    """Write a share as a percentage; a dash where there is nothing to share."""
    return f"{100 * part / whole:.1f} %" if whole else "-"


def by_kind(dataset: Dataset) -> tuple[KindStats, ...]:
    """Count every kind of record, mandates among them."""
    rows = [_count(kind, dataset.collection(kind)) for kind in KINDS]
    rows.insert(1, _count("mandates", dataset.mandates))
    return tuple(rows)


def _count(kind: str, records: Iterable[Any]) -> KindStats:
    tally: Tally[str] = Tally()
    for record in records:
        vetted = record.review is Review.VETTED
        tally["records"] += 1
        tally["vetted"] += vetted
        for path, part in parts(record):
            if kind == "missions" and path.startswith("$.mandates"):
                continue  # they have a row of their own
            nested = path != "$" and isinstance(part, Mandate)
            if not nested and hasattr(part, "citations") and kind != "documents":
                for name in facts_of(part):
                    sourced = is_supported(part, name)
                    tally["facts"] += 1
                    tally["sourced"] += sourced
                    if part.review is Review.VETTED:
                        tally["vetted_facts"] += 1
                        tally["vetted_sourced"] += sourced
            tally["quotes"] += getattr(part, "quote", None) is not None
            tally["disputes"] += len(getattr(part, "disputes", ()))
            tally["gaps"] += len(getattr(part, "gaps", ()))
    names = [attribute.name for attribute in attrs.fields(KindStats) if attribute.name != "kind"]
    return KindStats(kind, **{name: tally[name] for name in names})


@frozen
class OwnerStats:
    """Counts for the missions of one organization."""

    organization: str
    missions: int
    mandates: int
    vetted: int
    tasks: int
    dates: int
    dates_to_the_day: int


def by_organization(dataset: Dataset) -> tuple[OwnerStats, ...]:
    """Count missions, mandates and precision of dates per organization that runs missions."""
    owners = sorted({owner for mission in dataset.missions for owner in mission.organization})
    rows = []
    for owner in owners:
        missions = [mission for mission in dataset.missions if owner in mission.organization]
        dates = [
            date
            for mission in missions
            for date in (mission.established, mission.started, mission.ended)
            if date is not None
        ]
        rows.append(
            OwnerStats(
                organization=owner,
                missions=len(missions),
                mandates=sum(len(mission.mandates) for mission in missions),
                vetted=sum(mission.review is Review.VETTED for mission in missions),
                tasks=sum(len(mission.tasks) for mission in missions),
                dates=len(dates),
                dates_to_the_day=sum(date.precision is Precision.DAY for date in dates),
            )
        )
    return tuple(rows)


@frozen
class Figure:
    """One number of a report: ``count`` of ``of`` (None where it is no part of a whole)."""

    group: str
    name: str
    count: int
    of: int | None = None


def of_missions(dataset: Dataset) -> tuple[Figure, ...]:
    """Report on missions and their mandates; for one organization, give its part of the data."""
    missions = tuple(dataset.missions)
    mandates = tuple(dataset.mandates)
    extensions = [mandate for mandate in mandates if MandateAction.EXTEND in mandate.actions]
    dates = [
        date
        for mission in missions
        for date in (mission.established, mission.started, mission.ended)
        if date is not None
    ]
    figures = [Figure("missions", "all", len(missions))]
    figures += _tally("missions by kind", (mission.kind.code for mission in missions))
    figures += _tally("missions by review", (mission.review.code for mission in missions))
    figures += [
        Figure("missions", "vetted", _vetted(missions), len(missions)),
        Figure("missions", "with an end or open end", sum(
            mission.ended is not None or mission.open_end is not None for mission in missions
        ), len(missions)),
        Figure("missions", "dates to the day", sum(
            date.precision is Precision.DAY for date in dates
        ), len(dates)),
        Figure("mandates", "all", len(mandates)),
        Figure("mandates", "vetted", _vetted(mandates), len(mandates)),
        Figure("mandates", "with tasks", sum(bool(m.tasks) for m in mandates), len(mandates)),
        Figure("mandates", "read for tasks", sum(
            mandate.task_effect is not TaskEffect.NOT_READ for mandate in mandates
        ), len(mandates)),
        Figure("mandates", "with a strength", sum(
            mandate.personnel is not None for mandate in mandates
        ), len(mandates)),
        Figure("mandates", "with a last day", sum(
            mandate.in_force.end is not None for mandate in mandates
        ), len(mandates)),
        Figure("mandates", "extensions with a last day or an explicit open end", sum(
            mandate.in_force.end is not None or mandate.in_force.open_end is not OpenEnd.UNKNOWN
            for mandate in extensions
        ), len(extensions)),
    ]  # fmt: skip
    figures += _tally(
        "mandates by action", (action.code for mandate in mandates for action in mandate.actions)
    )
    return tuple(sorted(figures, key=lambda figure: figure.group))


def of_regimes(dataset: Dataset) -> tuple[Figure, ...]:
    """Report on regimes: measures, paragraphs, monitoring bodies, criteria."""
    regimes = tuple(dataset.regimes)
    measures = tuple(dataset.measures)
    lifted = [measure for measure in measures if measure.in_force.end is not None]
    bodies = [body for regime in regimes for body in regime.monitoring]
    criteria = [criterion for regime in regimes for criterion in regime.criteria]
    figures = [
        Figure("regimes", "all", len(regimes)),
        Figure("regimes", "vetted", _vetted(regimes), len(regimes)),
        Figure("regimes", "with a committee", sum(
            regime.committee is not None for regime in regimes
        ), len(regimes)),
        Figure("regimes", "with a monitoring body", sum(
            bool(regime.monitoring) for regime in regimes
        ), len(regimes)),
        Figure("measures", "all", len(measures)),
        Figure("measures", "with the paragraph that imposes", sum(
            bool(measure.imposed_by.at) for measure in measures
        ), len(measures)),
        Figure("measures", "ended, with the paragraph that lifts or ends them", sum(
            bool(_last(measure).at) for measure in lifted
        ), len(lifted)),
        Figure("monitoring bodies", "all", len(bodies)),
        Figure("monitoring bodies", "with an unbroken chain of mandates", sum(
            unbroken(body.mandates) for body in bodies
        ), len(bodies)),
        Figure("criteria", "all", len(criteria)),
        Figure("criteria", "with a quote", sum(
            criterion.quote is not None for criterion in criteria
        ), len(criteria)),
        Figure("criteria", "about crime", sum(
            bool(criterion.crimes) for criterion in criteria
        ), len(criteria)),
    ]  # fmt: skip
    figures += _tally(
        "regimes by imposer", (key for regime in regimes for key in regime.imposed_by)
    )
    figures += _tally("measures by kind", (measure.kind.code for measure in measures))
    figures += _tally(
        "criteria by crime", (crime.code for criterion in criteria for crime in criterion.crimes)
    )
    return tuple(figures)


def of_crime(dataset: Dataset) -> tuple[Figure, ...]:
    """Report on organized crime: mentions, tasks, missions, regimes, projects."""
    tasks = tuple(dataset.tasks.mandated().countering())
    missions = {task.owner for task in tasks}
    regimes = [regime for regime in dataset.regimes if any(c.crimes for c in regime.criteria)]
    resolutions = dataset.documents.of_kind(DocumentKind.SC_RESOLUTION)
    read = resolutions.read_for_crimes()
    naming = read.mentioning()
    asked = {task.id for task in tasks}
    vetted = sum(
        task.id in asked
        for mandate in dataset.mandates
        if mandate.review is Review.VETTED
        for task in mandate.tasks
    )
    figures = [
        Figure("resolutions of the Security Council", "in the data", len(resolutions)),
        Figure("resolutions of the Security Council", "read whole", len(read), len(resolutions)),
        Figure("resolutions of the Security Council", "that name a crime", len(naming), len(read)),
        Figure(
            "resolutions of the Security Council",
            "that name a crime in an operative paragraph",
            len(read.mentioning(operative=True)),
            len(read),
        ),
        Figure("tasks of missions about crime", "all", len(tasks)),
        Figure("tasks of missions about crime", "in vetted mandates", vetted, len(tasks)),
        Figure("tasks of missions about crime", "that name the crime", sum(
            task.explicit is True for task in tasks
        ), len(tasks)),
        Figure("tasks of missions about crime", "with a quote", sum(
            task.quote is not None for task in tasks
        ), len(tasks)),
        Figure("records with a part about crime", "missions", len(missions), len(dataset.missions)),
        Figure("records with a part about crime", "regimes", len(regimes), len(dataset.regimes)),
        Figure("projects", "all", len(dataset.projects)),
        Figure("projects", "vetted", _vetted(dataset.projects), len(dataset.projects)),
    ]  # fmt: skip
    figures += _tally(
        "resolutions by crime named",
        (
            crime.code
            for document in naming
            for crime in {mention.crime for mention in document.mentions or ()}
        ),
    )
    figures += _tally("tasks by crime", (crime.code for task in tasks for crime in task.crimes))
    figures += _tally("tasks by activity", (task.activity.code for task in tasks))
    return tuple(figures)


def unbroken(mandates: Sequence[Mandate]) -> bool:
    """Whether each mandate begins no later than the day behind the last day reached so far."""
    return all(
        gap is None or gap <= 1
        for gap in (
            _gap(mandates[:index], mandate) for index, mandate in enumerate(mandates) if index
        )
    )


def _gap(earlier: Sequence[Mandate], mandate: Mandate) -> int | None:
    start = mandate.in_force.start
    ends = [before.in_force.end for before in earlier]
    if start is None or None in ends:
        return None
    return (start.earliest - max(end.latest for end in ends if end is not None)).days


def _last(measure: Measure) -> Provision:
    """Return the passage by which a measure ended: it lifts it, or sets its last day."""
    return measure.lifted_by or (measure.amended_by or (measure.imposed_by,))[-1]


def _vetted(records: Iterable[Any]) -> int:
    return sum(record.review is Review.VETTED for record in records)


def _tally(group: str, names: Iterable[str]) -> list[Figure]:
    return [Figure(group, name, count) for name, count in sorted(Tally(names).items())]
