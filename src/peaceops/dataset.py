"""The dataset and its collections: ids resolved, questions answered.

A :class:`Dataset` holds one table of records per kind and resolves the ids that records hold.
Every collection is immutable; each verb returns a collection of the same type, so that verbs
chain and a checker knows the type after each. The order is always that of the ids.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, Protocol, Self, TypeVar, final

from peaceops import rows
from peaceops.dates import Date, Day, OpenEnd, Span, as_day
from peaceops.errors import AmbiguousName, Tampered, UnknownId
from peaceops.kinds import KINDS, SINGULAR
from peaceops.vocab import (
    Activity,
    CodeScheme,
    Counter,
    CrimeType,
    DocumentKind,
    InstrumentKind,
    MandateAction,
    MeasureKind,
    MissionKind,
    Modality,
    OrganizationKind,
    PlaceKind,
    Strength,
)

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from peaceops.model import (  # noqa: F401 - named in the bases of the collections
        Criterion,
        Document,
        Instrument,
        Mandate,
        Measure,
        Mission,
        Organization,
        Place,
        Project,
        SanctionsRegime,
        Task,
    )
    from peaceops.tables import Table as FlatTable


Unit = Literal["mission", "country", "regime"]
"""What a panel has rows for."""
Freq = Literal["year", "month", "day"]
"""How long the periods of a panel are."""
When = Literal["any", "first-day", "last-day"]
"""On which of its days a unit has to be at work for a period to count."""


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

    def get(self, key: str) -> R_co | None:
        """Return one record, or None."""
        ...

    def all(self) -> tuple[R_co, ...]:
        """Return all records in the order of their ids."""
        ...


@final
class MemoryTable(Generic[R]):
    """A table of records that are already built."""

    __slots__ = ("_by_id", "ids")

    def __init__(self, records: Iterable[R]) -> None:
        self._by_id: dict[str, R] = {
            record.id: record for record in sorted(records, key=lambda record: record.id)
        }
        self.ids: tuple[str, ...] = tuple(self._by_id)

    def get(self, key: str) -> R | None:
        """Return one record, or None."""
        return self._by_id.get(key)

    def all(self) -> tuple[R, ...]:
        """Return all records in the order of their ids."""
        return tuple(self._by_id.values())


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
    __slots__ = ("_dataset", "_names", "_table")

    def __init__(self, dataset: Dataset, table: Table[R]) -> None:
        self._dataset = dataset
        self._table = table
        self._names: dict[str, list[str]] | None = None

    # finding one record

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all records, sorted."""
        return self._table.ids

    def __getitem__(self, key: str) -> R:
        """Return the record with an id; :class:`UnknownId` names the closest ids."""
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
        return self._with((*self, *(record for record in other if record.id not in self)))

    def __and__(self, other: Self) -> Self:
        """Records in both collections."""
        return self._with(record for record in self if record.id in other)

    def __sub__(self, other: Self) -> Self:
        """Records in this collection that are not in the other."""
        return self._with(record for record in self if record.id not in other)

    def where(self, predicate: Callable[[R], object]) -> Self:
        """Keep the records for which the predicate is true."""
        return self._with(record for record in self if predicate(record))

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

    # asking the dataset about names used in a question

    def _known(self, kind: str, keys: Iterable[str]) -> frozenset[str]:
        """Return the ids; raise :class:`UnknownId` for one that no record of the kind has."""
        wanted = frozenset(keys)
        collection = self._dataset.whole.collection(kind)
        for key in sorted(wanted):
            if key not in collection:
                raise UnknownId(SINGULAR[kind], key, collection.near(key))
        return wanted

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


def _values(terms: Iterable[Any], kind: type[Any]) -> frozenset[Any]:
    """Check that a question names members of the vocabulary, and at least one."""
    wanted = frozenset(terms)
    for term in wanted:
        if not isinstance(term, kind):
            raise TypeError(f"{term!r} is not a {kind.__name__}; write {kind.__name__}.NAME")
    if not wanted:
        raise TypeError(f"name at least one {kind.__name__}")
    return wanted


