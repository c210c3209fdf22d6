"""The kinds of top-level records: their names, their classes, their folders."""

from __future__ import annotations

from importlib import import_module
from typing import Final

KINDS: Final[dict[str, str]] = {
    "missions": "Mission",
    "regimes": "SanctionsRegime",
    "projects": "Project",
    "documents": "Document",
    "instruments": "Instrument",
    "organizations": "Organization",
    "places": "Place",
}
"""Kind (also the folder in ``data/``) and class of every top-level record, in fixed order."""

SINGULAR: Final[dict[str, str]] = {
    "missions": "mission",
    "regimes": "regime",
    "projects": "project",
    "documents": "document",
    "instruments": "instrument",
    "organizations": "organization",
    "places": "place",
    "mandates": "mandate",
    "tasks": "task",
    "measures": "measure",
}
"""What one record of a collection is called in a sentence."""


def record_class(name: str) -> type:
    """Return a record class by its name, importing only the module that defines it."""
    value: type = getattr(import_module("peaceops.model"), name)
    return value
