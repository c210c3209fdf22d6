"""Passages that do something, and names in use: the parts of sanctions regimes that have dates."""

from __future__ import annotations

import attrs
from attrs import frozen

from peaceops.dates import Date
from peaceops.model._fields import about, fact
from peaceops.model._record import Record
from peaceops.vocab import Checked


@frozen(kw_only=True, eq=False, repr=False)
class Provision(Record):
    """A passage of a document that does something from a day on."""

    document: str = attrs.field(metadata=fact("id of the document", refers="documents"))
    at: str | None = attrs.field(default=None, metadata=fact("paragraph or article"))
    date: Date | None = attrs.field(
        default=None, metadata=fact("the day from which it has effect, as the document says")
    )
    quote: str | None = attrs.field(default=None, metadata=about("verbatim words, at most 40"))
    checked: Checked = attrs.field(
        default=Checked.UNREAD, metadata=about("how it was held against the text")
    )
    note: str | None = attrs.field(default=None, metadata=about("what it changes, in our words"))


@frozen(kw_only=True, eq=False, repr=False)
class NameUse(Record):
    """A name and when it was in use."""

    name: str = attrs.field(metadata=fact("the name, as its documents write it"))
    start: Date | None = attrs.field(default=None, metadata=fact("first day of its use"))
    end: Date | None = attrs.field(default=None, metadata=fact("last day of its use"))
    document: str | None = attrs.field(
        default=None, metadata=fact("id of the document that gives it", refers="documents")
    )
    at: str | None = attrs.field(default=None, metadata=fact("the place in that document"))
