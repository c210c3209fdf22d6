"""Collections and the dataset: finding, narrowing, combining, as-of views."""

from __future__ import annotations

import copy
import operator
import pickle
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import attrs
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import peaceops as po
import samples
from peaceops.dataset import Collection, Dataset, MemoryTable, Missions, fold
from peaceops.dates import Date, OpenEnd, Span, Standing
from peaceops.errors import AmbiguousName, BadDate, Tampered, UnknownId
from peaceops.kinds import KINDS
from peaceops.model.mandate import task_span
from peaceops.vocab import (
    Activity,
    CodeScheme,
    Counter,
    CrimeType,
    DocumentKind,
    InstrumentKind,
    MandateAction,
    MeasureKind,
    MissionKind,
    Modality,
    OrganizationKind,
    PlaceKind,
    Review,
    Strength,
    TaskEffect,
)
from strategies import days, mission_lists

DS = samples.dataset()


def ids(collection: Collection[Any]) -> list[str]:
    return [record.id for record in collection]


# --- finding ----------------------------------------------------------------------------------


def test_by_id() -> None:
    assert DS.missions["un-example"].acronym == "UNEX"
    assert DS.missions.get("nobody") is None
    with pytest.raises(UnknownId, match="did you mean un-example") as caught:
        DS.missions["un-exampel"]
    assert caught.value.near[0] == "un-example"
    assert isinstance(caught.value, KeyError)


def test_positions_are_not_ids() -> None:
    with pytest.raises(TypeError, match="found by id"):
        DS.missions[0]  # type: ignore[index]
    with pytest.raises(TypeError, match="a name is text"):
        DS.missions.lookup(5)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "name",
    ["un-example", "UNEX", "unex", "EXAMPLE MISSION", "united nations mission in example",
     "Éxample  mission"],
)  # fmt: skip
def test_lookup_by_any_name(name: str) -> None:
    assert DS.missions.lookup(name).id == "un-example"


def test_lookup_suggests_names() -> None:
    with pytest.raises(UnknownId) as caught:
        DS.missions.lookup("UNEXX")
    assert "UNEX" in caught.value.near
    with pytest.raises(UnknownId) as caught:
        DS.missions.lookup("united nations office before exampel")
    assert caught.value.near[0] == "United Nations Office before Example"


def test_ambiguous_names_list_their_ids() -> None:
    tables = samples.records()
    twin = evolve(tables["missions"]["un-before"], id="un-twin", acronym="UNEX")
    tables["missions"]["un-twin"] = twin
    with pytest.raises(AmbiguousName, match="ask for one of these ids") as caught:
        samples.dataset(tables).missions.lookup("unex")
    assert caught.value.ids == ("un-example", "un-twin")


def test_errors_survive_pickling() -> None:
    for error in (UnknownId("mission", "x", ["y"]), AmbiguousName("mission", "x", ["a", "b"])):
        again = pickle.loads(pickle.dumps(error))  # noqa: S301
        assert (type(again), str(again)) == (type(error), str(error))


def test_documents_understand_every_spelling() -> None:
    assert DS.documents["UNSCR 2100"].id == "S/RES/2100 (2013)"
    assert "s/res/2100" in DS.documents
    with pytest.raises(UnknownId):
        DS.documents["S/RES/2101"]
    with pytest.raises(UnknownId):
        DS.documents["S/RES/2100 (2014)"]


# --- as sets ----------------------------------------------------------------------------------


def test_order_length_membership() -> None:
    assert DS.missions.ids == ("un-before", "un-example")
    assert len(DS.missions) == 2
    assert bool(DS.missions)
    assert "un-example" in DS.missions
    assert DS.missions["un-example"] in DS.missions
    assert evolve(DS.missions["un-example"], note="x") not in DS.missions
    assert 5 not in DS.missions


def test_set_algebra() -> None:
    one = DS.missions.where(lambda mission: mission.acronym)
    rest = DS.missions - one
    assert ids(rest) == ["un-before"]
    assert one | rest == DS.missions == rest | one
    assert ids(one & DS.missions) == ["un-example"]
    assert not one & rest
    assert hash(one | rest) == hash(DS.missions)
    assert one != rest
    assert one != 5
    assert DS.missions != DS.projects


