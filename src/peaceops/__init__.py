"""The world's multilateral missions, mandates, sanctions regimes and projects, as records.

Every fact names the document that states it and the place in it. ``import peaceops`` does no
work; the first use of a name loads what it needs.

    import peaceops as po
    po.missions.lookup("MINUSMA").started            # Date('2013-07-01')
    po.tasks.mandated().countering(po.CrimeType.ARMS_TRAFFICKING).active_on("2014-06-30")
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from peaceops._version import __version__
    from peaceops.changes import Change, Diff, diff
    from peaceops.citing import cite
    from peaceops.compare import Comparison, compare_mandates
    from peaceops.dataset import (
        Collection,
        Dataset,
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
    from peaceops.dates import Date, OpenEnd, Precision, Span, Standing
    from peaceops.errors import (
        AmbiguousName,
        BadDate,
        BadSymbol,
        DataError,
        Fault,
        PeaceopsError,
        Tampered,
        UnknownId,
    )
    from peaceops.events import Event, timeline
    from peaceops.folder import read_yaml
    from peaceops.model import (
        Ceiling,
        Citation,
        Code,
        Committee,
        Criterion,
        Definition,
        Dispute,
        Document,
        Donor,
        ExternalId,
        Gap,
        Instrument,
        Mandate,
        Measure,
        Membership,
        Mention,
        Mission,
        MonitoringBody,
        NameUse,
        Organization,
        Place,
        Project,
        Provision,
        SanctionsRegime,
        Task,
    )
    from peaceops.rules import Finding, Report, check
    from peaceops.shipped import load, open_release
    from peaceops.symbols import Symbol
    from peaceops.tally import Count, MentionCount, counts, mention_counts
    from peaceops.vocab import (
        Activity,
        BodyKind,
        ChapterVii,
        Checked,
        CodeScheme,
        Counter,
        CrimeType,
        DocumentKind,
        GapReason,
        InstrumentKind,
        MandateAction,
        MeasureKind,
        MembershipKind,
        MissionKind,
        Modality,
        OrganizationKind,
        PlaceKind,
        ProjectStatus,
        Review,
        Strength,
        TaskEffect,
    )

    missions: Missions
    mandates: Mandates
    tasks: Tasks
    regimes: Regimes
    measures: Measures
    projects: Projects
    documents: Documents
    instruments: Instruments
    organizations: Organizations
    places: Places

_COLLECTIONS = (
    "missions", "mandates", "tasks", "regimes", "measures", "projects", "documents",
    "instruments", "organizations", "places",
)  # fmt: skip

_MODULES = {
    "_version": ("__version__",),
    "citing": ("cite",),
    "compare": ("Comparison", "compare_mandates"),
    "tally": ("Count", "MentionCount", "counts", "mention_counts"),
    "events": ("Event", "timeline"),
    "dataset": (
        "Collection", "Dataset", "Documents", "Instruments", "Mandates", "Measures", "Missions",
        "Organizations", "Places", "Projects", "Regimes", "Tasks",
    ),
    "dates": ("Date", "OpenEnd", "Precision", "Span", "Standing"),
    "errors": (
        "AmbiguousName", "BadDate", "BadSymbol", "DataError", "Fault", "PeaceopsError",
        "Tampered", "UnknownId",
    ),
    "folder": ("read_yaml",),
    "model": (
        "Ceiling", "Citation", "Code", "Committee", "Criterion", "Definition", "Dispute",
        "Document", "Donor", "ExternalId", "Gap", "Instrument", "Mandate", "Measure",
        "Membership", "Mention", "Mission", "MonitoringBody", "NameUse", "Organization",
        "Place", "Project", "Provision", "SanctionsRegime", "Task",
    ),
    "rules": ("Finding", "Report", "check"),
    "shipped": ("load", "open_release"),
    "changes": ("Change", "Diff", "diff"),
    "symbols": ("Symbol",),
    "vocab": (
        "Activity", "BodyKind", "ChapterVii", "Checked", "CodeScheme", "Counter", "CrimeType",
        "DocumentKind", "GapReason", "InstrumentKind", "MandateAction", "MeasureKind",
        "MembershipKind", "MissionKind", "Modality", "OrganizationKind", "PlaceKind",
        "ProjectStatus", "Review", "Strength", "TaskEffect",
    ),
}  # fmt: skip

_HOME = {name: module for module, names in _MODULES.items() for name in names}

__all__ = [
    "Activity",
    "AmbiguousName",
    "BadDate",
    "BadSymbol",
    "BodyKind",
    "Ceiling",
    "Change",
    "ChapterVii",
    "Checked",
    "Citation",
    "Code",
    "CodeScheme",
    "Collection",
    "Committee",
    "Comparison",
    "Count",
    "Counter",
    "CrimeType",
    "Criterion",
    "DataError",
    "Dataset",
    "Date",
    "Definition",
    "Diff",
    "Dispute",
    "Document",
    "DocumentKind",
    "Documents",
    "Donor",
    "Event",
    "ExternalId",
    "Fault",
    "Finding",
    "Gap",
    "GapReason",
    "Instrument",
    "InstrumentKind",
    "Instruments",
    "Mandate",
    "MandateAction",
    "Mandates",
    "Measure",
    "MeasureKind",
    "Measures",
    "Membership",
    "MembershipKind",
    "Mention",
    "MentionCount",
    "Mission",
    "MissionKind",
    "Missions",
    "Modality",
    "MonitoringBody",
    "NameUse",
    "OpenEnd",
    "Organization",
    "OrganizationKind",
    "Organizations",
    "PeaceopsError",
    "Place",
    "PlaceKind",
    "Places",
    "Precision",
    "Project",
    "ProjectStatus",
    "Projects",
    "Provision",
    "Regimes",
    "Report",
    "Review",
    "SanctionsRegime",
    "Span",
    "Standing",
    "Strength",
    "Symbol",
    "Tampered",
    "Task",
    "TaskEffect",
    "Tasks",
    "UnknownId",
    "__version__",
    "check",
    "cite",
    "compare_mandates",
    "counts",
    "diff",
    "documents",
    "instruments",
    "load",
    "mandates",
    "measures",
    "mention_counts",
    "missions",
    "open_release",
    "organizations",
    "places",
    "projects",
    "read_yaml",
    "regimes",
    "tasks",
    "timeline",
]  # fmt: skip


if not TYPE_CHECKING:  # a checker knows the names above, and refuses any other

    def __getattr__(name: str) -> object:
        from importlib import import_module

        value: object
        if name in _COLLECTIONS:
            value = getattr(import_module("peaceops.shipped").load(), name)
        elif name == "__version__":
            value = import_module("peaceops._version").VERSION
        elif name in _HOME:
            value = getattr(import_module(f"peaceops.{_HOME[name]}"), name)
        else:
            raise AttributeError(f"module 'peaceops' has no attribute {name!r}")
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
