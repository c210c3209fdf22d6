"""Records that every other record is made of: citations, disputes, gaps, codes."""

from __future__ import annotations

import attrs
from attrs import frozen

from peaceops.model._fields import about
from peaceops.model._record import Record
from peaceops.vocab import Checked, GapReason


@frozen(kw_only=True, eq=False, repr=False)
class Citation(Record):
    """The document that states a fact, and the place in it."""

    document: str = attrs.field(metadata=about("id of the document", refers="documents"))
    at: str | None = attrs.field(
        default=None,
        metadata=about(
            "the place: a paragraph as numbered there ('7', '16 (a) (i)'), 'preamble', "
            "'art. 2', 'title', 'heading', 'p. 12', 'text' for a short unnumbered page"
        ),
    )
    supports: tuple[str, ...] = attrs.field(
        default=(), metadata=about("names of the fields of this record that it supports")
    )
    quote: str | None = attrs.field(
        default=None, metadata=about("verbatim words, at most 40; [...] marks an omission")
    )
    checked: Checked = attrs.field(
        default=Checked.UNREAD, metadata=about("how it was held against the text")
    )


@frozen(kw_only=True, eq=False, repr=False)
class Dispute(Record):
    """What another source says of a field, kept beside what we chose."""

    field: str = attrs.field(metadata=about("name of the field of this record"))
    value: str = attrs.field(metadata=about("what the other source says, dates as EDTF"))
    citation: Citation = attrs.field(metadata=about("where it says so"))
    note: str | None = attrs.field(default=None, metadata=about("why we chose otherwise"))


@frozen(kw_only=True, eq=False, repr=False)
class Gap(Record):
    """Why a field is empty, or what is still missing from it."""

    field: str = attrs.field(metadata=about("name of the field of this record"))
    reason: GapReason = attrs.field(metadata=about("why"))
    note: str | None = attrs.field(default=None, metadata=about("what was tried, what is missing"))


@frozen(kw_only=True, eq=False, repr=False)
class ExternalId(Record):
    """The id of the same thing in somebody else's list."""

    scheme: str = attrs.field(
        metadata=about("a slug, such as 'wikidata' or 'opensanctions-program'")
    )
    value: str = attrs.field(metadata=about("the id there, as text"))
