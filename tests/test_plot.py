"""Pictures say what the data say; how they look was seen by people."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import peaceops as po
import samples
from peaceops import plot

DS = samples.dataset()


def _heights(figure: Any) -> dict[str, list[float]]:
    (axes,) = figure.axes
    return {bars.get_label(): [bar.get_height() for bar in bars] for bars in axes.containers}


def _dotted(figure: Any) -> list[float]:
    (line,) = figure.axes[0].lines
    return [float(value) for value in line.get_ydata()]


def test_missions_by_year_are_stacked_by_kind() -> None:
    figure = plot.missions_by_year(dataset=DS)
    heights = _heights(figure)
    assert heights["peacekeeping"][:3] == [1, 1, 1]
    assert sum(heights["peacekeeping"]) == 3
    assert _dotted(figure) == [1, 1, 1, *[0] * (len(heights["peacekeeping"]) - 3)]
    (axes,) = figure.axes
    assert [text.get_text() for text in axes.get_legend().get_texts()] == [
        "with those not known", "peacekeeping",
    ]  # fmt: skip


def test_what_is_not_known_is_drawn_as_such() -> None:
    data = samples.put(
        "missions", "un-example", ended=None, open_end=po.OpenEnd.ONGOING,
        known_until=po.Date.parse("2014"),
    )  # fmt: skip
    figure = plot.missions_by_year(dataset=data)
    assert _heights(figure)["peacekeeping"][:3] == [1, 1, 0]
    assert _dotted(figure)[:4] == [1, 1, 1, 1]


def test_missions_of_one_organization_or_by_organization() -> None:
    heights = _heights(plot.missions_by_year(organization="osce", split="organization"))
    assert max(heights["osce"]) > 10
    assert "un" not in heights
    with pytest.raises(po.UnknownId):
        plot.missions_by_year(organization="oscee")


def test_crimes_by_year_count_missions_once() -> None:
    cells = plot.crime_years(DS)
    crime = po.CrimeType.ARMS_TRAFFICKING
    assert cells == {(crime, 2013): 1, (crime, 2014): 1, (crime, 2015): 1}
    (axes, *_) = plot.crimes_by_year(dataset=DS).axes
    assert [label.get_text() for label in axes.get_yticklabels()] == [crime.label]
    assert axes.images[0].get_array().tolist() == [[1, 1, 1]]


def test_crimes_stop_where_knowledge_stops() -> None:
    data = samples.put(
        "missions", "un-example", ended=None, open_end=po.OpenEnd.ONGOING,
        known_until=po.Date.parse("2014-06-01"),
    )  # fmt: skip
    span = po.Span(start=po.Date.parse("2013-07-01"), open_end=po.OpenEnd.ONGOING)
    from attrs import evolve

    mission = data.missions["un-example"]
    mandate = evolve(mission.mandates[0], in_force=span)
    data = data.with_records("missions", [evolve(mission, mandates=(mandate,))])
    assert sorted(year for _, year in plot.crime_years(data)) == [2013, 2014]


def test_shares_of_resolutions_leave_out_years_that_were_not_read() -> None:
    (axes,) = plot.resolutions_naming_crime(dataset=DS).axes
    (line,) = axes.lines
    assert line.get_xydata().tolist() == [[2013, 100.0]]


def test_bars_of_a_mission_and_a_regime() -> None:
    (axes,) = plot.over_time(DS.missions["un-example"]).axes
    bars = [bar for container in axes.containers for bar in container]
    assert [bar.get_x() for bar in bars] == [
        date(2013, 7, 1).toordinal(), date(2014, 6, 25).toordinal(),
    ]  # fmt: skip
    assert bars[0].get_width() == 365
    (axes,) = plot.over_time(DS.regimes["un-example-2017"]).axes
    labels = [label.get_text() for label in axes.get_yticklabels()]
    assert labels == ["Arms embargo", "Panel of Experts on Example"]
    assert axes.get_title(loc="left") == "Example regime"


def test_missions_are_bars_in_the_order_of_their_beginning() -> None:
    (axes,) = plot.missions_over_time(DS.missions).axes
    labels = [label.get_text() for label in axes.get_yticklabels()]
    begun = sorted((m.span.start.earliest, m) for m in DS.missions if m.span.start)
    assert labels == [mission.acronym or mission.id for _, mission in begun]
    bars = [bar for container in axes.containers for bar in container]
    assert [bar.get_x() for bar in bars] == [day.toordinal() for day, _ in begun]


def test_a_mission_without_an_end_fades_where_knowledge_stops() -> None:
    from attrs import evolve

    ongoing = evolve(
        DS.missions["un-example"], id="un-other", ended=None, open_end=po.OpenEnd.ONGOING,
        known_until=po.Date.parse("2016-03"),
    )  # fmt: skip
    nowhen = evolve(ongoing, id="un-nowhen", started=None, established=None)
    data = DS.with_records("missions", [ongoing, nowhen])
    (axes,) = plot.missions_over_time(data.missions).axes
    bars = {
        label.get_text(): bar
        for label, bar in zip(
            axes.get_yticklabels(), (bar for c in axes.containers for bar in c), strict=True
        )
    }
    assert "UNEX (un-nowhen)" not in bars
    bar = bars["UNEX (un-other)"]
    assert bar.get_alpha() == 0.5
    assert bar.get_x() + bar.get_width() == date(2016, 4, 1).toordinal()
    assert bars["UNEX (un-example)"].get_alpha() == 1.0
    empty = plot.missions_over_time(DS.missions.where(lambda _: False))
    assert not empty.axes[0].containers


@pytest.mark.parametrize("key", ["un-minusma", "un-unprofor", "un-libya-2011", "un-somalia-1992"])
def test_shipped_records_can_be_drawn_and_saved(key: str, tmp_path: Any) -> None:
    record = po.load().owner(key)
    assert not isinstance(record, po.Project)
    figure = plot.over_time(record)
    for name in ("picture.svg", "picture.png"):
        figure.savefig(tmp_path / name)
        assert (tmp_path / name).stat().st_size > 5000


# --- the map ----------------------------------------------------------------------------------


def _areas(figure: Any) -> dict[str, tuple[str, str | None]]:
    """The colour and the hatching of each outline on a map, by the id of its place."""
    from matplotlib.colors import to_hex

    (axes,) = figure.axes
    return {
        area.get_gid().rpartition("-")[0]: (to_hex(area.get_facecolor()), area.get_hatch())
        for area in axes.patches
    }


def test_a_map_shows_how_many_missions_were_at_work_where() -> None:
    areas = _areas(plot.missions_on_map("2014-06-30"))
    active = po.missions.active_on("2014-06-30")
    for place in ("ML", "HT", "XK", "EH", "SO", "NO", "FR"):
        count = len(active.in_place(place))
        assert areas[place][0] == plot._SHADES[min(count, 4)], place
    assert areas["ML"][0] == plot._SHADES[3]
    assert not any(hatch for colour, hatch in areas.values() if colour != plot._SHADES[0])


def test_what_has_no_outline_is_named_beside_the_map() -> None:
    figure = plot.missions_on_map("2014-06-30")
    areas = _areas(figure)
    (text,) = figure.texts
    words = text.get_text().replace("\n", " ")
    for place in po.places:
        count = len(po.missions.active_on("2014-06-30").in_place(place.id))
        if count:
            assert (place.id in areas) is not (f"{place.name} ({count})" in words), place.id


def test_not_known_is_hatched_and_not_empty() -> None:
    data = samples.put(
        "missions", "un-example", ended=None, open_end=po.OpenEnd.UNKNOWN,
        known_until=po.Date.parse("2014-06-01"),
    )  # fmt: skip
    figure = plot.missions_on_map("2014-07-01", dataset=data)
    hatched = {place for place, (_, hatch) in _areas(figure).items() if hatch}
    assert hatched == {"ML"}
    (text,) = figure.texts
    assert text.get_text() == "Outlines: Natural Earth, no statement about borders."


def test_outlines_lie_where_the_countries_are() -> None:
    outlines = dict(plot._outlines(po.load()))
    assert len(outlines) > 170
    for place, east, north in (
        ("ML", -2, 17),
        ("HT", -72.5, 19),
        ("XK", 21, 42.5),
        ("FJ", 178, -17.8),
    ):
        rings = outlines[place]
        inside = [
            ring for ring in rings
            if min(x for x, _ in ring) - 1 <= east <= max(x for x, _ in ring) + 1
            and min(y for _, y in ring) - 1 <= north <= max(y for _, y in ring) + 1
        ]  # fmt: skip
        assert inside, place
        assert all(ring[0] == ring[-1] for ring in rings), place


def test_the_map_says_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plot, "find_spec", lambda _: None)
    with pytest.raises(ModuleNotFoundError, match=r"peaceops\[map\]"):
        plot.missions_on_map("2014-06-30")


def test_the_same_picture_is_the_same_bytes(tmp_path: Any) -> None:
    """Made anew, saved in another order: nothing of the moment is in the file."""
    first, second = (plot.missions_on_map("2014-06-30") for _ in range(2))
    plot.save(first, tmp_path / "one.svg")
    plot.save(second, tmp_path / "two.png")
    plot.save(second, tmp_path / "two.svg")
    plot.save(first, tmp_path / "one.png")
    for form in ("svg", "png"):
        assert (tmp_path / f"one.{form}").read_bytes() == (tmp_path / f"two.{form}").read_bytes()
    bars = [plot.over_time(po.missions["un-minusma"]) for _ in range(2)]
    for number, figure in enumerate(bars):
        plot.save(figure, str(tmp_path / f"{number}.svg"))
    assert (tmp_path / "0.svg").read_bytes() == (tmp_path / "1.svg").read_bytes()
