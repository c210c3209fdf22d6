"""Pictures: missions by year and on a map, records over time, crimes by year.

Each function returns a figure of matplotlib (needs ``peaceops[plot]``); :func:`save` writes it as
SVG or PNG, with the same bytes for the same picture. Colours are those of Okabe and Ito, which colour-blind
readers can tell apart; what a colour says stands in words beside it too.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, timedelta
from importlib.util import find_spec
from os import PathLike
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

from peaceops.dataset import Dataset, Missions
from peaceops.dates import Day, Span, Standing, as_day
from peaceops.model import Mission, SanctionsRegime
from peaceops.shipped import load
from peaceops.tally import counts, mention_counts
from peaceops.vocab import CodeScheme, CrimeType

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.patches import Patch

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


def missions_on_map(day: Day, *, dataset: Dataset | None = None) -> Figure:
    """Draw where missions may have been at work on a day, each country by their number.

    Hatched are places of missions that had begun and of which no source read says whether they
    still worked: not known is not none. A mission in a place without an outline of its own, such
    as a sea, a region or a part of a country, is named below the map and never moved elsewhere.

    The outlines are those of Natural Earth (public domain, 1:110 million) that bqplot carries
    (needs ``peaceops[map]``); they are not a statement about borders.
    """
    data = load() if dataset is None else dataset
    on = as_day(day)
    active, unknown = _places_on(data.whole, on)
    outlines = _outlines(data.whole)
    figure, axes = _figure(11, 5.2)
    figure.set_layout_engine("none")  # fixed places, so that the order of saving changes nothing
    axes.set_position((0.01, 0.08, 0.98, 0.86))
    axes.set_axis_off()
    axes.set_aspect("equal")
    for place, rings in outlines:
        count = active.get(place, 0)
        hatched = not count and place in unknown
        for number, ring in enumerate(rings):
            axes.fill(
                *zip(*ring, strict=True), gid=f"{place}-{number}", linewidth=0.4,
                edgecolor="#777777" if hatched else "white", hatch="////" if hatched else "",
                facecolor=_SHADES[min(count, len(_SHADES) - 1)],
            )  # fmt: skip
    axes.set_xlim(-170, 180)
    axes.set_ylim(-57, 80)
    shown = {place for place, _ in outlines}
    axes.legend(handles=_map_key(), title="missions at work", frameon=False, loc="lower left")
    axes.set_title(f"Missions at work on {on}", loc="left")
    aside = [
        f"{data.whole.places[place].name} ({count})"
        for place, count in active.items()
        if place not in shown
    ]
    note = f"Without an outline here: {', '.join(sorted(aside))}." if aside else ""
    words = wrap(f"{note} Outlines: Natural Earth, no statement about borders.".strip(), 175)
    figure.text(0.01, 0.02, "\n".join(words), fontsize=8)
    return figure


_SHADES = ("#e6e6e6", "#c6dbef", "#6baed6", "#2171b5", "#08306b")
"""No mission, one, two, three, more: one hue from light to dark, told apart without colour."""


def _places_on(dataset: Dataset, day: date) -> tuple[dict[str, int], set[str]]:
    """Count the missions at work in each place, and find where it is not known of any."""
    active: dict[str, int] = {}
    unknown: set[str] = set()
    for mission in dataset.missions:
        standing = mission.status_on(day)
        if standing in (Standing.IN_FORCE, Standing.POSSIBLE):
            for place in mission.places:
                active[place] = active.get(place, 0) + 1
        elif standing is Standing.UNKNOWN:
            unknown.update(mission.places)
    return active, unknown


def _map_key() -> list[Patch]:
    from matplotlib.patches import Patch

    words = ("none known", "1", "2", "3", "4 or more")
    key = [Patch(facecolor=c, label=w) for c, w in zip(_SHADES, words, strict=True)]
    return [
        *key, Patch(facecolor=_SHADES[0], edgecolor="#777777", hatch="////", label="not known"),
    ]  # fmt: skip


Ring = list[tuple[float, float]]

_OWN_NUMBERS = {"-1": "CY", "-2": "XK", "-3": "SO"}
"""Outlines without an M49 code: Northern Cyprus, Kosovo, Somaliland, as the UN counts them."""


def _outlines(dataset: Dataset) -> list[tuple[str, list[Ring]]]:
    """Read the outlines of countries: ``[(place id, rings of degrees east and north)]``.

    An outline is that of the place which has its M49 code; one that no place has keeps the code.
    """
    spec = find_spec("bqplot")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError('the map needs bqplot: pip install "peaceops[map]"')
    path = Path(spec.origin).parent / "map_data" / "WorldMap.json"
    world = json.loads(path.read_text(encoding="utf-8"))
    scale, shift = world["transform"]["scale"], world["transform"]["translate"]
    arcs = [_arc(arc, scale, shift) for arc in world["arcs"]]
    codes = {
        code.value.lstrip("0"): place.id
        for place in dataset.places
        for code in place.codes
        if code.scheme is CodeScheme.M49
    }
    codes.update(_OWN_NUMBERS)
    made = []
    for shape in world["objects"]["subunits"]["geometries"]:
        parts = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        number = str(shape["id"])
        # The first ring of a part is its coast; lakes and enclaves are drawn by what they are.
        made.append((codes.get(number, number), [_ring(part[0], arcs) for part in parts]))
    return made


def _arc(arc: list[list[int]], scale: list[float], shift: list[float]) -> Ring:
    """Undo the steps in which TopoJSON writes a line: each point is the last one and a step."""
    x = y = 0
    points = []
    for east, north in arc:
        x, y = x + east, y + north
        points.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
    return points


def _ring(indexes: list[int], arcs: list[Ring]) -> Ring:
    """Join lines to a ring; a negative index, ~n, is line n walked backwards."""
    ring: Ring = []
    for index in indexes:
        points = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += points if not ring else points[1:]
    return ring


def save(figure: Figure, path: str | PathLike[str]) -> None:
    """Write a picture in the format that its name ends with.

    The same picture made anew gives the same bytes; an SVG of matplotlib otherwise holds the
    moment and random names.
    """
    import matplotlib as mpl

    metadata = {"Date": None} if str(path).endswith(".svg") else None
    with mpl.rc_context({"svg.hashsalt": "peaceops"}):
        figure.savefig(path, metadata=metadata)


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
    return _bars(record.name, [(*line, stop) for line in lines])


def missions_over_time(missions: Missions) -> Figure:
    """Draw missions as bars from their first day of work to their last, the earliest on top.

    A bar that fades out has no known end: it is drawn to the day to which the mission is known.
    A mission of which no first day is known has no bar.
    """
    begun = [
        (mission.span.start, mission) for mission in missions if mission.span.start is not None
    ]
    begun.sort(key=lambda pair: (pair[0].earliest, pair[1].id))
    names = [mission.acronym or mission.id for _, mission in begun]
    lines = [
        (
            name if names.count(name) == 1 else f"{name} ({mission.id})",
            mission.span,
            0,
            (mission.known_until or start).latest,
        )
        for name, (start, mission) in zip(names, begun, strict=True)
    ]
    figure = _bars(f"{len(begun)} missions", lines)
    figure.axes[0].set_ylim(len(lines) - 0.4, -0.6)
    figure.axes[0].tick_params(axis="x", labelrotation=45)
    return figure


def _bars(title: str, lines: Sequence[tuple[str, Span, int, date]]) -> Figure:
    """Draw spans as bars on lines by label; one without an end goes on to the day given."""
    labels = list(dict.fromkeys(label for label, *_ in lines))
    figure, axes = _figure(10, 0.28 * len(labels) + 1.5)
    for label, span, colour, stop in lines:
        if span.start is None:
            continue
        first = span.start.earliest
        last = span.end.latest if span.end is not None else max(stop, first)
        width = (last - first + timedelta(days=1)).days
        axes.barh(
            labels.index(label), width, 0.7, first.toordinal(), color=COLOURS[colour],
            alpha=1.0 if span.end is not None else 0.5, edgecolor="white", linewidth=0.5,
        )  # fmt: skip
    ends = [span.end.latest if span.end is not None else stop for _, span, _, stop in lines]
    last_day = max(ends, default=date.min)
    years = range(
        min((s.start.year for _, s, _, _ in lines if s.start is not None), default=last_day.year),
        last_day.year + 2,
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
