"""Dates and spans: what is accepted, what it means, and the laws that hold for all of them."""

from __future__ import annotations

import copy
import pickle
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given

from peaceops.dates import Date, OpenEnd, Precision, Span, Standing, as_day
from peaceops.errors import BadDate
from strategies import dates, days, known, spans

GOOD = ["2013", "2013-04", "2013-04-25", "2013~", "2013-04?", "2012-02-29", "1948-05-29%", "0001"]
BAD = [
    "", "13", "20130425", "2013-4-25", "2013-W17-4", "2013-04-31", "2013-02-29", "2013-13",
    "2013-00", "0000", "2013-04-00", "25 April 2013", "2013-04-25T00:00", "2013/2014", "..",
    "2013-04-25 ", " 2013", "2013\n", "２０１３", "٢٠١٣", "2013-04-25~?", "-2013", "unknown",
]  # fmt: skip


@pytest.mark.parametrize("text", GOOD)
def test_a_date_prints_as_it_was_read(text: str) -> None:
    assert str(Date.parse(text)) == text
    assert repr(Date.parse(text)) == f"Date({text!r})"


@pytest.mark.parametrize("text", BAD)
def test_what_is_no_date_is_refused_with_advice(text: str) -> None:
    with pytest.raises(BadDate, match="is not a date"):
        Date.parse(text)


@pytest.mark.parametrize("value", [None, 2013, 2013.0, date(2013, 4, 25), b"2013"])
def test_only_text_is_parsed(value: object) -> None:
    with pytest.raises(BadDate):
        Date.parse(value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "parts",
    [(0,), (10000,), (2013, 0), (2013, 13), (2013, 4, 31), (2013, None, 5), (True,), (2013, True)],
)
def test_impossible_parts_are_refused(parts: tuple[int, ...]) -> None:
    with pytest.raises(BadDate):
        Date(*parts)


def test_doubt_is_true_or_false() -> None:
    with pytest.raises(BadDate):
        Date(2013, approximate=1)  # type: ignore[arg-type]


def test_precision_and_bounds() -> None:
    assert Date.parse("2013").precision is Precision.YEAR
    assert Date.parse("2013-02").precision is Precision.MONTH
    assert Date.parse("2013-02-03").precision is Precision.DAY
    assert (Date.parse("2012-02").earliest, Date.parse("2012-02").latest) == (
        date(2012, 2, 1),
        date(2012, 2, 29),
    )
    assert Date.parse("2013").latest == date(2013, 12, 31)
    assert Date.parse("2013-04-25").exact
    assert not Date.parse("2013-04").exact
    assert not Date.parse("2013-04-25~").exact
    assert not Date.parse("2013-04-25?").exact


def test_the_same_text_gives_the_same_object() -> None:
    assert Date.parse("2013-04-25") is Date.parse("2013-04-25")


@pytest.mark.parametrize(
    "value",
    [
        "2014",
        "2014-06",
        "20140630",
        "30.06.2014",
        "2014-02-30",
        5,
        None,
        datetime(2014, 6, 30, tzinfo=UTC),
    ],
)
def test_a_question_names_one_day(value: object) -> None:
    with pytest.raises(BadDate):
        as_day(value)  # type: ignore[arg-type]


def test_a_day_is_text_or_a_date() -> None:
    assert as_day("2014-06-30") == date(2014, 6, 30) == as_day(date(2014, 6, 30))


@given(dates())
def test_law_round_trip(value: Date) -> None:
    """1. Text and date determine each other."""
    assert Date.parse(str(value)) == value
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301
    assert copy.deepcopy(value) == value


@given(dates())
def test_law_bounds(value: Date) -> None:
    """2. The first possible day is not behind the last; both coincide exactly for a day."""
    assert value.earliest <= value.latest
    assert (value.earliest == value.latest) is (value.precision is Precision.DAY)


@given(dates(), dates())
def test_law_comparison(one: Date, other: Date) -> None:
    """3. Exactly one of surely before, surely after, may be equal holds; before is not after."""
    assert one.surely_before(other) + one.surely_after(other) + one.may_equal(other) == 1
    assert one.surely_before(other) is other.surely_after(one)
    assert one.may_equal(other) is other.may_equal(one)