# --- verbs ------------------------------------------------------------------------------------


def test_mission_verbs() -> None:
    missions = DS.missions
    assert len(missions.by("un")) == 2
    assert ids(missions.of_kind(MissionKind.PEACEKEEPING)) == ["un-example"]
    assert len(missions.in_place("ML")) == 2
    assert not missions.in_place("NO")
    assert ids(missions.active_on("2014-06-30")) == ["un-example"]
    assert ids(missions.counted_by(Counter.UN_DPO)) == ["un-example"]
    assert missions.counted_by("un-dpo") == missions.counted_by(Counter.UN_DPO)
    with pytest.raises(ValueError, match="did you mean sipri"):
        missions.counted_by("sipry")
    assert ids(missions.countering(CrimeType.ARMS_TRAFFICKING)) == ["un-example"]
    assert not missions.countering(CrimeType.ORGANIZED_CRIME)
    assert missions.countering(CrimeType.ORGANIZED_CRIME, reported=True)
    assert missions.with_activity(Activity.ELECTIONS, on="2014-06-30")
    assert not missions.with_activity(Activity.ELECTIONS, on="2016-01-01")
    assert ids(missions.where(lambda mission: mission.ended is None)) == ["un-before"]


def test_verbs_chain() -> None:
    found = (
        DS.missions.by("un")
        .in_place("ML")
        .active_on("2014-06-30")
        .countering(CrimeType.ARMS_TRAFFICKING)
    )
    assert type(found) is Missions
    assert ids(found) == ["un-example"]


def test_names_in_questions_are_checked() -> None:
    """A misspelt place or organization is an error, never an empty answer."""
    with pytest.raises(UnknownId, match="no place"):
        DS.missions.in_place("MLI")
    with pytest.raises(UnknownId, match="no organization is called 'uno'; did you mean un"):
        DS.missions.by("uno")
    with pytest.raises(UnknownId, match="no mission is called"):
        DS.mandates.of("un-exampel")
    with pytest.raises(UnknownId):
        DS.tasks.of("nobody")
    with pytest.raises(BadDate):
        DS.missions.active_on("2014")
    with pytest.raises(TypeError, match="is not a CrimeType"):
        DS.missions.countering("arms-trafficking")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="at least one"):
        DS.missions.of_kind()
    with pytest.raises(TypeError, match="at least one"):
        DS.missions.in_place()


def test_mandate_verbs() -> None:
    mandates = DS.mandates
    assert len(mandates.of("un-example")) == 2
    assert ids(mandates.from_document("UNSCR 2164")) == ["un-example/s-res-2164-2014"]
    assert len(mandates.with_action(MandateAction.ESTABLISH)) == 1
    assert len(mandates.with_activity(Activity.ELECTIONS)) == 1
    assert len(mandates.countering(CrimeType.ARMS_TRAFFICKING)) == 1
    assert len(mandates.active_on("2014-06-28")) == 2
    assert len(mandates.active_on("2014-06-28", certainly=True)) == 2
    assert not mandates.active_on("2016-01-01")
    assert mandates["un-example/s-res-2100-2013"].owner == "un-example"
    assert mandates["un-example/s-res-2100-2013"].actions == (MandateAction.ESTABLISH,)


def test_task_verbs() -> None:
    tasks = DS.tasks
    assert len(tasks) == 5
    assert len(tasks.mandated()) == 2
    assert len(tasks.of("un-example")) == 3
    assert len(tasks.of("un-example-2017", "unodc-example")) == 2
    assert len(tasks.from_document("S/RES/2100")) == 3
    assert len(tasks.with_activity(Activity.ELECTIONS)) == 1
    assert len(tasks.with_modality(Modality.MONITOR)) == 1
    assert len(tasks.with_strength(Strength.REPORTED)) == 2
    assert len(tasks.countering(CrimeType.ARMS_TRAFFICKING)) == 3
    assert len(tasks.countering()) == 4
    assert len(tasks.naming_the_crime()) == 3
    assert len(tasks.mandated().active_on("2014-06-30")) == 2
    assert not tasks.mandated().active_on("2015-07-01")