def _ids(keys: Iterable[str], what: str) -> tuple[str, ...]:
    wanted = tuple(keys)
    if not wanted:
        raise TypeError(f"name at least one {what}")
    return wanted


# --- the collections --------------------------------------------------------------------------


@final
class Missions(Collection["Mission"]):
    """Missions, ordered by id."""

    kind = "missions"
    __slots__ = ()

    def by(self, *organizations: str) -> Missions:
        """Keep missions run by any of these organizations (alone or with others)."""
        wanted = self._known("organizations", _ids(organizations, "organization"))
        return self.where(lambda mission: wanted.intersection(mission.organization))

    def of_kind(self, *kinds: MissionKind) -> Missions:
        """Keep missions of any of these kinds."""
        wanted = _values(kinds, MissionKind)
        return self.where(lambda mission: mission.kind in wanted)

    def in_place(self, *places: str) -> Missions:
        """Keep missions whose record names any of these places (ids such as ``ML``)."""
        wanted = self._known("places", _ids(places, "place"))
        return self.where(lambda mission: wanted.intersection(mission.places))

    def active_on(self, day: Day, *, certainly: bool = False) -> Missions:
        """Keep missions that may have been (``certainly``: must have been) at work on a day.

        A mission of which nothing is known after ``known_until`` is not active on later days.
        """
        on = as_day(day)
        return self.where(lambda mission: mission.active_on(on, certainly=certainly))

    def counted_by(self, *counters: Counter) -> Missions:
        """Keep missions that any of these lists counts."""
        wanted = _values(counters, Counter)
        return self.where(lambda mission: wanted.intersection(mission.counted_by))

    def countering(
        self, *crimes: CrimeType, on: Day | None = None, reported: bool = False
    ) -> Missions:
        """Keep missions that a mandate document tasks against any of these crimes.

        ``on`` asks for tasks that stood on that day (see :meth:`Tasks.active_on`), otherwise
        any time counts; in ``ds.at(day)`` the day of the dataset is the default. ``reported``
        adds missions of which a source says so without a mandate.
        """
        wanted = _values(crimes, CrimeType)
        return self._tasked(
            lambda task: bool(wanted.intersection(task.crimes)), on, reported=reported
        )

    def with_activity(
        self, *activities: Activity, on: Day | None = None, reported: bool = False
    ) -> Missions:
        """Keep missions that a mandate document gives any of these activities."""
        wanted = _values(activities, Activity)
        return self._tasked(lambda task: task.activity in wanted, on, reported=reported)

    def _tasked(self, fits: Callable[[Task], bool], on: Day | None, *, reported: bool) -> Missions:
        day = on if on is not None else self._dataset.as_of
        tasks = self._dataset.whole.tasks
        if day is not None:
            tasks = tasks.active_on(day)
        if not reported:
            tasks = tasks.mandated()
        owners = {task.owner for task in tasks if fits(task)}
        return self.where(lambda mission: mission.id in owners)


