"""How values of records are shown: links, dates, terms, quotes. Everything is escaped here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Any

import attrs
from attrs import frozen
from markupsafe import Markup

from peaceops.dataset import Dataset
from peaceops.dates import Date, OpenEnd, Precision, Span
from peaceops.model import Ceiling, Citation, Donor, Gap
from peaceops.symbols import url as url_of_symbol
from peaceops.text import place_of
from peaceops.vocab import VOCABULARIES, CrimeType
from website.addresses import Addresses

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
DASH = "\N{EN DASH}"
WHOLE_UNITS = (
    "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV",
    "XAF", "XOF", "XPF",
)  # fmt: skip
"""Currencies without a minor unit (ISO 4217)."""
OPEN_ENDS = {
    OpenEnd.ONGOING: "ongoing",
    OpenEnd.ENDED: "ended on a day that no source gives",
    OpenEnd.UNKNOWN: "end not known",
}
LABELS = {
    "organization": "Run by",
    "established": "Established by decision of",
    "started": "Began",
    "ended": "Last day",
    "open_end": "No last day, because",
    "known_until": "Known until",
    "predecessors": "Follows",
    "successors": "Followed by",
    "aliases": "Also called",
    "counted_by": "Counted by",
    "external_ids": "Elsewhere",
    "issuer": "Issued by",
    "imposed_by": "Imposed by",
    "places": "Where",
    "place": "State",
    "within": "Within",
    "span": "Dates",
    "primary": "Deciding text itself",
    "checked": "Held against the text",
    "url": "Public address",
    "retired_for": "Retired in favour of",
    "parent": "Part of",
    "document": "Text",
    "in_force": "In force from",
    "opened": "Opened for signature",
}


@frozen
class Fact:
    """A field of a record, ready to be shown: its name, its meaning, its value, its sources."""

    name: str
    label: str
    about: str
    value: Markup
    citations: tuple[Citation, ...]
    gaps: tuple[Gap, ...]


class View:
    """Shows values on a page that lies one folder below the root of the site."""

    def __init__(self, dataset: Dataset, addresses: Addresses, root: str = "..") -> None:
        self.dataset = dataset
        self.addresses = addresses
        self.root = root

    # links

    def link(self, kind: str, key: str, label: str | None = None, part: str = "") -> Markup:
        """Link to a record; where there is none, its id or the label stays plain text."""
        path = self.addresses.path(kind, key)
        if path is None:
            return Markup("{}").format(label or key)
        text = label or self.short(kind, key)
        target = f"{self.root}/{path}{f'#{part}' if part else ''}"
        return Markup('<a href="{}">{}</a>').format(target, text)

    def short(self, kind: str, key: str) -> str:
        """Return what a record is called in a sentence: its acronym, symbol or name."""
        record: Any = self.dataset.collection(kind).get(key)
        if record is None:
            return key
        if kind == "documents":
            return page_title(record)
        return str(getattr(record, "acronym", None) or record.name)

    def full(self, kind: str, key: str) -> str:
        """Return the whole name of a record."""
        record: Any = self.dataset.collection(kind).get(key)
        return key if record is None else title_of(record)

    def document(self, key: str, at: str | None = None) -> Markup:
        """Link to a document, with the place in it."""
        place = place_of("", at) if at is not None else ""
        return self.link("documents", key) + Markup("{}").format(place)

    def any(self, key: str) -> Markup:
        """Link to whatever record has an id; plain text where none has."""
        for kind, _ in self.addresses.of_id(key):
            return self.link(kind, key)
        return Markup("{}").format(key)

    def links(self, kind: str, keys: Iterable[str]) -> Markup:
        """Link to records of a kind, with commas in between."""
        return Markup(", ").join(self.link(kind, key) for key in keys)

    def address(self, document: Any) -> str | None:
        """Return the public address of a document: its own, or the one its symbol leads to."""
        url = document.url or url_of_symbol(document.id)
        return url if url and url.startswith(("https://", "http://")) else None

    # values

    def date(self, value: Date | None, *, precision: bool = True) -> Markup:
        """Write a date for people, exactly as precise as its source, and say how precise."""
        if value is None:
            return Markup('<span class="none">not known</span>')
        text = str(value.year)
        if value.month is not None:
            text = f"{MONTHS[value.month - 1]} {text}"
        if value.day is not None:
            text = f"{value.day} {text}"
        if value.approximate:
            text = f"about {text}"
        note = Markup("")
        if precision and value.precision is not Precision.DAY:
            note = Markup(' <small class="precision">to the {}</small>').format(
                value.precision.value
            )
        if value.uncertain:
            note += Markup(' <small class="precision">uncertain</small>')
        plain = str(value).rstrip("~?%")
        return Markup('<time datetime="{}">{}</time>{}').format(plain, text, note)

    def day(self, value: Date | None) -> Markup:
        """Write a date for a table: as EDTF, which sorts."""
        if value is None:
            return Markup("")
        return Markup('<time datetime="{}">{}</time>').format(str(value).rstrip("~?%"), value)

    def span(self, value: Span | None) -> Markup:
        """Write a span for people; both days are included."""
        if value is None:
            return Markup('<span class="none">not known</span>')
        if value.end is None:
            end = OPEN_ENDS[value.open_end or OpenEnd.UNKNOWN]
            return Markup("{} {} {}").format(self.date(value.start), DASH, end)
        same = value.start is not None and value.start.precision is value.end.precision
        start = self.date(value.start, precision=not same)
        return Markup("{} {} {}").format(start, DASH, self.date(value.end))

    def days(self, value: Span | None) -> Markup:
        """Write a span for a table."""
        if value is None:
            return Markup("")
        end = self.day(value.end)
        if value.end is None:
            end = Markup("{}").format((value.open_end or OpenEnd.UNKNOWN).value)
        start = self.day(value.start) if value.start else Markup("?")
        return Markup('<span class="when">{} {} {}</span>').format(start, DASH, end)

    def term(self, value: Any) -> Markup:
        """Show a value of a vocabulary, with its definition at hand; crimes stand out."""
        kind = "crime" if isinstance(value, CrimeType) else "plain"
        return Markup('<span class="term {}" title="{}">{}</span>').format(
            kind, value.definition, value.label
        )

    def terms(self, values: Iterable[Any]) -> Markup:
        """Show several values of a vocabulary."""
        return Markup(" ").join(self.term(value) for value in values)

    def quote(self, text: str | None, checked: Any = None) -> Markup:
        """Show verbatim words, and how they were held against the text."""
        if not text:
            return Markup("")
        mark = Markup("")
        if checked is not None:
            mark = Markup(' <span class="checked" title="{}">{}</span>').format(
                checked.definition, CHECKED[checked.code]
            )
        return Markup('<q lang="en">{}</q>{}').format(text, mark)

    def ceiling(self, value: Ceiling) -> str:
        """Say what personnel a document authorizes."""
        parts = []
        for name in ("military", "observers", "police", "civilian", "total"):
            count = getattr(value, name)
            if count is not None:
                parts.append(f"{count:,} {'in all' if name == 'total' else name}")
        return ", ".join(parts)

    def money(self, donor: Donor) -> str:
        """Write an amount with its currency; minor units become a decimal fraction."""
        if donor.amount is None:
            return ""
        currency = donor.currency or ""
        if currency in WHOLE_UNITS:
            return f"{donor.amount:,} {currency}"
        return f"{donor.amount // 100:,}.{donor.amount % 100:02} {currency}".strip()

    # facts

    def facts(self, record: Any, *skipped: str) -> list[Fact]:
        """Return the fields of a record that say something, each with its sources and gaps."""
        return list(self._facts(record, skipped))

    def _facts(self, record: Any, skipped: tuple[str, ...]) -> Iterator[Fact]:
        apart = {"id", "name", "note", "citations", "disputes", "gaps", "review", *skipped}
        for attribute in attrs.fields(type(record)):
            name = attribute.name
            if name in apart:
                continue
            value = getattr(record, name)
            gaps = tuple(gap for gap in getattr(record, "gaps", ()) if gap.field == name)
            empty = value is None or value == ()
            if empty and not gaps:
                continue
            citations = tuple(c for c in getattr(record, "citations", ()) if name in c.supports)
            yield Fact(
                name=name,
                label=LABELS.get(name, name.replace("_", " ").capitalize()),
                about=str(attribute.metadata.get("about", "")),
                value=Markup("") if empty else self.value(value, attribute.metadata, name),
                citations=citations,
                gaps=gaps,
            )

    def value(self, value: Any, metadata: Any, name: str = "") -> Markup:
        """Show the value of any field, following what the model says of it."""
        refers = metadata.get("refers")
        if isinstance(value, tuple):
            return self._values(value, metadata, name)
        if isinstance(value, Date):
            return self.date(value)
        if isinstance(value, Span):
            return self.span(value)
        if isinstance(value, bool):
            return Markup("yes") if value else Markup("no")
        if isinstance(value, OpenEnd):
            return Markup("{}").format(OPEN_ENDS[value])
        if isinstance(value, VOCABULARIES):
            return self.term(value)
        if isinstance(value, Enum):
            return Markup("{}").format(value.value)
        if isinstance(value, Donor):
            return self._donor(value)
        if attrs.has(type(value)):
            return self._part(value)
        if refers:
            return self.link(refers, value)
        if name == "supports":
            return self.any(value)
        return external(str(value))

    def _values(self, values: tuple[Any, ...], metadata: Any, name: str) -> Markup:
        shown = [self.value(item, metadata, name) for item in values]
        if all(isinstance(item, VOCABULARIES) for item in values):
            return Markup(" ").join(shown)
        if metadata.get("refers") and len(values) < 12:
            return Markup(", ").join(shown)
        if len(shown) == 1:
            return shown[0]
        items = Markup("").join(Markup("<li>{}</li>").format(item) for item in shown)
        long = " long" if len(shown) > 8 else ""
        return Markup('<ul class="values{}">{}</ul>').format(long, items)

    def _donor(self, donor: Donor) -> Markup:
        amount = self.money(donor)
        shown = self.any(donor.donor)
        if amount:
            shown += Markup(": {}").format(amount)
        return shown + Markup(" ({})").format(donor.note) if donor.note else shown

    def _part(self, part: Any) -> Markup:
        if part.__class__.__name__ == "ExternalId":
            return Markup("{} {}").format(part.scheme, part.value)
        shown = []
        at = getattr(part, "at", None)
        for attribute in attrs.fields(type(part)):
            value = getattr(part, attribute.name)
            if value in (None, ()) or attribute.name in ("at", "checked"):
                continue
            if attribute.name == "document":
                shown.append(self.document(value, at))
                at = None
            elif attribute.name == "quote":
                shown.append(self.quote(value, getattr(part, "checked", None)))
            else:
                shown.append(self.value(value, attribute.metadata, attribute.name))
        if at:
            shown.append(Markup("{}").format(at))
        return Markup("; ").join(shown)


CHECKED = {"program": "found by program", "reading": "read", "unread": "not read"}


def external(text: str) -> Markup:
    """Show a text; link it where it is a web address."""
    if text.startswith(("https://", "http://")) and " " not in text:
        return Markup('<a class="out" href="{}" rel="noopener noreferrer">{}</a>').format(
            text, text
        )
    return Markup("{}").format(text)


def page_title(document: Any) -> str:
    """Return the symbol of a document; for a page without one, its title or subject."""
    if document.id != document.id.lower():
        return str(document.id)
    text = str(document.title or document.subject)
    return text if len(text) <= 90 else f"{text[:88].rsplit(' ', 1)[0]} …"


def title_of(record: Any) -> str:
    """Return the heading of a record's page."""
    if hasattr(record, "subject"):
        return page_title(record)
    acronym = getattr(record, "acronym", None)
    if acronym and acronym != record.name:
        return f"{record.name} ({acronym})"
    return str(record.name)
