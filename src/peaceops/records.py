"""The collections of each kind of record, with the verbs that its users ask for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, final

from peaceops.collection import Collection, named, terms_of
from peaceops.dates import Day, as_day
from peaceops.errors import AmbiguousName, UnknownId
from peaceops.kinds import KINDS
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


@final
class Missions(Collection["Mission"]):
    """Missions, ordered by id."""

    kind = "missions"
    __slots__ = ()

    def by(self, *organizations: str) -> Missions:
        """Keep missions run by any of these organizations (alone or with others)."""
        wanted = self._known("organizations", named(organizations, "organization"))
        return self.where(lambda mission: wanted.intersection(mission.organization))

    def of_kind(self, *kinds: MissionKind) -> Missions:
        """Keep missions of any of these kinds."""
        wanted = terms_of(kinds, MissionKind)
        return self.where(lambda mission: mission.kind in wanted)

    def in_place(self, *places: str) -> Missions:
        """Keep missions whose record names any of these places (ids such as ``ML``)."""
        wanted = self._known("places", named(places, "place"))
        return self.where(lambda mission: wanted.intersection(mission.places))

    def active_on(self, day: Day, *, certainly: bool = False) -> Missions:
        """Keep missions that may have been (``certainly``: must have been) at work on a day.

        A mission of which nothing is known after ``known_until`` is not active on later days.
        """
        return self._on(as_day(day), certainly=certainly)

    def counted_by(self, *counters: Counter | str) -> Missions:
        """Keep missions that any of these lists counts, as far as the list was read.

        A list is named by its member or its code, such as ``"sipri"``; the codebook says by
        which rule each counts. Raises ValueError for a code that is none.
        """
        members = (Counter.of(item) if isinstance(item, str) else item for item in counters)
        wanted = terms_of(members, Counter)
        return self.where(lambda mission: wanted.intersection(mission.counted_by))

    def countering(
        self,
        *crimes: CrimeType,
        on: Day | None = None,
        certainly: bool = False,
        reported: bool = False,
    ) -> Missions:
        """Keep missions that a mandate document tasks against any of these crimes.

        ``on`` asks for tasks that may have stood (``certainly``: must have stood) on that day,
        see :meth:`Tasks.active_on`; otherwise any time counts. In ``ds.at(day)`` its day and
        its ``certainly`` are the default. ``reported`` adds missions of which a source says so
        without a mandate.
        """
        wanted = terms_of(crimes, CrimeType)
        tasks = self._tasks(on, certainly=certainly, reported=reported)
        return self._with_task(tasks, lambda task: bool(wanted.intersection(task.crimes)))

    def with_activity(
        self,
        *activities: Activity,
        on: Day | None = None,
        certainly: bool = False,
        reported: bool = False,
    ) -> Missions:
        """Keep missions that a mandate document gives any of these activities.

        ``on``, ``certainly`` and ``reported`` as in :meth:`countering`.
        """
        wanted = terms_of(activities, Activity)
        tasks = self._tasks(on, certainly=certainly, reported=reported)
        return self._with_task(tasks, lambda task: task.activity in wanted)

    def _tasks(self, on: Day | None, *, certainly: bool, reported: bool) -> Tasks:
        if on is not None:
            tasks = self._dataset.whole.tasks.active_on(on, certainly=certainly)
        elif certainly and self._dataset.as_of is None:
            raise TypeError("certainly needs a day: name it with on")
        else:
            tasks = self._dataset.tasks
        return tasks if reported else tasks.mandated()

    def _with_task(self, tasks: Tasks, fits: Callable[[Task], bool]) -> Missions:
        owners = {task.owner for task in tasks if fits(task)}
        return self.where(lambda mission: mission.id in owners)


@final
class Mandates(Collection["Mandate"]):
    """Mandates of missions, ordered by mission and date."""

    kind = "mandates"
    __slots__ = ()

    def of(self, *missions: str) -> Mandates:
        """Keep the mandates of any of these missions."""
        wanted = self._known("missions", named(missions, "mission"))
        return self.where(lambda mandate: mandate.owner in wanted)

    def from_document(self, *symbols: str) -> Mandates:
        """Keep what any of these documents does (symbols in any spelling)."""
        wanted = self._documents(symbols)
        return self.where(lambda mandate: mandate.document in wanted)

    def with_action(self, *actions: MandateAction) -> Mandates:
        """Keep mandates that do any of these things."""
        wanted = terms_of(actions, MandateAction)
        return self.where(lambda mandate: wanted.intersection(mandate.actions))

    def with_activity(self, *activities: Activity) -> Mandates:
        """Keep mandates that give a task with any of these activities."""
        wanted = terms_of(activities, Activity)
        return self.where(lambda mandate: any(task.activity in wanted for task in mandate.tasks))

    def countering(self, *crimes: CrimeType) -> Mandates:
        """Keep mandates that give a task against any of these crimes."""
        wanted = terms_of(crimes, CrimeType)
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
        wanted = frozenset(named(owners, "mission, regime or project"))
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
        wanted = self._documents(symbols)
        return self.where(lambda task: task.document in wanted)

    def with_activity(self, *activities: Activity) -> Tasks:
        """Keep tasks with any of these activities."""
        wanted = terms_of(activities, Activity)
        return self.where(lambda task: task.activity in wanted)

    def with_modality(self, *modalities: Modality) -> Tasks:
        """Keep tasks to be done in any of these ways."""
        wanted = terms_of(modalities, Modality)
        return self.where(lambda task: task.modality in wanted)

    def with_strength(self, *strengths: Strength) -> Tasks:
        """Keep tasks that the document asks for with any of these verbs."""
        wanted = terms_of(strengths, Strength)
        return self.where(lambda task: task.strength in wanted)

    def countering(self, *crimes: CrimeType) -> Tasks:
        """Keep tasks against any of these crimes; without an argument, against any crime."""
        if not crimes:
            return self.where(lambda task: task.crimes)
        wanted = terms_of(crimes, CrimeType)
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
        wanted = self._known("organizations", named(organizations, "organization"))
        return self.where(lambda regime: wanted.intersection(regime.imposed_by))

    def in_place(self, *places: str) -> Regimes:
        """Keep regimes about any of these places (ids such as ``LY``)."""
        wanted = self._known("places", named(places, "place"))
        return self.where(lambda regime: wanted.intersection(regime.places))

    def active_on(self, day: Day, *, certainly: bool = False) -> Regimes:
        """Keep regimes that may have been (``certainly``: must have been) in force on a day."""
        return self._on(as_day(day), certainly=certainly)

    def imposing(
        self, *kinds: MeasureKind, on: Day | None = None, certainly: bool = False
    ) -> Regimes:
        """Keep regimes with a measure of any of these kinds.

        ``on`` asks for measures that may have been (``certainly``: must have been) in force on
        that day, otherwise any time counts. In ``ds.at(day)`` its day and its ``certainly`` are
        the default.
        """
        wanted = terms_of(kinds, MeasureKind)
        day, sure = self._day(on, certainly=certainly)
        return self.where(
            lambda regime: any(
                measure.kind in wanted
                for measure in (
                    regime.measures if day is None else regime.measures_on(day, certainly=sure)
                )
            )
        )

    def countering(
        self, *crimes: CrimeType, on: Day | None = None, certainly: bool = False
    ) -> Regimes:
        """Keep regimes that can list people or entities for any of these crimes.

        ``on`` and ``certainly`` as in :meth:`imposing`.
        """
        wanted = terms_of(crimes, CrimeType)
        day, sure = self._day(on, certainly=certainly)
        return self.where(
            lambda regime: any(
                wanted.intersection(criterion.crimes)
                for criterion in (
                    regime.criteria if day is None else regime.criteria_on(day, certainly=sure)
                )
            )
        )

    def _day(self, on: Day | None, *, certainly: bool) -> tuple[Day | None, bool]:
        if on is not None:
            return as_day(on), certainly
        if certainly and self._dataset.as_of is None:
            raise TypeError("certainly needs a day: name it with on")
        return self._dataset.as_of, self._dataset.certainly or certainly

    def criteria(self, *crimes: CrimeType) -> tuple[tuple[SanctionsRegime, Criterion], ...]:
        """Return the designation criteria about any of these crimes, each with its regime."""
        wanted = terms_of(crimes, CrimeType)
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
        wanted = self._known("regimes", named(regimes, "regime"))
        return self.where(lambda measure: measure.owner in wanted)

    def of_kind(self, *kinds: MeasureKind) -> Measures:
        """Keep measures of any of these kinds."""
        wanted = terms_of(kinds, MeasureKind)
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
        wanted = self._documents(symbols)
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
        wanted = self._known("organizations", named(organizations, "organization"))
        return self.where(
            lambda project: wanted.intersection((project.lead, *project.implementers))
        )

    def funded_by(self, *donors: str) -> Projects:
        """Keep projects that any of these donors (places or organizations) pays for."""
        wanted = self._known(("places", "organizations"), named(donors, "donor"))
        return self.where(lambda project: any(d.donor in wanted for d in project.donors))

    def in_place(self, *places: str) -> Projects:
        """Keep projects in any of these places."""
        wanted = self._known("places", named(places, "place"))
        return self.where(lambda project: wanted.intersection(project.places))

    def active_on(self, day: Day, *, certainly: bool = False) -> Projects:
        """Keep projects that may have (``certainly``: must have) run on a day."""
        return self._on(as_day(day), certainly=certainly)

    def countering(self, *crimes: CrimeType) -> Projects:
        """Keep projects about any of these crimes."""
        wanted = terms_of(crimes, CrimeType)
        return self.where(lambda project: wanted.intersection(project.crimes))

    def with_activity(self, *activities: Activity) -> Projects:
        """Keep projects with a task of any of these activities."""
        wanted = terms_of(activities, Activity)
        return self.where(lambda project: any(task.activity in wanted for task in project.tasks))

    def supporting(self, *ids: str) -> Projects:
        """Keep projects that serve any of these missions, instruments, bodies or documents."""
        wanted = self._known(tuple(KINDS), named(ids, "id"))
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
        wanted = self._known("organizations", named(issuers, "issuer"))
        return self.where(lambda document: document.issuer in wanted)

    def of_kind(self, *kinds: DocumentKind) -> Documents:
        """Keep documents of any of these kinds."""
        wanted = terms_of(kinds, DocumentKind)
        return self.where(lambda document: document.kind in wanted)

    def mentioning(self, *crimes: CrimeType, operative: bool = False) -> Documents:
        """Keep documents that name any of these crimes; without an argument, any crime.

        ``operative`` asks for a numbered paragraph, not the preamble or an annex. Documents that
        were not read for crimes are left out, see :meth:`read_for_crimes`.
        """
        wanted = terms_of(crimes, CrimeType) if crimes else frozenset(CrimeType)
        return self.where(
            lambda document: any(
                mention.crime in wanted and (mention.operative or not operative)
                for mention in document.mentions or ()
            )
        )

    def read_for_crimes(self) -> Documents:
        """Keep documents of which the whole text was read for the crimes that it names."""
        return self.where(lambda document: document.mentions is not None)


@final
class Instruments(Collection["Instrument"]):
    """Instruments, ordered by id."""

    kind = "instruments"
    __slots__ = ()

    def of_kind(self, *kinds: InstrumentKind) -> Instruments:
        """Keep instruments of any of these kinds."""
        wanted = terms_of(kinds, InstrumentKind)
        return self.where(lambda instrument: instrument.kind in wanted)

    def defining(self, *crimes: CrimeType) -> Instruments:
        """Keep instruments with an article that defines any of these crimes."""
        wanted = terms_of(crimes, CrimeType)
        return self.where(
            lambda instrument: any(definition.crime in wanted for definition in instrument.defines)
        )

    def countering(self, *crimes: CrimeType) -> Instruments:
        """Keep instruments about any of these crimes."""
        wanted = terms_of(crimes, CrimeType)
        return self.where(lambda instrument: wanted.intersection(instrument.crimes))


@final
class Organizations(Collection["Organization"]):
    """Organizations, ordered by id."""

    kind = "organizations"
    __slots__ = ()

    def of_kind(self, *kinds: OrganizationKind) -> Organizations:
        """Keep organizations of any of these kinds."""
        wanted = terms_of(kinds, OrganizationKind)
        return self.where(lambda organization: organization.kind in wanted)

    def within(self, *parents: str) -> Organizations:
        """Keep direct parts of any of these organizations."""
        wanted = self._known("organizations", named(parents, "organization"))
        return self.where(lambda organization: organization.parent in wanted)

    def with_member(self, member: str, on: Day) -> Organizations:
        """Keep organizations to which a place or organization belonged on a day."""
        when = as_day(on)
        self._known(("places", "organizations"), (member,))
        return self.where(lambda organization: member in organization.members_on(when))


@final
class Places(Collection["Place"]):
    """Places, ordered by id."""

    kind = "places"
    __slots__ = ()

    def of_kind(self, *kinds: PlaceKind) -> Places:
        """Keep places of any of these kinds."""
        wanted = terms_of(kinds, PlaceKind)
        return self.where(lambda place: place.kind in wanted)

    def within(self, *places: str) -> Places:
        """Keep places that any of these contains directly."""
        wanted = self._known("places", named(places, "place"))
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