@final
class Mandates(Collection["Mandate"]):
    """Mandates of missions, ordered by mission and date."""

    kind = "mandates"
    __slots__ = ()

    def of(self, *missions: str) -> Mandates:
        """Keep the mandates of any of these missions."""
        wanted = self._known("missions", _ids(missions, "mission"))
        return self.where(lambda mandate: mandate.owner in wanted)

    def from_document(self, *symbols: str) -> Mandates:
        """Keep what any of these documents does (symbols in any spelling)."""
        documents = self._dataset.whole.documents
        wanted = {documents[symbol].id for symbol in _ids(symbols, "document")}
        return self.where(lambda mandate: mandate.document in wanted)

    def with_action(self, *actions: MandateAction) -> Mandates:
        """Keep mandates that do any of these things."""
        wanted = _values(actions, MandateAction)
        return self.where(lambda mandate: wanted.intersection(mandate.actions))

    def with_activity(self, *activities: Activity) -> Mandates:
        """Keep mandates that give a task with any of these activities."""
        wanted = _values(activities, Activity)
        return self.where(lambda mandate: any(task.activity in wanted for task in mandate.tasks))

    def countering(self, *crimes: CrimeType) -> Mandates:
        """Keep mandates that give a task against any of these crimes."""
        wanted = _values(crimes, CrimeType)
        return self.where(
            lambda mandate: any(wanted.intersection(task.crimes) for task in mandate.tasks)
        )

    def active_on(self, day: Day, *, certainly: bool = False) -> Mandates:
        """Keep mandates that may have been (``certainly``: must have been) in force on a day."""
        on = as_day(day)
        known = self._dataset.whole.known_until
        return self.where(
            lambda mandate: mandate.in_force.covers(
                on, known_until=known(mandate.owner), certainly=certainly
            )
        )


@final
class Tasks(Collection["Task"]):
    """Tasks of missions, regimes and projects, ordered by owner, document and paragraph."""

    kind = "tasks"
    __slots__ = ()

    def of(self, *owners: str) -> Tasks:
        """Keep the tasks of any of these missions, regimes or projects."""
        wanted = frozenset(_ids(owners, "mission, regime or project"))
        whole = self._dataset.whole
        for owner in sorted(wanted):
            whole.owner(owner)
        return self.where(lambda task: task.owner in wanted)

    def mandated(self) -> Tasks:
        """Keep what mandate documents ask of missions; leave reports, regimes, projects out."""
        missions = self._dataset.whole.missions
        return self.where(
            lambda task: task.strength is not Strength.REPORTED and task.owner in missions
        )

    def from_document(self, *symbols: str) -> Tasks:
        """Keep what any of these documents asks (symbols in any spelling)."""
        documents = self._dataset.whole.documents
        wanted = {documents[symbol].id for symbol in _ids(symbols, "document")}
        return self.where(lambda task: task.document in wanted)

    def with_activity(self, *activities: Activity) -> Tasks:
        """Keep tasks with any of these activities."""
        wanted = _values(activities, Activity)
        return self.where(lambda task: task.activity in wanted)

    def with_modality(self, *modalities: Modality) -> Tasks:
        """Keep tasks to be done in any of these ways."""
        wanted = _values(modalities, Modality)
        return self.where(lambda task: task.modality in wanted)

    def with_strength(self, *strengths: Strength) -> Tasks:
        """Keep tasks that the document asks for with any of these verbs."""
        wanted = _values(strengths, Strength)
        return self.where(lambda task: task.strength in wanted)

    def countering(self, *crimes: CrimeType) -> Tasks:
        """Keep tasks against any of these crimes; without an argument, against any crime."""
        if not crimes:
            return self.where(lambda task: task.crimes)
        wanted = _values(crimes, CrimeType)
        return self.where(lambda task: wanted.intersection(task.crimes))

    def naming_the_crime(self) -> Tasks:
        """Keep tasks whose text names the crime, not its object only."""
        return self.where(lambda task: task.explicit is True)

    def active_on(self, day: Day, *, certainly: bool = False) -> Tasks:
        """Keep tasks that may have stood (``certainly``: must have stood) on a day.

        A task stands from the first day of its mandate until a later document sets the tasks
        anew or ends the mission, or the chain of renewals runs out. Where a renewal in between
        was not read for tasks, the task may stand, but not certainly.
        """
        on = as_day(day)
        spans = self._dataset.whole.task_spans

        def stands(task: Task) -> bool:
            span, known_until, sure = spans[task.id]
            return (sure or not certainly) and span.covers(
                on, known_until=known_until, certainly=certainly
            )

        return self.where(stands)