def test_a_renewed_mandate_keeps_its_tasks() -> None:
    """The tasks of 2100 stand under 2164, which was read and keeps them."""
    arms = DS.tasks.mandated().countering(CrimeType.ARMS_TRAFFICKING)
    for day in ("2013-07-01", "2014-06-30", "2015-06-30"):
        assert len(arms.active_on(day, certainly=True)) == 1
    for day in ("2013-06-30", "2015-07-01"):
        assert not arms.active_on(day)


def _with_effect(effect: TaskEffect) -> Dataset:
    return samples.put_mandate(1, task_effect=effect)


def test_tasks_set_anew_end_the_old_ones() -> None:
    tasks = _with_effect(TaskEffect.RESTATES).tasks.mandated()
    assert len(tasks.active_on("2014-06-24")) == 2
    assert not tasks.active_on("2014-06-25")


def test_an_unread_renewal_makes_the_tasks_possible_only() -> None:
    tasks = _with_effect(TaskEffect.NOT_READ).tasks.mandated()
    assert len(tasks.active_on("2015-01-01")) == 2
    assert not tasks.active_on("2015-01-01", certainly=True)


def test_a_termination_ends_the_tasks() -> None:
    end = Span(start=Date.parse("2014-03-01"), end=Date.parse("2014-12-31"))
    data = samples.put_mandate(1, action=MandateAction.TERMINATE, in_force=end)
    tasks = data.tasks.mandated()
    assert tasks.active_on("2014-02-28")
    assert not tasks.active_on("2014-03-01")


def test_a_lapse_ends_the_tasks() -> None:
    late = Span(start=Date.parse("2014-09-01"), end=Date.parse("2015-06-30"))
    tasks = samples.put_mandate(1, in_force=late).tasks.mandated()
    assert tasks.active_on("2014-06-30")
    assert not tasks.active_on("2014-07-01")
    assert not tasks.active_on("2014-10-01")


def test_tasks_of_an_open_mandate_follow_what_is_known() -> None:
    mandate = evolve(
        DS.missions["un-example"].mandates[0],
        in_force=Span(start=Date.parse("2013-07-01"), open_end=OpenEnd.ONGOING),
    )
    span, sure = task_span((mandate,), 0)
    assert span.open_end is OpenEnd.ONGOING
    assert sure


def test_regime_verbs() -> None:
    regimes = DS.regimes
    assert len(regimes.by("un")) == 1
    assert len(regimes.in_place("ML")) == 1
    assert len(regimes.active_on("2014-01-01")) == 1
    assert not regimes.active_on("2014-06-26")
    assert len(regimes.imposing(MeasureKind.ARMS_EMBARGO)) == 1
    assert len(regimes.imposing(MeasureKind.ARMS_EMBARGO, on="2014-01-01")) == 1
    assert not regimes.imposing(MeasureKind.ARMS_EMBARGO, on="2016-01-01")
    assert not regimes.imposing(MeasureKind.TRAVEL_BAN)
    assert len(regimes.countering(CrimeType.DRUG_TRAFFICKING)) == 1
    assert not regimes.countering(CrimeType.DRUG_TRAFFICKING, on="2016-01-01")
    ((regime, criterion),) = regimes.criteria(CrimeType.DRUG_TRAFFICKING)
    assert (regime.id, criterion.at) == ("un-example-2017", "8 (c)")
    regime = regimes["un-example-2017"]
    assert [measure.owner for measure in regime.measures_on("2014-01-01")] == [regime.id]
    assert regime.status_on("2014-01-01") is Standing.IN_FORCE
    assert not regime.measures_on("2014-06-26")
    assert regime.criteria_on("2014-01-01") == regime.criteria


def test_measure_verbs() -> None:
    measures = DS.measures
    assert len(measures.of("un-example-2017")) == 1
    assert len(measures.of_kind(MeasureKind.ARMS_EMBARGO)) == 1
    assert len(measures.active_on("2014-01-01", certainly=True)) == 1
    assert not measures.active_on("2015-01-01")
    assert len(measures.from_document("UNSCR 2164")) == 1
    assert not measures.from_document("A/RES/55/25")


