"""The list of each kind: its columns, its rows, and what its filters need to know."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from attrs import field, frozen
from markupsafe import Markup

from peaceops.collection import fold
from peaceops.dates import Date, OpenEnd, Span
from peaceops.vocab import CrimeType
from website.view import View, title_of

FIRST, LAST = date(1, 1, 1), date(9999, 12, 31)


@frozen
class Choice:
    """A value that a filter offers."""

    value: str
    label: str


@frozen
class Filter:
    """A filter over the rows: a list to choose from, a day, or years."""

    name: str
    label: str
    kind: str = "choice"
    choices: tuple[Choice, ...] = ()


@frozen
class Row:
    """A record in the list; ``data`` is what filters compare, by the name of the filter."""

    cells: tuple[Markup, ...]
    data: dict[str, str] = field(factory=dict)


@frozen
class Listing:
    """The list of a kind."""

    kind: str
    title: str
    about: str
    columns: tuple[str, ...]
    filters: tuple[Filter, ...]
    rows: tuple[Row, ...]


def possible(span: Span, known: Date | None) -> tuple[date, date]:
    """Return the first and the last day that :meth:`Span.covers` may be true for."""
    last = span.end or known
    return span.start.earliest if span.start else FIRST, last.latest if last else LAST


def on_days(pairs: Iterable[tuple[str, Span, Date | None]]) -> str:
    """Write values with the days on which they may hold: ``piracy/2008-06-02/2009-01-01``."""
    found: dict[str, None] = {}
    for value, span, known in pairs:
        first, last = possible(span, known)
        if first <= last:
            found[f"{value}/{first}/{last}"] = None
    return " ".join(sorted(found))


def standing(span: Span | None, known: Date | None) -> str:
    """Write what a script needs to say whether a span holds on a day.

    First day as early and as late as it can be, last day likewise, how it ends, and the day to
    which the record is known; parts that are not there stay empty.
    """
    if span is None:
        return ""
    parts: list[object] = ["", "", "", ""]
    if span.start:
        parts[:2] = span.start.earliest, span.start.latest
    if span.end:
        parts[2:] = span.end.earliest, span.end.latest
    end = span.open_end.value if span.open_end else ""
    return "/".join(str(part) for part in (*parts, end, known.latest if known else ""))


class Lists:
    """Makes the lists of a dataset."""

    def __init__(self, view: View, read_by: Callable[[str], Iterable[str]]) -> None:
        self.view = view
        self.data = view.dataset
        self._roles = read_by

    def all(self) -> Iterator[Listing]:
        """Give the list of every kind."""
        yield self.missions()
        yield self.regimes()
        yield self.projects()
        yield self.instruments()
        yield self.documents()
        yield self.organizations()
        yield self.places()

    # what several lists share

    def _named(self, kind: str) -> list[Any]:
        """Return the records of a kind in the order of what they are called."""
        view = self.view
        return sorted(
            self.data.collection(kind), key=lambda one: (fold(view.short(kind, one.id)), one.id)
        )

    def _choices(self, kind: str, keys: Iterable[str]) -> tuple[Choice, ...]:
        made = [Choice(key, self.view.full(kind, key)) for key in set(keys)]
        return tuple(sorted(made, key=lambda choice: (choice.label.casefold(), choice.value)))

    def _terms(self, terms: Iterable[Any]) -> tuple[Choice, ...]:
        made = {Choice(term.code, term.label) for term in terms}
        return tuple(sorted(made, key=lambda choice: (choice.label.casefold(), choice.value)))

    def _name(self, kind: str, record: Any) -> Markup:
        acronym = getattr(record, "acronym", None)
        if acronym and acronym != record.name:
            return Markup("{} <small>{}</small>").format(
                self.view.link(kind, record.id, acronym), record.name
            )
        return self.view.link(kind, record.id, title_of(record))

    def _end(self, record: Any) -> Markup:
        if record.ended is not None:
            return self.view.day(record.ended)
        words = {OpenEnd.ONGOING: "ongoing", OpenEnd.ENDED: "ended, day unknown"}
        text = words.get(record.span.open_end, "not known")
        known = record.known_until
        return Markup("{}{}").format(text, f" (known to {known})" if known else "")

    # the kinds

    def missions(self) -> Listing:
        """Missions: by organization, kind, place, status on a day, crime, review."""
        view, records = self.view, self._named("missions")
        spans = self.data.whole.task_spans
        rows = []
        for mission in records:
            crimes = [
                (crime.code, *spans[task.id][:2]) for task in mission.tasks for crime in task.crimes
            ]
            rows.append(
                Row(
                    (
                        self._name("missions", mission),
                        view.links("organizations", mission.organization),
                        Markup("{}").format(mission.kind.label),
                        view.links("places", mission.places),
                        view.day(mission.started or mission.established),
                        self._end(mission),
                        review(mission),
                    ),
                    {
                        "organization": " ".join(mission.organization),
                        "kind": mission.kind.code,
                        "place": " ".join(mission.places),
                        "crime": on_days(crimes),
                        "on": standing(mission.span, mission.known_until),
                        "review": mission.review.code,
                    },
                )
            )
        crimes_seen = {c for m in records for t in m.tasks for c in t.crimes}
        return Listing(
            "missions", "Missions",
            "Peace operations, special political missions, civilian and military missions, field "
            "operations. A mission counts as mandated against a crime where a mandate document "
            "gives it a task about it; with a day, where that task may have stood then.",
            ("Mission", "Run by", "Kind", "Where", "From", "Until", "Review"),
            (
                Filter("organization", "Run by", choices=self._choices(
                    "organizations", (key for m in records for key in m.organization))),
                Filter("kind", "Kind", choices=self._terms(m.kind for m in records)),
                Filter("place", "Place", choices=self._choices(
                    "places", (key for m in records for key in m.places))),
                Filter("crime", "Mandated against", choices=self._terms(crimes_seen)),
                Filter("on", "On the day", "day"),
                Filter("review", "Review", choices=self._terms(m.review for m in records)),
            ),
            tuple(rows),
        )  # fmt: skip

    def regimes(self) -> Listing:
        """Regimes: by imposer, place, measure, crime among the criteria, status on a day."""
        view, records = self.view, self._named("regimes")
        rows = []
        for regime in records:
            known = regime.known_until
            kinds = dict.fromkeys(measure.kind for measure in regime.measures)
            crimes = [
                (crime.code, criterion.in_force or regime.span, known)
                for criterion in regime.criteria
                for crime in criterion.crimes
            ]
            measures = [(m.kind.code, m.in_force, known) for m in regime.measures]
            rows.append(
                Row(
                    (
                        self._name("regimes", regime),
                        view.links("organizations", regime.imposed_by),
                        view.links("places", regime.places),
                        Markup("{}").format(", ".join(kind.label for kind in kinds)),
                        view.day(regime.started),
                        self._end(regime),
                        review(regime),
                    ),
                    {
                        "organization": " ".join(regime.imposed_by),
                        "place": " ".join(regime.places),
                        "measure": on_days(measures),
                        "crime": on_days(crimes),
                        "on": standing(regime.span, known),
                    },
                )
            )
        return Listing(
            "regimes", "Sanctions regimes",
            "Sanctions regimes with their measures, the bodies that watch them and the criteria "
            "for listing. With a day, measures and criteria count that may have stood then.",
            ("Regime", "Imposed by", "Where", "Measures", "From", "Until", "Review"),
            (
                Filter("organization", "Imposed by", choices=self._choices(
                    "organizations", (key for r in records for key in r.imposed_by))),
                Filter("place", "Place", choices=self._choices(
                    "places", (key for r in records for key in r.places))),
                Filter("measure", "Measure", choices=self._terms(
                    m.kind for r in records for m in r.measures)),
                Filter("crime", "Can list for", choices=self._terms(
                    c for r in records for k in r.criteria for c in k.crimes)),
                Filter("on", "On the day", "day"),
            ),
            tuple(rows),
        )  # fmt: skip

    def projects(self) -> Listing:
        """Projects: by organization, place, crime, stage, status on a day."""
        view, records = self.view, self._named("projects")
        rows = []
        for project in records:
            bodies = [key for key in (project.lead, *project.implementers) if key]
            rows.append(
                Row(
                    (
                        self._name("projects", project),
                        view.links("organizations", dict.fromkeys(bodies)),
                        view.links("places", project.places),
                        Markup("{}").format(", ".join(c.label for c in project.crimes)),
                        view.days(project.span),
                        review(project),
                    ),
                    {
                        "organization": " ".join(bodies),
                        "place": " ".join(project.places),
                        "crime": " ".join(crime.code for crime in project.crimes),
                        "status": project.status.code,
                        "on": standing(project.span, project.known_until),
                    },
                )
            )
        return Listing(
            "projects", "Projects",
            "Projects and programmes against organized crime.",
            ("Project", "Led and carried out by", "Where", "Crimes", "Dates", "Review"),
            (
                Filter("organization", "Led or carried out by", choices=self._choices(
                    "organizations",
                    (key for p in records for key in (p.lead, *p.implementers) if key))),
                Filter("place", "Place", choices=self._choices(
                    "places", (key for p in records for key in p.places))),
                Filter("crime", "Crime", choices=self._terms(
                    c for p in records for c in p.crimes)),
                Filter("status", "Stage", choices=self._terms(p.status for p in records)),
                Filter("on", "On the day", "day"),
            ),
            tuple(rows),
        )  # fmt: skip

    def instruments(self) -> Listing:
        """Instruments: by kind and crime."""
        view, records = self.view, self._named("instruments")
        rows = [
            Row(
                (
                    self._name("instruments", item),
                    Markup("{}").format(item.kind.label),
                    view.link("organizations", item.issuer) if item.issuer else Markup(""),
                    view.day(item.adopted),
                    view.day(item.in_force),
                    Markup("{}").format(", ".join(c.label for c in item.crimes)),
                ),
                {
                    "kind": item.kind.code,
                    "crime": " ".join(crime.code for crime in item.crimes),
                },
            )
            for item in records
        ]
        return Listing(
            "instruments", "Instruments",
            "Treaties, strategies and declarations that missions and projects serve.",
            ("Instrument", "Kind", "Adopted by", "Adopted", "In force", "Crimes"),
            (
                Filter("kind", "Kind", choices=self._terms(i.kind for i in records)),
                Filter("crime", "Crime", choices=self._terms(
                    c for i in records for c in i.crimes)),
            ),
            tuple(rows),
        )  # fmt: skip

    def documents(self) -> Listing:
        """Documents: by issuer, kind, crime named, what they do, year."""
        view = self.view
        records = sorted(self.data.documents, key=_newest_first)
        rows = []
        for item in records:
            named = dict.fromkeys(mention.crime for mention in item.mentions or ())
            rows.append(
                Row(
                    (
                        view.link("documents", item.id),
                        view.day(item.date),
                        Markup("{}").format(item.subject),
                        Markup("{}").format(item.kind.label),
                        Markup("{}").format(", ".join(crime.label for crime in named)),
                    ),
                    {
                        "issuer": item.issuer,
                        "kind": item.kind.code,
                        "crime": " ".join(crime.code for crime in named),
                        "role": " ".join(self._roles(item.id)),
                        "years": f"{item.date.earliest}/{item.date.latest}" if item.date else "",
                    },
                )
            )
        roles = (
            Choice("mandate", "sets, renews or ends a mandate"),
            Choice("measure", "imposes, changes or lifts a measure"),
            Choice("criterion", "gives a criterion for listing"),
            Choice("read", "was read for the crimes that it names"),
            Choice("cited", "is cited by a record"),
        )
        return Listing(
            "documents", "Documents",
            "What every fact rests on, newest first. The column of crimes is filled where the whole text was "
            "read for them.",
            ("Document", "Date", "About", "Kind", "Names"),
            (
                Filter("issuer", "Issued by", choices=self._choices(
                    "organizations", (d.issuer for d in records))),
                Filter("kind", "Kind", choices=self._terms(d.kind for d in records)),
                Filter("crime", "Names", choices=self._terms(CrimeType)),
                Filter("role", "What it does", choices=roles),
                Filter("years", "From year", "years"),
            ),
            tuple(rows),
        )  # fmt: skip

    def organizations(self) -> Listing:
        """Organizations: by kind, by what they do here, by State."""
        view, records = self.view, self._named("organizations")
        roles: dict[str, set[str]] = {}
        for mission in self.data.missions:
            for key in mission.organization:
                roles.setdefault(key, set()).add("missions")
        for regime in self.data.regimes:
            for key in regime.imposed_by:
                roles.setdefault(key, set()).add("regimes")
        for project in self.data.projects:
            for body in (project.lead, *project.implementers, *project.partners):
                roles.setdefault(body or "", set()).add("projects")
            for donor in project.donors:
                roles.setdefault(donor.donor, set()).add("donors")
        for document in self.data.documents:
            roles.setdefault(document.issuer, set()).add("documents")
        rows = [
            Row(
                (
                    self._name("organizations", item),
                    Markup("{}").format(item.kind.label),
                    view.link("organizations", item.parent) if item.parent else Markup(""),
                    view.link("places", item.place) if item.place else Markup(""),
                    view.day(item.founded),
                ),
                {
                    "kind": item.kind.code,
                    "role": " ".join(sorted(roles.get(item.id, ()))),
                    "place": item.place or "",
                },
            )
            for item in records
        ]
        return Listing(
            "organizations", "Organizations",
            "Who sends missions, imposes sanctions, runs and pays projects, issues documents.",
            ("Organization", "Kind", "Part of", "State", "Founded"),
            (
                Filter("kind", "Kind", choices=self._terms(o.kind for o in records)),
                Filter("role", "What it does here", choices=(
                    Choice("missions", "runs missions"), Choice("regimes", "imposes sanctions"),
                    Choice("projects", "has a part in projects"),
                    Choice("donors", "pays projects"), Choice("documents", "issues documents"))),
                Filter("place", "State", choices=self._choices(
                    "places", (o.place for o in records if o.place))),
            ),
            tuple(rows),
        )  # fmt: skip

    def places(self) -> Listing:
        """Places: by kind, by what happens there, by the day on which they existed."""
        records = self._named("places")
        there: dict[str, dict[str, int]] = {}
        for kind in ("missions", "regimes", "projects"):
            for record in self.data.collection(kind):
                for key in record.places:
                    counts = there.setdefault(key, {})
                    counts[kind] = counts.get(kind, 0) + 1
        rows = []
        for place in records:
            counts = there.get(place.id, {})
            open_end = None if place.end else OpenEnd.ONGOING
            rows.append(
                Row(
                    (
                        self._name("places", place),
                        Markup("{}").format(place.id),
                        Markup("{}").format(place.kind.label),
                        *(
                            Markup("{}").format(counts.get(kind, ""))
                            for kind in ("missions", "regimes", "projects")
                        ),
                    ),
                    {
                        "kind": place.kind.code,
                        "role": " ".join(counts),
                        "on": standing(
                            Span(start=place.start, end=place.end, open_end=open_end), None
                        ),
                    },
                )
            )
        return Listing(
            "places", "Places",
            "States now and formerly, territories, areas, regions and seas, with their codes and "
            "the days on which each was valid.",
            ("Place", "Id", "Kind", "Missions", "Regimes", "Projects"),
            (
                Filter("kind", "Kind", choices=self._terms(p.kind for p in records)),
                Filter("role", "What is there", choices=(
                    Choice("missions", "a mission"), Choice("regimes", "a sanctions regime"),
                    Choice("projects", "a project"))),
                Filter("on", "On the day", "day"),
            ),
            tuple(rows),
        )  # fmt: skip


def review(record: Any) -> Markup:
    """Show how far a record has been checked."""
    return Markup('<span class="review {}">{}</span>').format(
        record.review.code, record.review.label
    )


def _newest_first(document: Any) -> tuple[int, str]:
    day = -document.date.earliest.toordinal() if document.date else 1
    return day, document.id
