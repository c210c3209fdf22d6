"""Panels and citations: what a paper joins with, and what it cites."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

import peaceops as po
import samples
from peaceops.citing import cite
from peaceops.dates import Date
from strategies import mission_lists

DS = samples.dataset()


def test_mission_years() -> None:
    table = DS.panel("mission", freq="year", rule="any")
    assert [column.name for column in table.columns] == ["period", "mission", "certain"]
    years = [row[0] for row in table.rows if row[1] == "un-example"]
    assert years == [date(2013, 1, 1), date(2014, 1, 1), date(2015, 1, 1)]


@pytest.mark.parametrize(
    ("rule", "first", "last"),
    [
        ("any", date(2013, 7, 1), date(2015, 6, 1)),
        ("first-day", date(2013, 7, 1), date(2015, 6, 1)),
        ("last-day", date(2013, 7, 1), date(2015, 6, 1)),
    ],
)
def test_mission_months(rule: Any, first: date, last: date) -> None:
    rows = DS.panel("mission", freq="month", rule=rule).rows
    months = [row[0] for row in rows if row[1] == "un-example"]
    assert (months[0], months[-1], len(months)) == (first, last, 24)


def test_the_rule_decides_about_parts_of_a_period() -> None:
    """It began in July 2013 and ended in June 2015."""
    years = {
        rule: [row[0].year for row in DS.panel("mission", freq="year", rule=rule).rows  # type: ignore[union-attr]
               if row[1] == "un-example"]
        for rule in ("any", "first-day", "last-day")
    }  # fmt: skip
    assert years == {"any": [2013, 2014, 2015], "first-day": [2014, 2015], "last-day": [2013, 2014]}


def test_days_add_up() -> None:
    days = [
        row for row in DS.panel("mission", freq="day", rule="any").rows if row[1] == "un-example"
    ]
    assert len(days) == 730
    assert all(row[2] for row in days)


def test_countries_with_codes_valid_then() -> None:
    table = DS.panel("country", freq="year", rule="any")
    rows = {row[0]: row for row in table.rows}
    assert rows[date(2014, 1, 1)][1:] == ("ML", 1, True, None, "432", None)
    shipped = po.load().panel("country", freq="year", rule="any").to_pandas()
    mali = shipped[(shipped["place"] == "ML") & (shipped["period"] == "2014-01-01")]
    assert list(mali["gw"]) == ["432"]
    assert list(mali["iso3"]) == ["MLI"]


def test_a_country_with_two_missions_is_certain_if_one_is() -> None:
    twin = evolve(DS.missions["un-example"], id="un-twin", started=Date.parse("2013"), mandates=())
    data = DS.with_records("missions", [twin])
    rows = {row[0]: row for row in data.panel("country", freq="month", rule="first-day").rows}
    assert rows[date(2013, 3, 1)][1:4] == ("ML", 1, False)
    assert rows[date(2013, 8, 1)][1:4] == ("ML", 2, True)


def test_a_panel_ends_with_the_date_of_the_data() -> None:
    tables = samples.records()
    mission = evolve(
        tables["missions"]["un-example"], ended=None, open_end=po.OpenEnd.ONGOING,
        known_until=Date.parse("2030-01-01"),
    )  # fmt: skip
    tables["missions"] = {mission.id: mission}
    rows = samples.dataset(tables).panel("mission", freq="year", rule="any").rows
    assert rows[-1][0] == date(2026, 1, 1)


def test_missing_is_not_zero() -> None:
    """After the day to which a record is known there is no row, not a row that says no."""
    known = po.Date.parse("2014-06-01")
    data = samples.put(
        "missions", "un-example", ended=None, open_end=po.OpenEnd.ONGOING, known_until=known
    )
    rows = data.panel("mission", freq="year", rule="any").rows
    assert [row[0] for row in rows if row[1] == "un-example"] == [
        date(2013, 1, 1), date(2014, 1, 1),
    ]  # fmt: skip


def test_regimes_and_bad_questions() -> None:
    assert len(DS.panel("regime", freq="month", rule="any").rows) == 15
    for wrong in ({"freq": "week", "rule": "any"}, {"freq": "year", "rule": "some"}):
        with pytest.raises(ValueError, match="one of"):
            DS.panel("mission", **wrong)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="one of"):
        DS.panel("city", freq="year", rule="any")  # type: ignore[arg-type]


def test_measures_by_place_for_joining_with_trade() -> None:
    table = DS.panel("measure", freq="year", rule="any")
    assert [column.name for column in table.columns] == [
        "period", "measure", "regime", "measure_kind", "place", "certain", "iso3", "cow", "gw",
    ]  # fmt: skip
    assert table.rows == (
        (date(2013, 1, 1), "un-example-2017/arms-embargo", "un-example-2017", "arms-embargo",
         "ML", True, None, "432", None),
        (date(2014, 1, 1), "un-example-2017/arms-embargo", "un-example-2017", "arms-embargo",
         "ML", True, None, "432", None),
    )  # fmt: skip
    elsewhere = samples.put_measure(places=("NO",)).panel("measure", freq="year", rule="last-day")
    assert [row[4] for row in elsewhere.rows] == ["NO"]


@given(mission_lists())
def test_law_a_panel_agrees_with_the_question_of_each_day(missions: list[Any]) -> None:
    """A month is in the panel by its first day exactly if the mission was active on that day."""
    tables = samples.records()
    tables["missions"] = {mission.id: mission for mission in missions}
    data = samples.dataset(tables)
    rows = {(row[0], row[1]) for row in data.panel("mission", freq="month", rule="first-day").rows}
    for mission in missions:
        if mission.span.start is None:
            continue
        for year in range(mission.span.start.year, 2027):
            for month in (1, 7):
                day = date(year, month, 1)
                known = mission.known_until
                past = known is not None and mission.ended is None and day > known.latest
                if day <= date(2026, 11, 21) and not past:
                    assert ((day, mission.id) in rows) is mission.active_on(day)


# --- citations --------------------------------------------------------------------------------


def test_citing_the_dataset_names_version_and_fingerprint() -> None:
    for form in ("bibtex", "ris", "apa", "csl"):
        text = cite(form, dataset=DS)  # type: ignore[arg-type]
        assert "0.0.1" in text
        assert DS.fingerprint[:16] in text
    with pytest.raises(ValueError, match="one of: bibtex"):
        cite("word")  # type: ignore[arg-type]
    assert po.__version__ in po.cite()


def test_citing_the_documents_behind_an_answer() -> None:
    found = DS.missions.active_on("2014-06-30")
    bibtex = cite("bibtex", of=found, dataset=DS)
    assert bibtex.count("@misc{") == 4
    assert "@misc{s-res-2100-2013," in bibtex
    assert "number = {S/RES/2100 (2013)}" in bibtex
    assert bibtex.count("{") == bibtex.count("}")
    ris = cite("ris", of=found, dataset=DS)
    assert ris.count("TY  - ") == ris.count("ER  - ") == 4
    assert "UR  - https://undocs.org/en/S/RES/2100(2013)" in ris
    apa = cite("apa", of=found, dataset=DS)
    assert "United Nations. (2013). Mali (S/RES/2100 (2013))." in apa
    assert "United Nations. (n.d.). about the mission. https://example.org/about" in apa
    entries = json.loads(cite("csl", of=found, dataset=DS))
    assert entries[0]["type"] == "dataset"
    assert {"date-parts": [[2013, 4, 25]]} in [entry.get("issued") for entry in entries]


def test_names_do_not_break_bibtex() -> None:
    data = samples.put("documents", "page-about", subject="50 % of {braces} & \\commands_#$")
    text = cite("bibtex", of=data.missions, dataset=data)
    assert "50 \\% of braces \\& commands\\_\\#\\$" in text
    assert text.count("{") == text.count("}")


def test_addresses_stand_in_bibtex_as_they_are() -> None:
    address = "https://example.org/a_b?x=1&y=%20#top"
    data = samples.put("documents", "S/RES/2100 (2013)", url=address)
    assert f"url = {{{address}}}" in cite("bibtex", of=data.missions, dataset=data)


def test_rows_say_whether_they_are_certain() -> None:
    begun, over = Date.parse("2013-07"), Date.parse("2014")
    data = samples.put("missions", "un-example", started=begun, ended=over)
    rows = {
        row[0]: row[2]
        for row in data.panel("mission", freq="month", rule="first-day").rows
        if row[1] == "un-example"
    }
    assert rows[date(2013, 7, 1)] is False
    assert rows[date(2013, 8, 1)] is True
    assert rows[date(2014, 2, 1)] is False


def test_three_days_within_a_month_are_a_day_of_it() -> None:
    begun, over = Date.parse("2014-03-10"), Date.parse("2014-03-12")
    data = samples.put("missions", "un-example", started=begun, ended=over, mandates=())
    found = data.panel("mission", freq="month", rule="any").rows
    rows = [row for row in found if row[1] == "un-example"]
    assert rows == [(date(2014, 3, 1), "un-example", True)]