def test_project_verbs() -> None:
    projects = DS.projects
    assert len(projects.by("un")) == 1
    assert len(projects.funded_by("NO")) == 1
    assert not projects.funded_by("ML")
    assert len(projects.in_place("ML")) == 1
    assert len(projects.active_on("2015-01-01", certainly=True)) == 1
    assert len(projects.countering(CrimeType.ARMS_TRAFFICKING)) == 1
    assert len(projects.with_activity(Activity.CAPACITY_BUILDING)) == 1
    assert len(projects.supporting("untoc")) == 1
    project = evolve(projects["unodc-example"], span=None)
    assert project.status_on("2015-01-01") is Standing.UNKNOWN
    assert not project.active_on("2015-01-01")


def test_other_verbs() -> None:
    assert len(DS.documents.by("un")) == 4
    assert len(DS.documents.of_kind(DocumentKind.SC_RESOLUTION)) == 2
    assert len(DS.documents.mentioning(CrimeType.ARMS_TRAFFICKING)) == 1
    assert len(DS.instruments.of_kind(InstrumentKind.TREATY)) == 1
    assert len(DS.instruments.defining(CrimeType.ORGANIZED_CRIME)) == 1
    assert not DS.instruments.countering(CrimeType.ORGANIZED_CRIME)
    assert len(DS.organizations.of_kind(OrganizationKind.INTERNATIONAL)) == 1
    assert not DS.organizations.within("un")
    assert ids(DS.organizations.with_member("ML", "1961-01-01")) == ["un"]
    assert not DS.organizations.with_member("ML", "1959-01-01")
    assert len(DS.places.of_kind(PlaceKind.STATE)) == 2
    assert not DS.places.within("ML")
    assert len(DS.places.existing_on("1950-01-01")) == 1


def test_codes_need_a_day() -> None:
    assert DS.places.by_code(CodeScheme.COW, "432", "2000-01-01").id == "ML"
    assert DS.places["ML"].code(CodeScheme.COW, "2000-01-01") == "432"
    assert DS.places["ML"].code(CodeScheme.COW, "1950-01-01") is None
    with pytest.raises(UnknownId):
        DS.places.by_code(CodeScheme.COW, "432", "1950-01-01")
    double = samples.put("places", "NO", codes=DS.places["ML"].codes)
    with pytest.raises(AmbiguousName):
        double.places.by_code(CodeScheme.ISO2, "ML", "2000-01-01")
    two = evolve(DS.places["ML"], codes=(*DS.places["ML"].codes, *DS.places["NO"].codes))
    with pytest.raises(ValueError, match="ML and NO"):
        two.code(CodeScheme.ISO2, "2000-01-01")


# --- views ------------------------------------------------------------------------------------


def test_a_view_holds_what_was_in_force() -> None:
    view = DS.at("2014-06-28")
    assert view.as_of == date(2014, 6, 28)
    assert view.whole is DS
    assert ids(view.missions) == ["un-example"]
    assert len(view.mandates) == 2
    assert len(view.tasks.mandated()) == 2
    assert not view.measures
    assert not view.regimes
    assert "S/RES/2164 (2014)" in view.documents
    assert "S/RES/2164 (2014)" not in DS.at("2014-01-01").documents
    assert len(view.missions["un-example"].mandates) == 2
    assert view.missions.countering(CrimeType.ARMS_TRAFFICKING)
    assert ids(view.missions.by("un")) == ["un-example"]
    assert len(DS.at("2014-01-01").regimes.imposing(MeasureKind.ARMS_EMBARGO)) == 1
    assert len(DS.at("2014-01-01").regimes.countering(CrimeType.DRUG_TRAFFICKING)) == 1
    assert view.at("2014-01-01").regimes
    assert "as of 2014-06-28" in repr(view)
    assert "ML" not in DS.at("1950-01-01").places


def test_a_view_can_be_certain() -> None:
    vague = samples.put("missions", "un-example", started=Date.parse("2013"))
    assert "un-example" in vague.at("2013-06-01").missions
    assert "un-example" not in vague.at("2013-06-01", certainly=True).missions


def test_dissolved_organizations_leave_the_view() -> None:
    data = samples.put("organizations", "un", dissolved=Date.parse("2000"))
    assert data.at("1999-01-01").organizations
    assert not data.at("2001-01-01").organizations


