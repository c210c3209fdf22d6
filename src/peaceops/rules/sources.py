"""Rules on sources: what supports a fact, what vets a record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import attrs

from peaceops.dataset import Dataset
from peaceops.model import Criterion, Document, Mission, Organization, Project, Provision
from peaceops.rules.registry import Where, rule
from peaceops.rules.walk import cited, parts, records, with_parents
from peaceops.vocab import (
    Checked,
    Review,
)

MAX_QUOTE_WORDS: Final = 40


@rule("citation-field")
def citation_field(dataset: Dataset) -> Iterator[Where]:
    """A citation, dispute or gap names fields that its record has."""
    for kind, record in records(dataset):
        for path, part in parts(record):
            names = {attribute.name for attribute in attrs.fields(type(part))}
            if "citations" not in names:
                continue
            for citation in part.citations:
                for name in citation.supports:
                    if name not in names:
                        yield kind, record, f"{path}.citations", f"no field is called {name!r}"
            for group in ("disputes", "gaps"):
                for item in getattr(part, group):
                    if item.field not in names:
                        yield kind, record, f"{path}.{group}", f"no field is called {item.field!r}"


@rule("quote-length")
def quote_length(dataset: Dataset) -> Iterator[Where]:
    """A quote has at most 40 words: enough to find the passage, no more."""
    for kind, record in records(dataset):
        for path, part in parts(record):
            quote = getattr(part, "quote", None) or ""
            words = [word for word in quote.split() if word != "[...]"]
            if len(words) > MAX_QUOTE_WORDS:
                yield kind, record, f"{path}.quote", f"has {len(words)} words, at most 40"


@rule("quote-place")
def quote_place(dataset: Dataset) -> Iterator[Where]:
    """A quote names the place where it stands and how it was checked."""
    for kind, record in records(dataset):
        for path, part in parts(record):
            if getattr(part, "quote", None) is None or not hasattr(part, "checked"):
                continue
            if part.at is None:
                yield kind, record, f"{path}.at", "is needed beside a quote"
            if part.checked is Checked.UNREAD:
                yield kind, record, f"{path}.checked", "nothing unread is ever quoted"


@rule("checked-by-program")
def checked_by_program(dataset: Dataset) -> Iterator[Where]:
    """'Checked by program' means that a program found a quote, so there has to be one."""
    for kind, record in records(dataset):
        for path, part in parts(record):
            if isinstance(part, Document) or getattr(part, "checked", None) is not Checked.PROGRAM:
                continue
            if part.quote is None:
                yield kind, record, f"{path}.checked", "is 'program', but there is no quote"


@rule("fact-supported")
def fact_supported(dataset: Dataset) -> Iterator[Where]:
    """In a vetted record each factual field rests on the deciding text, or on two others."""
    for kind, record in records(dataset):
        if kind == "documents":
            continue
        for path, part in parts(record):
            if getattr(part, "review", None) is not Review.VETTED:
                continue
            for name in facts_of(part):
                problem = unsupported(dataset, part, name)
                if problem:
                    yield kind, record, f"{path}.{name}", problem


def facts_of(part: Any) -> Iterator[str]:
    """Give the names of the factual fields of a record or mandate that are not empty."""
    for attribute in attrs.fields(type(part)):
        value = getattr(part, attribute.name)
        if attribute.metadata.get("fact") and value is not None and value != ():
            yield attribute.name


_OF_THE_FIELD = frozenset({"name", "acronym", "started", "ended", "open_end", "liquidated"})


def _speaks_for(dataset: Dataset, part: Any, name: str, issuer: str) -> bool:
    """Whether an issuer's own account is the primary document on a fact that no act decides.

    What a project is, those say who lead it or carry it out; what an organization is, it says
    itself, or the body that it belongs to. When a mission in fact began to work, what it is
    called and when it left, the organization that runs it says; that it was established is
    decided by an act, and so is every mandate.
    """
    bodies: tuple[str | None, ...] = ()
    if isinstance(part, Project):
        bodies = (part.lead, *part.implementers)
    elif isinstance(part, Organization):
        bodies = (part.id,)
    elif isinstance(part, Mission) and name in _OF_THE_FIELD:
        return not set(part.organization).isdisjoint(with_parents(dataset, issuer))
    return any(issuer in with_parents(dataset, body) for body in bodies if body is not None)


def is_supported(part: Any, name: str) -> bool:
    """Whether a citation that was read supports a field and names the place."""
    return any(
        name in citation.supports and citation.at and citation.checked is not Checked.UNREAD
        for citation in part.citations
    )


def unsupported(dataset: Dataset, part: Any, name: str) -> str | None:
    """Say what a factual field lacks to be vetted; None where nothing."""
    issuers: set[str] = set()
    for citation in part.citations:
        if name not in citation.supports or citation.checked is Checked.UNREAD:
            continue
        document = cited(dataset, citation.document)
        if document is None or citation.at is None:
            continue
        if document.primary or _speaks_for(dataset, part, name, document.issuer):
            return None
        issuers.add(document.issuer)
    if len(issuers) >= 2:
        return None
    if not issuers:
        return "no citation that was read, with its place, supports it"
    return "rests on one source that is not the deciding text; a second is needed, or draft"


@rule("vetted-document")
def vetted_document(dataset: Dataset) -> Iterator[Where]:
    """A vetted document was itself read, or two others read state its facts."""
    for document in dataset.documents:
        if document.review is not Review.VETTED or document.checked is not Checked.UNREAD:
            continue
        for name in ("kind", "issuer", "date"):
            if getattr(document, name) is not None:
                problem = unsupported(dataset, document, name)
                if problem:
                    yield "documents", document, f"$.{name}", problem


@rule("primary-read")
def primary_read(dataset: Dataset) -> Iterator[Where]:
    """A document counts as the deciding text only once at least a part of it was read."""
    for document in dataset.documents:
        if document.primary and document.checked is Checked.UNREAD:
            yield "documents", document, "$.primary", "is true, though nothing of it was read"


@rule("vetted-parts")
def vetted_parts(dataset: Dataset) -> Iterator[Where]:
    """In a vetted regime every measure, criterion and committee has its read paragraph."""
    for regime in dataset.regimes:
        if regime.review is not Review.VETTED:
            continue
        for path, part in parts(regime):
            if isinstance(part, (Provision, Criterion)) and (
                part.at is None or part.checked is Checked.UNREAD
            ):
                yield (
                    "regimes",
                    regime,
                    path,
                    "needs its paragraph, read, since the regime is vetted",
                )


@rule("gap-for-empty")
def gap_for_empty(dataset: Dataset) -> Iterator[Where]:
    """An empty field that matters says why it is empty; missing is never zero."""
    for kind, record in records(dataset):
        for path, part in parts(record):
            gaps = {gap.field for gap in getattr(part, "gaps", ())}
            for attribute in attrs.fields(type(part)):
                if not attribute.metadata.get("needed") or attribute.name in gaps:
                    continue
                if getattr(part, attribute.name) in (None, ()):
                    yield kind, record, f"{path}.{attribute.name}", "is empty without a gap"


@rule("draft-names-gap")
def draft_names_gap(dataset: Dataset) -> Iterator[Where]:
    """A draft mission, regime, project or instrument names what is missing."""
    for kind in ("missions", "regimes", "projects", "instruments"):
        for record in dataset.collection(kind):
            if record.review is Review.DRAFT and not record.gaps and not _weak(dataset, record):
                yield kind, record, "$.gaps", "is draft, but no gap says what is missing"


def _weak(dataset: Dataset, record: Any) -> bool:
    return any(unsupported(dataset, record, name) for name in facts_of(record))


@rule("dispute-differs")
def dispute_differs(dataset: Dataset) -> Iterator[Where]:
    """A dispute states a value other than the one chosen."""
    for kind, record in records(dataset):
        for path, part in parts(record):
            for dispute in getattr(part, "disputes", ()):
                if str(getattr(part, dispute.field, None)) == dispute.value:
                    message = f"{dispute.field} is {dispute.value} here too"
                    yield kind, record, f"{path}.disputes", message
