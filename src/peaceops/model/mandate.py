"""Mandates and the tasks they give, of missions and of sanctions monitoring bodies alike."""

from __future__ import annotations

from datetime import date, timedelta

from attrs import field, frozen

from peaceops.dates import Date, Span
from peaceops.model._fields import about, fact
from peaceops.model._record import Record
from peaceops.model.common import Citation, Dispute, Gap
from peaceops.vocab import (
    Activity,
    ChapterVii,
    Checked,
    CrimeType,
    MandateAction,
    Modality,
    Review,
    Strength,
    TaskEffect,
)


@frozen(kw_only=True, eq=False, repr=False)
class Task(Record):
    """One thing that a document asks a mission, a body or a project to do."""

    id: str = field(
        metadata=about("derived: owner, paragraph and activity, such as un-x/s-res-1-2000/7/ddr")
    )
    activity: Activity = field(metadata=fact("what is to be done"))
    crimes: tuple[CrimeType, ...] = field(
        default=(), metadata=fact("crimes it is about; empty where it is not about crime")
    )
    modality: Modality = field(metadata=fact("monitor, assist, secure or sanction"))
    strength: Strength = field(metadata=fact("the operative verb"))
    explicit: bool | None = field(
        default=None,
        metadata=fact(
            "whether the text names the crime (true) or touches its object only (false); "
            "empty where the task is not about crime"
        ),
    )
    document: str = field(
        metadata=fact("id of the document; derived from the mandate", refers="documents")
    )
    at: str | None = field(default=None, metadata=fact("paragraph, as numbered there"))
    quote: str | None = field(
        default=None, metadata=about("verbatim words that set the task, at most 40")
    )
    checked: Checked = field(
        default=Checked.UNREAD, metadata=about("how the quote was held against the text")
    )
    note: str | None = field(default=None, metadata=about("remark on the coding"))

    @property
    def owner(self) -> str:
        """Id of the mission, regime or project that the task is given to."""
        return self.id.partition("/")[0]


@frozen(kw_only=True, eq=False, repr=False)
class Ceiling(Record):
    """Authorized strength: the most personnel that a document allows."""

    military: int | None = field(
        default=None, metadata=fact("troops (with observers if not apart)")
    )
    observers: int | None = field(default=None, metadata=fact("military observers and liaison"))
    police: int | None = field(default=None, metadata=fact("police, formed units included"))
    civilian: int | None = field(default=None, metadata=fact("civilian personnel"))
    total: int | None = field(default=None, metadata=fact("total, where only that is given"))
    document: str = field(
        metadata=fact("id of the document; derived from the mandate", refers="documents")
    )
    at: str | None = field(default=None, metadata=fact("paragraph"))
    quote: str | None = field(default=None, metadata=about("verbatim words, at most 40"))
    checked: Checked = field(
        default=Checked.UNREAD, metadata=about("how the quote was held against the text")
    )


@frozen(kw_only=True, eq=False, repr=False)
class Mandate(Record):
    """What one document does to one mission (or monitoring body)."""

    id: str = field(metadata=about("derived: owner and document, such as un-x/s-res-1-2000"))
    document: str = field(metadata=about("id of the deciding document", refers="documents"))
    action: MandateAction = field(metadata=fact("the main thing that it does"))
    also: tuple[MandateAction, ...] = field(
        default=(), metadata=about("what else it does, such as expand beside extend")
    )
    in_force: Span = field(
        metadata=fact(
            "from and until as the document says; where it does not say from when, from its "
            "date; a termination: the day from which the mandate is ended, to the last day of "
            "the winding up that the document sets"
        )
    )
    chapter_vii: ChapterVii | None = field(
        default=None, metadata=fact("Chapter VII; empty where it is no Council resolution")
    )
    task_effect: TaskEffect = field(
        default=TaskEffect.NOT_READ, metadata=about("what it does to the tasks that stood before")
    )
    tasks: tuple[Task, ...] = field(default=(), metadata=about("the tasks that it gives"))
    personnel: Ceiling | None = field(default=None, metadata=about("authorized strength, if set"))
    citations: tuple[Citation, ...] = field(
        default=(), metadata=about("places in the document (or others) that say so")
    )
    disputes: tuple[Dispute, ...] = field(default=(), metadata=about("what other sources say"))
    gaps: tuple[Gap, ...] = field(default=(), metadata=about("why fields are empty"))
    review: Review = field(default=Review.DRAFT, metadata=about("how far it has been checked"))
    note: str | None = field(default=None, metadata=about("remark of the curator"))

    @property
    def owner(self) -> str:
        """Id of the mission or regime that the mandate belongs to."""
        return self.id.partition("/")[0]

    @property
    def actions(self) -> tuple[MandateAction, ...]:
        """Everything that the document does: ``action`` first, then ``also``."""
        return (self.action, *self.also)


def chain_end(mandates: tuple[Mandate, ...], index: int) -> Span:
    """Return the span from a mandate's start to the end of the renewals that follow it.

    Renewals belong to the same chain as long as each begins no later than the day behind the
    last day reached so far. A termination closes the chain on the day before it takes effect.
    """
    first = mandates[index].in_force
    end, open_end = first.end, first.open_end
    for later in mandates[index + 1 :]:
        span = later.in_force
        if span.start is None:
            continue
        if end is not None and (span.start.earliest - end.latest).days > 1:
            break
        if later.action is MandateAction.TERMINATE:
            end, open_end = _day_before(span.start, first.start), None
            break
        if open_end is None and (span.end is None or (end is not None and end < span.end)):
            end, open_end = span.end, span.open_end
    return Span(start=first.start, end=end, open_end=open_end)


def task_span(mandates: tuple[Mandate, ...], index: int) -> tuple[Span, bool]:
    """Say how long the tasks given by ``mandates[index]`` stood, and whether that is sure.

    They stand from the first day of the mandate until a later one sets the tasks anew or
    terminates the mission, or until the chain of renewals ends (:func:`chain_end`). The answer
    is not sure where a later mandate in the chain was not read for tasks.
    """
    span = chain_end(mandates, index)
    sure = True
    for later in mandates[index + 1 :]:
        start = later.in_force.start
        if start is None or (span.end is not None and start.earliest > span.end.latest):
            continue
        if later.task_effect is TaskEffect.RESTATES:
            return Span(start=span.start, end=_day_before(start, span.start)), sure
        if later.task_effect is TaskEffect.NOT_READ:
            sure = False
    return span, sure


def _day_before(start: Date, floor: Date | None) -> Date:
    if start.day is None or start.earliest == date.min:
        return start
    day = start.earliest - timedelta(days=1)
    if floor is not None and day < floor.earliest:
        return floor
    return Date.of(day)