@given(dates(), dates(), dates())
def test_law_sorting(one: Date, two: Date, three: Date) -> None:
    """4. Sorting is a total order that agrees with 'surely before'."""
    assert sorted([one, two, three]) == sorted([three, one, two])
    if one.surely_before(two):
        assert one < two
    assert (one < two) + (two < one) + (one == two) == 1
    with pytest.raises(TypeError):
        assert one < "2013"  # type: ignore[operator]


@given(days)
def test_law_calendar_day(day: date) -> None:
    """5. A calendar day and its date determine each other."""
    assert Date.of(day).earliest == day == Date.of(day).latest


# --- spans ------------------------------------------------------------------------------------


def test_a_span_says_how_it_ends() -> None:
    with pytest.raises(BadDate):
        Span(start=Date(2013))
    with pytest.raises(BadDate):
        Span(start=Date(2013), end=Date(2014), open_end=OpenEnd.ONGOING)
    with pytest.raises(BadDate):
        Span(start=Date(2014), end=Date(2013))


def test_both_ends_are_included() -> None:
    span = Span(start=Date.parse("2013-07-01"), end=Date.parse("2014-06-30"))
    assert span.standing("2013-06-30") is Standing.NOT_YET
    assert span.standing("2013-07-01") is Standing.IN_FORCE
    assert span.standing("2014-06-30") is Standing.IN_FORCE
    assert span.standing("2014-07-01") is Standing.OVER
    assert span.days == (365, 365)


def test_imprecise_ends_are_possible_not_certain() -> None:
    span = Span(start=Date.parse("2013-07"), end=Date.parse("2014"))
    assert span.standing("2013-06-30") is Standing.NOT_YET
    assert span.standing("2013-07-15") is Standing.POSSIBLE
    assert span.standing("2013-07-31") is Standing.IN_FORCE
    assert span.standing("2014-01-01") is Standing.IN_FORCE
    assert span.standing("2014-06-30") is Standing.POSSIBLE
    assert span.covers("2014-06-30")
    assert not span.covers("2014-06-30", certainly=True)
    assert span.days == (155, 549)


def test_three_ways_of_having_no_end() -> None:
    start, until = Date.parse("2013-07-01"), Date.parse("2020-01-01")
    answers = {
        end: (
            Span(start=start, open_end=end).standing("2019-01-01", until),
            Span(start=start, open_end=end).standing("2020-01-02", until),
        )
        for end in OpenEnd
    }
    assert answers == {
        OpenEnd.ONGOING: (Standing.IN_FORCE, Standing.UNKNOWN),
        OpenEnd.ENDED: (Standing.POSSIBLE, Standing.OVER),
        OpenEnd.UNKNOWN: (Standing.IN_FORCE, Standing.UNKNOWN),
    }


def test_spans_print_as_intervals() -> None:
    start = Date.parse("2013-07")
    assert str(Span(start=start, end=Date.parse("2014"))) == "2013-07/2014"
    assert str(Span(start=start, open_end=OpenEnd.ONGOING)) == "2013-07/.."
    assert str(Span(open_end=OpenEnd.UNKNOWN)) == "/"
    assert Span(open_end=OpenEnd.UNKNOWN).days is None


@given(spans(), days, known)
def test_law_partition(span: Span, day: date, until: Date | None) -> None:
    """6. A day has exactly one standing, and covers() follows from it."""
    standing = span.standing(day, until)
    possible = span.covers(day, known_until=until)
    certain = span.covers(day, known_until=until, certainly=True)
    assert certain is (standing is Standing.IN_FORCE)
    assert possible is (standing in (Standing.IN_FORCE, Standing.POSSIBLE))


@given(spans(), days, known)
def test_law_certain_implies_possible(span: Span, day: date, until: Date | None) -> None:
    """7. What must have been may have been."""
    if span.covers(day, known_until=until, certainly=True):
        assert span.covers(day, known_until=until)


