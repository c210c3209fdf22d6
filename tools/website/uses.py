"""What refers to what: every place of the records that holds the id of another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
from attrs import frozen

from peaceops.dataset import Dataset
from peaceops.kinds import KINDS
from peaceops.model import Project


@frozen
class Use:
    """That a record holds the id of another.

    ``role`` is the field (of the record or of a part) that holds it, ``where`` the id of the
    part, such as a mandate, ``at`` the place in the document, ``fields`` what a citation
    supports.
    """

    kind: str
    owner: str
    role: str
    where: str = ""
    at: str | None = None
    fields: tuple[str, ...] = ()


class Uses:
    """All uses, found by the kind and the id of the record that is used."""

    def __init__(self, dataset: Dataset) -> None:
        self._uses: dict[tuple[str, str], list[Use]] = {}
        for kind in KINDS:
            for record in dataset.collection(kind):
                for target, use in _uses(kind, record.id, record, "", ""):
                    found = self._uses.setdefault(target, [])
                    if use not in found[-8:]:
                        found.append(use)

    def of(self, kind: str, key: str) -> list[Use]:
        """Return every use of a record, in the order of kinds and ids."""
        return self._uses.get((kind, key), [])


def _uses(
    kind: str, owner: str, part: Any, where: str, role: str
) -> Iterator[tuple[tuple[str, str], Use]]:
    """Walk a record and its parts; ``role`` is the field of the owner that holds the part."""
    names = attrs.fields(type(part))
    at = getattr(part, "at", None)
    at = at if isinstance(at, str) else None
    here = getattr(part, "id", None) or where
    fields = getattr(part, "supports", ()) if hasattr(part, "checked") else ()
    for attribute in names:
        value = getattr(part, attribute.name)
        refers = attribute.metadata.get("refers")
        found = role or attribute.name
        if attribute.name in ("donor", "member"):
            for target in ("places", "organizations"):
                yield (target, value), Use(kind, owner, found, here)
        elif isinstance(part, Project) and attribute.name == "supports":
            for key in value:
                for target in KINDS:
                    yield (target, key), Use(kind, owner, "supports")
        elif refers:
            for key in value if isinstance(value, tuple) else filter(None, (value,)):
                yield (refers, key), Use(kind, owner, found, here, at, tuple(fields))
        elif attrs.has(type(value)):
            yield from _uses(kind, owner, value, here, attribute.name)
        elif isinstance(value, tuple):
            for item in value:
                if attrs.has(type(item)):
                    yield from _uses(kind, owner, item, here, attribute.name)
