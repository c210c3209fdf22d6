"""The dataset: ids resolved, views of a day, panels, exports, fingerprints.

A :class:`Dataset` holds one table of records per kind and resolves the ids that records hold.
Every collection is immutable; each verb returns a collection of the same type, so that verbs
chain and a checker knows the type after each. The order is always that of the ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, final

from peaceops import rows
from peaceops.collection import Collection, MemoryTable, Table, fold
from peaceops.dates import Date, Day, OpenEnd, Span, as_day
from peaceops.days import DayIndex
from peaceops.errors import Tampered, UnknownId
from peaceops.kinds import KINDS, record_class
from peaceops.records import (
    Documents,
    Instruments,
    Mandates,
    Measures,
    Missions,
    Organizations,
    Places,
    Projects,
    Regimes,
    Tasks,
)

if TYPE_CHECKING:
    from peaceops.citing import Form
    from peaceops.model import Mission, Project, SanctionsRegime, Task
    from peaceops.model._record import Record
    from peaceops.tables import Table as FlatTable

__all__ = [
    "Collection", "Dataset", "Documents", "Freq", "Instruments", "Mandates", "Measures",
    "MemoryTable", "Missions", "Organizations", "Places", "Projects", "Regimes", "Table",
    "Tasks", "Unit", "When", "fold",
]  # fmt: skip

Unit = Literal["mission", "country", "regime", "measure"]
"""What a panel has rows for."""
Freq = Literal["year", "month", "day"]
"""How long the periods of a panel are."""
When = Literal["any", "first-day", "last-day"]
"""On which of its days a unit has to be at work for a period to count."""


_COLLECTIONS: dict[str, type[Collection[Any]]] = {
    collection.kind: collection
    for collection in (
        Missions, Mandates, Tasks, Regimes, Measures, Projects, Documents, Instruments,
        Organizations, Places,
    )
}  # fmt: skip


@final
class Dataset:
    """All records of one release, or of one release with a user's own on top.

    ``version`` is the release, ``data_date`` the day to which its curators looked, ``as_of``
    the day of a dataset made by :meth:`at` (None for a whole one), ``certainly`` whether it
    holds only what must have been in force then. Two datasets are equal
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
        certainly: bool = False,
        whole: Dataset | None = None,
    ) -> None:
        self._tables = {kind: tables[kind] for kind in KINDS}
        self.version: str = version
        self.data_date: str = data_date
        self.as_of: date | None = None if as_of is None else as_day(as_of)
        self.certainly: bool = certainly
        self._released = released
        self._days: dict[str, dict[str, tuple[date, date]]] = {}
        self._indexes: dict[str, tuple[tuple[Any, ...], DayIndex]] = {}
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
        if self.as_of is None:
            return mandates
        return mandates.active_on(self.as_of, certainly=self.certainly)

    @cached_property
    def measures(self) -> Measures:
        """The measures of all regimes; in a view, those in force on its day."""
        found = (measure for regime in self.regimes for measure in regime.measures)
        measures = Measures(self, MemoryTable(found))
        if self.as_of is None:
            return measures
        return measures.active_on(self.as_of, certainly=self.certainly)

    @cached_property
    def tasks(self) -> Tasks:
        """The tasks of all missions, regimes and projects; in a view, those of its day."""
        tasks = Tasks(self, MemoryTable(task for task, _ in self._tasks_with_spans()))
        if self.as_of is None:
            return tasks
        return tasks.active_on(self.as_of, certainly=self.certainly)

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
            for record in whole.possibly_on(kind, on):
                if not certainly or _surely(record, on):
                    yield record

        tables = {kind: MemoryTable(kept(kind), ordered=True) for kind in KINDS}
        return Dataset(
            tables, version=self.version, data_date=self.data_date, as_of=on,
            certainly=certainly, whole=whole,
        )  # fmt: skip

    def possible_days(self, kind: str) -> Mapping[str, tuple[date, date]]:
        """Return the first and the last day on which each record of a kind may have been there.

        At work, in force or existing, whichever way imprecise dates are read; nothing is claimed
        beyond the day to which a record is known. ``{id: (first day, last day)}``, worked out
        once.
        """
        if kind not in self._days:
            self._days[kind] = {
                record.id: _possible_days(record) for record in self.collection(kind)
            }
        return self._days[kind]

    def possibly_on(self, kind: str, day: date) -> list[Any]:
        """Return the records of a kind that :meth:`possible_days` puts on a day, by id.

        An index of the days, made once, finds them without looking at the others.
        """
        if kind not in self._indexes:
            days = self.possible_days(kind)
            records = tuple(self.collection(kind))
            self._indexes[kind] = records, DayIndex(days[record.id] for record in records)
        records, index = self._indexes[kind]
        return [records[number] for number in index.on(day)]

    def with_records(self, kind: str, records: Iterable[Any]) -> Dataset:
        """Return a whole dataset in which these records of a kind replace or join the present.

        Of a view, the records join the dataset that it is a view of, so that ids resolve.
        """
        if self._whole is not None:
            return self._whole.with_records(kind, records)
        self.collection(kind)
        merged = {record.id: record for record in self._tables[kind].all()}
        merged.update((record.id, record) for record in records)
        tables = {**self._tables, kind: MemoryTable(merged.values())}
        return Dataset(tables, version=self.version, data_date=self.data_date)

    def regimes_beside(self, mission: str, day: Day, *, certainly: bool = False) -> Regimes:
        """Return the sanctions regimes in force on a day in a place where a mission worked.

        Raises :class:`UnknownId` for a mission that is not in the dataset. The regimes that may
        have been in force are given, with ``certainly`` only those that must have been.
        """
        places = self.whole.missions[mission].places
        found: Regimes = self.whole.regimes.in_place(*places)
        return found.active_on(day, certainly=certainly)

    def of_organization(self, *organizations: str) -> Dataset:
        """Return a view with the missions that any of these runs and the regimes it imposed."""
        view = self.only("missions", MemoryTable(self.missions.by(*organizations)))
        return view.only("regimes", MemoryTable(self.regimes.by(*organizations)))

    def only(self, kind: str, records: Table[Any]) -> Dataset:
        """Return a view with these records of a kind alone; ids resolve against :attr:`whole`."""
        self.collection(kind)
        return Dataset(
            {**self._tables, kind: records}, version=self.version, data_date=self.data_date,
            as_of=self.as_of, certainly=self.certainly, whole=self.whole,
        )  # fmt: skip

    @property
    def tables(self) -> dict[str, FlatTable]:
        """Every record and every part of it as flat, linked tables: ``{name: table}``."""
        from peaceops import tables

        return tables.tables({kind: self.collection(kind) for kind in KINDS})

    def panel(self, unit: Unit, *, freq: Freq, rule: When) -> FlatTable:
        """Return a research panel: one row per unit and period in which it was at work.

        ``unit`` is mission, country, regime or measure, ``freq`` year, month or day; ``rule`` says when a
        period counts: at work on ``any`` of its days, on its ``first-day`` or its ``last-day``.
        See :func:`peaceops.panel.panel`.
        """
        from importlib import import_module

        made: FlatTable = import_module("peaceops.panel").panel(self, unit, freq=freq, rule=rule)
        return made

    def cite(self, form: Form = "apa", *, of: Iterable[Any] | Record = ()) -> str:
        """Cite this dataset, with ``of`` also every document behind a record or records.

        ``form`` is ``bibtex``, ``ris``, ``apa`` or ``csl``; see :func:`peaceops.cite`.
        """
        from importlib import import_module

        made: str = import_module("peaceops.citing").cite(form, of=of, dataset=self)
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
        found, wrong = "", self._misfit()
        if wrong is None:
            try:
                found = self.fingerprint
            except ValueError as error:
                wrong = str(error)
        if wrong is not None:
            raise Tampered(f"the records in memory are no records any more: {wrong}")
        if self._released is not None and found != self._released:
            raise Tampered(
                f"the records in memory (fingerprint {found[:12]}…) are not those of release "
                f"{self.version} ({self._released[:12]}…)"
            )
        return found

    def _misfit(self) -> str | None:
        """Say which slot of a record holds another type than its class declares."""
        from peaceops.slots import misfit

        for kind, table in self._tables.items():
            cls = record_class(KINDS[kind])
            for record in table.all():
                try:
                    wrong = misfit(record, cls)
                except AttributeError as error:  # a slot was emptied
                    wrong = str(error)
                if wrong is not None:
                    return wrong
        return None

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


def _possible_days(record: Any) -> tuple[date, date]:
    """Give the bounds that :meth:`Span.covers` draws for a question that is not certain."""
    if hasattr(record, "span"):
        span: Span | None = record.span
        if span is None:
            return date.max, date.min
        first, last = span.start, span.end or record.known_until
    else:
        names = ("start", "date", "adopted", "founded")
        first = next((value for name in names if (value := getattr(record, name, None))), None)
        last = getattr(record, "end", None) or getattr(record, "dissolved", None)
    return (
        first.earliest if first is not None else date.min,
        last.latest if last is not None else date.max,
    )


def _surely(record: Any, day: date) -> bool:
    """Whether a record that can say so was certainly at work or in force."""
    active = getattr(record, "active_on", None)
    return active is None or bool(active(day, certainly=True))
