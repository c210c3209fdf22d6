"""Organizations: who sends missions, imposes sanctions, runs projects, issues documents."""

from __future__ import annotations

from attrs import field, frozen

from peaceops.dates import Date, Day, Span
from peaceops.model._fields import about, fact
from peaceops.model._record import Record
from peaceops.model.common import Citation, Dispute, ExternalId, Gap
from peaceops.vocab import MembershipKind, OrganizationKind, Review


@frozen(kw_only=True, eq=False, repr=False)
class Membership(Record):
    """That a State or organization belongs to an organization, and when."""

    member: str = field(metadata=fact("id of a place or of an organization"))
    kind: MembershipKind = field(default=MembershipKind.MEMBER, metadata=fact("how it belongs"))
    span: Span = field(metadata=fact("first and last day"))


@frozen(kw_only=True, eq=False, repr=False)
class Organization(Record):
    """An organization, organ, office or institute."""

    id: str = field(metadata=about("a slug, such as osce"))
    acronym: str | None = field(default=None, metadata=fact("official acronym"))
    name: str = field(metadata=fact("official name in English"))
    aliases: tuple[str, ...] = field(default=(), metadata=about("other and former names"))
    kind: OrganizationKind = field(metadata=about("what sort of organization"))
    parent: str | None = field(
        default=None, metadata=fact("organization that it is part of", refers="organizations")
    )
    place: str | None = field(
        default=None, metadata=about("State that it belongs to, if any", refers="places")
    )
    founded: Date | None = field(
        default=None, metadata=fact("founding, or start under this name", needed=True)
    )
    dissolved: Date | None = field(default=None, metadata=fact("last day, where it has ended"))
    members: tuple[Membership, ...] = field(default=(), metadata=fact("who belongs to it"))
    fields_of_work: tuple[str, ...] = field(
        default=(), metadata=fact("its fields of work, as it names them")
    )
    known_until: Date | None = field(
        default=None,
        metadata=about("the last day of which the sources read speak; later days are unknown"),
    )
    external_ids: tuple[ExternalId, ...] = field(default=(), metadata=about("ids elsewhere"))
    citations: tuple[Citation, ...] = field(default=(), metadata=about("what says so, and where"))
    disputes: tuple[Dispute, ...] = field(default=(), metadata=about("what other sources say"))
    gaps: tuple[Gap, ...] = field(default=(), metadata=about("why fields are empty"))
    review: Review = field(default=Review.DRAFT, metadata=about("how far it has been checked"))
    retired_for: str | None = field(
        default=None,
        metadata=about("the record in whose favour it is retired", refers="organizations"),
    )
    note: str | None = field(default=None, metadata=about("remark of the curator"))

    def members_on(
        self, day: Day, kind: MembershipKind | None = None, *, certainly: bool = False
    ) -> tuple[str, ...]:
        """Return the ids of those who belonged to it on a day, of one kind or of all."""
        return tuple(
            membership.member
            for membership in self.members
            if (kind is None or membership.kind is kind)
            and membership.span.covers(day, known_until=self.known_until, certainly=certainly)
        )
