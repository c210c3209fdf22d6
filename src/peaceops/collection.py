"""What every collection of records has: finding, narrowing, combining, showing."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, Self, TypeVar, final

from peaceops.errors import AmbiguousName, UnknownId
from peaceops.kinds import SINGULAR

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from peaceops.citing import Form
    from peaceops.dataset import Dataset


class Record(Protocol):
    """What every record of a collection has: an id."""

    @property
    def id(self) -> str:
        """The id of the record."""
        ...


R = TypeVar("R", bound=Record)
R_co = TypeVar("R_co", covariant=True)


class Table(Protocol[R_co]):
    """Where a collection finds its records: in memory, or in the compiled file."""

    @property
    def ids(self) -> tuple[str, ...]:
        """All ids, sorted."""
        ...

    @property
    def built(self) -> Mapping[str, R_co]:
        """The records that were read so far, by id; grows as others are read."""
        ...

    def get(self, key: str) -> R_co | None:
        """Return one record, or None."""
        ...

    def all(self) -> tuple[R_co, ...]:
        """Return all records in the order of their ids."""
        ...


@final
class MemoryTable(Generic[R]):
    """A table of records that are already built."""

    __slots__ = ("built", "ids")

    def __init__(self, records: Iterable[R], *, ordered: bool = False) -> None:
        if not ordered:
            records = sorted(records, key=lambda record: record.id)
        self.built: dict[str, R] = {record.id: record for record in records}
        self.ids: tuple[str, ...] = tuple(self.built)

    def get(self, key: str) -> R | None:
        """Return one record, or None."""
        return self.built.get(key)

    def all(self) -> tuple[R, ...]:
        """Return all records in the order of their ids."""
        return tuple(self.built.values())


def fold(name: str) -> str:
    """Fold a name for comparison: case, accents, apostrophes and dashes do not count."""
    text = unicodedata.normalize("NFKD", name).casefold()
    kept = (letter for letter in text if not unicodedata.combining(letter))
    plain = "".join(kept).replace("\u2019", "'").replace("\u2013", "-").replace("\u2014", "-")
    return " ".join(plain.split())


class Collection(Generic[R]):
    """Records of one kind: an immutable, ordered set with verbs that narrow it.

    ``records["id"]`` gives a record, iteration the records in the order of their ids,
    ``|``, ``&`` and ``-`` combine two collections of the same kind.
    """

    kind: ClassVar[str] = ""
    __slots__ = ("_built", "_dataset", "_names", "_table")

    def __init__(self, dataset: Dataset, table: Table[R]) -> None:
        self._dataset = dataset
        self._table = table
        self._built = table.built
        self._names: dict[str, list[str]] | None = None

    @property
    def dataset(self) -> Dataset:
        """The dataset that the records came from, in which their ids resolve."""
        return self._dataset

    # finding one record

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all records, sorted."""
        return self._table.ids

    def __getitem__(self, key: str) -> R:
        """Return the record with an id; :class:`UnknownId` names the closest ids."""
        try:
            return self._built[key]  # an id as it stands, of a record that was read before
        except (KeyError, TypeError):
            pass
        if not isinstance(key, str):
            raise TypeError(
                f"records are found by id, not by {type(key).__name__}; "
                f"for the first few, use list(...)[:n]"
            )
        record = self._table.get(self._canonical(key))
        if record is None:
            raise UnknownId(SINGULAR[self.kind], key, self.near(key))
        return record

    def get(self, key: str) -> R | None:
        """Return the record with an id, or None."""
        return self._table.get(self._canonical(key))

    def lookup(self, name: str) -> R:
        """Return the record with this id, acronym, alias or name, in any case.

        Raises :class:`UnknownId` with the closest names where there is none, and
        :class:`AmbiguousName` where several records go by the name.
        """
        if not isinstance(name, str):
            raise TypeError(f"a name is text, not {type(name).__name__}")
        record = self._table.get(self._canonical(name))
        if record is not None:
            return record
        found = self._name_index().get(fold(name), [])
        if len(found) > 1:
            raise AmbiguousName(SINGULAR[self.kind], name, found)
        if not found:
            raise UnknownId(SINGULAR[self.kind], name, self.near(name, names=True))
        return self[found[0]]

    def _canonical(self, key: str) -> str:
        return key

    def _name_index(self) -> dict[str, list[str]]:
        if self._names is None:
            names: dict[str, list[str]] = {}
            for record in self:
                for name in dict.fromkeys(fold(name) for name in _names_of(record)):
                    names.setdefault(name, []).append(record.id)
            self._names = names
        return self._names

    def near(self, wanted: str, *, names: bool = False) -> tuple[str, ...]:
        """Return the closest ids, or the closest names as records write them."""
        spelled: dict[str, str] = {fold(key): key for key in self.ids}
        for record in self:
            for name in _names_of(record):
                spelled.setdefault(fold(name), name if names else record.id)
        from difflib import get_close_matches

        folded = fold(wanted)
        close = get_close_matches(folded, spelled, 5, 0.6)
        if not close and folded:
            close = sorted(name for name in spelled if folded in name)
        return tuple(dict.fromkeys(spelled[name] for name in close))[:3]

    # the collection as a set

    def __iter__(self) -> Iterator[R]:
        """Iterate over the records in the order of their ids."""
        return iter(self._table.all())

    def __len__(self) -> int:
        """Count the records."""
        return len(self._table.ids)

    def __bool__(self) -> bool:
        """Whether there is any record."""
        return bool(self._table.ids)

    def __contains__(self, item: object) -> bool:
        """Whether an id, or a record equal to this one, is in the collection."""
        if isinstance(item, str):
            return self._table.get(self._canonical(item)) is not None
        key = getattr(item, "id", None)
        return isinstance(key, str) and self._table.get(key) == item

    def __eq__(self, other: object) -> bool:
        """Whether the other is a collection of the same kind with equal records."""
        if not isinstance(other, Collection) or other.kind != self.kind:
            return NotImplemented
        return self.ids == other.ids and all(a == b for a, b in zip(self, other, strict=True))

    def __hash__(self) -> int:
        """Hash by kind and ids."""
        return hash((self.kind, self.ids))

    def __or__(self, other: Self) -> Self:
        """Records in either collection."""
        if type(other) is not type(self):
            return NotImplemented
        return self._with((*self, *(record for record in other if record.id not in self)))

    def __and__(self, other: Self) -> Self:
        """Records in both collections."""
        if type(other) is not type(self):
            return NotImplemented
        return self._with(record for record in self if record.id in other)

    def __sub__(self, other: Self) -> Self:
        """Records in this collection that are not in the other."""
        if type(other) is not type(self):
            return NotImplemented
        return self._with(record for record in self if record.id not in other)

    def where(self, predicate: Callable[[R], object]) -> Self:
        """Keep the records for which the predicate is true."""
        return self._kept(record for record in self if predicate(record))

    def _on(self, day: date, *, certainly: bool) -> Self:
        """Keep the records that may have been (or must have been) at work on a day."""
        whole = self._dataset.whole
        if self is whole.collection(self.kind):  # not a part: the index of days answers
            found: Iterable[Any] = whole.possibly_on(self.kind, day)
            if certainly:
                found = (record for record in found if record.active_on(day, certainly=True))
            return self._kept(found)
        days = whole.possible_days(self.kind)

        def there(record: Any) -> bool:
            bounds = days.get(record.id)
            if certainly or bounds is None:  # None: a record of another dataset joined with |
                return bool(record.active_on(day, certainly=certainly))
            return bounds[0] <= day <= bounds[1]

        return self._kept(record for record in self if there(record))

    def _kept(self, records: Iterable[R]) -> Self:
        """Make a collection of records that come in the order of this one."""
        return type(self)(self._dataset, MemoryTable(records, ordered=True))

    def _with(self, records: Iterable[R]) -> Self:
        return type(self)(self._dataset, MemoryTable(records))

    # as frames

    def to_pandas(self) -> pd.DataFrame:
        """Return the records as a pandas frame, one row each (needs ``peaceops[pandas]``).

        The columns are fixed and documented; parts such as citations are tables of their own
        (:attr:`Dataset.tables`).
        """
        from peaceops.tables import main_table

        return main_table(self.kind, self).to_pandas()

    def to_polars(self) -> pl.DataFrame:
        """Return the records as a polars frame, one row each (needs ``peaceops[polars]``)."""
        from peaceops.tables import main_table

        return main_table(self.kind, self).to_polars()

    def to_arrow(self) -> pa.Table:
        """Return the records as an Arrow table, one row each (needs ``peaceops[arrow]``)."""
        from peaceops.tables import main_table

        return main_table(self.kind, self).to_arrow()

    # as a bibliography

    def cite(self, form: Form = "apa") -> str:
        """Cite the dataset and every document behind these records.

        ``form`` is ``bibtex``, ``ris``, ``apa`` or ``csl``; see :func:`peaceops.cite`.
        """
        return self._dataset.cite(form, of=self)

    # asking the dataset about names used in a question

    def _known(self, kinds: str | tuple[str, ...], keys: Iterable[str]) -> frozenset[str]:
        """Return the ids; raise :class:`UnknownId` for one that no record of the kinds has."""
        wanted = frozenset(keys)
        kinds = (kinds,) if isinstance(kinds, str) else kinds
        collections = [self._dataset.whole.collection(kind) for kind in kinds]
        for key in sorted(wanted):
            if not any(key in collection for collection in collections):
                near = (name for collection in collections for name in collection.near(key))
                what = " or ".join(SINGULAR[kind] for kind in kinds) if len(kinds) < 4 else "record"
                raise UnknownId(what, key, tuple(near)[:3])
        return wanted

    def _documents(self, symbols: Iterable[str]) -> frozenset[str]:
        """Return the ids of documents named in any spelling; raise :class:`UnknownId`."""
        documents = self._dataset.whole.documents
        return frozenset(documents[symbol].id for symbol in named(symbols, "document"))

    # showing itself

    def __repr__(self) -> str:
        """Show the count and the first ids with their names."""
        shown = [f"  {record.id}  {_title_of(record)}".rstrip() for record in list(self)[:10]]
        more = [f"  … and {len(self) - 10} more"] if len(self) > 10 else []
        head = f"<{type(self).__name__}: {len(self)} {_count_word(self.kind, len(self))}>"
        return "\n".join((head, *shown, *more))

    def _repr_html_(self) -> str:
        from peaceops.html import collection_html

        return collection_html(self)


def _count_word(kind: str, count: int) -> str:
    return SINGULAR[kind] if count == 1 else kind


def _names_of(record: Record) -> Iterator[str]:
    yield record.id
    for attribute in ("acronym", "name"):
        value = getattr(record, attribute, None)
        if isinstance(value, str):
            yield value
    yield from getattr(record, "aliases", ())


def _title_of(record: Record) -> str:
    for attribute in ("name", "title", "subject", "document"):
        value = getattr(record, attribute, None)
        if isinstance(value, str):
            return value
    return ""


def terms_of(terms: Iterable[Any], kind: type[Any]) -> frozenset[Any]:
    """Check that a question names members of the vocabulary, and at least one."""
    wanted = frozenset(terms)
    for term in wanted:
        if not isinstance(term, kind):
            raise TypeError(f"{term!r} is not a {kind.__name__}; write {kind.__name__}.NAME")
    if not wanted:
        raise TypeError(f"name at least one {kind.__name__}")
    return wanted


def named(keys: Iterable[str], what: str) -> tuple[str, ...]:
    """Check that a question names at least one id."""
    wanted = tuple(keys)
    if not wanted:
        raise TypeError(f"name at least one {what}")
    return wanted
