"""The base of every vocabulary: an enum whose members explain themselves."""

from __future__ import annotations

from enum import Enum
from typing import Self


class Term(Enum):
    """A value of a controlled vocabulary.

    The value is a code that is stable for ever; ``label`` is for people, ``definition`` says
    in our words what falls under it, ``source`` names where the notion is defined.
    """

    label: str
    definition: str
    source: str

    def __new__(cls, code: str, label: str, definition: str, source: str) -> Self:
        """Make the code the value and keep the explanations beside it."""
        member = object.__new__(cls)
        member._value_ = code
        member.label = label
        member.definition = definition
        member.source = source
        return member

    @classmethod
    def of(cls, code: str) -> Self:
        """Return the member with this code.

        Raises ValueError naming the closest codes, or all of them where none is close.
        """
        for member in cls:
            if member.value == code:
                return member
        from difflib import get_close_matches

        codes = [member.code for member in cls]
        near = get_close_matches(code[:100], codes, 3, 0.5)
        hint = f"did you mean {', '.join(near)}?" if near else f"one of: {', '.join(codes)}"
        raise ValueError(f"{code!r:.80} is no value of {cls.__name__}; {hint}")

    @property
    def code(self) -> str:
        """The stable code, as it stands in YAML, JSON and tables."""
        return str(self._value_)

    def __str__(self) -> str:
        """Print the code."""
        return self.code

    def __repr__(self) -> str:
        """Show class and name, such as ``CrimeType.PIRACY``."""
        return f"{type(self).__name__}.{self.name}"

    def __lt__(self, other: object) -> bool:
        """Order by code, so that sorted output never depends on hashing."""
        if not isinstance(other, type(self)):
            return NotImplemented
        return self.code < other.code
