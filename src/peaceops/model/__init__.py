"""The records: frozen, slotted, holding only immutable values, ids instead of objects.

Each kind lives in a module of its own and is imported when it is first used, because making
classes is most of what a cold start costs.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peaceops.model.common import Citation, Dispute, ExternalId, Gap
    from peaceops.model.document import Document, Mention
    from peaceops.model.instrument import Definition, Instrument
    from peaceops.model.mandate import Ceiling, Mandate, Task
    from peaceops.model.mission import Mission
    from peaceops.model.organization import Membership, Organization
    from peaceops.model.place import Code, Place
    from peaceops.model.project import Donor, Project
    from peaceops.model.provision import NameUse, Provision
    from peaceops.model.regime import (
        Committee,
        Criterion,
        Measure,
        MonitoringBody,
        SanctionsRegime,
    )

MODULE_OF = {
    "Ceiling": "mandate",
    "Citation": "common",
    "Code": "place",
    "Committee": "regime",
    "Criterion": "regime",
    "Definition": "instrument",
    "Dispute": "common",
    "Document": "document",
    "Donor": "project",
    "ExternalId": "common",
    "Gap": "common",
    "Instrument": "instrument",
    "Mandate": "mandate",
    "Measure": "regime",
    "Membership": "organization",
    "Mention": "document",
    "Mission": "mission",
    "MonitoringBody": "regime",
    "NameUse": "provision",
    "Organization": "organization",
    "Place": "place",
    "Project": "project",
    "Provision": "provision",
    "SanctionsRegime": "regime",
    "Task": "mandate",
}
"""Which module of this package defines which record."""

__all__ = [
    "Ceiling",
    "Citation",
    "Code",
    "Committee",
    "Criterion",
    "Definition",
    "Dispute",
    "Document",
    "Donor",
    "ExternalId",
    "Gap",
    "Instrument",
    "Mandate",
    "Measure",
    "Membership",
    "Mention",
    "Mission",
    "MonitoringBody",
    "NameUse",
    "Organization",
    "Place",
    "Project",
    "Provision",
    "SanctionsRegime",
    "Task",
]


if not TYPE_CHECKING:  # a checker knows the names above, and refuses any other

    def __getattr__(name: str) -> object:
        if name not in MODULE_OF:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value: object = getattr(import_module(f"{__name__}.{MODULE_OF[name]}"), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
