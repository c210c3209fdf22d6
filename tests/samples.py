"""A small dataset that keeps every rule; failing examples are made by changing one thing."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from attrs import evolve

from peaceops import codec, rows
from peaceops.dataset import Dataset, MemoryTable
from peaceops.kinds import KINDS
from peaceops.shipped import load

COMMANDS = (
    "show",
    "list",
    "tasks",
    "compare",
    "timeline",
    "diff",
    "cite",
    "panel",
    "check",
    "stats",
    "new",
    "export",
    "audit-quotes",
    "verify",
)
"""The commands that users know; the tests hold the command line and the pages to them."""

MISSION = """\
id: un-example
acronym: "UNEX"
name: "United Nations Mission in Example"
aliases: ["Example mission"]
organization: [un]
kind: peacekeeping
places: ["ML"]
established: "2013-04-25"
started: "2013-07-01"
ended: "2015-06-30"
predecessors: [un-before]
mandates:
  - document: "S/RES/2100 (2013)"
    action: establish
    in_force: {start: "2013-07-01", end: "2014-06-30"}
    chapter_vii: "yes"
    task_effect: restates
    tasks:
      - activity: weapons-management
        crimes: [arms-trafficking]
        modality: assist
        strength: called-upon
        explicit: true
        at: "28"
        quote: "illicit trafficking of small arms"
        checked: program
      - activity: elections
        modality: assist
        strength: decided
        at: "16 (b)"
        quote: "support elections"
        checked: reading
    personnel: {military: 11200, police: 1440, at: "12"}
    citations:
      - document: "S/RES/2100 (2013)"
        at: "7"
        supports: [action, in_force, chapter_vii]
        quote: "Decides to establish"
        checked: program
    review: vetted
  - document: "S/RES/2164 (2014)"
    action: extend
    in_force: {start: "2014-06-25", end: "2015-06-30"}
    chapter_vii: "yes"
    task_effect: keeps
    citations:
      - document: "S/RES/2164 (2014)"
        at: "11"
        supports: [action, in_force, chapter_vii]
        checked: reading
    review: vetted
reported_tasks:
  - activity: justice-support
    crimes: [organized-crime]
    modality: assist
    strength: reported
    explicit: true
    document: page-about
    at: "text"
    quote: "support to courts"
    checked: reading
counted_by: [un-dpo]
citations:
  - document: "S/RES/2100 (2013)"
    at: "7"
    supports: [acronym, name, organization, places, established, started, ended, predecessors]
    quote: "Decides to establish"
    checked: program
disputes:
  - field: started
    value: "2013-04-25"
    citation: {document: page-about, at: "text", checked: reading}
    note: "takes the decision for the start"
review: vetted
"""

BEFORE = """\
id: un-before
name: "United Nations Office before Example"
organization: [un]
kind: special-political
places: ["ML"]
open_end: ended
known_until: "2013-06-30"
successors: [un-example]
gaps:
  - {field: established, reason: not-researched, note: "decision not found"}
  - {field: started, reason: sources-silent}
"""

REGIME = """\
id: un-example-2017
name: "Example regime"
imposed_by: [un]
places: ["ML"]
started: "2013-04-25"
ended: "2014-06-25"
committee:
  name: "Committee on Example"
  established: {document: "S/RES/2100 (2013)", at: "9", date: "2013-04-25", checked: reading}
measures:
  - id: arms-embargo
    kind: arms-embargo
    scope: "armed groups"
    imposed_by: {document: "S/RES/2100 (2013)", at: "1", date: "2013-04-25", checked: reading}
    lifted_by: {document: "S/RES/2164 (2014)", at: "2", date: "2014-06-25", checked: reading}
    in_force: {start: "2013-04-25", end: "2014-06-25"}
monitoring:
  - id: panel
    name: "Panel of Experts on Example"
    kind: panel-of-experts
    mandates:
      - document: "S/RES/2100 (2013)"
        action: establish
        in_force: {start: "2013-04-25", end: "2014-06-25"}
        chapter_vii: "yes"
        task_effect: restates
        tasks:
          - activity: monitoring
            crimes: [arms-trafficking]
            modality: monitor
            strength: decided
            explicit: false
            at: "10"
criteria:
  - document: "S/RES/2100 (2013)"
    at: "8 (c)"
    crimes: [drug-trafficking]
    explicit: true
    quote: "drug trafficking"
    checked: program
citations:
  - document: "S/RES/2100 (2013)"
    at: "1"
    supports: [name, places, started, ended]
    checked: reading
review: vetted
"""

PROJECT = """\
id: unodc-example
name: "Example project"
lead: un
donors:
  - {donor: "NO", amount: 125000, currency: "NOK"}
span: {start: "2014", end: "2016-05"}
status: completed
places: ["ML"]
crimes: [arms-trafficking]
tasks:
  - activity: capacity-building
    crimes: [arms-trafficking]
    modality: assist
    strength: reported
    explicit: true
    document: page-about
