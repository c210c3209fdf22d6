"""What the page of each record shows, gathered for its template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from attrs import frozen

from peaceops.kinds import KINDS
from peaceops.model import Mandate, Task
from website.history import Step, steps
from website.timeline import picture
from website.uses import Use, Uses
from website.view import View, title_of

MEASURE_ROLES = {
    "imposed_by": "imposes",
    "amended_by": "changes",
    "lifted_by": "lifts",
    "exemptions": "exempts from",
}


@frozen
class Change:
    """What a document does to a mission or to a body that watches over a regime."""

    kind: str
    owner: Any
    body: str
    step: Step


class Pages:
    """Gathers what the pages of a dataset's records show."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.data = view.dataset
        self.uses = Uses(self.data)
        self.steps = {mission.id: steps(mission.mandates) for mission in self.data.missions}
        self._changes: dict[str, list[Change]] = {}
        self._measures: dict[str, list[tuple[str, Any, Any, Any]]] = {}
        self._criteria: dict[str, list[tuple[Any, Any]]] = {}
        self._tasks: dict[str, list[tuple[str, Any, Task]]] = {}
        self._gather()

    def _gather(self) -> None:
        """Find, for every document, what it does: once, not for each page."""
        for mission in self.data.missions:
            for step in self.steps[mission.id]:
                self._add(step.mandate, Change("missions", mission, "", step))
            for task in mission.reported_tasks:
                self._tasks.setdefault(task.document, []).append(("missions", mission, task))
        for regime in self.data.regimes:
            for body in regime.monitoring:
                for step in steps(body.mandates):
                    self._add(step.mandate, Change("regimes", regime, body.name, step))
            for measure in regime.measures:
                for name, verb in MEASURE_ROLES.items():
                    value = getattr(measure, name)
                    for provision in value if isinstance(value, tuple) else filter(None, (value,)):
                        row = (verb, regime, measure, provision)
                        self._measures.setdefault(provision.document, []).append(row)
            for criterion in regime.criteria:
                self._criteria.setdefault(criterion.document, []).append((regime, criterion))
            for task in regime.tasks:
                self._tasks.setdefault(task.document, []).append(("regimes", regime, task))
        for project in self.data.projects:
            for task in project.tasks:
                self._tasks.setdefault(task.document, []).append(("projects", project, task))

    def _add(self, mandate: Mandate, change: Change) -> None:
        self._changes.setdefault(mandate.document, []).append(change)

    def roles(self, document: str) -> Iterator[str]:
        """Say what a document does here, for the filter of the list."""
        if document in self._changes:
            yield "mandate"
        if document in self._measures:
            yield "measure"
        if document in self._criteria:
            yield "criterion"
        record = self.data.documents.get(document)
        if record is not None and record.mentions is not None:
            yield "read"
        if self.uses.of("documents", document):
            yield "cited"

    def context(self, kind: str, record: Any) -> dict[str, Any]:
        """Return what the template of a kind needs for a record."""
        made: dict[str, Any] = {
            "record": record,
            "kind": kind,
            "title": title_of(record),
            "record_title": title_of(record),
        }
        made.update(getattr(self, f"_{kind}")(record))
        return made

    def _missions(self, mission: Any) -> dict[str, Any]:
        view = self.view
        beside = _by_start(
            regime
            for regime in self.data.regimes
            if set(regime.places) & set(mission.places) and regime.span.may_overlap(mission.span)
        )
        return {
            "facts": view.facts(mission, "mandates", "reported_tasks", "acronym"),
            "steps": self.steps[mission.id],
            "picture": picture(mission, self.data),
            "beside": beside,
            "served": self._owners("missions", mission.id, "supports"),
        }

    def _regimes(self, regime: Any) -> dict[str, Any]:
        apart = ("measures", "monitoring", "criteria", "procedures", "tasks", "names", "committee")
        missions = _by_start(
            mission
            for mission in self.data.missions
            if set(regime.places) & set(mission.places) and mission.span.may_overlap(regime.span)
        )
        return {
            "facts": self.view.facts(regime, *apart),
            "picture": picture(regime, self.data),
            "bodies": [(body, steps(body.mandates)) for body in regime.monitoring],
            "beside": missions,
        }

    def _projects(self, project: Any) -> dict[str, Any]:
        return {"facts": self.view.facts(project, "tasks")}

    def _instruments(self, instrument: Any) -> dict[str, Any]:
        return {
            "facts": self.view.facts(instrument, "acronym"),
            "served": self._owners("instruments", instrument.id, "supports"),
            "supplements": [i for i in self.data.instruments if i.parent == instrument.id],
        }

    def _documents(self, document: Any) -> dict[str, Any]:
        citing: dict[tuple[str, str], list[Use]] = {}
        for use in self.uses.of("documents", document.id):
            citing.setdefault((use.kind, use.owner), []).append(use)
        return {
            "facts": self.view.facts(document, "mentions", "url"),
            "address": self.view.address(document),
            "changes": self._changes.get(document.id, []),
            "measures": self._measures.get(document.id, []),
            "criteria": self._criteria.get(document.id, []),
            "tasks": self._tasks.get(document.id, []),
            "citing": [(kind, key, _said(uses)) for (kind, key), uses in citing.items()],
        }

    def _organizations(self, organization: Any) -> dict[str, Any]:
        key = organization.id
        data = self.data
        return {
            "facts": self.view.facts(organization, "members", "acronym"),
            "subordinate": [item for item in data.organizations if item.parent == key],
            "missions": _by_start(m for m in data.missions if key in m.organization),
            "regimes": _by_start(r for r in data.regimes if key in r.imposed_by),
            "projects": self._projects_of(key),
            "instruments": [i for i in data.instruments if key in (i.issuer, i.depositary)],
            "issued": sum(1 for use in self.uses.of("organizations", key) if use.role == "issuer"),
            "belongs": self._owners("organizations", key, "members", "organizations"),
        }

    def _projects_of(self, key: str) -> list[tuple[Any, str]]:
        found = []
        for project in self.data.projects:
            roles = [
                name
                for name, keys in (
                    ("leads", (project.lead,)),
                    ("carries out", project.implementers),
                    ("partner", project.partners),
                    ("pays", tuple(donor.donor for donor in project.donors)),
                )
                if key in keys
            ]
            if roles:
                found.append((project, ", ".join(roles)))
        return found

    def _places(self, place: Any) -> dict[str, Any]:
        key = place.id
        data = self.data
        members = [
            (organization, membership)
            for organization in data.organizations
            for membership in organization.members
            if membership.member == key
        ]
        return {
            "facts": self.view.facts(place, "codes"),
            "contains": [item for item in data.places if key in item.within],
            "missions": _by_start(m for m in data.missions if key in m.places),
            "regimes": _by_start(r for r in data.regimes if key in r.places),
            "projects": [p for p in data.projects if key in p.places],
            "paid": self._owners("places", key, "donors"),
            "bodies": [o for o in data.organizations if o.place == key],
            "members": members,
        }

    def _owners(self, kind: str, key: str, role: str, owner: str = "") -> list[tuple[str, Any]]:
        """Return the records that refer to another in a role, each once."""
        found = {
            (use.kind, use.owner): None
            for use in self.uses.of(kind, key)
            if use.role == role and (not owner or use.kind == owner)
        }
        return [(kind, self.data.collection(kind)[key]) for kind, key in found]


def _by_start(records: Iterable[Any]) -> list[Any]:
    """Return missions or regimes in the order of time, undated ones last."""
    return sorted(
        records,
        key=lambda one: (one.span.start.earliest if one.span.start else date.max, one.id),
    )


def _said(uses: list[Use]) -> list[tuple[str, str]]:
    """Say once for each place of a document what it is cited for: ``[(at, fields)]``."""
    made: dict[str, dict[str, None]] = {}
    for use in uses:
        fields = use.fields or (use.role,)
        made.setdefault(use.at or "", {}).update(
            dict.fromkeys(name.replace("_", " ") for name in fields)
        )
    return [(at, ", ".join(fields)) for at, fields in made.items()]


def every(pages: Pages) -> Iterator[tuple[str, Any, str]]:
    """Give kind, record and path of every page."""
    for kind in KINDS:
        for record in pages.data.collection(kind):
            path = pages.view.addresses.path(kind, record.id)
            if path is not None:
                yield kind, record, path
