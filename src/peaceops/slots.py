"""What the slots of records may hold, by the types that their classes declare.

A fingerprint is taken over text, in which a code and a vocabulary value, or a date and the words
that it is read from, look alike. So :meth:`Dataset.verify` asks here as well.
"""

from __future__ import annotations

from functools import cache
from typing import Any, get_args, get_origin

import attrs


@cache
def declared(cls: Any) -> tuple[tuple[str, bool, bool, Any, bool], ...]:
    """Give the fields of a class: name, may it be None, is it a tuple, of what type, with parts."""
    found: list[tuple[str, bool, bool, Any, bool]] = []
    for attribute in attrs.fields(attrs.resolve_types(cls)):
        kind: Any = attribute.type
        optional = type(None) in get_args(kind)
        if optional:
            (kind,) = (item for item in get_args(kind) if item is not type(None))
        many = get_origin(kind) is tuple
        inner = get_args(kind)[0] if many else kind
        found.append((attribute.name, optional, many, inner, attrs.has(inner)))
    return tuple(found)


def misfit(record: Any, cls: Any) -> str | None:
    """Say which slot of a record or of its parts holds another type than declared, if any does."""
    fields = declared(cls)
    if type(record) is not cls:
        return f"a {type(record).__name__} stands for a {cls.__name__}"
    for name, optional, many, kind, parts in fields:
        value = getattr(record, name)
        if value is None and optional:
            continue
        if many and type(value) is not tuple:
            return f"{cls.__name__}.{name} holds a {type(value).__name__}"
        items: Any = value if many else (value,)
        for item in items:
            if type(item) is not kind:
                return f"{cls.__name__}.{name} holds a {type(item).__name__}"
            found = misfit(item, kind) if parts else None
            if found is not None:
                return found
    return None
