"""What a user's type checker sees. This file is checked by mypy and pyright and never run.

Each ``type: ignore`` marks a mistake that a checker has to find: were it not found, the unused
comment would itself be an error.
"""

from __future__ import annotations

from datetime import date
from typing import assert_type

import peaceops as po

assert_type(po.missions, po.Missions)
assert_type(po.missions["un-minusma"], po.Mission)
assert_type(po.missions.lookup("MINUSMA"), po.Mission)
assert_type(po.missions.get("un-minusma"), po.Mission | None)
assert_type(po.missions.ids, tuple[str, ...])
assert_type([mission.id for mission in po.missions], list[str])

# After three verbs the type is still the collection.
assert_type(po.missions.by("un").in_place("ML").active_on("2014-06-30"), po.Missions)
assert_type(
    po.missions.by("un").active_on(date(2014, 6, 30)).countering(po.CrimeType.ARMS_TRAFFICKING),
    po.Missions,
)
assert_type(po.missions.where(lambda mission: mission.ended is None), po.Missions)
assert_type(po.missions.by("un") | po.missions.by("eu"), po.Missions)
assert_type(po.mandates.of("un-minusma").active_on("2014-06-30"), po.Mandates)
assert_type(po.mandates.with_activity(po.Activity.BORDER_CONTROL), po.Mandates)
assert_type(po.tasks.mandated().countering(po.CrimeType.PIRACY).naming_the_crime(), po.Tasks)
assert_type(po.regimes.imposing(po.MeasureKind.ARMS_EMBARGO).in_place("LY"), po.Regimes)
assert_type(po.regimes["un-libya-2011"].measures_on("2020-01-01"), tuple[po.Measure, ...])
assert_type(po.projects.funded_by("RU").active_on("2020-06-01"), po.Projects)
assert_type(po.documents["S/RES/2100 (2013)"], po.Document)
assert_type(po.organizations["osce"].members_on("2020-01-01"), tuple[str, ...])
assert_type(po.places.by_code(po.CodeScheme.COW, "432", on="2014-01-01"), po.Place)

mission = po.missions["un-minusma"]
assert_type(mission.established, po.Date | None)
assert_type(mission.mandates, tuple[po.Mandate, ...])
assert_type(mission.mandates[0].in_force, po.Span)
assert_type(mission.status_on("2014-06-30"), po.Standing)
assert_type(mission.personnel, tuple[po.Ceiling, ...])
assert_type(mission.kind, po.MissionKind)
assert_type(po.CrimeType.of("piracy"), po.CrimeType)
assert_type(po.CrimeType.PIRACY.label, str)

dataset = po.load()
assert_type(dataset, po.Dataset)
assert_type(dataset.at("2014-06-30", certainly=True), po.Dataset)
assert_type(dataset.at("2014-06-30").missions, po.Missions)
assert_type(po.check(dataset), po.Report)
assert_type(po.check(dataset).errors, tuple[po.Finding, ...])
assert_type(po.read_yaml("my_data", onto=dataset), po.Dataset)
assert_type(dataset.fingerprint, str)
assert_type(dataset.cite("bibtex", of=mission), str)
assert_type(po.missions.cite("ris"), str)

# Mistakes that a checker finds before anything runs.
po.missions.activ_on("2014-06-30")  # type: ignore[attr-defined]  # pyright: ignore
po.missions.active_on(2014)  # type: ignore[arg-type]  # pyright: ignore
po.missions.active_on("2014-06-30", True)  # type: ignore[call-arg]  # pyright: ignore
po.missions.countering("arms-trafficking")  # type: ignore[arg-type]  # pyright: ignore
po.missions.countering(po.Activity.ELECTIONS)  # type: ignore[arg-type]  # pyright: ignore
po.missions.cite("bibtec")  # type: ignore[arg-type]  # pyright: ignore
po.missions[0]  # type: ignore[index]  # pyright: ignore
po.missions.where(lambda mission: mission.endet)  # type: ignore[attr-defined]  # pyright: ignore
mission.name = "Oops"  # type: ignore[misc]  # pyright: ignore
po.CrimeType.PIRAT  # type: ignore[attr-defined]  # pyright: ignore  # noqa: B018
po.mission  # type: ignore[attr-defined]  # pyright: ignore  # noqa: B018
po.Date("2013")  # type: ignore[arg-type]  # pyright: ignore
