"""Timelines, reports and counts of mentions, on the sample."""

from __future__ import annotations

import json
from typing import Any

import pytest
from attrs import evolve

import peaceops as po
import samples
from peaceops import cli, stats
from peaceops.dates import Date

DS = samples.dataset()
ARMS, DRUGS = po.CrimeType.ARMS_TRAFFICKING, po.CrimeType.DRUG_TRAFFICKING


# --- timelines --------------------------------------------------------------------------------


def test_timeline_of_a_mission() -> None:
    events = po.timeline(DS.missions["un-example"])
    assert [(str(event.date), event.what) for event in events] == [
        ("2013-07-01", "establish, until 2014-06-30"),
        ("2013-07-01", "begins its work"),
        ("2014-06-25", "extend, until 2015-06-30"),
        ("2015-06-30", "last day"),
    ]
    assert (events[0].document, events[0].at) == ("S/RES/2100 (2013)", "7")


def test_timeline_of_a_mission_without_mandates_names_its_establishment() -> None:
    events = po.timeline(DS.missions["un-before"])
    assert events == (po.Event(None, "established"),)


def test_timeline_of_a_regime() -> None:
    events = po.timeline(DS.regimes["un-example-2017"])
    assert [(str(event.date), event.what, event.at) for event in events] == [
        ("2013-04-25", "committee set up", "9"),
        ("2013-04-25", "arms embargo (armed groups) imposed", "1"),
        ("2013-04-25", "Panel of Experts on Example: establish, until 2014-06-25", None),
        ("2014-06-25", "arms embargo (armed groups) lifted", "2"),
    ]


def test_measures_that_run_out_have_a_last_day() -> None:
    data = samples.put_measure(lifted_by=None)
    last = po.timeline(data.regimes["un-example-2017"])[-1]
    assert (str(last.date), last.what) == ("2014-06-25", "arms embargo (armed groups): last day")


def test_only_missions_and_regimes_have_a_timeline() -> None:
    with pytest.raises(TypeError, match="not Place"):
        po.timeline(DS.places["ML"])  # type: ignore[arg-type]


def test_timeline_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["timeline", "MINUSMA"]) == 0
    shown = capsys.readouterr().out
    assert "S/RES/2100 (2013), para. 7" in shown
    assert cli.main(["timeline", "un-mali-2017", "--json"]) == 0
    events = json.loads(capsys.readouterr().out)
    assert events[0]["document"] == "S/RES/2374 (2017)"
    dates = [event["date"] for event in events if event["date"]]
    assert dates == sorted(dates)


@pytest.mark.parametrize("kind", ["missions", "regimes"])
def test_every_shipped_record_has_a_timeline_in_order(kind: str) -> None:
    for record in po.load().collection(kind):
        events = po.timeline(record)
        assert events, record.id
        earliest = [event.date.earliest for event in events if event.date is not None]
        assert earliest == sorted(earliest)


# --- regimes beside missions ------------------------------------------------------------------


def test_regimes_beside_a_mission() -> None:
    assert DS.regimes_beside("un-example", "2014-01-01").ids == ("un-example-2017",)
    assert DS.regimes_beside("un-example", "2014-06-26").ids == ()
    with pytest.raises(po.UnknownId, match="did you mean un-example"):
        DS.regimes_beside("un-exampel", "2014-01-01")


def test_regimes_beside_a_mission_for_certain() -> None:
    data = samples.put("regimes", "un-example-2017", started=Date.parse("2013"))
    assert data.regimes_beside("un-example", "2013-05-01").ids == ("un-example-2017",)
    assert data.regimes_beside("un-example", "2013-05-01", certainly=True).ids == ()


# --- certainly, carried into questions --------------------------------------------------------


