"""Export as JSON-LD: the dataset for catalogues, its records with the documents behind them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from peaceops.dataset import Dataset
from peaceops.symbols import url

BASE = "urn:peaceops:"
CONTEXT: dict[str, object] = {
    "@vocab": "https://schema.org/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "prov:wasDerivedFrom": {"@type": "@id"},
    "predecessor": {"@id": "prov:wasRevisionOf", "@type": "@id"},
    "parentOrganization": {"@type": "@id"},
    "location": {"@type": "@id"},
    "publisher": {"@type": "@id"},
    "url": {"@type": "@id"},
}


def export(dataset: Dataset, folder: Path) -> tuple[Path, ...]:
    """Write ``peaceops.jsonld``.

    The dataset is a ``Dataset`` of schema.org and DCAT; a mission is an ``Organization``, a
    regime ``Legislation``, a project a ``Project``, a document a ``CreativeWork``. Each is
    ``prov:wasDerivedFrom`` the documents that its citations name. Dates stand as their source
    gives them (EDTF).
    """
    graph = [_about(dataset), *_nodes(dataset)]
    path = folder / "peaceops.jsonld"
    text = json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
    return (path,)


def _about(dataset: Dataset) -> dict[str, Any]:
    return {
        "@id": f"{BASE}dataset/{dataset.version}",
        "@type": ["Dataset", "dcat:Dataset"],
        "name": "peaceops",
        "description": "Multilateral missions, mandates, sanctions regimes and projects against "
        "organized crime, each fact with its source",
        "version": dataset.version,
        "dateModified": dataset.data_date,
        "identifier": dataset.fingerprint,
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "dct:license": {"@id": "https://creativecommons.org/licenses/by/4.0/"},
    }


def _nodes(dataset: Dataset) -> Iterator[dict[str, Any]]:
    for mission in dataset.missions:
        yield _node(
            "missions",
            mission,
            "Organization",
            {
                "name": mission.name,
                "alternateName": [*filter(None, (mission.acronym,)), *mission.aliases],
                "foundingDate": _text(mission.established),
                "dissolutionDate": _text(mission.ended),
                "parentOrganization": [_id("organizations", key) for key in mission.organization],
                "location": [_id("places", key) for key in mission.places],
                "predecessor": [_id("missions", key) for key in mission.predecessors],
            },
        )
    for regime in dataset.regimes:
        yield _node(
            "regimes",
            regime,
            "Legislation",
            {
                "name": regime.name,
                "temporalCoverage": f"{regime.started or '..'}/{regime.ended or '..'}",
                "spatialCoverage": [{"@id": _id("places", key)} for key in regime.places],
            },
        )
    for project in dataset.projects:
        yield _node(
            "projects",
            project,
            "Project",
            {
                "name": project.name,
                "parentOrganization": _id("organizations", project.lead) if project.lead else None,
                "location": [_id("places", key) for key in project.places],
            },
        )
    for document in dataset.documents:
        yield _node(
            "documents",
            document,
            "CreativeWork",
            {
                "identifier": document.id,
                "name": document.title or document.subject,
                "datePublished": _text(document.date),
                "publisher": _id("organizations", document.issuer),
                "url": document.url or url(document.id),
            },
        )
    for kind, label in (("organizations", "Organization"), ("places", "Place")):
        for record in dataset.collection(kind):
            yield _node(kind, record, label, {"name": record.name})


def _node(kind: str, record: Any, label: str, fields: dict[str, Any]) -> dict[str, Any]:
    sources = dict.fromkeys(citation.document for citation in record.citations)
    for mandate in getattr(record, "mandates", ()):
        sources[mandate.document] = None
    made = {"@id": _id(kind, record.id), "@type": label, **fields}
    made["prov:wasDerivedFrom"] = [_id("documents", symbol) for symbol in sources]
    return {name: value for name, value in made.items() if value not in (None, [])}


def _id(kind: str, key: str) -> str:
    return f"{BASE}{kind}:{quote(key, safe='')}"


def _text(value: object) -> str | None:
    return None if value is None else str(value)