# --- the dataset ------------------------------------------------------------------------------


def test_collections_by_name() -> None:
    assert DS.collection("missions") is DS.missions
    with pytest.raises(UnknownId, match="did you mean missions"):
        DS.collection("mission")
    assert DS.owner("un-example-2017") is DS.regimes["un-example-2017"]
    with pytest.raises(UnknownId):
        DS.owner("nobody")
    assert DS.known_until("un-before") == Date.parse("2013-06-30")


def test_fingerprint_and_verify() -> None:
    assert DS.fingerprint == samples.dataset().fingerprint
    assert samples.dataset() == DS
    assert hash(DS) == hash(samples.dataset())
    assert DS != 5
    assert samples.put("missions", "un-example", note="x") != DS
    tables = {kind: MemoryTable(DS.collection(kind)) for kind in KINDS}
    kept = Dataset(tables, version="1", data_date="", released=DS.fingerprint)
    assert kept.verify() == DS.fingerprint
    assert DS.verify() == DS.fingerprint
    wrong = Dataset(tables, version="1", data_date="", released="0" * 64)
    short = DS.fingerprint[:12]
    words = rf"\(fingerprint {short}…\) are not those of release 1 \(000000000000…\)"
    with pytest.raises(Tampered, match=words):
        wrong.verify()


def test_verify_notices_a_changed_slot() -> None:
    own = copy.deepcopy(samples.records())
    tables = {kind: MemoryTable(own[kind].values()) for kind in KINDS}
    kept = Dataset(tables, version="1", data_date="", released=DS.fingerprint)
    object.__setattr__(kept.missions["un-example"], "name", "Oops")
    with pytest.raises(Tampered):
        kept.verify()


def test_records_join_or_replace() -> None:
    more = DS.with_records("missions", [evolve(DS.missions["un-before"], id="un-third")])
    assert len(more.missions) == 3
    assert len(DS.missions) == 2
    other = DS.with_records("missions", [evolve(DS.missions["un-before"], name="Other")])
    assert len(other.missions) == 2
    assert other.missions["un-before"].name == "Other"


def test_export_knows_its_formats(tmp_path: Any) -> None:
    with pytest.raises(ValueError, match="one of: json"):
        DS.export(str(tmp_path), "jsn")


@pytest.mark.parametrize("kind", KINDS)
def test_records_are_frozen_and_copy_equal(kind: str) -> None:
    for record in DS.collection(kind):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            record.id = "x"
        assert not hasattr(record, "__dict__")
        for again in (copy.copy(record), copy.deepcopy(record), pickle.loads(pickle.dumps(record))):  # noqa: S301
            assert again == record
            assert hash(again) == hash(record)


def test_folding_names() -> None:
    assert fold("  Côte d\u2019Ivoire ") == fold("cote d'ivoire")
    assert fold("A\u2013B") == "a-b"


def test_repr_shows_the_first_records() -> None:
    text = repr(DS.missions)
    assert text.startswith("<Missions: 2 missions>")
    assert "un-example  United Nations Mission in Example" in text
    assert repr(DS.regimes).startswith("<Regimes: 1 regime>")
    many = DS.missions | Missions(
        DS, MemoryTable(evolve(DS.missions["un-before"], id=f"un-{n}") for n in range(20))
    )
    assert "… and 12 more" in repr(many)
    assert "12 missions" not in repr(DS)
    assert "2 missions" in repr(DS)


# --- laws, against a naive reading of the records ---------------------------------------------


def _dataset(missions: list[Any]) -> Dataset:
    tables = samples.records()
    tables["missions"] = {mission.id: mission for mission in missions}
    return samples.dataset(tables)


@given(mission_lists(), days)
def test_law_partition(missions: list[Any], day: date) -> None:
    """1. Every mission has one standing on a day; active ones are in force or possible."""
    found = _dataset(missions).missions
    parts = {
        standing: found.where(lambda mission, s=standing: mission.status_on(day) is s)
        for standing in Standing
    }
    assert sum(len(part) for part in parts.values()) == len(found)
    assert found.active_on(day) == parts[Standing.IN_FORCE] | parts[Standing.POSSIBLE]
    assert found.active_on(day, certainly=True) == parts[Standing.IN_FORCE]