@final
class Regimes(Collection["SanctionsRegime"]):
    """Sanctions regimes, ordered by id."""

    kind = "regimes"
    __slots__ = ()

    def by(self, *organizations: str) -> Regimes:
        """Keep regimes imposed by any of these organizations."""
        wanted = self._known("organizations", _ids(organizations, "organization"))
        return self.where(lambda regime: wanted.intersection(regime.imposed_by))

    def in_place(self, *places: str) -> Regimes:
        """Keep regimes about any of these places (ids such as ``LY``)."""
        wanted = self._known("places", _ids(places, "place"))
        return self.where(lambda regime: wanted.intersection(regime.places))

    def active_on(self, day: Day, *, certainly: bool = False) -> Regimes:
        """Keep regimes that may have been (``certainly``: must have been) in force on a day."""
        on = as_day(day)
        return self.where(lambda regime: regime.active_on(on, certainly=certainly))

    def imposing(self, *kinds: MeasureKind, on: Day | None = None) -> Regimes:
        """Keep regimes with a measure of any of these kinds, in force ``on`` a day if given.

        In ``ds.at(day)`` the day of the dataset is the default.
        """
        wanted = _values(kinds, MeasureKind)
        day = on if on is not None else self._dataset.as_of
        if day is None:
            return self.where(lambda regime: any(m.kind in wanted for m in regime.measures))
        when = as_day(day)
        return self.where(lambda regime: any(m.kind in wanted for m in regime.measures_on(when)))

    def countering(self, *crimes: CrimeType, on: Day | None = None) -> Regimes:
        """Keep regimes that can list people or entities for any of these crimes."""
        wanted = _values(crimes, CrimeType)
        day = on if on is not None else self._dataset.as_of
        return self.where(
            lambda regime: any(
                wanted.intersection(criterion.crimes)
                for criterion in (regime.criteria if day is None else regime.criteria_on(day))
            )
        )

    def criteria(self, *crimes: CrimeType) -> tuple[tuple[SanctionsRegime, Criterion], ...]:
        """Return the designation criteria about any of these crimes, each with its regime."""
        wanted = _values(crimes, CrimeType)
        return tuple(
            (regime, criterion)
            for regime in self
            for criterion in regime.criteria
            if wanted.intersection(criterion.crimes)
        )


@final
class Measures(Collection["Measure"]):
    """Sanctions measures, ordered by id."""

    kind = "measures"
    __slots__ = ()

    def of(self, *regimes: str) -> Measures:
        """Keep the measures of any of these regimes."""
        wanted = self._known("regimes", _ids(regimes, "regime"))
        return self.where(lambda measure: measure.owner in wanted)

    def of_kind(self, *kinds: MeasureKind) -> Measures:
        """Keep measures of any of these kinds."""
        wanted = _values(kinds, MeasureKind)
        return self.where(lambda measure: measure.kind in wanted)

    def active_on(self, day: Day, *, certainly: bool = False) -> Measures:
        """Keep measures that may have been (``certainly``: must have been) in force on a day."""
        on = as_day(day)
        known = self._dataset.whole.known_until
        return self.where(
            lambda measure: measure.in_force.covers(
                on, known_until=known(measure.owner), certainly=certainly
            )
        )

    def from_document(self, *symbols: str) -> Measures:
        """Keep measures that any of these documents imposes, changes or lifts."""
        documents = self._dataset.whole.documents
        wanted = {documents[symbol].id for symbol in _ids(symbols, "document")}
        return self.where(
            lambda measure: any(
                provision is not None and provision.document in wanted
                for provision in (measure.imposed_by, *measure.amended_by, measure.lifted_by)
            )
        )


