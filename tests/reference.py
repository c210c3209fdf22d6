"""A naive second implementation of dates, spans and queries, to hold the first against.

It works on plain data, as it stands in YAML, by listing days: no code and no idea is shared with
the package. A date means any of the days that it may be; a span *may* have been in force on a day
where some reading of its ends says so, and *must* have been where every reading does. It is slow,
and meant to be so plain that a reader sees that it is right.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

Plain = dict[str, Any]


@cache
def days_of(text: str) -> tuple[date, ...]:
    """List every day that a date may be."""
    parts = [int(part) for part in text.rstrip("~?%").split("-")]
    first = date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)
    found = [first]
    while len(parts) < 3:
        following = found[-1] + timedelta(days=1)
        if following.year != parts[0] or (len(parts) == 2 and following.month != parts[1]):
            break
        found.append(following)
    return tuple(found)


def standing(span: Plain, day: date, known: str | None = None) -> str:
    """Say what can be said of a span on a day, as the word of the vocabulary."""
    starts = days_of(span["start"]) if "start" in span else None
    if starts is not None and all(day < start for start in starts):
        return "not-yet"
    if "end" in span:
        ends = days_of(span["end"])
        if all(day > end for end in ends):
            return "over"
        inside = all(day <= end for end in ends)
    else:
        if known is not None and all(day > last for last in days_of(known)):
            return "over" if span["open_end"] == "ended" else "unknown"
        inside = span["open_end"] != "ended"
    begun = starts is not None and all(day >= start for start in starts)
    return "in-force" if inside and begun else "possible"


def may(span: Plain, day: date, known: str | None = None) -> bool:
    """Whether some reading of the sources has the span in force."""
    return standing(span, day, known) in ("possible", "in-force")


def must(span: Plain, day: date, known: str | None = None) -> bool:
    """Whether every reading has."""
    return standing(span, day, known) == "in-force"


def overlap(one: Plain, other: Plain) -> bool:
    """Whether some reading of both has a day in common; a side that is not given is anywhere."""
    for first, second in ((one, other), (other, one)):
        if "end" in first and "start" in second:
            if all(
                end < start for end in days_of(first["end"]) for start in days_of(second["start"])
            ):
                return False
    return True


# --- records ----------------------------------------------------------------------------------


def span_of(record: Plain) -> Plain | None:
    """Give the span of a mission, a regime or a project."""
    if "span" in record or ("kind" not in record and "measures" not in record):
        return record.get("span")
    start = record.get("started") or record.get("established")
    span: Plain = {"start": start} if start else {}
    if "ended" in record:
        if start and all(
            end < first for end in days_of(record["ended"]) for first in days_of(start)
        ):
            span = {}
        return {**span, "end": record["ended"]}
    return {**span, "open_end": record.get("open_end", "unknown")}


def status(record: Plain, day: date) -> str:
    """Say how a record stands on a day; a project without dates is unknown."""
    span = span_of(record)
    return "unknown" if span is None else standing(span, day, record.get("known_until"))


def active(records: list[Plain], day: date, *, certainly: bool = False) -> list[str]:
    """List the ids of the records at work."""
    wanted = ("in-force",) if certainly else ("in-force", "possible")
    return sorted(record["id"] for record in records if status(record, day) in wanted)


def in_force(records: list[Plain], part: str, day: date, *, certainly: bool = False) -> list[str]:
    """List the ids of the mandates or measures in force, of the records given."""
    asked = must if certainly else may
    return sorted(
        _id(record, item)
        for record in records
        for item in record.get(part, ())
        if asked(item["in_force"], day, record.get("known_until"))
    )


def _id(record: Plain, item: Plain) -> str:
    name = item.get("id") or "".join(c if c.isalnum() else "-" for c in item["document"].lower())
    return f"{record['id']}/{name}"


# --- tasks ------------------------------------------------------------------------------------


def tasks_on(mission: Plain, day: date, *, certainly: bool = False) -> Iterator[Plain]:
    """Give the tasks of a mission that stood on a day; its mandates are exact to the day.

    The days are walked one by one. A task is given on the first day of its mandate; it falls on the
    first later day that no mandate covers, or on which a document ends the mission or sets the
    tasks anew. It is not certain where a document that it outlived was not read for tasks.
    """
    mandates = mission.get("mandates", ())
    for index, mandate in enumerate(mandates):
        first, fallen, sure, following = _day(mandate, "start"), None, True, mandates[index + 1 :]
        last = max(_day(later, "end") for later in mandates[index:])
        today = first
        while fallen is None and today <= last:
            covered = any(
                _day(later, "start") <= today <= _day(later, "end")
                for later in (mandate, *following)
                if later["action"] != "terminate"
            )
            for later in following:
                if _day(later, "start") != today:
                    continue
                if later["action"] == "terminate" or later["task_effect"] == "restates":
                    fallen = today
                    break
                if later["task_effect"] == "not-read":
                    sure = False
            if not covered:
                fallen = fallen or today
            today += timedelta(days=1)
        end = (fallen or today) - timedelta(days=1)
        if first <= day <= max(end, first) and (sure or not certainly):
            yield from mandate.get("tasks", ())


def _day(mandate: Plain, side: str) -> date:
    (day,) = days_of(mandate["in_force"][side])
    return day