@given(mission_lists(), days, st.sampled_from(MissionKind))
def test_law_filters_commute(missions: list[Any], day: date, kind: MissionKind) -> None:
    """2. The order of verbs does not matter, and verbs only narrow."""
    found = _dataset(missions).missions
    one = found.active_on(day).of_kind(kind).in_place("ML")
    other = found.in_place("ML").of_kind(kind).active_on(day)
    assert one == other
    assert set(one.ids) <= set(found.ids)
    assert one.active_on(day) == one


@given(mission_lists(), st.sampled_from(Review))
def test_law_negation(missions: list[Any], review: Review) -> None:
    """3. A condition and its negation split a collection in two."""
    found = _dataset(missions).missions
    yes = found.where(lambda mission: mission.review is review)
    no = found.where(lambda mission: mission.review is not review)
    assert yes | no == found
    assert not yes & no
    assert found - yes == no


@given(mission_lists(), days)
def test_law_order_of_input_does_not_matter(missions: list[Any], day: date) -> None:
    """4. A dataset does not depend on the order in which its records came."""
    one, other = _dataset(missions), _dataset(missions[::-1])
    assert one.missions.ids == other.missions.ids == tuple(sorted(one.missions.ids))
    assert one.fingerprint == other.fingerprint
    assert one.at(day).missions == other.at(day).missions


@given(mission_lists(), days)
def test_law_view_equals_filter(missions: list[Any], day: date) -> None:
    """5. The missions of a view are the missions active on its day, seen again or not."""
    data = _dataset(missions)
    assert data.at(day).missions == data.missions.active_on(day)
    assert data.at(day).at(day).missions == data.at(day).missions
    assert set(data.at(day, certainly=True).missions.ids) <= set(data.at(day).missions.ids)


@given(mission_lists(), days)
def test_law_agrees_with_a_naive_reading(missions: list[Any], day: date) -> None:
    """6. For day-precise missions the answer is plain arithmetic on the days."""
    exact = [
        mission
        for mission in missions
        if all(d is None or d.exact for d in (mission.started, mission.ended))
        and mission.started
        and mission.ended
    ]
    expected = sorted(
        mission.id for mission in exact if mission.started.earliest <= day <= mission.ended.earliest
    )
    assert list(_dataset(exact).missions.active_on(day).ids) == expected


def test_public_names() -> None:
    """Everything promised is there, and nothing else is advertised."""
    for name in po.__all__:
        assert getattr(po, name) is not None
    assert set(po.__all__) <= set(dir(po))
    with pytest.raises(AttributeError, match="has no attribute 'mission'"):
        po.mission  # type: ignore[attr-defined]  # noqa: B018


def test_a_certain_view_holds_only_certain_tasks() -> None:
    """What may have been is in the view, what must have been in the certain one."""
    vague = Span(start=Date.parse("2013"), end=Date.parse("2014-06-30"))
    data = samples.put_mandate(0, in_force=vague)
    key = data.missions["un-example"].mandates[0].id
    assert key in data.at("2013-08-01").mandates.ids
    certain = data.at("2013-08-01", certainly=True)
    assert "un-example" in certain.missions.ids
    assert key not in certain.mandates.ids
    assert not set(certain.tasks.ids) & {task.id for task in data.mandates[key].tasks}


def test_records_added_to_a_view_join_the_whole() -> None:
    data = samples.dataset()
    joined = data.at("2014-06-30").with_records("missions", ())
    assert joined == data


def test_records_of_another_dataset_answer_for_themselves() -> None:
    tables = samples.records()
    moved = evolve(tables["missions"]["un-example"], id="un-elsewhere", mandates=())
    other = samples.dataset().with_records("missions", [moved])
    joined = DS.missions | other.missions
    assert "un-elsewhere" in joined.active_on("2014-01-01")
    assert "un-elsewhere" not in joined.active_on("2020-01-01")