@given(spans(), spans())
def test_law_overlap_is_symmetric(one: Span, other: Span) -> None:
    """8. Overlap is symmetric, and a span overlaps itself."""
    assert one.may_overlap(other) is other.may_overlap(one)
    assert one.may_overlap(one)


@given(spans(), spans(), days)
def test_law_common_day_means_overlap(one: Span, other: Span, day: date) -> None:
    """9. Spans that may both be in force on a day may overlap."""
    if one.covers(day) and other.covers(day):
        assert one.may_overlap(other)


@given(spans(), days, days)
def test_law_standing_moves_forward(span: Span, one: date, other: date) -> None:
    """10. With time a span goes from not yet to over and never back."""
    order = [Standing.NOT_YET, Standing.POSSIBLE, Standing.IN_FORCE, Standing.OVER]
    early, late = sorted((one, other))
    before, after = span.standing(early), span.standing(late)
    if before is Standing.OVER:
        assert after is Standing.OVER
    if after is Standing.NOT_YET:
        assert before is Standing.NOT_YET
    assert before in order
    assert after in order


@given(spans(), days)
def test_law_knowledge_only_grows(span: Span, day: date) -> None:
    """11. Up to the day to which a record is known, knowing it does not change the answer."""
    until = Date.of(day + timedelta(days=1))
    assert span.standing(day, until) is span.standing(day)


@given(spans())
def test_law_day_counts(span: Span) -> None:
    """12. The fewest days are not more than the most, and a certain span has at least one."""
    if span.days is None:
        assert span.start is None or span.end is None
    else:
        fewest, most = span.days
        assert 0 <= fewest <= most
        assert most >= 1


def test_edges_of_what_is_known() -> None:
    without_start = Span(end=Date.parse("2014-06-30"))
    assert without_start.standing("2014-01-01") is Standing.POSSIBLE
    ongoing = Span(start=Date.parse("2013"), open_end=OpenEnd.ONGOING)
    assert ongoing.standing("2020-01-01", Date.parse("2020-01-01")) is Standing.IN_FORCE


def test_the_ends_of_the_calendar() -> None:
    assert Date.parse("9999").latest == date.max
    assert Date.parse("0001").earliest == date.min
    assert Date(9999, 12, 31).exact
    plain = Date(2013)
    assert (plain.approximate, plain.uncertain) == (False, False)
    assert plain.of(date(2014, 1, 2)) == Date(2014, 1, 2)
    assert plain.parse("2014-01") == Date(2014, 1)


def test_every_refusal_says_what_would_be_right() -> None:
    for value, words in (
        (datetime(2014, 6, 30, tzinfo=UTC), "is a moment, not a day"),
        ("2014-02-30", "is not a day of the calendar"),
        (5, "is not a day; write it as YYYY-MM-DD"),
    ):
        with pytest.raises(BadDate, match=words):
            as_day(value)  # type: ignore[arg-type]
    with pytest.raises(BadDate) as refused:
        Date.parse("x" * 100_000)
    assert len(str(refused.value)) < 300


@pytest.mark.parametrize(
    ("start", "end", "wanted"),
    [
        ("2013-01-01", "2013-01-01", (1, 1)), ("2013-01-01", "2013-01-02", (2, 2)),
        ("2013-01-01", "2013-01-03", (3, 3)), ("2013-01-01", "2013-01-04", (4, 4)),
        ("2013-01", "2013-01", (0, 31)), ("2013-01", "2013-02-01", (2, 32)), ("2013", "2013", (0, 365)),
        ("2013-01", "2013-01-31", (1, 31)), ("2013-01", "2013-01-30", (0, 30)),
    ],
)  # fmt: skip
def test_day_counts(start: str, end: str, wanted: tuple[int, int]) -> None:
    assert Span(start=Date.parse(start), end=Date.parse(end)).days == wanted


def test_overlap_is_refused_by_either_side() -> None:
    early = Span(start=Date.parse("2010"), end=Date.parse("2011"))
    late = Span(start=Date.parse("2012"), end=Date.parse("2013"))
    assert not early.may_overlap(late)
    assert not late.may_overlap(early)
