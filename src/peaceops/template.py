"""A commented template for a new record, printed from the model itself."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from enum import Enum
from typing import Any

import attrs

from peaceops._term import Term
from peaceops.dates import Date, Span
from peaceops.kinds import KINDS, SINGULAR, record_class
from peaceops.tables import unwrap


def kind_of(name: str) -> str:
    """Return the kind for a singular or plural name; raises ValueError naming all kinds."""
    for kind in KINDS:
        if name in (kind, SINGULAR[kind]):
            return kind
    names = ", ".join(SINGULAR[kind] for kind in KINDS)
    raise ValueError(f"{name!r} is no kind of record; one of: {names}")


def template(name: str, key: str) -> str:
    """Return a YAML template: required fields to fill in, all others commented out.

    Comments say what a field means; ``peaceops check --fix`` drops them.
    """
    kind = kind_of(name)
    head = [
        f"# A {SINGULAR[kind]}. Fill in, take the # from what you need, delete the rest, then run",
        "# peaceops check FOLDER --fix. Guide: data/README.md; every field: the data dictionary.",
        "# Quote dates, symbols and codes; vocabulary values stand plain.",
    ]
    lines = _fields(record_class(KINDS[kind]), key)
    return "\n".join((*head, *lines)) + "\n"


def _fields(cls: Any, key: str) -> Iterator[str]:
    attrs.resolve_types(cls)
    for attribute in attrs.fields(cls):
        needs = "required" if attribute.default is attrs.NOTHING else "optional"
        if attribute.metadata.get("fact"):
            needs += ", needs a citation"
        yield f"# {attribute.name} ({needs}): {attribute.metadata.get('about', '')}"
        one, many = unwrap(attribute.type)
        if issubclass(one, Term):
            yield from _wrapped("one of: " + ", ".join(term.code for term in one))
        parts = [inner.name for inner in attrs.fields(one)] if attrs.has(one) else []
        if parts and one not in (Date, Span):
            each = "a list, each with" if many else "a mapping of"
            yield from _wrapped(f"{each}: {', '.join(parts)}")
            yield f"# {attribute.name}:"
        else:
            mark = "" if attribute.default is attrs.NOTHING else "# "
            value = key if attribute.name == "id" else _example(one)
            yield f"{mark}{attribute.name}: {f'[{value}]' if many else value}"


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(
        text, 96, initial_indent="#   ", subsequent_indent="#   ", break_on_hyphens=False
    )


def _example(kind: Any) -> str:
    if kind is Date:
        return '"2013-04-25"'
    if kind is Span:
        return '{start: "2013-07-01", end: "2014-06-30"}'
    if issubclass(kind, Enum):
        return str(next(iter(kind)).value)
    return {bool: "true", int: "0"}.get(kind, '"..."')
