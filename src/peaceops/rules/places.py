"""Rules on places, names, money and addresses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import attrs

from peaceops.dataset import Dataset, fold
from peaceops.dates import OpenEnd, Span
from peaceops.rules.registry import Where, rule
from peaceops.rules.walk import parts, records
from peaceops.vocab import (
    CodeScheme,
    DocumentKind,
)


@rule("place-existed")
def place_existed(dataset: Dataset) -> Iterator[Where]:
    """A mission or regime is in places that existed while it did."""
    for kind in ("missions", "regimes"):
        for record in dataset.collection(kind):
            first = record.span.start
            last = record.ended
            for key in record.places:
                place = dataset.places.get(key)
                if place is None:
                    continue
                if place.end is not None and first is not None and first.surely_after(place.end):
                    message = f"{key} ended {place.end}, before {first}"
                    yield kind, record, "$.places", message
                if place.start is not None and last is not None and last.surely_before(place.start):
                    message = f"{key} began {place.start}, after {last}"
                    yield kind, record, "$.places", message


_CODE_FORMS = {
    CodeScheme.ISO2: r"[A-Z]{2}",
    CodeScheme.ISO3: r"[A-Z]{3}",
    CodeScheme.ISO4: r"[A-Z]{4}",
    CodeScheme.M49: r"[0-9]{3}",
    CodeScheme.COW: r"[0-9]{1,3}",
    CodeScheme.GW: r"[0-9]{1,4}",
    CodeScheme.GEONAMES: r"[0-9]{1,10}",
    CodeScheme.WIKIDATA: r"Q[0-9]{1,10}",
}


@rule("place-codes")
def place_codes(dataset: Dataset) -> Iterator[Where]:
    """A code has the form of its scheme and stands for one place at a time."""
    seen: dict[tuple[CodeScheme, str], list[tuple[str, Span]]] = {}
    for place in dataset.places:
        for index, code in enumerate(place.codes):
            path = f"$.codes[{index}]"
            if not re.fullmatch(_CODE_FORMS[code.scheme], code.value, re.ASCII):
                yield "places", place, path, f"{code.value!r} is no {code.scheme.label} code"
            if code.start and code.end and code.end.surely_before(code.start):
                yield "places", place, path, f"ends {code.end} before it starts {code.start}"
                continue
            open_end = OpenEnd.ONGOING if code.end is None else None
            span = Span(start=code.start, end=code.end, open_end=open_end)
            for other, taken in seen.setdefault((code.scheme, code.value), []):
                if span.may_overlap(taken):
                    yield "places", place, path, f"{code.value} also stands for {other} then"
            seen[code.scheme, code.value].append((place.id, span))


@rule("name-unique", "warning")
def name_unique(dataset: Dataset) -> Iterator[Where]:
    """Two missions, regimes or organizations with one name cannot be told apart by it."""
    for kind in ("missions", "regimes", "organizations", "instruments", "places"):
        owners: dict[str, list[Any]] = {}
        for record in dataset.collection(kind):
            names = {fold(name) for name in (record.name, getattr(record, "acronym", None)) if name}
            for name in names:
                owners.setdefault(name, []).append(record)
        for name, found in owners.items():
            for record in found[1:]:
                message = f"{name!r} is also the name of {found[0].id}"
                yield kind, record, "$.name", message


@rule("alias-new")
def alias_new(dataset: Dataset) -> Iterator[Where]:
    """An alias is another name, not the name again, and stands once."""
    for kind, record in records(dataset):
        own = {getattr(record, "name", None), getattr(record, "acronym", None), record.id}
        seen: set[str] = set()
        for alias in getattr(record, "aliases", ()):
            if alias in own or alias in seen:
                yield kind, record, "$.aliases", f"{alias!r} stands twice"
            seen.add(alias)


@rule("latin-letters")
def latin_letters(dataset: Dataset) -> Iterator[Where]:
    """Text holds Latin letters only, so that no look-alike hides in a name."""
    for kind, record in records(dataset):
        for path, part in parts(record):
            for attribute in attrs.fields(type(part)):
                value = getattr(part, attribute.name)
                for text in value if isinstance(value, tuple) else (value,):
                    odd = _foreign_letters(text) if isinstance(text, str) else ""
                    if odd:
                        message = f"letters of another script: {odd!r}"
                        yield kind, record, f"{path}.{attribute.name}", message


def _foreign_letters(text: str) -> str:
    if text.isascii():
        return ""
    return "".join(
        letter
        for letter in text
        if letter.isalpha()
        and not letter.isascii()
        and not unicodedata.name(letter, "").startswith(("LATIN ", "MODIFIER LETTER"))
        and letter not in "ªº"
    )


@rule("donor-amount")
def donor_amount(dataset: Dataset) -> Iterator[Where]:
    """An amount of money comes with its currency, three capital letters."""
    for project in dataset.projects:
        for index, donor in enumerate(project.donors):
            path = f"$.donors[{index}]"
            if (donor.amount is None) is not (donor.currency is None):
                yield "projects", project, path, "amount and currency belong together"
            if donor.currency is not None and not re.fullmatch("[A-Z]{3}", donor.currency):
                message = f"{donor.currency!r} is no ISO 4217 code"
                yield "projects", project, f"{path}.currency", message


@rule("membership-once")
def membership_once(dataset: Dataset) -> Iterator[Where]:
    """A member belongs to an organization once at a time."""
    for organization in dataset.organizations:
        for index, membership in enumerate(organization.members):
            for other in organization.members[:index]:
                same = membership.member == other.member and membership.kind is other.kind
                if same and membership.span.may_overlap(other.span):
                    message = f"{membership.member} stands twice for the same time"
                    yield "organizations", organization, f"$.members[{index}]", message


@rule("url")
def web_address(dataset: Dataset) -> Iterator[Where]:
    """An address is http or https; a page without a symbol has one and says when it was read."""
    for document in dataset.documents:
        if document.url is not None and not re.match(r"https?://[^\s\"<>]+\Z", document.url):
            yield "documents", document, "$.url", f"{document.url!r} is no http address"
        page = document.kind in (DocumentKind.WEB_PAGE, DocumentKind.MANDATE_PAGE)
        if page and (document.url is None or document.accessed is None):
            yield "documents", document, "$.url", "a page needs its url and the day it was accessed"