@pytest.mark.parametrize("kind", ["missions", "regimes", "projects"])
@pytest.mark.parametrize(
    "day", ["1900-01-01", "1948-06-11", "1994-07-01", "2014-06-30", "2026-11-21"]
)
def test_possible_days_say_what_each_record_says(kind: str, day: str) -> None:
    """The bounds worked out once agree with the question put to every shipped record."""
    collection: Any = po.load().collection(kind)
    asked = [record.id for record in collection if record.active_on(day)]
    assert list(collection.active_on(day).ids) == asked
    assert list(po.load().at(day).collection(kind).ids) == asked


def test_only_like_collections_are_joined() -> None:
    data = samples.dataset()
    for join in (operator.or_, operator.and_, operator.sub):
        with pytest.raises(TypeError):
            join(data.missions, data.documents)


# --- the edges --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "key", "fields", "first", "last"),
    [
        ("missions", "un-example", {}, "2013-07-01", "2015-06-30"),
        ("missions", "un-before", {}, None, "2013-06-30"),
        ("missions", "un-example", {"started": None}, "2013-04-25", "2015-06-30"),
        ("regimes", "un-example-2017", {}, "2013-04-25", "2014-06-25"),
        ("projects", "unodc-example", {}, "2014-01-01", "2016-05-31"),
        ("documents", "S/RES/2100 (2013)", {}, "2013-04-25", None),
        ("instruments", "untoc", {}, "2000-11-15", None),
        ("organizations", "un", {}, "1945-10-24", None),
        ("organizations", "un", {"dissolved": Date.parse("2000")}, "1945-10-24", "2000-12-31"),
        ("places", "ML", {}, "1960-06-20", None),
        ("places", "ML", {"end": Date.parse("2001-02")}, "1960-06-20", "2001-02-28"),
        ("places", "NO", {}, None, None),
    ],
)
def test_a_view_holds_a_record_from_its_first_day_to_its_last(
    kind: str, key: str, fields: dict[str, Any], first: str | None, last: str | None
) -> None:
    data = samples.put(kind, key, **fields)
    bounds = (
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
    )
    for day, inside in (
        (bounds[0] or date.min, True),
        (bounds[1] or date.max, True),
        (bounds[0] - timedelta(days=1) if bounds[0] else None, False),
        (bounds[1] + timedelta(days=1) if bounds[1] else None, False),
    ):
        if day is not None:
            assert (key in data.at(day).collection(kind).ids) is inside, day
    found = data.possible_days(kind)[key]
    assert found == (bounds[0] or date.min, bounds[1] or date.max)
    assert data.possible_days(kind) is data.possible_days(kind)


def test_a_project_without_dates_is_in_no_view() -> None:
    data = samples.put("projects", "unodc-example", span=None)
    for day in (date.min, date(2015, 1, 1), date.max):
        assert not data.at(day).projects
        assert not data.projects.active_on(day)


def test_every_task_says_how_long_it_stood() -> None:
    """Of mandates by the chain, of reports, regimes and projects by their owner, never surely."""
    regime = DS.regimes["un-example-2017"]
    extra = evolve(regime.monitoring[0].mandates[0].tasks[0], id="un-example-2017/x")
    data = DS.with_records(
        "regimes", [evolve(regime, tasks=(extra,), known_until=Date.parse("2020"))]
    )
    mission, project = DS.missions["un-example"], DS.projects["unodc-example"]
    arms, elections = (task.id for task in mission.mandates[0].tasks)
    both = Span(start=Date.parse("2013-07-01"), end=Date.parse("2015-06-30"))
    panel = Span(start=Date.parse("2013-04-25"), end=Date.parse("2014-06-25"))
    until = Date.parse("2020")
    assert data.task_spans == {
        arms: (both, None, True),
        elections: (both, None, True),
        "un-example/text/justice-support": (mission.span, None, False),
        "un-example-2017/panel/s-res-2100-2013/10/monitoring": (panel, until, True),
        "un-example-2017/x": (panel, until, False),
        project.tasks[0].id: (project.span, None, True),
    }
    assert set(data.tasks.ids) == set(data.task_spans)
    dateless = samples.put("projects", "unodc-example", span=None)
    assert dateless.task_spans[project.tasks[0].id] == (Span(open_end=OpenEnd.UNKNOWN), None, False)


