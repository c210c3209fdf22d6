"""Pictures: missions by year, a record over time, crimes by year, resolutions that name crime.

Each function returns a figure of matplotlib (needs ``peaceops[plot]``), which saves itself:
``figure.savefig("missions.svg")``. Colours are those of Okabe and Ito, which colour-blind
readers can tell apart; what a colour says stands in words beside it too.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from peaceops.dataset import Dataset
from peaceops.dates import Span
from peaceops.model import Mission, SanctionsRegime
from peaceops.shipped import load
from peaceops.tally import counts, mention_counts
from peaceops.vocab import CrimeType

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#000000")


def missions_by_year(
    *, organization: str | None = None, split: str = "kind", dataset: Dataset | None = None
) -> Figure:
    """Draw how many missions were at work in each year, stacked by kind or by organization.

    A year counts a mission that may have been at work on one of its days. The dotted line
    adds missions that had begun and of which no source read says whether they still worked: most
    are over, on a day that was not found; not known is not none (see :func:`peaceops.counts`).
    """
    data = load() if dataset is None else dataset
    if organization is not None:
        data = data.of_organization(organization)
    found = counts(split="organization" if split == "organization" else "kind", dataset=data)
    years = sorted({count.period for count in found})
    groups = sorted({count.group for count in found})
    figure, axes = _figure(10, 5)
    base = [0] * len(years)
    for index, group in enumerate(groups):
        active = {count.period: count.active for count in found if count.group == group}
        values = [active.get(year, 0) for year in years]
        colour = COLOURS[index % len(COLOURS)]
        hatch = "" if index < len(COLOURS) else "//"
        axes.bar(years, values, 0.9, base, color=colour, label=group, hatch=hatch)
        base = [one + other for one, other in zip(base, values, strict=True)]
    unknown = [sum(c.unknown for c in found if c.period == year) for year in years]
    most = [one + other for one, other in zip(base, unknown, strict=True)]
    axes.step(
        years, most, where="mid", color="#888888", linestyle=":", label="with those not known"
    )
    axes.set_ylabel("missions at work in the year")
    axes.legend(frameon=False, loc="upper left")
    return figure


def crimes_by_year(*, organization: str | None = None, dataset: Dataset | None = None) -> Figure:
    """Draw how many missions had a task against each crime in each year, as a heat table."""
    data = load() if dataset is None else dataset
    if organization is not None:
        data = data.of_organization(organization)
    cells = crime_years(data)
    crimes = sorted({crime for crime, _ in cells}, key=lambda crime: crime.label)
    years = range(
        min((year for _, year in cells), default=0), max((year for _, year in cells), default=0) + 1
    )
    figure, axes = _figure(10, 0.4 * len(crimes) + 1.5)
    rows = [[cells.get((crime, year), 0) for year in years] for crime in crimes]
    image = axes.imshow(rows or [[0]], aspect="auto", cmap="Blues", interpolation="nearest")
    step = max(1, len(years) // 12)
    axes.set_xticks(range(0, len(years), step), [str(year) for year in years[::step]])
    axes.set_yticks(range(len(crimes)), [crime.label for crime in crimes])
    axes.spines[:].set_visible(False)
    figure.colorbar(image, ax=axes, label="missions with such a task", shrink=0.8)
    return figure


def crime_years(dataset: Dataset) -> dict[tuple[CrimeType, int], int]:
    """Count, for each crime and year, the missions whose tasks against it may have stood then.

    A task counts in every year of its span up to the day to which its mission is known, and to
    the date of the data.
    """
    limit = int(dataset.data_date[:4]) if dataset.data_date else date.max.year
    spans = dataset.whole.task_spans
    seen: set[tuple[CrimeType, int, str]] = set()
    for task in dataset.tasks.mandated().countering():
        span, known_until, _ = spans[task.id]
        if span.start is None:
            continue
        last = span.end or known_until
        if last is None and limit == date.max.year:
            continue  # neither the record nor the dataset says how far it is known
        for year in range(span.start.year, min(limit if last is None else last.year, limit) + 1):
            seen.update((crime, year, task.owner) for crime in task.crimes)
    cells: dict[tuple[CrimeType, int], int] = {}
    for crime, year, _ in seen:
        cells[crime, year] = cells.get((crime, year), 0) + 1
    return cells


def resolutions_naming_crime(*crimes: CrimeType, dataset: Dataset | None = None) -> Figure:
    """Draw the yearly share of the Security Council's resolutions read that name a crime.

    Years in which less than half of the resolutions were read are drawn as open circles.
    """
    found = mention_counts(*crimes, dataset=dataset)
    figure, axes = _figure(10, 4.5)
    shares = [(count, count.share) for count in found if count.share is not None]
    axes.plot([c.period for c, _ in shares], [100 * s for _, s in shares], color=COLOURS[0])
    for whole, label in ((True, "most read"), (False, "less than half read")):
        points = [(c, s) for c, s in shares if (2 * c.read >= c.resolutions) is whole]
        axes.scatter(
            [c.period for c, _ in points], [100 * s for _, s in points], label=label,
            facecolors=COLOURS[0] if whole else "white", edgecolors=COLOURS[0], zorder=3,
        )  # fmt: skip
    axes.set_ylabel("% of the resolutions read")
    axes.set_ylim(bottom=0)
    axes.legend(frameon=False, loc="upper left")
    return figure


def over_time(record: Mission | SanctionsRegime) -> Figure:
    """Draw a mission's mandates, or a regime's measures and bodies, as bars over time.

    A bar that fades out has no known end: it is drawn to the day to which the record is known.
    """
    lines: list[tuple[str, Span, int]] = []
    if isinstance(record, Mission):
        lines += [(mandate.document, mandate.in_force, 0) for mandate in record.mandates]
    else:
        for measure in record.measures:
            lines.append((measure.kind.label, measure.in_force, 0))
        for body in record.monitoring:
            lines += [(body.name, mandate.in_force, 1) for mandate in body.mandates]
    known = [record.known_until, *(end for _, span, _ in lines for end in (span.end, span.start))]
    stop = max((end.latest for end in known if end is not None), default=date.min)
    return _bars(record.name, lines, stop)


def _bars(title: str, lines: Sequence[tuple[str, Span, int]], stop: date) -> Figure:
    labels = list(dict.fromkeys(label for label, _, _ in lines))
    figure, axes = _figure(10, 0.28 * len(labels) + 1.5)
    for label, span, colour in lines:
        if span.start is None:
            continue
        first = span.start.earliest
        last = span.end.latest if span.end is not None else max(stop, first)
        width = (last - first + timedelta(days=1)).days
        axes.barh(
            labels.index(label), width, 0.7, first.toordinal(), color=COLOURS[colour],
            alpha=1.0 if span.end is not None else 0.5, edgecolor="white", linewidth=0.5,
        )  # fmt: skip
    ends = [span.end.latest if span.end is not None else stop for _, span, _ in lines]
    years = range(
        min((span.start.year for _, span, _ in lines if span.start is not None), default=stop.year),
        max((end.year for end in ends), default=stop.year) + 2,
    )
    step = max(1, len(years) // 12)
    ticks = years[::step]
    axes.set_xticks([date(year, 1, 1).toordinal() for year in ticks], [str(y) for y in ticks])
    axes.set_yticks(range(len(labels)), labels)
    axes.invert_yaxis()
    axes.set_title(title, loc="left")
    return figure


def _figure(width: float, height: float) -> tuple[Figure, Axes]:
    from matplotlib.figure import Figure as Canvas

    figure = Canvas(figsize=(width, height), layout="constrained")
    axes = figure.subplots()
    axes.spines[["top", "right"]].set_visible(False)
    return figure, axes