@final
class Projects(Collection["Project"]):
    """Projects and programmes, ordered by id."""

    kind = "projects"
    __slots__ = ()

    def by(self, *organizations: str) -> Projects:
        """Keep projects that any of these organizations leads or carries out."""
        wanted = self._known("organizations", _ids(organizations, "organization"))
        return self.where(
            lambda project: wanted.intersection((project.lead, *project.implementers))
        )

    def funded_by(self, *donors: str) -> Projects:
        """Keep projects that any of these donors (places or organizations) pays for."""
        wanted = frozenset(_ids(donors, "donor"))
        return self.where(lambda project: any(d.donor in wanted for d in project.donors))

    def in_place(self, *places: str) -> Projects:
        """Keep projects in any of these places."""
        wanted = self._known("places", _ids(places, "place"))
        return self.where(lambda project: wanted.intersection(project.places))

    def active_on(self, day: Day, *, certainly: bool = False) -> Projects:
        """Keep projects that may have (``certainly``: must have) run on a day."""
        on = as_day(day)
        return self.where(lambda project: project.active_on(on, certainly=certainly))

    def countering(self, *crimes: CrimeType) -> Projects:
        """Keep projects about any of these crimes."""
        wanted = _values(crimes, CrimeType)
        return self.where(lambda project: wanted.intersection(project.crimes))

    def with_activity(self, *activities: Activity) -> Projects:
        """Keep projects with a task of any of these activities."""
        wanted = _values(activities, Activity)
        return self.where(lambda project: any(task.activity in wanted for task in project.tasks))

    def supporting(self, *ids: str) -> Projects:
        """Keep projects that serve any of these missions, instruments, bodies or documents."""
        wanted = frozenset(_ids(ids, "id"))
        return self.where(lambda project: wanted.intersection(project.supports))


@final
class Documents(Collection["Document"]):
    """Documents, ordered by symbol. Symbols are understood in any spelling."""

    kind = "documents"
    __slots__ = ()

    def _canonical(self, key: str) -> str:
        from peaceops.errors import BadSymbol
        from peaceops.symbols import canonical

        try:
            return canonical(key)
        except BadSymbol:
            return key

    def by(self, *issuers: str) -> Documents:
        """Keep documents of any of these issuers."""
        wanted = self._known("organizations", _ids(issuers, "issuer"))
        return self.where(lambda document: document.issuer in wanted)

    def of_kind(self, *kinds: DocumentKind) -> Documents:
        """Keep documents of any of these kinds."""
        wanted = _values(kinds, DocumentKind)
        return self.where(lambda document: document.kind in wanted)

    def mentioning(self, *crimes: CrimeType) -> Documents:
        """Keep documents that name any of these crimes; those not read are left out."""
        wanted = _values(crimes, CrimeType)
        return self.where(
            lambda document: any(mention.crime in wanted for mention in document.mentions or ())
        )


@final
class Instruments(Collection["Instrument"]):
    """Instruments, ordered by id."""

    kind = "instruments"
    __slots__ = ()

    def of_kind(self, *kinds: InstrumentKind) -> Instruments:
        """Keep instruments of any of these kinds."""
        wanted = _values(kinds, InstrumentKind)
        return self.where(lambda instrument: instrument.kind in wanted)

    def defining(self, *crimes: CrimeType) -> Instruments:
        """Keep instruments with an article that defines any of these crimes."""
        wanted = _values(crimes, CrimeType)
        return self.where(
            lambda instrument: any(definition.crime in wanted for definition in instrument.defines)
        )

    def countering(self, *crimes: CrimeType) -> Instruments:
        """Keep instruments about any of these crimes."""
        wanted = _values(crimes, CrimeType)
        return self.where(lambda instrument: wanted.intersection(instrument.crimes))


@final
class Organizations(Collection["Organization"]):
    """Organizations, ordered by id."""

    kind = "organizations"
    __slots__ = ()

    def of_kind(self, *kinds: OrganizationKind) -> Organizations:
        """Keep organizations of any of these kinds."""
        wanted = _values(kinds, OrganizationKind)
        return self.where(lambda organization: organization.kind in wanted)

    def within(self, *parents: str) -> Organizations:
        """Keep direct parts of any of these organizations."""
        wanted = self._known("organizations", _ids(parents, "organization"))
        return self.where(lambda organization: organization.parent in wanted)

    def with_member(self, member: str, on: Day) -> Organizations:
        """Keep organizations to which a place or organization belonged on a day."""
        when = as_day(on)
        return self.where(lambda organization: member in organization.members_on(when))


