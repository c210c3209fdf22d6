"""The errors peaceops raises, each also a built-in exception.

Every message says what was wrong, where, and what would be right. This module imports
nothing from the package, so that every other module can import it.
"""

from __future__ import annotations

from collections.abc import Iterable


class PeaceopsError(Exception):
    """Base of all errors raised on purpose by this package."""


class BadDate(PeaceopsError, ValueError):
    """A text is not a date in the accepted subset of EDTF (ISO 8601-2)."""


class BadSymbol(PeaceopsError, ValueError):
    """A text is neither a document symbol in a known series nor a slug."""


class UnknownId(PeaceopsError, KeyError):
    """No record of this kind has that id or name.

    ``wanted`` is what was asked for, ``near`` the closest ids or names.
    """

    def __init__(self, kind: str, wanted: str, near: Iterable[str] = ()) -> None:
        self.kind: str = kind
        self.wanted: str = wanted
        self.near: tuple[str, ...] = tuple(near)
        hint = f"; did you mean {', '.join(self.near)}?" if self.near else ""
        self.message: str = f"no {kind} is called {wanted!r}{hint}"
        super().__init__(self.message)

    def __str__(self) -> str:
        """Give the sentence itself (KeyError would print its repr)."""
        return self.message

    def __reduce__(self) -> tuple[type[UnknownId], tuple[str, str, tuple[str, ...]]]:
        """Pickle by what was asked, not by the rendered message."""
        return (type(self), (self.kind, self.wanted, self.near))


class AmbiguousName(PeaceopsError, LookupError):
    """A name belongs to several records; ``ids`` lists them."""

    def __init__(self, kind: str, wanted: str, ids: Iterable[str]) -> None:
        self.kind: str = kind
        self.wanted: str = wanted
        self.ids: tuple[str, ...] = tuple(ids)
        super().__init__(
            f"{wanted!r} is the name of {len(self.ids)} {kind} records: "
            f"{', '.join(self.ids)}; ask for one of these ids"
        )

    def __reduce__(self) -> tuple[type[AmbiguousName], tuple[str, str, tuple[str, ...]]]:
        """Pickle by what was asked, not by the rendered message."""
        return (type(self), (self.kind, self.wanted, self.ids))


class Fault:
    """One thing wrong in one file: where it stands and what would be right.

    ``line`` counts from 1 (0 where the fault is the file's as a whole); ``path`` is the
    place inside the document, such as ``$.mandates[0].tasks[2].crimes``.
    """

    __slots__ = ("file", "line", "message", "path")

    def __init__(self, file: str, line: int, path: str, message: str) -> None:
        self.file: str = file
        self.line: int = line
        self.path: str = path
        self.message: str = message

    def __str__(self) -> str:
        """Give ``file:line: path: message``, as compilers do."""
        return f"{self.file}:{self.line}: {self.path}: {self.message}"

    def __repr__(self) -> str:
        """Show the four parts."""
        return f"Fault({self.file!r}, {self.line}, {self.path!r}, {self.message!r})"

    def __eq__(self, other: object) -> bool:
        """Compare the four parts."""
        return isinstance(other, Fault) and self.key == other.key

    def __hash__(self) -> int:
        """Hash the four parts."""
        return hash(self.key)

    @property
    def key(self) -> tuple[str, int, str, str]:
        """The four parts, in the order in which faults are listed."""
        return (self.file, self.line, self.path, self.message)


class DataError(PeaceopsError, ValueError):
    """Data cannot be read; ``faults`` lists everything that was found at once."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = tuple(sorted(faults, key=lambda fault: fault.key))
        count = len(self.faults)
        lines = "\n".join(f"  {fault}" for fault in self.faults)
        super().__init__(f"{count} {'fault' if count == 1 else 'faults'}\n{lines}")

    def __reduce__(self) -> tuple[type[DataError], tuple[tuple[Fault, ...]]]:
        """Pickle by the faults, not by the rendered message."""
        return (type(self), (self.faults,))


class Tampered(PeaceopsError, ValueError):
    """The data in memory or on disk is not the data that was released."""
