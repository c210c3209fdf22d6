"""Records and tables as text for people at a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import Any

import attrs

from peaceops.dataset import Dataset
from peaceops.dates import Date, Day, Span, as_day
from peaceops.model import (
    Citation,
    Committee,
    Mandate,
    Measure,
    Mission,
    Provision,
    SanctionsRegime,
    Task,
)

WIDTH = 100


def table(columns: Sequence[str], lines: Iterable[Sequence[str]], width: int = WIDTH) -> str:
    """Align cells in columns; the last column takes what room is left and wraps."""
    rows = [tuple(columns), *(tuple(line) for line in lines)]
    widths = [max(len(row[index]) for row in rows) for index in range(len(columns) - 1)]
    room = max(width - sum(widths) - 2 * len(widths), 20)
    made: list[str] = []
    for number, row in enumerate(rows):
        wrapped = textwrap.wrap(row[-1], room, break_long_words=False) or [""]
        head = "".join(cell.ljust(size + 2) for cell, size in zip(row, widths, strict=False))
        made.append((head + wrapped[0]).rstrip())
        made.extend((" " * len(head) + rest).rstrip() for rest in wrapped[1:])
        if number == 0:
            made.append("".join("-" * size + "  " for size in (*widths, min(room, 20))).rstrip())
    return "\n".join(made)


def show(record: Any, dataset: Dataset, on: Day | None = None) -> str:
    """Describe a record: its facts, what happened in order, and its sources.

    With ``on``, a mission shows the mandates and tasks in force on that day, a regime the
    measures and criteria.
    """
    if isinstance(record, Mission):
        return "\n".join(_mission(record, dataset, on))
    if isinstance(record, SanctionsRegime):
        return "\n".join(_regime(record, on))
    return "\n".join(_generic(record))


def span_text(span: Span | None) -> str:
    """Write a span for people: ``2013-07-01 to 2023-12-31``."""
    if span is None:
        return "dates unknown"
    start = str(span.start) if span.start else "?"
    if span.end is not None:
        return f"{start} to {span.end}"
    words = {"ongoing": "ongoing", "ended": "ended, day unknown", "unknown": "end unknown"}
    return f"{start}, {words[span.open_end.value] if span.open_end else '?'}"


def task_line(task: Task) -> str:
    """Describe a task: what, how strongly, against which crime, in whose words."""
    crimes = f" against {', '.join(crime.code for crime in task.crimes)}" if task.crimes else ""
    named = " (crime not named)" if task.explicit is False else ""
    quote = f": \u201c{task.quote}\u201d" if task.quote else ""
    return f"{task.strength} to {task.modality}: {task.activity}{crimes}{named}{quote}"


def place_of(document: str, at: str | None) -> str:
    """Name a place in a document: ``S/RES/2100 (2013), para. 28``."""
    if at is None:
        return document
    return f"{document}, para. {at}" if at[:1].isdigit() else f"{document}, {at}"


def _wrap(text: str, indent: int) -> Iterator[str]:
    pad = " " * indent
    yield from textwrap.wrap(
        text, WIDTH, initial_indent=pad, subsequent_indent=pad + "  ", break_long_words=False
    )


def _head(record: Any, title: str) -> Iterator[str]:
    yield title
    yield "=" * min(len(title), WIDTH)
    yield f"id {record.id}, {record.review}"


def _mission(mission: Mission, dataset: Dataset, on: Day | None) -> Iterator[str]:
    title = f"{mission.name} ({mission.acronym})" if mission.acronym else mission.name
    yield from _head(mission, title)
    places = ", ".join(_name(dataset, "places", key) for key in mission.places)
    by = ", ".join(_name(dataset, "organizations", key) for key in mission.organization)
    yield f"{mission.kind.label} of {by} in {places}"
    yield f"established {mission.established or '?'}, at work {span_text(mission.span)}"
    if mission.known_until is not None:
        yield f"known until {mission.known_until}"
    if on is not None:
        yield f"on {on}: {mission.status_on(on).value}"
    for label, keys in (("follows", mission.predecessors), ("followed by", mission.successors)):
        if keys:
            yield f"{label} {', '.join(keys)}"
    mandates: Iterable[Mandate] = mission.mandates
    stood = None
    if on is not None:
        ids = set(dataset.whole.mandates.of(mission.id).active_on(on).ids)
        mandates = [mandate for mandate in mission.mandates if mandate.id in ids]
        stood = dataset.whole.tasks.of(mission.id).active_on(on)
    yield ""
    yield "Mandates" if on is None else f"Mandates in force on {on}"
    for mandate in mandates:
        actions = ", ".join(action.label.lower() for action in mandate.actions)
        yield f"  {mandate.document}: {actions}; in force {span_text(mandate.in_force)}"
        if stood is None:
            yield from _tasks(mandate.tasks)
    if stood is not None:
        yield ""
        yield f"Tasks that stood on {on}"
        for task in stood:
            yield from _wrap(f"{place_of(task.document, task.at)}: {task_line(task)}", 2)
    elif mission.reported_tasks:
        yield ""
        yield "Reported, beyond the mandate"
        for task in mission.reported_tasks:
            yield from _wrap(f"{place_of(task.document, task.at)}: {task_line(task)}", 2)
    yield from _footing(mission)


def _tasks(tasks: Iterable[Task]) -> Iterator[str]:
    for task in tasks:
        yield from _wrap(f"{task.at or '?'}: {task_line(task)}", 4)


def _regime(regime: SanctionsRegime, on: Day | None) -> Iterator[str]:
    yield from _head(regime, regime.name)
    yield f"imposed by {', '.join(regime.imposed_by)}, in force {span_text(regime.span)}"
    if regime.known_until is not None:
        yield f"known until {regime.known_until}"
    if on is not None:
        yield f"on {on}: {regime.status_on(on).value}"
    if regime.committee is not None:
        yield from _committee(regime.committee, on)
    measures: Sequence[Measure] = regime.measures if on is None else regime.measures_on(on)
    yield ""
    yield "Measures" if on is None else f"Measures in force on {on}"
    for measure in measures:
        yield from _measure(measure, on)
    criteria = regime.criteria if on is None else regime.criteria_on(on)
    if criteria:
        yield ""
        yield "Criteria for listing"
        for criterion in criteria:
            crimes = ", ".join(crime.code for crime in criterion.crimes) or "not about crime"
            quote = f": \u201c{criterion.quote}\u201d" if criterion.quote else ""
            yield from _wrap(f"{place_of(criterion.document, criterion.at)} ({crimes}){quote}", 2)
    lines = list(_bodies(regime, on))
    if lines:
        yield ""
        yield "Monitored by" if on is None else f"Monitored on {on} by"
        yield from lines
    yield from _footing(regime)


def _committee(committee: Committee, on: Day | None) -> Iterator[str]:
    made, ended = committee.established, committee.dissolved
    if on is not None and made.date is not None and made.date.earliest > as_day(on):
        return
    line = f"{committee.name} ({place_of(made.document, made.at)})"
    if ended is not None and (on is None or ended.date is None or ended.date.latest < as_day(on)):
        line += f", dissolved by {_provision(ended)}"
    yield from _wrap(line, 0)


def _bodies(regime: SanctionsRegime, on: Day | None) -> Iterator[str]:
    for body in regime.monitoring:
        if on is None:
            last = body.mandates[-1] if body.mandates else None
            until = f", last mandate read {span_text(last.in_force)}" if last else ""
            yield f"  {body.name}, {len(body.mandates)} mandates{until}"
            continue
        for mandate in body.mandates:
            if mandate.in_force.covers(on, known_until=regime.known_until):
                yield f"  {body.name}, {mandate.document}: {span_text(mandate.in_force)}"


def _measure(measure: Measure, on: Day | None) -> Iterator[str]:
    yield f"  {measure.kind.label}: {span_text(measure.in_force)}"
    yield from _wrap(measure.scope, 4)
    yield f"    imposed by {_provision(measure.imposed_by)}"
    for provision in measure.amended_by:
        if on is not None and provision.date and provision.date.earliest > as_day(on):
            continue
        note = f" ({provision.note})" if provision.note else ""
        yield from _wrap(f"changed by {_provision(provision)}{note}", 4)
    for exemption in measure.exemptions:
        begun = exemption.date
        if on is None or begun is None or begun.earliest <= as_day(on):
            yield f"    with exemptions by {place_of(exemption.document, exemption.at)}"
    lifted = measure.lifted_by
    if lifted is not None and (
        on is None or lifted.date is None or lifted.date.earliest <= as_day(on)
    ):
        yield f"    lifted by {_provision(lifted)}"


def _provision(provision: Provision) -> str:
    date = f" from {provision.date}" if provision.date else ""
    return f"{place_of(provision.document, provision.at)}{date}"


def _footing(record: Any) -> Iterator[str]:
    if record.disputes:
        yield ""
        yield "Sources disagree"
        for dispute in record.disputes:
            source = place_of(dispute.citation.document, dispute.citation.at)
            note = f" ({dispute.note})" if dispute.note else ""
            yield from _wrap(f"{dispute.field}: {source} says {dispute.value}{note}", 2)
    if record.gaps:
        yield ""
        yield "Gaps"
        for gap in record.gaps:
            note = f": {gap.note}" if gap.note else ""
            yield from _wrap(f"{gap.field}, {gap.reason.label.lower()}{note}", 2)
    if record.citations:
        yield ""
        yield "Sources"
        for citation in record.citations:
            yield from _wrap(_citation(citation), 2)


def _citation(citation: Citation) -> str:
    supports = f" for {', '.join(citation.supports)}" if citation.supports else ""
    quote = f": \u201c{citation.quote}\u201d" if citation.quote else ""
    return f"{place_of(citation.document, citation.at)}{supports}{quote}"


def _generic(record: Any) -> Iterator[str]:
    yield from _head(record, getattr(record, "name", None) or getattr(record, "subject", record.id))
    for attribute in attrs.fields(type(record)):
        value = getattr(record, attribute.name)
        skipped = ("id", "name", "review", "citations", "disputes", "gaps")
        if attribute.name in skipped or value is None or value == ():
            continue
        yield from _field(attribute.name.replace("_", " "), value, 0)
    yield from _footing(record)


def _field(label: str, value: Any, indent: int) -> Iterator[str]:
    if isinstance(value, tuple) and any(attrs.has(type(item)) for item in value):
        yield f"{' ' * indent}{label}:"
        for item in value:
            yield from _wrap(_inline(item), indent + 2)
    else:
        yield from _wrap(f"{label}: {_inline(value)}", indent)


def _inline(value: Any) -> str:
    if isinstance(value, Task):
        return f"{place_of(value.document, value.at)}: {task_line(value)}"
    if isinstance(value, Span):
        return span_text(value)
    if isinstance(value, tuple):
        return ", ".join(_inline(item) for item in value)
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, (Date, str, int)):
        return str(value)
    kept = (
        _inline(inner)
        for attribute in attrs.fields(type(value))
        if (inner := getattr(value, attribute.name)) not in (None, ())
    )
    return ", ".join(kept)


def _name(dataset: Dataset, kind: str, key: str) -> str:
    record = dataset.whole.collection(kind).get(key)
    return key if record is None else str(record.name)
