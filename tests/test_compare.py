"""Comparing mandates and counting records."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

import peaceops as po
import samples
from peaceops.compare import compare_mandates
from peaceops.errors import UnknownId
from peaceops.tally import counts
from peaceops.vocab import Activity, CrimeType, Strength, TaskEffect
from strategies import mission_lists

MISSION = samples.records()["missions"]["un-example"]
FIRST, SECOND = MISSION.mandates
ARMS, ELECTIONS = FIRST.tasks


def _second(*tasks: Any, effect: TaskEffect = TaskEffect.RESTATES) -> Any:
    return evolve(SECOND, tasks=tasks, task_effect=effect)


def test_added_dropped_kept() -> None:
    new = evolve(ELECTIONS, activity=Activity.DDR)
    found = compare_mandates(FIRST, _second(ARMS, new))
    assert found.added == (new,)
    assert found.dropped == (ELECTIONS,)
    assert found.kept == ((ARMS, ARMS),)
    assert found.sure


def test_nothing_is_dropped_where_tasks_stand_on() -> None:
    assert not compare_mandates(FIRST, _second(effect=TaskEffect.KEEPS)).dropped
    assert not compare_mandates(FIRST, _second(ARMS, effect=TaskEffect.ADDS)).dropped
    unread = compare_mandates(FIRST, _second(effect=TaskEffect.NOT_READ))
    assert not unread.dropped
    assert not unread.sure
    assert "incomplete" in str(unread)


@pytest.mark.parametrize(
    ("strength", "field"),
    [
        (Strength.DECIDED, "strengthened"),
        (Strength.ENCOURAGED, "weakened"),
        (Strength.CALLED_UPON, "kept"),
    ],
)
def test_the_operative_verb_may_rise_or_fall(strength: Strength, field: str) -> None:
    later = evolve(ARMS, strength=strength)
    found = compare_mandates(FIRST, _second(later))
    assert getattr(found, field) == ((ARMS, later),)
    assert len(found.kept) + len(found.strengthened) + len(found.weakened) == 1


def test_another_crime_is_another_task() -> None:
    later = evolve(ARMS, crimes=(CrimeType.DRUG_TRAFFICKING,))
    found = compare_mandates(FIRST, _second(later))
    assert found.added == (later,)
    assert ARMS in found.dropped


def test_by_id_and_as_text() -> None:
    data = samples.dataset()
    found = compare_mandates(FIRST.id, SECOND.id, dataset=data)
    assert (found.earlier, found.later) == (FIRST.id, SECOND.id)
    shown = str(compare_mandates(SECOND, evolve(FIRST, id="un-example/x")))
    assert "+ called-upon weapons-management against arms-trafficking" in shown
    for wrong in ("un-example", "un-example/s-res-1-1946"):
        with pytest.raises(UnknownId):
            compare_mandates(wrong, SECOND.id, dataset=data)


def test_what_did_resolution_2295_change_for_minusma() -> None:
    found = po.compare_mandates("un-minusma/s-res-2164-2014", "un-minusma/s-res-2295-2016")
    assert found.sure
    assert Activity.USE_OF_FORCE in {task.activity for task in found.added}
    assert all(task.document == "S/RES/2295 (2016)" for task in found.added)


# --- counts -----------------------------------------------------------------------------------


def test_counts_by_year_and_kind() -> None:
    rows = {(row.period, row.group): row for row in counts(dataset=samples.dataset())}
    assert rows[2013, "peacekeeping"].active == 1
    assert rows[2013, "peacekeeping"].new == 1
    assert rows[2014, "peacekeeping"].new == 0
    assert rows[2015, "peacekeeping"].active == 1
    assert (2016, "peacekeeping") not in rows


def test_what_is_not_known_is_not_counted_as_zero_or_as_active() -> None:
    known = po.Date.parse("2014-06-01")
    data = samples.put(
        "missions", "un-example", ended=None, open_end=po.OpenEnd.ONGOING, known_until=known
    )
    rows = {row.period: row for row in counts(dataset=data)}
    assert (rows[2014].active, rows[2014].unknown) == (1, 0)
    assert (rows[2015].active, rows[2015].unknown) == (0, 1)


def test_counts_of_other_records_and_groups() -> None:
    data = samples.dataset()
    (regime, *_) = counts(of="regimes", by="decade", split="organization", dataset=data)
    assert (regime.period, regime.group, regime.active, regime.new) == (2010, "un", 1, 1)
    assert counts(of="projects", split="none", dataset=data)[0].group == "all"
    assert counts(of="projects", split="organization", dataset=data)[0].group == "un"
    empty = samples.dataset({kind: {} for kind in samples.records()})
    assert counts(dataset=empty) == ()


@given(mission_lists())
def test_law_new_missions_add_up(missions: list[Any]) -> None:
    """Every mission with a first day is new in exactly one year, and active from then on."""
    tables = samples.records()
    tables["missions"] = {mission.id: mission for mission in missions}
    data = evolve_date(samples.dataset(tables))
    rows = counts(split="none", dataset=data)
    begun = [mission for mission in missions if mission.span.start is not None]
    assert sum(row.new for row in rows) == len(begun)
    assert all(row.active >= 0 and row.unknown >= 0 for row in rows)
    decades = counts(split="none", by="decade", dataset=data)
    assert sum(row.new for row in decades) == len(begun)


def evolve_date(data: po.Dataset) -> po.Dataset:
    """The same dataset, looked at late enough for any mission that the strategy makes."""
    data.data_date = date(2040, 1, 1).isoformat()
    return data


def test_the_chart_of_the_seed_article_from_the_data() -> None:
    """More missions run in the 1990s and after than in the whole Cold War."""
    rows = po.counts(by="decade", of="missions", split="organization")
    united_nations = {row.period: row for row in rows if row.group == "un"}
    # UNTSO, UNMOGIP, the Mediator on Palestine, the Commission for India and Pakistan
    assert united_nations[1940].new == 13
    assert united_nations[2010].active > united_nations[1980].active