@final
class Places(Collection["Place"]):
    """Places, ordered by id."""

    kind = "places"
    __slots__ = ()

    def of_kind(self, *kinds: PlaceKind) -> Places:
        """Keep places of any of these kinds."""
        wanted = _values(kinds, PlaceKind)
        return self.where(lambda place: place.kind in wanted)

    def within(self, *places: str) -> Places:
        """Keep places that any of these contains directly."""
        wanted = self._known("places", _ids(places, "place"))
        return self.where(lambda place: wanted.intersection(place.within))

    def existing_on(self, day: Day) -> Places:
        """Keep places that may have existed under their identity on a day."""
        on = as_day(day)
        return self.where(lambda place: place.existed_on(on))

    def by_code(self, scheme: CodeScheme, value: str, on: Day) -> Place:
        """Return the place that a code stood for on a day.

        The day is required, since codes change hands: Gleditsch-Ward 345 is Yugoslavia to
        2006-06-04. Raises :class:`UnknownId` where no place, :class:`AmbiguousName` where
        several had the code.
        """
        when = as_day(on)
        found = [
            place
            for place in self
            for code in place.codes
            if code.scheme is scheme and code.value == value and code.valid_on(when)
        ]
        if not found:
            raise UnknownId(f"place with the {scheme.label} code on {when}", value)
        if len(found) > 1:
            raise AmbiguousName("place", value, (place.id for place in found))
        return found[0]


_COLLECTIONS: dict[str, type[Collection[Any]]] = {
    collection.kind: collection
    for collection in (
        Missions, Mandates, Tasks, Regimes, Measures, Projects, Documents, Instruments,
        Organizations, Places,
    )
}  # fmt: skip


# --- the dataset ------------------------------------------------------------------------------