def test_a_dataset_with_another_record_is_another() -> None:
    """Asked from either side, so that no order of fingerprints passes for equality."""
    one, other = samples.dataset(), samples.put("missions", "un-before", note="x")
    assert one != other
    assert other != one


def test_datasets_are_equal_by_records_and_day() -> None:
    one, other = DS.at("2014-01-01"), DS.at("2014-01-02")
    assert one.fingerprint == other.fingerprint
    assert one != other
    assert hash(one) != hash(other)
    assert one == samples.dataset().at("2014-01-01")
    assert one != DS
    assert (DS.as_of, DS.certainly, DS.whole is DS, one.whole is DS) == (None, False, True, True)
    assert (one.certainly, DS.at("2014-01-01", certainly=True).certainly) == (False, True)
    assert repr(DS) == (
        "<Dataset 0.0.1 (2026-11-21): 2 missions, 1 regimes, 1 projects, 4 documents, "
        "1 instruments, 1 organizations, 2 places>"
    )


def test_owners_are_missions_regimes_and_projects() -> None:
    for kind in ("missions", "regimes", "projects"):
        for record in DS.collection(kind):
            assert DS.owner(record.id) is record
            assert DS.known_until(record.id) == record.known_until
    for key in ("un", "untoc", "ML", "un-exampel"):
        with pytest.raises(UnknownId, match="no mission, regime or project is called"):
            DS.owner(key)


def test_regimes_beside_a_mission() -> None:
    vague = samples.put("regimes", "un-example-2017", started=Date.parse("2013"))
    for data, day, certainly, wanted in (
        (DS, "2014-01-01", True, True), (DS, "2014-01-01", False, True), (DS, "2016-01-01", False, False),
        (vague, "2013-06-01", False, True), (vague, "2013-06-01", True, False),
    ):  # fmt: skip
        assert bool(data.regimes_beside("un-example", day, certainly=certainly)) is wanted
    assert vague.regimes_beside("un-example", "2013-06-01")
    elsewhere = samples.put("regimes", "un-example-2017", places=("NO",))
    assert not elsewhere.regimes_beside("un-example", "2014-01-01")
    with pytest.raises(UnknownId):
        DS.regimes_beside("nobody", "2014-01-01")


def test_the_dataset_as_tables() -> None:
    assert {"missions", "mandates", "places"} <= set(DS.tables)


def test_views_of_a_part() -> None:
    """An organization's missions alone; all else stays, and ids resolve against the whole."""
    view = DS.of_organization("un").only("documents", MemoryTable([]))
    assert ids(view.missions) == ids(DS.missions)
    assert not view.documents
    assert len(view.organizations) == len(DS.organizations)
    assert view.whole is DS
    day = DS.at("2014-01-01", certainly=True).only("missions", MemoryTable([]))
    assert (day.as_of, day.certainly, len(day.missions)) == (date(2014, 1, 1), True, 0)
    with pytest.raises(UnknownId):
        DS.only("mission", MemoryTable([]))
    with pytest.raises(UnknownId):
        DS.with_records("mission", [])


def test_a_slot_of_the_wrong_type_is_named() -> None:
    own = copy.deepcopy(samples.records())
    tables = {kind: MemoryTable(own[kind].values()) for kind in KINDS}
    data = Dataset(tables, version="1", data_date="")
    assert data.verify() == DS.fingerprint
    record = own["places"]["NO"]
    for value, words in (
        ("state", "Place.kind holds a str"),
        (None, "Place.kind holds a NoneType"),
    ):
        object.__setattr__(record, "kind", value)
        with pytest.raises(Tampered, match=f"no records any more: {words}"):
            data.verify()
    object.__delattr__(record, "kind")
    with pytest.raises(Tampered, match="no records any more"):
        data.verify()
    object.__setattr__(record, "kind", PlaceKind.STATE)
    object.__setattr__(record, "name", "\ud800")
    with pytest.raises(Tampered, match=r"no records any more: .*surrogates not allowed"):
        data.verify()


def test_an_export_makes_its_folder_and_may_be_repeated(tmp_path: Path) -> None:
    target = tmp_path / "deep" / "down"
    first = DS.export(str(target), "json")
    assert DS.export(str(target), "json") == first
    assert all(Path(path).parent == target for path in first)
