"""The laws of dates, spans and queries, held against a naive second implementation.

Each law is tried on generated data: a hundred examples by default, ten thousand with
``pytest tests/test_laws.py tests/test_dates.py -k law --hypothesis-profile=slow``.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reference
import samples
from peaceops import codec, rows
from peaceops.collection import Collection
from peaceops.dataset import Dataset, MemoryTable
from peaceops.dates import Date, Span, Standing
from peaceops.kinds import KINDS
from peaceops.vocab import CrimeType, MissionKind
from strategies import plain_datasets, plain_dates, plain_spans, some_days

DATED = ("missions", "regimes", "projects")
FIXED = {kind: samples.records()[kind] for kind in KINDS if kind not in DATED}
PLACES, BODIES = ("ML", "NO"), ("un", "eu")


def dataset(plain: dict[str, list[dict[str, Any]]]) -> Dataset:
    """Read plain data with the package: documents, places and bodies are those of the sample."""
    tables = {kind: MemoryTable(table.values()) for kind, table in FIXED.items()}
    tables["organizations"] = MemoryTable([ORGANIZATIONS["un"], ORGANIZATIONS["eu"]])
    for kind in DATED:
        tables[kind] = MemoryTable([codec.structure(kind, record) for record in plain[kind]])
    return Dataset(tables, version="0.0.1", data_date="2026-11-21")


def _organization(key: str) -> Any:
    return codec.structure("organizations", {"id": key, "name": key, "kind": "international"})


ORGANIZATIONS = {key: _organization(key) for key in BODIES}


def ids(collection: Collection[Any]) -> list[str]:
    return list(collection.ids)


# --- dates and spans --------------------------------------------------------------------------


@given(plain_dates())
def test_law_bounds_are_the_first_and_last_reading(text: str) -> None:
    """13. The bounds of a date are the first and the last of the days that it may be."""
    days = reference.days_of(text)
    found = Date.parse(text)
    assert (found.earliest, found.latest) == (days[0], days[-1])
    assert len(days) == (found.latest - found.earliest).days + 1


@given(plain_dates(), plain_dates())
def test_law_comparisons_hold_for_every_reading(one: str, other: str) -> None:
    """14. Surely before: every reading of one lies before every reading of the other."""
    first, second = reference.days_of(one), reference.days_of(other)
    found, against = Date.parse(one), Date.parse(other)
    assert found.surely_before(against) is all(a < b for a in first for b in (second[0],))
    assert found.may_equal(against) is bool(set(first) & set(second))


def _span(plain: dict[str, str]) -> Span:
    return codec.converter().structure(plain, Span)


@given(plain_spans(), some_days, st.none() | plain_dates())
def test_law_standing_agrees_with_listing_days(
    plain: dict[str, str], day: date, known: str | None
) -> None:
    """15. A span stands on a day as its readings say, one by one."""
    until = None if known is None else Date.parse(known)
    found = _span(plain)
    assert found.standing(day, until).value == reference.standing(plain, day, known)
    assert found.covers(day, known_until=until) is reference.may(plain, day, known)
    assert found.covers(day, known_until=until, certainly=True) is reference.must(plain, day, known)


@given(plain_spans(), plain_spans())
def test_law_overlap_agrees_with_listing_days(one: dict[str, str], other: dict[str, str]) -> None:
    """16. Spans overlap where some reading of both has a day in common."""
    assert _span(one).may_overlap(_span(other)) is reference.overlap(one, other)


@given(plain_spans())
def test_law_day_counts_agree_with_listing_days(plain: dict[str, str]) -> None:
    """17. The fewest days are those that are certain, the most those that are possible."""
    if "start" not in plain or "end" not in plain:
        assert _span(plain).days is None
        return
    starts, ends = reference.days_of(plain["start"]), reference.days_of(plain["end"])
    length = (ends[-1] - starts[0]).days + 1
    days = [starts[0] + timedelta(days=number) for number in range(length)]
    certain = sum(starts[-1] <= day <= ends[0] for day in days)
    assert _span(plain).days == (certain, len(days))


@given(plain_spans(), some_days, st.integers(-400, 400))
def test_law_time_has_no_origin(plain: dict[str, str], day: date, shift: int) -> None:
    """18. Where all days are moved by as much, nothing changes."""
    move = timedelta(days=shift)
    exact = {
        key: value if key == "open_end" else str(reference.days_of(value)[0])
        for key, value in plain.items()
    }
    if "start" in exact and "end" in exact and exact["end"] < exact["start"]:
        exact["end"] = exact["start"]
    moved = {
        key: value if key == "open_end" else str(date.fromisoformat(value) + move)
        for key, value in exact.items()
    }
    assert _span(exact).standing(day) is _span(moved).standing(day + move)


# --- queries ----------------------------------------------------------------------------------


@given(plain_datasets(), some_days)
def test_law_every_record_has_one_standing(plain: Any, day: date) -> None:
    """1. Partition: the standings on a day share out the records, each as the reference says."""
    data = dataset(plain)
    for kind in DATED:
        collection: Any = data.collection(kind)
        parts = [
            collection.where(lambda record, s=standing: record.status_on(day) is s)
            for standing in Standing
        ]
        assert sum(map(len, parts)) == len(collection)
        wanted = {record["id"]: reference.status(record, day) for record in plain[kind]}
        assert {record.id: record.status_on(day).value for record in collection} == wanted


@given(plain_datasets(), some_days, st.booleans())
def test_law_active_agrees_with_the_reference(plain: Any, day: date, certainly: bool) -> None:
    """2. What is active on a day is what the reference finds by listing days."""
    data = dataset(plain)
    for kind in DATED:
        found = data.collection(kind).active_on(day, certainly=certainly)  # type: ignore[attr-defined]
        assert ids(found) == reference.active(plain[kind], day, certainly=certainly)


@given(plain_datasets(), some_days, st.booleans())
def test_law_parts_in_force_agree_with_the_reference(
    plain: Any, day: date, certainly: bool
) -> None:
    """3. So are mandates and measures in force."""
    data = dataset(plain)
    mandates = data.mandates.active_on(day, certainly=certainly)
    measures = data.measures.active_on(day, certainly=certainly)
    missions, regimes = plain["missions"], plain["regimes"]
    assert ids(mandates) == reference.in_force(missions, "mandates", day, certainly=certainly)
    assert ids(measures) == reference.in_force(regimes, "measures", day, certainly=certainly)


@given(plain_datasets(), some_days, st.booleans(), st.sampled_from(CrimeType))
def test_law_tasks_agree_with_walking_through_the_days(
    plain: Any, day: date, certainly: bool, crime: CrimeType
) -> None:
    """4. Tasks stand as a walk from day to day through renewals finds, and so do questions of crime."""
    data = dataset(plain)
    stood = {
        mission["id"]: list(reference.tasks_on(mission, day, certainly=certainly))
        for mission in plain["missions"]
    }
    for key, wanted in stood.items():
        found = data.tasks.of(key).active_on(day, certainly=certainly)
        assert sorted(task.at for task in found) == sorted(task["at"] for task in wanted)
    asked = data.missions.countering(crime, on=day, certainly=certainly)
    assert ids(asked) == sorted(
        key
        for key, tasks in stood.items()
        if any(crime.code in task.get("crimes", ()) for task in tasks)
    )


@given(plain_datasets(), some_days, st.booleans())
def test_law_a_view_is_a_filter(plain: Any, day: date, certainly: bool) -> None:
    """5. ``at(day)`` holds what a question of that day gives, and a view of a view is of the whole."""
    data = dataset(plain)
    view = data.at(day, certainly=certainly)
    for kind in DATED:
        wanted = reference.active(plain[kind], day, certainly=certainly)
        assert ids(view.collection(kind)) == wanted
        assert view.collection(kind) == data.collection(kind).active_on(day, certainly=certainly)  # type: ignore[attr-defined]
    kept = [mission for mission in plain["missions"] if mission["id"] in view.missions.ids]
    assert ids(view.mandates) == reference.in_force(kept, "mandates", day, certainly=certainly)
    assert view.at("2014-06-30") == data.at("2014-06-30")
    assert view.at(day, certainly=certainly) == view


@given(plain_datasets(), some_days)
def test_law_certain_is_possible(plain: Any, day: date) -> None:
    """6. What must have been may have been, in every collection and view."""
    data = dataset(plain)
    sure, maybe = data.at(day, certainly=True), data.at(day)
    for kind in (*KINDS, "mandates", "tasks", "measures"):
        assert set(sure.collection(kind).ids) <= set(maybe.collection(kind).ids)


def _verbs(day: date, certainly: bool) -> list[Any]:
    return [
        lambda found: found.active_on(day, certainly=certainly),
        lambda found: found.in_place("ML"),
        lambda found: found.by("un"),
        lambda found: found.of_kind(MissionKind.PEACEKEEPING, MissionKind.CIVILIAN),
        lambda found: found.where(lambda mission: mission.known_until is None),
    ]


@given(plain_datasets(), some_days, st.booleans(), st.permutations(range(5)))
def test_law_verbs_commute(plain: Any, day: date, certainly: bool, order: list[int]) -> None:
    """7. Commutation: in whatever order verbs narrow, the same records are left."""
    missions = dataset(plain).missions
    verbs = _verbs(day, certainly)
    one = other = missions
    for number in range(5):
        one = verbs[number](one)
        other = verbs[order[number]](other)
    assert one == other


@given(plain_datasets(), some_days, st.booleans(), st.integers(0, 4))
def test_law_verbs_narrow_and_are_idempotent(
    plain: Any, day: date, certainly: bool, number: int
) -> None:
    """8. Subset and idempotence: a verb only leaves out, and nothing the second time."""
    missions = dataset(plain).missions
    verb = _verbs(day, certainly)[number]
    once = verb(missions)
    assert set(once.ids) <= set(missions.ids)
    assert verb(once) == once
    assert once & missions == once


@given(plain_datasets(), some_days, st.booleans(), st.integers(0, 4), st.integers(0, 15))
def test_law_verbs_distribute_over_sets(
    plain: Any, day: date, certainly: bool, number: int, mask: int
) -> None:
    """9. Union: a question put to two parts gives the parts of the answer."""
    missions = dataset(plain).missions
    verb = _verbs(day, certainly)[number]
    chosen = {key for index, key in enumerate(missions.ids) if mask >> index & 1}
    one = missions.where(lambda mission: mission.id in chosen)
    rest = missions - one
    assert verb(one) | verb(rest) == verb(missions)
    assert verb(missions) - one == verb(rest)
    assert not verb(one) & verb(rest)


@given(plain_datasets(), st.sampled_from(BODIES), st.sampled_from(PLACES))
def test_law_several_names_are_a_union(plain: Any, body: str, place: str) -> None:
    """10. Naming two is asking for either; the reference reads the lists themselves."""
    missions = dataset(plain).missions
    assert missions.by(*BODIES) == missions.by("un") | missions.by("eu")
    assert missions.in_place(*PLACES) == missions.in_place("ML") | missions.in_place("NO")
    wanted = [mission for mission in plain["missions"] if body in mission["organization"]]
    assert ids(missions.by(body)) == sorted(mission["id"] for mission in wanted)
    wanted = [mission for mission in plain["missions"] if place in mission["places"]]
    assert ids(missions.in_place(place)) == sorted(mission["id"] for mission in wanted)


@given(plain_datasets(), st.integers(0, 15), st.integers(0, 15))
def test_law_of_sets(plain: Any, one: int, other: int) -> None:
    """11. Negation and sets: complement, De Morgan, absorption, as for the sets of ids."""
    missions = dataset(plain).missions

    def part(mask: int) -> Any:
        chosen = {key for index, key in enumerate(missions.ids) if mask >> index & 1}
        return missions.where(lambda mission: mission.id in chosen)

    a, b = part(one), part(other)
    assert missions.where(lambda mission: mission.id not in a) == missions - a
    assert (missions - a) | a == missions
    assert not (missions - a) & a
    assert missions - (a | b) == (missions - a) & (missions - b)
    assert missions - (a & b) == (missions - a) | (missions - b)
    assert a | (a & b) == a == a & (a | b)
    assert set((a | b).ids) == set(a.ids) | set(b.ids)


@given(plain_datasets(), st.randoms(use_true_random=False), some_days)
def test_law_order_does_not_matter(plain: Any, random: Any, day: date) -> None:
    """12. In whatever order records come, the dataset is the same."""
    shuffled = {kind: random.sample(records, len(records)) for kind, records in plain.items()}
    one, other = dataset(plain), dataset(shuffled)
    assert one.fingerprint == other.fingerprint
    assert one == other
    assert ids(one.at(day).missions) == ids(other.at(day).missions)
    assert ids(one.missions) == sorted(mission["id"] for mission in plain["missions"])


@given(plain_datasets(), some_days)
def test_law_forms_do_not_matter(plain: Any, day: date) -> None:
    """13. Serialisation: from YAML, JSON or the compiled file, records and answers are the same."""
    data = dataset(plain)
    for kind in DATED:
        decode = rows._decoder(rows.schema_of(kind), KINDS[kind])
        for record in data.collection(kind):
            assert codec.read_yaml(kind, codec.to_yaml(record).encode(), "x") == record
            assert codec.read_json(kind, codec.to_json(record), "x") == record
            again = decode(json.loads(rows.line_of(record)))
            assert again == record
            assert again.status_on(day) is record.status_on(day)


@given(plain_datasets(), some_days, st.integers(0, 500))
def test_law_knowing_longer_changes_nothing_before(plain: Any, day: date, more: int) -> None:
    """14. As-of, monotone: to be known to a later day adds answers behind it, and alters none."""
    until = day + timedelta(days=more)
    short = {
        kind: [{**record, "known_until": str(day)} for record in records]
        for kind, records in plain.items()
    }
    long = {
        kind: [{**record, "known_until": str(until)} for record in records]
        for kind, records in plain.items()
    }
    one, other = dataset(short), dataset(long)
    for kind in DATED:
        for asked in (day, day - timedelta(days=more)):
            before = {record.id: record.status_on(asked) for record in one.collection(kind)}
            assert before == {
                record.id: record.status_on(asked) for record in other.collection(kind)
            }
        now = set(one.at(until).collection(kind).ids)
        assert now <= set(other.at(until).collection(kind).ids)


@given(plain_datasets(), st.lists(some_days, min_size=3, max_size=3).map(sorted))
def test_law_days_at_work_have_no_hole(plain: Any, days: list[date]) -> None:
    """15. What is at work on two days is at work on each day between."""
    data = dataset(plain)
    first, between, last = (data.at(day) for day in days)
    for kind in DATED:
        both = set(first.collection(kind).ids) & set(last.collection(kind).ids)
        assert both <= set(between.collection(kind).ids)


@given(plain_datasets(), plain_datasets("other"), some_days)
def test_law_others_do_not_matter(plain: Any, added: Any, day: date) -> None:
    """16. Records that join leave the answers about the others as they were."""
    data = dataset(plain)
    larger = data
    for kind in DATED:
        larger = larger.with_records(kind, dataset(added).collection(kind))
    for kind in DATED:
        wanted = reference.active(plain[kind] + added[kind], day)
        assert ids(larger.at(day).collection(kind)) == wanted
        kept = [key for key in wanted if key in data.collection(kind)]
        assert ids(data.at(day).collection(kind)) == kept
    assert set(data.tasks.active_on(day).ids) <= set(larger.tasks.active_on(day).ids)


@pytest.mark.parametrize("day", ["1948-06-11", "1994-07-01", "2014-06-30", "2024-02-29"])
def test_the_shipped_data_agrees_with_the_reference(day: str) -> None:
    """The reference reads every shipped mission, regime and project."""
    import peaceops as po

    on = date.fromisoformat(day)
    for kind in DATED:
        records = [codec.to_plain(record) for record in po.load().collection(kind)]
        for certainly in (False, True):
            found = po.load().at(day, certainly=certainly).collection(kind)
            assert ids(found) == reference.active(records, on, certainly=certainly)