@final
class Dataset:
    """All records of one release, or of one release with a user's own on top.

    ``version`` is the release, ``data_date`` the day to which its curators looked, ``as_of``
    the day of a dataset made by :meth:`at` (None for a whole one). Two datasets are equal
    where their fingerprints and days are.
    """

    def __init__(
        self,
        tables: Mapping[str, Table[Any]],
        *,
        version: str,
        data_date: str,
        released: str | None = None,
        as_of: Day | None = None,
        whole: Dataset | None = None,
    ) -> None:
        self._tables = {kind: tables[kind] for kind in KINDS}
        self.version: str = version
        self.data_date: str = data_date
        self.as_of: date | None = None if as_of is None else as_day(as_of)
        self._released = released
        self._whole = whole

    @property
    def whole(self) -> Dataset:
        """The dataset that this one is a view of; itself where it is no view."""
        return self if self._whole is None else self._whole

    def collection(self, kind: str) -> Collection[Any]:
        """Return a collection by its name, such as ``"missions"``.

        Raises :class:`UnknownId` for a name that is no kind of record.
        """
        if kind not in _COLLECTIONS:
            from difflib import get_close_matches

            raise UnknownId("kind", kind, get_close_matches(kind, _COLLECTIONS, 3))
        found: Collection[Any] = getattr(self, kind)
        return found

    @cached_property
    def missions(self) -> Missions:
        """The missions."""
        return Missions(self, self._tables["missions"])

    @cached_property
    def regimes(self) -> Regimes:
        """The sanctions regimes."""
        return Regimes(self, self._tables["regimes"])

    @cached_property
    def projects(self) -> Projects:
        """The projects."""
        return Projects(self, self._tables["projects"])

    @cached_property
    def documents(self) -> Documents:
        """The documents."""
        return Documents(self, self._tables["documents"])

    @cached_property
    def instruments(self) -> Instruments:
        """The instruments."""
        return Instruments(self, self._tables["instruments"])

    @cached_property
    def organizations(self) -> Organizations:
        """The organizations."""
        return Organizations(self, self._tables["organizations"])

    @cached_property
    def places(self) -> Places:
        """The places."""
        return Places(self, self._tables["places"])

    @cached_property
    def mandates(self) -> Mandates:
        """The mandates of all missions; in a view, those in force on its day."""
        found = (mandate for mission in self.missions for mandate in mission.mandates)
        mandates = Mandates(self, MemoryTable(found))
        return mandates if self.as_of is None else mandates.active_on(self.as_of)

    @cached_property
    def measures(self) -> Measures:
        """The measures of all regimes; in a view, those in force on its day."""
        found = (measure for regime in self.regimes for measure in regime.measures)
        measures = Measures(self, MemoryTable(found))
        return measures if self.as_of is None else measures.active_on(self.as_of)

    @cached_property
    def tasks(self) -> Tasks:
        """The tasks of all missions, regimes and projects; in a view, those of its day."""
        tasks = Tasks(self, MemoryTable(task for task, _ in self._tasks_with_spans()))
        return tasks if self.as_of is None else tasks.active_on(self.as_of)

    @cached_property
    def task_spans(self) -> Mapping[str, tuple[Span, Date | None, bool]]:
        """How long each task stood: ``{task id: (span, known until, sure)}``."""
        return {task.id: span for task, span in self._tasks_with_spans()}

    def _tasks_with_spans(self) -> Iterator[tuple[Task, tuple[Span, Date | None, bool]]]:
        from peaceops.model.mandate import task_span

        for mission in self.missions:
            for index, mandate in enumerate(mission.mandates):
                if mandate.tasks:
                    span, sure = task_span(mission.mandates, index)
                    for task in mandate.tasks:
                        yield task, (span, mission.known_until, sure)
            for task in mission.reported_tasks:
                yield task, (mission.span, mission.known_until, False)
        for regime in self.regimes:
            for body in regime.monitoring:
                for index, mandate in enumerate(body.mandates):
                    if mandate.tasks:
                        span, sure = task_span(body.mandates, index)
                        for task in mandate.tasks:
                            yield task, (span, regime.known_until, sure)
            for task in regime.tasks:
                yield task, (regime.span, regime.known_until, False)
        for project in self.projects:
            span = project.span or Span(open_end=OpenEnd.UNKNOWN)
            for task in project.tasks:
                yield task, (span, project.known_until, project.span is not None)

    def owner(self, key: str) -> Mission | SanctionsRegime | Project:
        """Return the mission, regime or project with an id; raises :class:`UnknownId`."""
        for kind in ("missions", "regimes", "projects"):
            record: Mission | SanctionsRegime | Project | None = self._tables[kind].get(key)
            if record is not None:
                return record
        raise UnknownId("mission, regime or project", key, self.missions.near(key))

    def known_until(self, key: str) -> Date | None:
        """Return the day to which a mission, regime or project is known."""
        return self.owner(key).known_until

    def at(self, day: Day, *, certainly: bool = False) -> Dataset:
        """Return the dataset as it was in force on a day.

        Missions, regimes and projects at work on the day stay whole, with their history;
        ``mandates``, ``tasks`` and ``measures`` are those in force. Documents, instruments,
        organizations and places are those that may have existed. By default what may have been
        in force is kept, with ``certainly`` only what must have been, whichever way imprecise
        dates are read. Ids still resolve against :attr:`whole`.
        """
        on = as_day(day)
        whole = self.whole

        def kept(kind: str) -> Iterator[Any]:
            for record in whole.collection(kind):
                if _in_view(record, on, certainly=certainly):
                    yield record

        tables = {kind: MemoryTable(kept(kind)) for kind in KINDS}
        return Dataset(
            tables, version=self.version, data_date=self.data_date, as_of=on, whole=whole
        )

    def with_records(self, kind: str, records: Iterable[Any]) -> Dataset:
        """Return a dataset in which these records of a kind replace or join the present ones."""
        self.collection(kind)
        merged = {record.id: record for record in self._tables[kind].all()}
        merged.update((record.id, record) for record in records)
        tables = {**self._tables, kind: MemoryTable(merged.values())}
        return Dataset(tables, version=self.version, data_date=self.data_date)

    @property
    def tables(self) -> dict[str, FlatTable]:
        """Every record and every part of it as flat, linked tables: ``{name: table}``."""
        from peaceops import tables

        return tables.tables({kind: self.collection(kind) for kind in KINDS})

    def panel(self, unit: Unit, *, freq: Freq, rule: When) -> FlatTable:
        """Return a research panel: one row per unit and period in which it was at work.

        ``unit`` is mission, country or regime, ``freq`` year, month or day; ``rule`` says when a
        period counts: at work on ``any`` of its days, on its ``first-day`` or its ``last-day``.
        See :func:`peaceops.panel.panel`.
        """
        from importlib import import_module

        made: FlatTable = import_module("peaceops.panel").panel(self, unit, freq=freq, rule=rule)
        return made

    def export(self, folder: str, form: str) -> tuple[str, ...]:
        """Write the dataset below a folder in a format, such as ``"json"``.

        Formats are plug-ins found by name in ``peaceops.export``. Returns the paths written;
        raises ValueError for a format that is not known.
        """
        from importlib import import_module
        from pathlib import Path

        formats = import_module("peaceops.export").FORMATS
        if form not in formats:
            raise ValueError(f"{form!r} is not a format; one of: {', '.join(formats)}")
        target = Path(folder)
        target.mkdir(parents=True, exist_ok=True)
        module = import_module(f"peaceops.export.{form}")
        return tuple(str(path) for path in module.export(self, target))

    @property
    def fingerprint(self) -> str:
        """SHA-256 over all records, the same on every platform and from every source."""
        return rows.fingerprint(
            {kind: zip(table.ids, table.all(), strict=True) for kind, table in self._tables.items()}
        )

    def verify(self) -> str:
        """Recompute the fingerprint and hold it against the one the data came with.

        Returns the fingerprint; raises :class:`Tampered` where any record differs from what
        was released or first read.
        """
        found = self.fingerprint
        if self._released is not None and found != self._released:
            raise Tampered(
                f"the records in memory (fingerprint {found[:12]}…) are not those of release "
                f"{self.version} ({self._released[:12]}…)"
            )
        return found

    def __eq__(self, other: object) -> bool:
        """Whether the other holds equal records as of the same day."""
        if not isinstance(other, Dataset):
            return NotImplemented
        return self.as_of == other.as_of and self.fingerprint == other.fingerprint

    def __hash__(self) -> int:
        """Hash by fingerprint and day."""
        return hash((self.fingerprint, self.as_of))

    def __repr__(self) -> str:
        """Show version, day and counts."""
        counts = ", ".join(f"{len(table.ids)} {kind}" for kind, table in self._tables.items())
        on = f" as of {self.as_of}" if self.as_of is not None else ""
        return f"<Dataset {self.version} ({self.data_date}){on}: {counts}>"


def _in_view(record: Any, day: date, *, certainly: bool) -> bool:
    active = getattr(record, "active_on", None)
    if active is not None:
        return bool(active(day, certainly=certainly))
    existed = getattr(record, "existed_on", None)
    if existed is not None:
        return bool(existed(day))
    for name in ("date", "adopted", "founded"):
        begun = getattr(record, name, None)
        if begun is not None and begun.earliest > day:
            return False
    dissolved = getattr(record, "dissolved", None)
    return dissolved is None or dissolved.latest >= day
