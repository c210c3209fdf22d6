"""Documents: what every fact rests on."""

from __future__ import annotations

from attrs import field, frozen

from peaceops.dates import Date
from peaceops.model._fields import about, fact
from peaceops.model._record import Record
from peaceops.model.common import Citation, Dispute, Gap
from peaceops.vocab import Checked, CrimeType, DocumentKind, Review


@frozen(kw_only=True, eq=False, repr=False)
class Mention(Record):
    """A place where a document names a crime, found by the reading lexicon of the codebook.

    One for each crime and place: the preamble, a numbered paragraph, an annex, or the whole of a
    text without numbers.
    """

    crime: CrimeType = field(metadata=fact("the crime"))
    operative: bool = field(metadata=fact("in a numbered operative paragraph"))
    at: str = field(metadata=fact("paragraph, 'preamble', 'annex' or 'text'"))
    words: str = field(metadata=about("the words that name it first, verbatim, at most 40"))


@frozen(kw_only=True, eq=False, repr=False)
class Document(Record):
    """A document that states facts, under its symbol or, for a page, a slug."""

    id: str = field(metadata=about("canonical symbol, or a slug for a page without one"))
    kind: DocumentKind = field(metadata=fact("what sort of document"))
    issuer: str = field(metadata=fact("who issued it", refers="organizations"))
    date: Date | None = field(
        default=None, metadata=fact("adoption, signature or publication", needed=True)
    )
    title: str | None = field(default=None, metadata=about("its title, where it has one"))
    subject: str = field(metadata=about("what it is about, short, in our words"))
    aliases: tuple[str, ...] = field(default=(), metadata=about("other symbols and names"))
    url: str | None = field(
        default=None, metadata=about("public address; derived from the symbol where that is known")
    )
    primary: bool = field(
        metadata=about("is it the deciding text itself, of which at least a part was read?")
    )
    accessed: Date | None = field(
        default=None, metadata=about("day on which a page was read, where pages change")
    )
    checked: Checked = field(
        default=Checked.UNREAD,
        metadata=about("how kind and date were held against the text itself"),
    )
    mentions: tuple[Mention, ...] | None = field(
        default=None,
        metadata=about(
            "where it names crimes; None: not read for them, empty: read, it names none"
        ),
    )
    citations: tuple[Citation, ...] = field(
        default=(), metadata=about("other documents that state its facts")
    )
    disputes: tuple[Dispute, ...] = field(default=(), metadata=about("what other sources say"))
    gaps: tuple[Gap, ...] = field(default=(), metadata=about("why fields are empty"))
    review: Review = field(default=Review.DRAFT, metadata=about("how far it has been checked"))
    retired_for: str | None = field(
        default=None, metadata=about("the record in whose favour it is retired", refers="documents")
    )
    note: str | None = field(default=None, metadata=about("remark of the curator"))
