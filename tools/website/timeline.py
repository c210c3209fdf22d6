"""A small picture of a mission or a regime over time, as SVG in the page.

What it shows stands in the tables of the page too. Its colours are classes of the style sheet,
so that it follows light and dark.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from attrs import frozen
from markupsafe import Markup

from peaceops.dataset import Dataset
from peaceops.dates import Date, Span
from peaceops.model import Mission, SanctionsRegime

WIDTH, LEFT, ROW = 840, 210, 20


@frozen
class Bar:
    """A bar from a first to a last day; ``open``: it has no known end."""

    first: date
    last: date
    open: bool
    title: str
    style: int = 0


@frozen
class Lane:
    """A row of the picture."""

    label: str
    bars: tuple[Bar, ...]


def picture(record: Mission | SanctionsRegime, dataset: Dataset) -> Markup:
    """Draw a record over time; empty where nothing is dated."""
    found = _mission(record, dataset) if isinstance(record, Mission) else _regime(record)
    lanes = [lane for lane in found if lane.bars]
    return _draw(record.name, lanes) if lanes else Markup("")


def _mission(mission: Mission, dataset: Dataset) -> list[Lane]:
    dates = [mission.ended, mission.started, *(m.in_force.end for m in mission.mandates)]
    stop = _stop(mission.known_until, dates)
    lanes = [Lane("At work", _bars([(mission.span, "at work")], stop, 0))]
    spans = [(mandate.in_force, mandate.document) for mandate in mission.mandates]
    lanes += _packed("Mandates", _bars(spans, stop, 1))
    crimes: dict[str, list[tuple[Span, str]]] = {}
    for mandate in mission.mandates:
        for task in mandate.tasks:
            span, _, _ = dataset.whole.task_spans[task.id]
            for crime in task.crimes:
                crimes.setdefault(crime.label, []).append((span, task.document))
    for label in sorted(crimes):
        lanes.append(Lane(label, _bars(crimes[label], stop, 2)))
    return lanes


def _regime(regime: SanctionsRegime) -> list[Lane]:
    bodies = [mandate.in_force for body in regime.monitoring for mandate in body.mandates]
    dates = [regime.ended, regime.started, *(m.in_force.end for m in regime.measures)]
    stop = _stop(regime.known_until, [*dates, *(span.end for span in bodies)])
    lanes = [Lane("In force", _bars([(regime.span, "in force")], stop, 0))]
    lanes += [
        Lane(measure.kind.label, _bars([(measure.in_force, measure.scope)], stop, 1))
        for measure in regime.measures
    ]
    for body in regime.monitoring:
        spans = [(mandate.in_force, mandate.document) for mandate in body.mandates]
        lanes += _packed(body.name, _bars(spans, stop, 2))
    return lanes


def _stop(known: Date | None, dates: Iterable[Date | None]) -> date:
    return max((value.latest for value in (known, *dates) if value), default=date.min)


def _bars(spans: Sequence[tuple[Span, str]], stop: date, style: int) -> tuple[Bar, ...]:
    made = []
    for span, title in spans:
        if span.start is None:
            continue
        first = span.start.earliest
        last = span.end.latest if span.end else max(stop, first)
        end = str(span.end) if span.end else "…"
        made.append(Bar(first, last, span.end is None, f"{title}: {span.start} to {end}", style))
    return tuple(made)


def _packed(label: str, bars: Sequence[Bar]) -> list[Lane]:
    """Put bars that overlap into rows of their own, the label at the first."""
    rows: list[list[Bar]] = []
    for bar in bars:
        for row in rows:
            if row[-1].last < bar.first:
                row.append(bar)
                break
        else:
            rows.append([bar])
    return [Lane(label if index == 0 else "", tuple(row)) for index, row in enumerate(rows[:8])]


def _draw(name: str, lanes: Sequence[Lane]) -> Markup:
    first = min(bar.first for lane in lanes for bar in lane.bars).year
    last = max(bar.last for lane in lanes for bar in lane.bars).year + 1
    begin, end = date(first, 1, 1).toordinal(), date(min(last, 9999), 1, 1).toordinal()
    scale = (WIDTH - LEFT - 26) / max(end - begin, 1)
    height = ROW * len(lanes) + 30
    body = Markup("")
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 10_000) if (last - first) / s <= 12)
    for year in range(-(-first // step) * step, last + 1, step):
        at = _number(LEFT + (date(min(year, 9999), 1, 1).toordinal() - begin) * scale)
        body += Markup(
            '<path class="grid" d="M{} 4V{}"/><text class="year" x="{}" y="{}">{}</text>'
        ).format(at, height - 22, at, height - 6, year)
    for index, lane in enumerate(lanes):
        y = ROW * index + 6
        if lane.label:
            label = lane.label if len(lane.label) <= 30 else f"{lane.label[:29]}…"
            body += Markup('<text x="{}" y="{}" class="lane">{}</text>').format(
                LEFT - 8, y + 12, label
            )
        for bar in lane.bars:
            x = LEFT + (bar.first.toordinal() - begin) * scale
            width = max((bar.last.toordinal() + 1 - bar.first.toordinal()) * scale - 0.8, 1.5)
            body += Markup(
                '<rect class="b{}{}" x="{}" y="{}" width="{}" height="14"><title>{}</title></rect>'
            ).format(
                bar.style, " open" if bar.open else "", _number(x), y + 1, _number(width), bar.title
            )
    return Markup(
        '<svg class="timeline" viewBox="0 0 {} {}" width="{}" height="{}" role="img" '
        'aria-label="{}">{}</svg>'
    ).format(WIDTH, height, WIDTH, height, f"{name} over time; the tables below say the same", body)


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
