"""The index of days answers as a look at every stretch would."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from peaceops.days import DayIndex

DAYS = st.dates(date(1990, 1, 1), date(1990, 3, 1)) | st.sampled_from([date.min, date.max])


@given(st.lists(st.tuples(DAYS, DAYS), max_size=60), st.lists(DAYS, min_size=1, max_size=8))
def test_law_the_index_finds_what_a_loop_finds(
    stretches: list[tuple[date, date]], days: list[date]
) -> None:
    index = DayIndex(stretches)
    for day in days:
        by_hand = [n for n, (first, last) in enumerate(stretches) if first <= day <= last]
        assert index.on(day) == by_hand


def test_both_ends_hold_and_the_days_beside_them_do_not() -> None:
    first, last = date(2013, 4, 25), date(2013, 6, 30)
    index = DayIndex([(first, last)])
    day = timedelta(days=1)
    assert [index.on(on) for on in (first - day, first, last, last + day)] == [[], [0], [0], []]


def test_an_empty_index_and_a_stretch_turned_round_hold_no_day() -> None:
    assert DayIndex([]).on(date(2000, 1, 1)) == []
    assert DayIndex([(date.max, date.min)]).on(date(2000, 1, 1)) == []


def test_a_question_looks_at_few_of_many() -> None:
    """A day of one of 4,096 stretches that do not meet: the walk is as deep as their logarithm."""
    begin = date(1000, 1, 1)
    stretches = [(day, day) for day in (begin + timedelta(days=2 * n) for n in range(4096))]
    node, depth = DayIndex(stretches)._root, 0
    while node is not None:
        assert len(node.firsts) == 1
        node, depth = node.after, depth + 1
    assert depth <= 13
