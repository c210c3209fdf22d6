"""Export as FollowTheMoney entities, the form that OpenSanctions and Aleph read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from peaceops.dataset import Dataset
from peaceops.dates import Date
from peaceops.symbols import url


def export(dataset: Dataset, folder: Path) -> tuple[Path, ...]:
    """Write ``peaceops.ftm.json``, one entity a line (needs ``peaceops[ftm]``).

    Organizations and missions are ``Organization``, projects ``Project``. FollowTheMoney has no
    schema for a sanctions regime as such: it is a ``Project`` too, with the programme key of
    OpenSanctions where the regime has one, so that their ``Sanction`` entities can be joined.
    Dates lose "about" and "uncertain", which the format cannot say.
    """
    from followthemoney import model

    path = folder / "peaceops.ftm.json"
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for schema, key, values in _entities(dataset):
            entity = model.make_entity(schema)
            entity.id = f"peaceops-{key}"
            for name, value in values.items():
                entity.add(name, value, quiet=False)
            entity.add("sourceUrl", _sources(dataset, key))
            file.write(json.dumps(entity.to_dict(), ensure_ascii=False, sort_keys=True) + "\n")
    return (path,)


def _entities(dataset: Dataset) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for organization in dataset.organizations:
        parent = organization.parent
        yield (
            "Organization",
            organization.id,
            {
                "name": organization.name,
                "alias": organization.aliases,
                "abbreviation": organization.acronym,
                "incorporationDate": _date(organization.founded),
                "dissolutionDate": _date(organization.dissolved),
                "parent": f"peaceops-{parent}" if parent else None,
            },
        )
    for mission in dataset.missions:
        yield (
            "Organization",
            mission.id,
            {
                "name": mission.name,
                "alias": mission.aliases,
                "abbreviation": mission.acronym,
                "country": _countries(mission.places),
                "incorporationDate": _date(mission.established),
                "dissolutionDate": _date(mission.ended),
                "parent": [f"peaceops-{key}" for key in mission.organization],
                "wikidataId": _external(mission, "wikidata"),
            },
        )
    for regime in dataset.regimes:
        yield (
            "Project",
            regime.id,
            {
                "name": regime.name,
                "alias": regime.aliases,
                "country": _countries(regime.places),
                "startDate": _date(regime.started),
                "endDate": _date(regime.ended),
                "programId": _external(regime, "opensanctions-program"),
            },
        )
    for project in dataset.projects:
        span = project.span
        yield (
            "Project",
            project.id,
            {
                "name": project.name,
                "projectId": project.codes,
                "country": _countries(project.places),
                "startDate": _date(span.start) if span else None,
                "endDate": _date(span.end) if span else None,
                "status": project.status.label if project.status else None,
            },
        )


def _date(value: Date | None) -> str | None:
    return None if value is None else str(value).rstrip("~?%")


def _countries(places: tuple[str, ...]) -> list[str]:
    """Keep ids that are ISO codes of two letters; seas and regions have none."""
    return [place for place in places if len(place) == 2 and place.isupper()]


def _external(record: Any, scheme: str) -> list[str]:
    return [other.value for other in record.external_ids if other.scheme == scheme]


def _sources(dataset: Dataset, key: str) -> list[str]:
    for kind in ("missions", "regimes", "projects", "organizations"):
        record = dataset.collection(kind).get(key)
        if record is None:
            continue
        symbols = dict.fromkeys(citation.document for citation in record.citations)
        documents = (dataset.whole.documents.get(symbol) for symbol in symbols)
        found = (doc.url or url(doc.id) for doc in documents if doc is not None)
        return [address for address in found if address]
    return []
