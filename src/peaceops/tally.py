"""How many missions, regimes or projects there were, and how many began, by year or decade."""

from __future__ import annotations

from collections import Counter as Tally
from typing import Any, Literal, get_args

from attrs import frozen

from peaceops.dataset import Dataset
from peaceops.dates import Date, OpenEnd, Span
from peaceops.shipped import load
from peaceops.vocab import CrimeType, DocumentKind

Of = Literal["missions", "regimes", "projects"]
By = Literal["year", "decade"]
Split = Literal["kind", "organization", "none"]


@frozen
class Count:
    """Counts for one period and one group.

    ``active`` counts records that may have been at work on some day of the period, ``new`` those
    whose first day lies in it. ``unknown`` counts records that had begun and of which no source
    read says whether they were at work in the period: they are in neither, since missing is not
    zero. What is over on an unknown day counts in neither after the day to which it is known.
    """

    period: int
    group: str
    active: int
    new: int
    unknown: int


def counts(
    *, by: By = "year", of: Of = "missions", split: Split = "kind", dataset: Dataset | None = None
) -> tuple[Count, ...]:
    """Count records by period (named by its first year) and group, ordered by both.

    Periods run from the first in which something began to the one of the data's date. With
    ``split="kind"`` the groups are kinds of missions (other records have one group),
    with ``"organization"`` those who run, impose or lead it; a hybrid counts for each of them.
    Raises ValueError for a period, kind of record or split that is not one of these.
    """
    for value, allowed in ((by, By), (of, Of), (split, Split)):
        if value not in get_args(allowed):
            raise ValueError(f"{value!r} is not known here; one of: {', '.join(get_args(allowed))}")
    data = load() if dataset is None else dataset
    records = [record for record in data.collection(of) if _span(record).start is not None]
    if not records:
        return ()
    step = 10 if by == "decade" else 1
    last = int(data.data_date[:4]) if data.data_date else max(_first(record) for record in records)
    start = min(_first(record) for record in records) // step * step
    rows = []
    for period in range(start, last + 1, step):
        groups: dict[str, list[int]] = {}
        for record in records:
            if _first(record) >= period + step:
                continue
            place = _place(record, period)
            for group in _groups(record, split):
                tally = groups.setdefault(group, [0, 0, 0])
                tally[0] += place == "active"
                tally[1] += _first(record) >= period
                tally[2] += place == "unknown"
        rows += [
            Count(period=period, group=group, active=tally[0], new=tally[1], unknown=tally[2])
            for group, tally in sorted(groups.items())
            if any(tally)
        ]
    return tuple(rows)


@frozen
class MentionCount:
    """Resolutions of one period, and how many of those read name a crime.

    ``resolutions`` were adopted in the period, ``read`` of them were read whole for crimes,
    ``naming`` of these name one, ``operative`` in a numbered paragraph. What was not read is
    in ``resolutions`` only: it is not the same as silent.
    """

    period: int
    resolutions: int
    read: int
    naming: int
    operative: int

    @property
    def share(self) -> float | None:
        """Part of the resolutions read that name a crime, 0 to 1; None where none was read."""
        return self.naming / self.read if self.read else None


def mention_counts(
    *crimes: CrimeType, by: By = "year", dataset: Dataset | None = None
) -> tuple[MentionCount, ...]:
    """Count resolutions of the Security Council that name any of these crimes, by period.

    Without an argument any crime of the vocabulary counts. Raises ValueError for a period that
    is neither year nor decade.
    """
    if by not in get_args(By):
        raise ValueError(f"{by!r} is not known here; one of: {', '.join(get_args(By))}")
    data = load() if dataset is None else dataset
    resolutions = data.documents.of_kind(DocumentKind.SC_RESOLUTION)
    read = resolutions.read_for_crimes()
    groups = (
        resolutions,
        read,
        read.mentioning(*crimes),
        read.mentioning(*crimes, operative=True),
    )
    step = 10 if by == "decade" else 1
    tallies = [
        Tally(doc.date.year // step * step for doc in group if doc.date is not None)
        for group in groups
    ]
    return tuple(
        MentionCount(
            period=period, resolutions=tallies[0][period], read=tallies[1][period],
            naming=tallies[2][period], operative=tallies[3][period],
        )
        for period in sorted(tallies[0])
    )  # fmt: skip


def _span(record: Any) -> Span:
    span: Span | None = record.span
    return Span(end=Date(1)) if span is None else span


def _first(record: Any) -> int:
    start = _span(record).start
    return 0 if start is None else int(start.year)


def _place(record: Any, first: int) -> str:
    """Say whether a record was active in, unknown in or over before a period, by its first year."""
    span = _span(record)
    if span.end is not None:
        return "active" if span.end.year >= first else "over"
    known = record.known_until
    if known is None or known.year >= first:
        return "active"
    return "over" if span.open_end is OpenEnd.ENDED else "unknown"


def _groups(record: Any, split: str) -> tuple[str, ...]:
    if split == "organization":
        owners = (
            getattr(record, "organization", None)
            or getattr(record, "imposed_by", None)
            or (getattr(record, "lead", None) or "unknown",)
        )
        return tuple(owners)
    kind = getattr(record, "kind", None)
    return (kind.code if split == "kind" and kind is not None else "all",)
