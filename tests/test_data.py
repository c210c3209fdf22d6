"""The shipped data: it keeps every rule, and what it says of itself is true."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import peaceops as po
from peaceops import codec, rows
from peaceops.folder import SourceFile, read_files
from peaceops.kinds import KINDS
from peaceops.rules import FILE_RULES, RULES, Report, check, facts_of, parts
from peaceops.vocab import Checked, MandateAction, Review

DATA = Path(__file__).parent.parent / "data"


@pytest.fixture(scope="session")
def files() -> tuple[SourceFile, ...]:
    return read_files(DATA)


@pytest.fixture(scope="session")
def report(files: tuple[SourceFile, ...]) -> Report:
    return check(po.load(), files)


@pytest.mark.parametrize("code", [*RULES, *FILE_RULES])
def test_the_data_keeps_the_rule(report: Report, code: str) -> None:
    found = [str(finding) for finding in report.findings if finding.code == code]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("kind", KINDS)
def test_yaml_and_compiled_form_agree(kind: str) -> None:
    """Every shipped record comes back equal from its canonical YAML and from its row."""
    import json

    decode = rows._decoder(rows.schema_of(kind), KINDS[kind])
    for record in po.load().collection(kind):
        assert decode(json.loads(rows.line_of(record))) == record
        assert codec.read_yaml(kind, codec.to_yaml(record).encode(), "x.yaml") == record


def test_every_fact_of_a_vetted_record_has_a_pinpoint_source() -> None:
    """Counted by a walk over the model, not by a list: 100 %."""
    facts = 0
    for kind in ("missions", "regimes", "projects", "instruments", "organizations", "places"):
        for record in po.load().collection(kind):
            for _, part in parts(record):
                if getattr(part, "review", None) is not Review.VETTED:
                    continue
                for name in facts_of(part):
                    facts += 1
                    assert any(
                        name in citation.supports
                        and citation.at
                        and citation.checked is not Checked.UNREAD
                        for citation in part.citations
                    ), (record.id, name)
    assert facts > 1000


def test_nothing_is_claimed_beyond_the_day_to_which_the_curators_looked() -> None:
    limit = po.load().data_date
    for kind in ("missions", "regimes", "projects"):
        for record in po.load().collection(kind):
            if record.known_until is not None:
                assert str(record.known_until) <= limit, record.id
    for document in po.documents:
        assert document.date is None or str(document.date) <= limit, document.id


def test_ids_are_never_shared_between_kinds_that_are_searched_together() -> None:
    """``show`` and ``supports`` take an id of any kind, so ids differ between kinds."""
    seen: dict[str, str] = {}
    for kind in KINDS:
        for key in po.load().collection(kind).ids:
            assert key not in seen, (key, kind, seen[key])
            seen[key] = kind


def test_documents_are_all_used() -> None:
    """A document that no record cites is a leftover, unless it was read for crimes."""
    from peaceops.rules import documents_cited

    everything: list[Any] = [record for kind in KINDS for record in po.load().collection(kind)]
    kinds = (po.DocumentKind.SC_RESOLUTION, po.DocumentKind.SC_STATEMENT)
    read = po.documents.of_kind(*kinds)  # for the crimes that they name
    unused = set(po.documents.ids) - set(read.ids) - set(documents_cited(everything))
    assert not unused, sorted(unused)


# Bounds: a drop below the least is a loss of data, a rise above the most is a slip.
BOUNDS = {
    ("un", 1940): (12, 20),
    ("un", 1950): (4, 8),
    ("un", 1960): (7, 12),
    ("un", 1970): (9, 14),
    ("un", 1980): (6, 10),
    ("un", 1990): (50, 65),
    ("un", 2000): (30, 45),
    ("un", 2010): (32, 45),
    ("un", 2020): (3, 8),
    ("eu", 1990): (1, 1),
    ("eu", 2000): (24, 28),
    ("eu", 2010): (14, 18),
    ("eu", 2020): (9, 15),
    ("osce", 1990): (22, 26),
    ("osce", 2000): (10, 14),
    ("osce", 2010): (5, 9),
    ("nato", 1990): (6, 10),
    ("nato", 2000): (9, 13),
    ("au", 2000): (7, 12),
}


@pytest.mark.parametrize(("owner", "decade"), BOUNDS)
def test_missions_per_organization_and_decade(owner: str, decade: int) -> None:
    least, most = BOUNDS[owner, decade]
    begun = [
        mission.id
        for mission in po.missions.by(owner)
        if mission.span.start is not None and mission.span.start.year // 10 * 10 == decade
    ]
    assert least <= len(begun) <= most, begun


def test_every_current_mission_says_why_it_is_thought_to_be() -> None:
    for mission in po.missions:
        if mission.ended is None:
            assert mission.open_end is not None
            assert mission.known_until is not None or mission.open_end is po.OpenEnd.ENDED


def test_terminations_close_the_story() -> None:
    """After a termination no renewal follows."""
    for mission in po.missions:
        actions = [mandate.action for mandate in mission.mandates]
        if MandateAction.TERMINATE in actions:
            last = actions.index(MandateAction.TERMINATE)
            assert MandateAction.EXTEND not in actions[last + 1 :], mission.id