supports: [un-example, untoc]
outcomes: ["trained officers"]
citations:
  - document: page-about
    at: "text"
    supports: [name, lead, donors, span, places, crimes, supports, outcomes]
    checked: reading
gaps:
  - {field: codes, reason: not-researched}
"""

RESOLUTION = """\
id: "S/RES/2100 (2013)"
kind: sc-resolution
issuer: un
date: "2013-04-25"
subject: "Mali"
primary: true
checked: program
mentions:
  - {crime: arms-trafficking, operative: true, at: "28", words: "illicit trafficking"}
review: vetted
"""

PAGE = """\
id: page-about
kind: web-page
issuer: un
subject: "about the mission"
url: "https://example.org/about"
primary: false
accessed: "2026-11-21"
checked: reading
gaps:
  - {field: date, reason: sources-silent}
review: vetted
"""

INSTRUMENT = """\
id: untoc
acronym: "UNTOC"
name: "United Nations Convention against Transnational Organized Crime"
kind: treaty
issuer: un
document: "A/RES/55/25"
adopted: "2000-11-15"
opened: "2000-12-12"
in_force: "2003-09-29"
defines:
  - {crime: organized-crime, at: "art. 2 (a)"}
gaps:
  - {field: depositary, reason: not-researched}
"""

ASSEMBLY = """\
id: "A/RES/55/25"
kind: ga-resolution
issuer: un
date: "2000-11-15"
subject: "UNTOC"
primary: true
checked: reading
review: vetted
"""

ORGANIZATION = """\
id: un
acronym: "UN"
name: "United Nations"
kind: international
founded: "1945-10-24"
members:
  - {member: "ML", span: {start: "1960-09-28", open_end: ongoing}}
  - {member: "NO", span: {start: "1945-11-27", open_end: ongoing}}
known_until: "2026-11-21"
"""

PLACES = (
    """\
id: "ML"
name: "Mali"
kind: state
start: "1960-06-20"
codes:
  - {scheme: iso2, value: "ML"}
  - {scheme: m49, value: "466"}
  - {scheme: cow, value: "432", start: "1960-06-20"}
gaps:
  - {field: name, reason: not-researched}
""",
    """\
id: "NO"
name: "Norway"
kind: state
codes:
  - {scheme: iso2, value: "NO"}
""",
)


def _read(kind: str, *texts: str) -> list[Any]:
    return [codec.read_yaml(kind, text.encode(), f"{kind}.yaml") for text in texts]


def records() -> dict[str, dict[str, Any]]:
    """All records of the sample, ``{kind: {id: record}}``; they are read once and shared."""
    return {kind: dict(table) for kind, table in _records().items()}


@cache
def _records() -> dict[str, dict[str, Any]]:
    extended = RESOLUTION.replace("2100 (2013)", "2164 (2014)").replace("2013-04-25", "2014-06-25")
    extended = extended[: extended.index("mentions:")] + "review: vetted\n"  # was not read for them
    made = {
        "missions": _read("missions", MISSION, BEFORE),
        "regimes": _read("regimes", REGIME),
        "projects": _read("projects", PROJECT),
        "documents": _read("documents", RESOLUTION, extended, PAGE, ASSEMBLY),
        "instruments": _read("instruments", INSTRUMENT),
        "organizations": _read("organizations", ORGANIZATION),
        "places": _read("places", *PLACES),
    }
    return {kind: {record.id: record for record in made[kind]} for kind in KINDS}


def dataset(tables: dict[str, dict[str, Any]] | None = None) -> Dataset:
    """The sample, or other records, as a dataset."""
    tables = records() if tables is None else tables
    return Dataset(
        {kind: MemoryTable(tables[kind].values()) for kind in KINDS},
        version="0.0.1",
        data_date="2026-11-21",
    )


def changed(kind: str, key: str, change: Callable[[Any], Any]) -> Dataset:
    """The sample with one record changed."""
    tables = records()
    tables[kind][key] = change(tables[kind][key])
    return dataset(tables)


def put(kind: str, key: str, /, **fields: Any) -> Dataset:
    """The sample with some fields of one record replaced."""
    return changed(kind, key, lambda record: evolve(record, **fields))


def put_mandate(index: int, **fields: Any) -> Dataset:
    """The sample with some fields of a mandate of the example mission replaced."""

    def change(mission: Any) -> Any:
        mandates = list(mission.mandates)
        mandates[index] = evolve(mandates[index], **fields)
        return evolve(mission, mandates=tuple(mandates))

    return changed("missions", "un-example", change)


def put_measure(**fields: Any) -> Dataset:
    """The sample with some fields of its one measure replaced."""

    def change(regime: Any) -> Any:
        return evolve(regime, measures=(evolve(regime.measures[0], **fields),))

    return changed("regimes", "un-example-2017", change)


def compiled_release(version: str, *, without: str | None = None) -> bytes:
    """The shipped records as the compiled file of a release, one mission left out."""
    data = load()
    tables = {kind: {record.id: record for record in data.collection(kind)} for kind in KINDS}
    if without is not None:
        del tables["missions"][without]
    return rows.write(tables, version, data.data_date)
