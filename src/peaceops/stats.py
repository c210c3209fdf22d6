"""Numbers about the dataset: how much there is, how much of it is vetted and sourced."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterable
from typing import Any

import attrs
from attrs import frozen

from peaceops.dataset import Dataset
from peaceops.dates import Precision
from peaceops.kinds import KINDS
from peaceops.model import Mandate
from peaceops.rules import facts_of, is_supported, parts
from peaceops.vocab import Review


@frozen
class KindStats:
    """Counts for one kind of record (or for the mandates of missions).

    ``facts`` are the non-empty factual fields, ``sourced`` those with a citation that was read
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
