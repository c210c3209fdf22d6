"""Instruments: treaties, strategies and declarations that missions and projects serve."""

from __future__ import annotations

from attrs import field, frozen

from peaceops.dates import Date
from peaceops.model._fields import about, fact
from peaceops.model._record import Record
from peaceops.model.common import Citation, Dispute, ExternalId, Gap
from peaceops.vocab import CrimeType, InstrumentKind, Review


@frozen(kw_only=True, eq=False, repr=False)
class Definition(Record):
    """The article of an instrument that defines a crime or obliges States to punish it."""

    crime: CrimeType = field(metadata=fact("the crime"))
    at: str = field(metadata=fact("article or paragraph"))


@frozen(kw_only=True, eq=False, repr=False)
class Instrument(Record):
    """A treaty, political instrument, strategy or declaration."""

    id: str = field(metadata=about("a slug, such as untoc"))
    acronym: str | None = field(default=None, metadata=about("short name in use"))
    name: str = field(metadata=fact("official title"))
    aliases: tuple[str, ...] = field(default=(), metadata=about("other names in use"))
    kind: InstrumentKind = field(metadata=about("what sort of instrument"))
    issuer: str | None = field(
        default=None, metadata=fact("who adopted it", refers="organizations")
    )
    document: str | None = field(
        default=None, metadata=fact("document that adopts or contains it", refers="documents")
    )
    parent: str | None = field(
        default=None, metadata=fact("instrument that it supplements", refers="instruments")
    )
    adopted: Date | None = field(default=None, metadata=fact("date of adoption", needed=True))
    opened: Date | None = field(default=None, metadata=fact("opened for signature"))
    in_force: Date | None = field(default=None, metadata=fact("entry into force"))
    depositary: str | None = field(
        default=None, metadata=fact("depositary", refers="organizations")
    )
    defines: tuple[Definition, ...] = field(
        default=(), metadata=fact("crimes that it defines, and where")
    )
    crimes: tuple[CrimeType, ...] = field(default=(), metadata=fact("crimes it is about"))
    external_ids: tuple[ExternalId, ...] = field(default=(), metadata=about("ids elsewhere"))
    citations: tuple[Citation, ...] = field(default=(), metadata=about("what says so, and where"))
    disputes: tuple[Dispute, ...] = field(default=(), metadata=about("what other sources say"))
    gaps: tuple[Gap, ...] = field(default=(), metadata=about("why fields are empty"))
    review: Review = field(default=Review.DRAFT, metadata=about("how far it has been checked"))
    retired_for: str | None = field(
        default=None,
        metadata=about("the record in whose favour it is retired", refers="instruments"),
    )
    note: str | None = field(default=None, metadata=about("remark of the curator"))
