"""Projects and programmes against organized crime."""

from __future__ import annotations

from attrs import field, frozen

from peaceops.dates import Date, Day, Span, Standing
from peaceops.model._fields import about, fact
from peaceops.model._record import Record
from peaceops.model.common import Citation, Dispute, ExternalId, Gap
from peaceops.model.mandate import Task
from peaceops.vocab import CrimeType, ProjectStatus, Review


@frozen(kw_only=True, eq=False, repr=False)
class Donor(Record):
    """Who pays, and how much where that is known."""

    donor: str = field(metadata=fact("id of a place (a State) or of an organization"))
    amount: int | None = field(
        default=None, metadata=fact("minor units of the currency (cents): 1250 is 12.50")
    )
    currency: str | None = field(default=None, metadata=fact("ISO 4217 code, such as EUR"))
    note: str | None = field(default=None, metadata=about("remark, such as what it covers"))


@frozen(kw_only=True, eq=False, repr=False)
class Project(Record):
    """A project or programme: who does what against which crime, where, for whose money."""

    id: str = field(metadata=about("lead organization and a name, such as unodc-sahel-programme"))
    name: str = field(metadata=fact("its name"))
    aliases: tuple[str, ...] = field(default=(), metadata=about("other names in use"))
    codes: tuple[str, ...] = field(default=(), metadata=fact("codes its owners gave it"))
    lead: str | None = field(
        default=None, metadata=fact("who answers for it", refers="organizations")
    )
    implementers: tuple[str, ...] = field(
        default=(), metadata=fact("who carries it out", refers="organizations")
    )
    partners: tuple[str, ...] = field(
        default=(), metadata=fact("who works with them", refers="organizations")
    )
    donors: tuple[Donor, ...] = field(default=(), metadata=fact("who pays"))
    span: Span | None = field(
        default=None, metadata=fact("first and last day as the sources say", needed=True)
    )
    status: ProjectStatus = field(
        default=ProjectStatus.UNKNOWN, metadata=about("its state on the day it is known to")
    )
    known_until: Date | None = field(
        default=None,
        metadata=about("the last day of which the sources read speak; later days are unknown"),
    )
    places: tuple[str, ...] = field(default=(), metadata=fact("where it works", refers="places"))
    crimes: tuple[CrimeType, ...] = field(default=(), metadata=fact("crimes it is about"))
    tasks: tuple[Task, ...] = field(default=(), metadata=about("what it sets out to do"))
    supports: tuple[str, ...] = field(
        default=(),
        metadata=fact("missions, instruments, organizations or documents that it serves"),
    )
    outcomes: tuple[str, ...] = field(
        default=(), metadata=fact("what it is to bring or has brought, in our words")
    )
    external_ids: tuple[ExternalId, ...] = field(default=(), metadata=about("ids elsewhere"))
    citations: tuple[Citation, ...] = field(default=(), metadata=about("what says so, and where"))
    disputes: tuple[Dispute, ...] = field(default=(), metadata=about("what other sources say"))
    gaps: tuple[Gap, ...] = field(default=(), metadata=about("why fields are empty"))
    review: Review = field(default=Review.DRAFT, metadata=about("how far it has been checked"))
    retired_for: str | None = field(
        default=None, metadata=about("the record in whose favour it is retired", refers="projects")
    )
    note: str | None = field(default=None, metadata=about("remark of the curator"))

    def status_on(self, day: Day) -> Standing:
        """Say whether it ran on a day; unknown without dates or after ``known_until``."""
        if self.span is None:
            return Standing.UNKNOWN
        return self.span.standing(day, self.known_until)

    def active_on(self, day: Day, *, certainly: bool = False) -> bool:
        """Whether it may have (``certainly``: must have) run on a day."""
        if self.span is None:
            return False
        return self.span.covers(day, known_until=self.known_until, certainly=certainly)