def test_certainly_reaches_the_tasks_of_a_day() -> None:
    """Where a renewal was not read for tasks, they may stand, but not certainly."""
    data = samples.put_mandate(1, task_effect=po.TaskEffect.NOT_READ)
    found = data.missions.countering(ARMS, on="2015-01-01")
    assert found.ids == ("un-example",)
    assert data.missions.countering(ARMS, on="2015-01-01", certainly=True).ids == ()
    elections = po.Activity.ELECTIONS
    assert data.missions.with_activity(elections, on="2015-01-01").ids == ("un-example",)
    assert data.missions.with_activity(elections, on="2015-01-01", certainly=True).ids == ()
    assert data.at("2015-01-01", certainly=True).missions.countering(ARMS).ids == ()


def test_certainly_reaches_measures_and_criteria() -> None:
    embargo = po.MeasureKind.ARMS_EMBARGO
    data = samples.put_measure(
        in_force=po.Span(start=Date.parse("2013"), end=Date.parse("2014-06-25"))
    )
    assert data.regimes.imposing(embargo, on="2013-05-01").ids == ("un-example-2017",)
    assert data.regimes.imposing(embargo, on="2013-05-01", certainly=True).ids == ()
    data = samples.put("regimes", "un-example-2017", started=Date.parse("2013"))
    assert data.regimes.countering(DRUGS, on="2013-05-01").ids == ("un-example-2017",)
    assert data.regimes.countering(DRUGS, on="2013-05-01", certainly=True).ids == ()


@pytest.mark.parametrize(
    "ask",
    [
        lambda: DS.missions.countering(ARMS, certainly=True),
        lambda: DS.missions.with_activity(po.Activity.ELECTIONS, certainly=True),
        lambda: DS.regimes.countering(DRUGS, certainly=True),
        lambda: DS.regimes.imposing(po.MeasureKind.ARMS_EMBARGO, certainly=True),
    ],
)
def test_certainly_needs_a_day(ask: Any) -> None:
    with pytest.raises(TypeError, match="needs a day"):
        ask()


# --- unknown names in questions ---------------------------------------------------------------


def test_verbs_refuse_names_that_no_record_has() -> None:
    assert DS.projects.funded_by("NO").ids == ("unodc-example",)
    with pytest.raises(po.UnknownId, match="place or organization"):
        DS.projects.funded_by("N0")
    assert DS.projects.supporting("untoc").ids == ("unodc-example",)
    with pytest.raises(po.UnknownId, match="did you mean un-example"):
        DS.projects.supporting("un-exampl")
    assert DS.organizations.with_member("NO", "1950-01-01").ids == ("un",)
    with pytest.raises(po.UnknownId):
        DS.organizations.with_member("norge", "1950-01-01")


@pytest.mark.parametrize("wrong", [{"by": "month"}, {"of": "mission"}, {"split": "place"}])
def test_counts_refuse_what_they_do_not_know(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="one of"):
        po.counts(dataset=DS, **wrong)


# --- mentions ---------------------------------------------------------------------------------


def test_mentions_not_read_are_not_silent() -> None:
    """2100 was read and names arms trafficking, 2164 was not read."""
    (first, second) = po.mention_counts(dataset=DS)
    assert (first.period, first.resolutions, first.read, first.naming) == (2013, 1, 1, 1)
    assert (second.period, second.resolutions, second.read, second.share) == (2014, 1, 0, None)
    assert first.share == 1.0
    assert first.operative == 1
    (decade,) = po.mention_counts(DRUGS, by="decade", dataset=DS)
    assert (decade.period, decade.resolutions, decade.read, decade.naming) == (2010, 2, 1, 0)
    with pytest.raises(ValueError, match="one of"):
        po.mention_counts(by="month", dataset=DS)  # type: ignore[arg-type]


def test_documents_mentioning() -> None:
    assert DS.documents.mentioning(ARMS).ids == ("S/RES/2100 (2013)",)
    assert DS.documents.mentioning(DRUGS).ids == ()
    assert DS.documents.mentioning().ids == ("S/RES/2100 (2013)",)
    assert DS.documents.read_for_crimes().ids == ("S/RES/2100 (2013)",)
    mention = DS.documents["S/RES/2100 (2013)"].mentions
    assert mention is not None
    preamble = (evolve(mention[0], operative=False, at="preamble"),)
    data = samples.put("documents", "S/RES/2100 (2013)", mentions=preamble)
    assert data.documents.mentioning(ARMS).ids == ("S/RES/2100 (2013)",)
    assert data.documents.mentioning(ARMS, operative=True).ids == ()


