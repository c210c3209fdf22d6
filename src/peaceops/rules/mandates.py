"""Rules on mandates and tasks."""

from __future__ import annotations

from collections.abc import Iterator

from peaceops.dataset import Dataset
from peaceops.dates import Date, OpenEnd
from peaceops.model import Task
from peaceops.rules.registry import Where, rule
from peaceops.rules.walk import bodies, cited, parts, records
from peaceops.vocab import (
    Checked,
    MandateAction,
    Modality,
    Review,
    Strength,
    TaskEffect,
)

_LATE_WORDS = "explain with action revive or with a gap on 'in_force'"


@rule("mandates-in-order")
def mandates_in_order(dataset: Dataset) -> Iterator[Where]:
    """Mandates stand in the order in which they take force."""
    for kind, record, path, mandates in bodies(dataset):
        for index in range(1, len(mandates)):
            early, late = mandates[index - 1].in_force.start, mandates[index].in_force.start
            if early is not None and late is not None and late.surely_before(early):
                message = f"takes force on {late}, before the one above ({early})"
                yield kind, record, f"{path}[{index}]", message


@rule("first-mandate")
def first_mandate(dataset: Dataset) -> Iterator[Where]:
    """The story of a mission begins with the document that sets it up."""
    for kind, record, path, mandates in bodies(dataset):
        if mandates and not {
            MandateAction.ESTABLISH,
            MandateAction.TAKE_NOTE,
            MandateAction.TRANSFER,
            MandateAction.RENAME,
            MandateAction.ADJUST,
        }.intersection(mandates[0].actions):
            if not any(gap.field == "mandates" for gap in getattr(record, "gaps", ())):
                message = f"first does {mandates[0].action}; establish is missing, or a gap"
                yield kind, record, f"{path}[0].action", message


@rule("mandate-within-mission")
def mandate_within_mission(dataset: Dataset) -> Iterator[Where]:
    """A mandate neither takes force before its mission is established nor after it ended."""
    for mission in dataset.missions:
        for index, mandate in enumerate(mission.mandates):
            start = mandate.in_force.start
            path = f"$.mandates[{index}].in_force"
            if start is None:
                continue
            if mission.established is not None and start.surely_before(mission.established):
                message = f"starts {start}, before the mission ({mission.established})"
                yield "missions", mission, path, message
            if mission.ended is not None and start.surely_after(mission.ended):
                message = f"starts {start}, after the mission ({mission.ended})"
                yield "missions", mission, path, message


@rule("ongoing-with-mission")
def ongoing_with_mission(dataset: Dataset) -> Iterator[Where]:
    """A mandate is ongoing only while its mission is; of an ended mission it has ended."""
    for mission in dataset.missions:
        if mission.open_end is OpenEnd.ONGOING:
            continue
        state = f"ended {mission.ended}" if mission.open_end is None else mission.open_end.value
        for index, mandate in enumerate(mission.mandates):
            if mandate.in_force.open_end is OpenEnd.ONGOING:
                message = f"is ongoing though the mission is not ({state})"
                yield "missions", mission, f"$.mandates[{index}].in_force", message


@rule("mandate-starts-with-document")
def mandate_starts_with_document(dataset: Dataset) -> Iterator[Where]:
    """A mandate takes force on or after the date of its document, unless a gap says why not."""
    for kind, record, path, mandates in bodies(dataset):
        for index, mandate in enumerate(mandates):
            document = cited(dataset, mandate.document)
            start = mandate.in_force.start
            if document is None or document.date is None or start is None:
                continue
            explained = any(gap.field == "in_force" for gap in mandate.gaps)
            if start.surely_before(document.date) and not explained:
                message = f"starts {start}, before {document.id} ({document.date})"
                yield kind, record, f"{path}[{index}].in_force", message


