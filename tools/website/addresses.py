"""Where the page of a record lies, and how another page links to it."""

from __future__ import annotations

from collections.abc import Iterator

from peaceops.dataset import Dataset
from peaceops.kinds import KINDS
from peaceops.symbols import slug


class Addresses:
    """The path of every record's page, the same in every build of the same records.

    A path is the kind and the id as a slug. Two ids with one slug, or an id without any letter
    that a slug can hold, get a number behind it, in the order of the ids: no page overwrites
    another, also where file names know no case.
    """

    def __init__(self, dataset: Dataset) -> None:
        self._paths: dict[tuple[str, str], str] = {}
        for kind in KINDS:
            taken = {"index"}
            for key in dataset.collection(kind).ids:
                name = wanted = slug(key)[:100].strip("-") or "record"
                count = 1
                while name in taken:
                    count += 1
                    name = f"{wanted}-{count}"
                taken.add(name)
                self._paths[kind, key] = f"{kind}/{name}.html"

    def path(self, kind: str, key: str) -> str | None:
        """Return the path of a record's page from the root of the site; None without a record."""
        return self._paths.get((kind, key))

    def of_id(self, key: str) -> Iterator[tuple[str, str]]:
        """Give kind and path of every record with an id (ids are unique within a kind)."""
        for kind in KINDS:
            path = self.path(kind, key)
            if path is not None:
                yield kind, path