def test_read_and_silent_is_kept_apart_from_not_read() -> None:
    from peaceops import codec

    silent = evolve(DS.documents["S/RES/2100 (2013)"], mentions=())
    assert "mentions: []" in codec.to_yaml(silent)
    again = codec.read_yaml("documents", codec.to_yaml(silent).encode(), "x.yaml")
    assert again == silent
    assert again.mentions == ()


# --- figures ----------------------------------------------------------------------------------


def _figures(figures: tuple[stats.Figure, ...]) -> dict[tuple[str, str], tuple[int, int | None]]:
    return {(figure.group, figure.name): (figure.count, figure.of) for figure in figures}


def test_figures_of_missions() -> None:
    found = _figures(stats.of_missions(DS))
    assert found["missions", "all"] == (2, None)
    assert found["missions", "vetted"] == (1, 2)
    assert found["missions by kind", "peacekeeping"] == (1, None)
    assert found["mandates", "with tasks"] == (1, 2)
    assert found["mandates", "with a strength"] == (1, 2)
    assert found["mandates by action", "extend"] == (1, None)
    name = "extensions with a last day or an explicit open end"
    assert found["mandates", name] == (1, 1)
    unknown = po.Span(start=Date.parse("2014-06-25"), open_end=po.OpenEnd.UNKNOWN)
    data = samples.put_mandate(1, in_force=unknown)
    assert _figures(stats.of_missions(data))["mandates", name] == (0, 1)


def test_figures_of_regimes() -> None:
    found = _figures(stats.of_regimes(DS))
    assert found["measures", "with the paragraph that imposes"] == (1, 1)
    assert found["measures", "ended, with the paragraph that lifts or ends them"] == (1, 1)
    assert found["criteria", "about crime"] == (1, 1)
    assert found["monitoring bodies", "with an unbroken chain of mandates"] == (1, 1)


def test_a_chain_with_a_hole_is_broken() -> None:
    first, second = DS.missions["un-example"].mandates
    late = evolve(second, in_force=po.Span(start=Date.parse("2014-07-02"), end=Date.parse("2015")))
    assert stats.unbroken((first, second))
    assert not stats.unbroken((first, late))
    assert stats.unbroken((first,))


def test_figures_of_crime() -> None:
    found = _figures(stats.of_crime(DS))
    assert found["tasks of missions about crime", "all"] == (1, None)
    assert found["tasks of missions about crime", "that name the crime"] == (1, 1)
    assert found["tasks of missions about crime", "in vetted mandates"] == (1, 1)
    assert found["resolutions of the Security Council", "read whole"] == (1, 2)
    assert found["records with a part about crime", "missions"] == (1, 2)
    assert found["tasks by activity", "weapons-management"] == (1, None)


def test_missions_do_not_count_what_their_mandates_count() -> None:
    rows = {row.kind: row for row in stats.by_kind(DS)}
    assert rows["missions"].quotes == 2
    assert rows["mandates"].quotes == 3


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--organization", "un"), "mandates by action"),
        (("--kind", "regimes"), "measures by kind"),
        (("--kind", "regimes", "--organization", "un"), "measures by kind"),
        (("--organization", "eu"), "missions by review"),
        (("--kind", "missions"), "missions by review"),
        (("--lens", "crime"), "resolutions by crime named"),
    ],
)
def test_reports_on_the_command_line(
    options: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["stats", *options]) == 0
    assert words in capsys.readouterr().out
    assert cli.main(["stats", *options, "--json"]) == 0
    assert {row["group"] for row in json.loads(capsys.readouterr().out)} >= {words}


def test_an_organization_stands_for_its_missions_and_its_regimes() -> None:
    view = DS.of_organization("un")
    assert view.missions == DS.missions.by("un")
    assert view.regimes == DS.regimes.by("un")
    assert len(view.whole.missions) == len(DS.missions)