@rule("chain-gap")
def chain_gap(dataset: Dataset) -> Iterator[Where]:
    """Consecutive mandates leave no gap, unless one is revived or a gap explains it."""
    for kind, record, path, mandates in bodies(dataset):
        last: Date | None = None
        for index, mandate in enumerate(mandates):
            start, end = mandate.in_force.start, mandate.in_force.end
            explained = MandateAction.REVIVE in mandate.actions or any(
                gap.field == "in_force" for gap in mandate.gaps
            )
            if index and last is not None and start is not None and not explained:
                if (start.earliest - last.latest).days > 1:
                    message = f"nothing in force between {last} and {start}; {_LATE_WORDS}"
                    yield kind, record, f"{path}[{index}].in_force", message
            if mandate.in_force.open_end is not None:
                last = Date(9999)
            elif end is not None and (last is None or last < end):
                last = end


@rule("chain-overlap")
def chain_overlap(dataset: Dataset) -> Iterator[Where]:
    """A renewal overlaps the mandate before it only from the day on which it was decided."""
    for kind, record, path, mandates in bodies(dataset):
        for index in range(1, len(mandates)):
            before, mandate = mandates[index - 1], mandates[index]
            document = cited(dataset, mandate.document)
            start, end = mandate.in_force.start, before.in_force.end
            plain = {MandateAction.EXTEND, MandateAction.ROLL_OVER}.intersection(mandate.actions)
            if not plain or start is None or end is None or document is None:
                continue
            decided = document.date is not None and start.may_equal(document.date)
            if not start.surely_after(end) and not decided:
                message = (
                    f"starts {start}, while {before.document} runs to {end}; a renewal starts on "
                    f"the day behind that, or on its own date ({document.date})"
                )
                yield kind, record, f"{path}[{index}].in_force", message


@rule("tasks-and-effect")
def tasks_and_effect(dataset: Dataset) -> Iterator[Where]:
    """A mandate with tasks says what it does to earlier tasks; one that keeps them has none."""
    for kind, record, path, mandates in bodies(dataset):
        for index, mandate in enumerate(mandates):
            where = f"{path}[{index}].task_effect"
            if mandate.tasks and mandate.task_effect in (TaskEffect.KEEPS, TaskEffect.NOT_READ):
                yield kind, record, where, f"is {mandate.task_effect} though it gives tasks"


@rule("task-crimes")
def task_crimes(dataset: Dataset) -> Iterator[Where]:
    """Whether a crime is named is said for tasks and criteria about crime, for no others."""
    for kind, record in records(dataset):
        for path, part in parts(record):
            if hasattr(part, "crimes") and hasattr(part, "explicit"):
                if bool(part.crimes) is (part.explicit is None):
                    message = "is needed" if part.crimes else "has no meaning without crimes"
                    yield kind, record, f"{path}.explicit", message


@rule("task-place")
def task_place(dataset: Dataset) -> Iterator[Where]:
    """A task of a vetted mandate names its paragraph and quotes its words."""
    for kind, record, path, mandates in bodies(dataset):
        for index, mandate in enumerate(mandates):
            if mandate.review is not Review.VETTED:
                continue
            for number, task in enumerate(mandate.tasks):
                if task.at is None or task.quote is None or task.checked is Checked.UNREAD:
                    where = f"{path}[{index}].tasks[{number}]"
                    yield kind, record, where, "needs at, quote and checked, the mandate is vetted"


@rule("reported")
def reported(dataset: Dataset) -> Iterator[Where]:
    """The strength 'reported' is for tasks without a mandate, and for those only."""
    for kind, record in records(dataset):
        for path, part in parts(record):
            if not isinstance(part, Task) or kind == "projects":
                continue
            outside = path.startswith("$.reported_tasks")
            if outside is not (part.strength is Strength.REPORTED):
                message = (
                    "must be 'reported'" if outside else "'reported' belongs to reported_tasks"
                )
                yield kind, record, f"{path}.strength", message


@rule("sanction-modality")
def sanction_modality(dataset: Dataset) -> Iterator[Where]:
    """Missions and projects do not sanction; the modality is for regimes."""
    for kind, record in records(dataset):
        for path, part in parts(record):
            if isinstance(part, Task) and kind != "regimes":
                if part.modality is Modality.SANCTION:
                    yield kind, record, f"{path}.modality", "'sanction' is for regimes only"
