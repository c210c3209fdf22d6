"""Missions: who is sent where, since when, on what mandate."""

from __future__ import annotations

from attrs import field, frozen

from peaceops.dates import Date, Day, OpenEnd, Span, Standing
from peaceops.model._fields import about, fact
from peaceops.model._record import Record
from peaceops.model.common import Citation, Dispute, ExternalId, Gap
from peaceops.model.mandate import Ceiling, Mandate, Task
from peaceops.vocab import Counter, MissionKind, Review


@frozen(kw_only=True, eq=False, repr=False)
class Mission(Record):
    """A multilateral mission: a peace operation, office, envoy or field presence."""

    id: str = field(metadata=about("organization and name as a slug, such as un-minusma"))
    acronym: str | None = field(default=None, metadata=fact("official acronym"))
    name: str = field(metadata=fact("official name in English"))
    aliases: tuple[str, ...] = field(
        default=(), metadata=about("other names and spellings in use, former names")
    )
    organization: tuple[str, ...] = field(
        metadata=fact("who runs it; several for a hybrid", refers="organizations")
    )
    kind: MissionKind = field(metadata=about("what sort of mission, by the codebook"))
    places: tuple[str, ...] = field(metadata=fact("where it works", refers="places"))
    established: Date | None = field(
        default=None, metadata=fact("date of the deciding document", needed=True)
    )
    started: Date | None = field(
        default=None,
        metadata=fact("deployment, launch or transfer of authority: it works", needed=True),
    )
    ended: Date | None = field(
        default=None, metadata=fact("last day of the mission itself (liquidation is apart)")
    )
    open_end: OpenEnd | None = field(
        default=None, metadata=fact("why there is no last day; set if and only if ended is not")
    )
    liquidated: Date | None = field(default=None, metadata=fact("end of its liquidation"))
    known_until: Date | None = field(
        default=None,
        metadata=about("the last day of which the sources read speak; later days are unknown"),
    )
    predecessors: tuple[str, ...] = field(
        default=(), metadata=fact("missions that it followed", refers="missions")
    )
    successors: tuple[str, ...] = field(
        default=(), metadata=fact("missions that followed it", refers="missions")
    )
    authorized_by: tuple[str, ...] = field(
        default=(),
        metadata=fact("documents of another body that authorized it", refers="documents"),
    )
    mandates: tuple[Mandate, ...] = field(
        default=(), metadata=about("every document that made, renewed, changed or ended it")
    )
    reported_tasks: tuple[Task, ...] = field(
        default=(),
        metadata=about("what sources say it does about crime, beyond its mandate documents"),
    )
    counted_by: tuple[Counter, ...] = field(
        default=(), metadata=about("lists that count it, each by its own rule")
    )
    external_ids: tuple[ExternalId, ...] = field(default=(), metadata=about("ids elsewhere"))
    citations: tuple[Citation, ...] = field(default=(), metadata=about("what says so, and where"))
    disputes: tuple[Dispute, ...] = field(default=(), metadata=about("what other sources say"))
    gaps: tuple[Gap, ...] = field(default=(), metadata=about("why fields are empty"))
    review: Review = field(default=Review.DRAFT, metadata=about("how far it has been checked"))
    retired_for: str | None = field(
        default=None, metadata=about("the record in whose favour it is retired", refers="missions")
    )
    note: str | None = field(default=None, metadata=about("remark of the curator"))

    @property
    def span(self) -> Span:
        """From the first day of work (if unknown, of the decision) to the last day."""
        start = self.started or self.established
        open_end = self.open_end if self.ended is None else None
        if self.ended is None and open_end is None:
            open_end = OpenEnd.UNKNOWN
        if start is not None and self.ended is not None and self.ended.surely_before(start):
            start = None  # the rule dates-in-order reports it; a question still gets an answer
        return Span(start=start, end=self.ended, open_end=open_end)

    def status_on(self, day: Day) -> Standing:
        """Say whether it was at work on a day; days after ``known_until`` are unknown."""
        return self.span.standing(day, self.known_until)

    def active_on(self, day: Day, *, certainly: bool = False) -> bool:
        """Whether it may have been (``certainly``: must have been) at work on a day."""
        return self.span.covers(day, known_until=self.known_until, certainly=certainly)

    @property
    def personnel(self) -> tuple[Ceiling, ...]:
        """The authorized ceilings over time, each with its document and paragraph."""
        return tuple(mandate.personnel for mandate in self.mandates if mandate.personnel)

    @property
    def tasks(self) -> tuple[Task, ...]:
        """All tasks that its mandates gave it, oldest mandate first; reported ones apart."""
        return tuple(task for mandate in self.mandates for task in mandate.tasks)
