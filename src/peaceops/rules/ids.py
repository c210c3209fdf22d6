"""Rules on ids, references and symbols."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from peaceops.dataset import Dataset
from peaceops.errors import BadSymbol
from peaceops.rules.registry import Where, rule
from peaceops.rules.walk import parts, records
from peaceops.symbols import SLUG, Series, canonical, parse
from peaceops.vocab import (
    DocumentKind,
    Review,
)

_PLACE_ID = re.compile(r"[A-Z]{2}|[A-Z]{4}", re.ASCII)


@rule("id-form")
def id_form(dataset: Dataset) -> Iterator[Where]:
    """An id is for ever, so it is spelt in one way: a slug, a place code, or a symbol."""
    for kind, record in records(dataset):
        if kind == "documents" or SLUG.fullmatch(record.id):
            continue
        if kind == "places" and _PLACE_ID.fullmatch(record.id):
            continue
        yield kind, record, "$.id", f"{record.id!r} is not lower-case words joined by hyphens"


@rule("id-once")
def id_once(dataset: Dataset) -> Iterator[Where]:
    """An id belongs to one record of any kind, since questions name records by id alone."""
    first: dict[str, str] = {}
    for kind, record in records(dataset):
        if record.id in first:
            yield kind, record, "$.id", f"{record.id!r} is taken by one of the {first[record.id]}"
        first.setdefault(record.id, kind)


@rule("part-ids")
def part_ids(dataset: Dataset) -> Iterator[Where]:
    """Parts (mandates, tasks, measures, bodies) carry ids below their owner's, each once."""
    for kind, record in records(dataset):
        seen: set[str] = set()
        for path, part in parts(record):
            own = getattr(part, "id", None)
            if path == "$" or own is None:
                continue
            if not own.startswith(f"{record.id}/"):
                yield kind, record, path, f"id {own!r} does not begin with {record.id + '/'!r}"
            if own in seen:
                yield kind, record, path, f"id {own!r} stands twice"
            seen.add(own)


@rule("reference")
def reference(dataset: Dataset) -> Iterator[Where]:
    """Every id that a record holds leads to a record of the right kind."""
    for kind, record in records(dataset):
        for path, part in parts(record):
            for attribute in attrs.fields(type(part)):
                target = attribute.metadata.get("refers")
                if not target:
                    continue
                value = getattr(part, attribute.name)
                for key in value if isinstance(value, tuple) else (value,):
                    if key is not None and dataset.collection(target).get(key) is None:
                        where = f"{path}.{attribute.name}"
                        yield kind, record, where, f"{key!r} is not in {target}"


@rule("reference-any")
def reference_any(dataset: Dataset) -> Iterator[Where]:
    """What a project supports, who pays it and who belongs to an organization exists."""
    bodies = ("places", "organizations")
    served = ("missions", "regimes", "instruments", "organizations", "documents")
    for project in dataset.projects:
        keys: list[tuple[str, str, tuple[str, ...]]]
        keys = [("$.supports", key, served) for key in project.supports]
        keys += [("$.donors", donor.donor, bodies) for donor in project.donors]
        yield from _unresolved(dataset, "projects", project, keys)
    for organization in dataset.organizations:
        keys = [("$.members", membership.member, bodies) for membership in organization.members]
        yield from _unresolved(dataset, "organizations", organization, keys)


def _unresolved(
    dataset: Dataset, kind: str, record: Any, keys: Iterable[tuple[str, str, tuple[str, ...]]]
) -> Iterator[Where]:
    for path, key, kinds in keys:
        if not any(dataset.collection(target).get(key) for target in kinds):
            yield kind, record, path, f"{key!r} is in none of {', '.join(kinds)}"


@rule("succession")
def succession(dataset: Dataset) -> Iterator[Where]:
    """Predecessor and successor name each other."""
    for kind, record in records(dataset):
        for name, back in (("predecessors", "successors"), ("successors", "predecessors")):
            for key in getattr(record, name, ()):
                other = dataset.collection(kind).get(key)
                if other is not None and record.id not in getattr(other, back):
                    yield kind, record, f"$.{name}", f"{key} does not name it among its {back}"
                if key == record.id:
                    yield kind, record, f"$.{name}", "names itself"


@rule("retired")
def retired(dataset: Dataset) -> Iterator[Where]:
    """A retired record names the one that stands in its place; no other record does."""
    for kind, record in records(dataset):
        if record.review is Review.RETIRED and record.retired_for is None:
            yield kind, record, "$.retired_for", "is retired and does not say in whose favour"
        if record.review is not Review.RETIRED and record.retired_for is not None:
            yield kind, record, "$.retired_for", "is set though the record is not retired"


@rule("symbol-canonical")
def symbol_canonical(dataset: Dataset) -> Iterator[Where]:
    """A symbol stands in canonical form, and a resolution's year fits its number."""
    for document in dataset.documents:
        try:
            text = canonical(document.id)
        except BadSymbol as error:
            yield "documents", document, "$.id", str(error)
            continue
        if text != document.id:
            yield "documents", document, "$.id", f"should be written {text!r}"


_KINDS_OF_SERIES = {
    Series.SECURITY_COUNCIL_RESOLUTION: {DocumentKind.SC_RESOLUTION},
    Series.SECURITY_COUNCIL_STATEMENT: {DocumentKind.SC_STATEMENT},
    Series.GENERAL_ASSEMBLY_RESOLUTION: {DocumentKind.GA_RESOLUTION},
    Series.OSCE_DECISION: {DocumentKind.OSCE_DECISION},
    Series.AFRICAN_UNION_COMMUNIQUE: {DocumentKind.COMMUNIQUE},
    Series.EU_ACT: {
        DocumentKind.EU_DECISION,
        DocumentKind.EU_JOINT_ACTION,
        DocumentKind.EU_COMMON_POSITION,
        DocumentKind.EU_REGULATION,
    },
}


@rule("symbol-kind")
def symbol_kind(dataset: Dataset) -> Iterator[Where]:
    """The kind of a document is that of its series, and its date lies in its symbol's year."""
    for document in dataset.documents:
        try:
            symbol = parse(document.id)
        except BadSymbol:
            continue
        kinds = _KINDS_OF_SERIES.get(symbol.series)
        if kinds is not None and document.kind not in kinds:
            names = " or ".join(sorted(kind.code for kind in kinds))
            yield "documents", document, "$.kind", f"is {document.kind}, should be {names}"
        dated = symbol.series is not Series.SECURITY_COUNCIL_DOCUMENT
        if dated and symbol.year is not None and document.date is not None:
            if document.date.year != symbol.year:
                message = f"{document.date} is not in {symbol.year}, the year of the symbol"
                yield "documents", document, "$.date", message
