"""Walking over records: their parts, their mandates, the documents that they cite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from peaceops.dataset import Dataset
from peaceops.kinds import KINDS
from peaceops.model import Document, Mandate
from peaceops.model._record import Record, fields


def records(dataset: Dataset) -> Iterator[tuple[str, Any]]:
    """Give every top-level record with its kind."""
    for kind in KINDS:
        for record in dataset.collection(kind):
            yield kind, record


def parts(value: Any, path: str = "$") -> Iterator[tuple[str, Any]]:
    """Walk a record and everything inside it, giving the path of each part."""
    yield path, value
    for name in fields(type(value)):
        inner = getattr(value, name)
        if isinstance(inner, tuple):
            for index, item in enumerate(inner):
                if isinstance(item, Record):
                    yield from parts(item, f"{path}.{name}[{index}]")
        elif isinstance(inner, Record):
            yield from parts(inner, f"{path}.{name}")


def cited(dataset: Dataset, symbol: str) -> Document | None:
    """Return the record of a document, or None."""
    return dataset.documents.get(symbol)


def bodies(dataset: Dataset) -> Iterator[tuple[str, Any, str, tuple[Mandate, ...]]]:
    """Give every chain of mandates: of each mission and of each monitoring body."""
    for mission in dataset.missions:
        yield "missions", mission, "$.mandates", mission.mandates
    for regime in dataset.regimes:
        for index, body in enumerate(regime.monitoring):
            yield "regimes", regime, f"$.monitoring[{index}].mandates", body.mandates


def with_parents(dataset: Dataset, key: str) -> Iterator[str]:
    """Give an organization and those that it belongs to, upwards."""
    seen: set[str] = set()
    current: str | None = key
    while current is not None and current not in seen:
        seen.add(current)
        yield current
        found = dataset.organizations.get(current)
        current = found.parent if found else None


def documents_cited(records: Iterable[Any]) -> Iterator[str]:
    """Give the id of every document that records hold, wherever they hold it."""
    for record in records:
        for _, part in parts(record):
            for attribute in attrs.fields(type(part)):
                if attribute.metadata.get("refers") != "documents":
                    continue
                value = getattr(part, attribute.name)
                yield from value if isinstance(value, tuple) else filter(None, (value,))
