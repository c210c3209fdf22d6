"""What changed between two datasets, and which step of the version it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal

from attrs import frozen

from peaceops.dataset import Dataset
from peaceops.kinds import KINDS
from peaceops.model._record import Record, fields
from peaceops.vocab import Review

What = Literal["added", "removed", "retired", "changed"]
Bump = Literal["none", "patch", "minor", "major"]

_BUMPS: tuple[Bump, ...] = ("none", "patch", "minor", "major")


@frozen
class Change:
    """One change of one record.

    ``what``: the record was ``added``, ``removed`` or ``retired``, or one value in it was
    ``changed``. ``path`` is the place of the value in the record (``$.mandates[0].in_force``,
    parts with an id by their id: ``$.mandates[un-x/s-res-1-2000]``); ``old`` and ``new`` are
    the values as text, None where there is none.
    """

    kind: str
    record: str
    what: What
    path: str = "$"
    old: str | None = None
    new: str | None = None

    @property
    def bump(self) -> Bump:
        """The step of the version that the change asks for.

        An id that no longer answers breaks users (``major``); a new record or part is ``minor``;
        a value corrected is a ``patch``.
        """
        if self.what == "removed":
            return "major"
        if self.what in ("added", "retired") or self.old is None:
            return "minor"
        return "patch"

    def __str__(self) -> str:
        """Give the change on one line."""
        if self.what != "changed":
            return f"{self.what} {self.kind}/{self.record}"
        old, new = ("-" if value is None else value for value in (self.old, self.new))
        return f"{self.kind}/{self.record} {self.path}: {old} -> {new}"


@frozen
class Diff:
    """The changes between two datasets, in the order of kinds, ids and fields."""

    old: str
    new: str
    changes: tuple[Change, ...]

    @property
    def bump(self) -> Bump:
        """The largest step that a change asks for; ``none`` where nothing changed."""
        steps = [_BUMPS.index(change.bump) for change in self.changes]
        return _BUMPS[max(steps, default=0)]

    def allows(self, version: str) -> bool:
        """Whether a new version is far enough from the old one for these changes.

        Before 1.0.0 a change that breaks asks for a new minor version only, as usual.
        """
        old, new = _numbers(self.old), _numbers(version)
        needed = _BUMPS.index(self.bump)
        if old[0] == 0 and needed == 3:
            needed = 2
        taken = next((3 - i for i in range(3) if new[i] > old[i]), 0) if new > old else 0
        return taken >= needed

    def to_markdown(self) -> str:
        """Write the changes as a section for a change log: counts, then every record."""
        lines = [f"## Data, {self.old} to {self.new}", ""]
        for kind in KINDS:
            found = [change for change in self.changes if change.kind == kind]
            for what in ("added", "removed", "retired"):
                ids = [f"`{change.record}`" for change in found if change.what == what]
                if ids:
                    lines.append(f"- {what}: {len(ids)} {kind}: {', '.join(ids)}")
            touched = dict.fromkeys(c.record for c in found if c.what == "changed")
            for record in touched:
                values = [c for c in found if c.record == record and c.what == "changed"]
                lines.append(f"- changed: `{record}`")
                lines += [f"  - `{c.path}`: {c.old or '-'} -> {c.new or '-'}" for c in values]
        if not self.changes:
            lines.append("No change.")
        return "\n".join(lines) + "\n"

    def __str__(self) -> str:
        """Give every change on a line, and the step that they ask for."""
        words = [str(change) for change in self.changes]
        return "\n".join([*words, f"{len(words)} changes, asking for: {self.bump}"])


def diff(old: Dataset, new: Dataset) -> Diff:
    """Compare two datasets record by record and field by field."""
    changes = tuple(_changes(old.whole, new.whole))
    return Diff(old.version, new.version, changes)


def _changes(old: Dataset, new: Dataset) -> Iterator[Change]:
    for kind in KINDS:
        before, after = old.collection(kind), new.collection(kind)
        for key in sorted({*before.ids, *after.ids}):
            one, other = before.get(key), after.get(key)
            if one is None or other is None:
                yield Change(kind, key, "added" if one is None else "removed")
            elif one != other:
                if other.review is Review.RETIRED and one.review is not Review.RETIRED:
                    yield Change(kind, key, "retired")
                for path, was, is_now in _values(one, other, "$"):
                    yield Change(kind, key, "changed", path, was, is_now)


def _values(old: Any, new: Any, path: str) -> Iterator[tuple[str, str | None, str | None]]:
    if old == new:
        return
    if isinstance(old, Record) and type(old) is type(new):
        for name in fields(type(old)):
            yield from _values(getattr(old, name), getattr(new, name), f"{path}.{name}")
    elif isinstance(old, tuple) and isinstance(new, tuple):
        yield from _items(old, new, path)
    else:
        yield path, _text(old), _text(new)


def _items(
    old: tuple[Any, ...], new: tuple[Any, ...], path: str
) -> Iterator[tuple[str, str | None, str | None]]:
    """Pair the parts of two tuples: by id or by value where they can be told apart so."""
    before, after = _keyed(old), _keyed(new)
    for key in dict.fromkeys((*before, *after)):
        yield from _values(before.get(key), after.get(key), f"{path}[{key}]")


def _keyed(items: tuple[Any, ...]) -> dict[str, Any]:
    keyed: dict[str, Any] = {}
    for index, item in enumerate(items):
        key = getattr(item, "id", None) or (
            str(index) if isinstance(item, Record) else (_text(item) or str(index))
        )
        keyed[key if key not in keyed else f"{key}#{index}"] = item
    return keyed


def _text(value: Any) -> str | None:
    if value is None or value == ():
        return None
    if isinstance(value, Record):
        name = getattr(value, "id", None) or getattr(value, "document", None)
        return str(name or type(value).__name__)
    if isinstance(value, tuple):
        return ", ".join(filter(None, map(_text, value)))
    return str(getattr(value, "value", value))


def _numbers(version: str) -> tuple[int, int, int]:
    match = re.match(r"([0-9]+)\.([0-9]+)\.([0-9]+)", version)
    if match is None:
        raise ValueError(f"{version!r} is not a version such as 1.2.3")
    one, two, three = map(int, match.groups())
    return one, two, three
