"""Every rule: the sample keeps it, and one changed thing breaks it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

import samples
from peaceops import codec
from peaceops.dataset import Dataset
from peaceops.dates import Date, OpenEnd, Span
from peaceops.folder import SourceFile
from peaceops.model import Citation, Code, Donor, Gap, Membership
from peaceops.rules import FILE_RULES, RULES, check
from peaceops.vocab import (
    ChapterVii,
    Checked,
    CodeScheme,
    DocumentKind,
    GapReason,
    MandateAction,
    Modality,
    Review,
    Strength,
    TaskEffect,
)

D = Date.parse
MISSION = samples.records()["missions"]["un-example"]
REGIME = samples.records()["regimes"]["un-example-2017"]
PROJECT = samples.records()["projects"]["unodc-example"]
FIRST, SECOND = MISSION.mandates


def mission(**fields: object) -> Dataset:
    return samples.put("missions", "un-example", **fields)


def task(**fields: object) -> Dataset:
    return samples.put_mandate(0, tasks=(evolve(FIRST.tasks[0], **fields), FIRST.tasks[1]))


def cite(**fields: object) -> Dataset:
    return mission(citations=(evolve(MISSION.citations[0], **fields),))


def without(fields: str) -> Dataset:
    kept = tuple(name for name in MISSION.citations[0].supports if name != fields)
    return cite(supports=kept)


def doubled(kind: str, key: str, new: str) -> Dataset:
    tables = samples.records()
    tables[kind][new] = evolve(tables[kind][key], id=new)
    return samples.dataset(tables)


def place_code(*codes: Code) -> Dataset:
    return samples.put("places", "NO", codes=codes)


def cod(scheme: CodeScheme, value: str) -> Code:
    return Code(scheme=scheme, value=value)


# code of the rule: (path at which it is found, the dataset with one thing wrong)
FAILING: dict[str, tuple[str, Callable[[], Dataset]]] = {
    "id-form": ("$.id", lambda: doubled("missions", "un-example", "UN_Example")),
    "id-once": ("$.id", lambda: doubled("documents", "page-about", "un-example")),
    "part-ids": (
        "$.mandates[0].tasks[1]",
        lambda: samples.put_mandate(
            0, tasks=(FIRST.tasks[0], evolve(FIRST.tasks[1], id=FIRST.tasks[0].id))
        ),
    ),
    "reference": ("$.places", lambda: mission(places=("ZZ",))),
    "reference-any": (
        "$.supports",
        lambda: samples.put("projects", "unodc-example", supports=("nobody",)),
    ),
    "succession": ("$.successors", lambda: mission(predecessors=())),
    "retired": (
        "$.retired_for",
        lambda: samples.put("missions", "un-before", review=Review.RETIRED),
    ),
    "symbol-canonical": ("$.id", lambda: doubled("documents", "S/RES/2100 (2013)", "S/RES/2101")),
    "symbol-kind": (
        "$.kind",
        lambda: samples.put("documents", "S/RES/2100 (2013)", kind=DocumentKind.EU_DECISION),
    ),
    "dates-in-order": ("$.ended", lambda: mission(ended=D("2013-05"))),
    "one-end": ("$.open_end", lambda: mission(open_end=OpenEnd.ONGOING)),
    "known-until": (
        "$.known_until",
        lambda: samples.put("missions", "un-before", known_until=None),
    ),
    "known-until-late-enough": ("$.mandates[1]", lambda: mission(known_until=D("2014-01-01"))),
    "established-on-decision": ("$.mandates[0]", lambda: mission(established=D("2013-04-24"))),
    "mandates-in-order": ("$.mandates[1]", lambda: mission(mandates=(SECOND, FIRST))),
    "first-mandate": ("$.mandates[0].action", lambda: mission(mandates=(SECOND,))),
    "mandate-within-mission": (
        "$.mandates[1].in_force",
        lambda: samples.put_mandate(1, in_force=Span(start=D("2015-07-01"), end=D("2015-12-31"))),
    ),
    "ongoing-with-mission": (
        "$.mandates[1].in_force",
        lambda: samples.put_mandate(
            1, in_force=Span(start=D("2014-07-01"), open_end=OpenEnd.ONGOING)
        ),
    ),
    "mandate-starts-with-document": (
        "$.mandates[1].in_force",
        lambda: samples.put_mandate(1, in_force=Span(start=D("2014-06-01"), end=D("2015-06-30"))),
    ),
    "chain-gap": (
        "$.mandates[1].in_force",
        lambda: samples.put_mandate(1, in_force=Span(start=D("2014-07-02"), end=D("2015-06-30"))),
    ),
    "chain-overlap": (
        "$.mandates[1].in_force",
        lambda: samples.put_mandate(1, in_force=Span(start=D("2014-06-27"), end=D("2015-06-30"))),
    ),
    "tasks-and-effect": (
        "$.mandates[0].task_effect",
        lambda: samples.put_mandate(0, task_effect=TaskEffect.KEEPS),
    ),
    "task-crimes": ("$.mandates[0].tasks[0].explicit", lambda: task(explicit=None)),
    "task-place": ("$.mandates[0].tasks[0]", lambda: task(quote=None, checked=Checked.READING)),
    "reported": ("$.mandates[0].tasks[0].strength", lambda: task(strength=Strength.REPORTED)),
    "sanction-modality": (
        "$.mandates[0].tasks[0].modality",
        lambda: task(modality=Modality.SANCTION),
    ),
    "citation-field": (
        "$.citations",
        lambda: cite(supports=(*MISSION.citations[0].supports, "colour")),
    ),
    "quote-length": ("$.citations[0].quote", lambda: cite(quote=" ".join(["word"] * 41))),
    "quote-place": (
        "$.reported_tasks[0].at",
        lambda: mission(reported_tasks=(evolve(MISSION.reported_tasks[0], at=None),)),
    ),
    "checked-by-program": ("$.citations[0].checked", lambda: cite(quote=None)),
    "fact-supported": ("$.ended", lambda: without("ended")),
    "vetted-document": (
        "$.kind",
        lambda: samples.put("documents", "S/RES/2100 (2013)", checked=Checked.UNREAD),
    ),
    "primary-read": (
        "$.primary",
        lambda: samples.put(
            "documents", "S/RES/2100 (2013)", checked=Checked.UNREAD, review=Review.DRAFT
        ),
    ),
    "vetted-parts": (
        "$.measures[0].imposed_by",
        lambda: samples.put_measure(
            imposed_by=evolve(REGIME.measures[0].imposed_by, checked=Checked.UNREAD)
        ),
    ),
    "gap-for-empty": ("$.established", lambda: samples.put("missions", "un-before", gaps=())),
    "draft-names-gap": (
        "$.gaps",
        lambda: mission(review=Review.DRAFT),
    ),
    "dispute-differs": (
        "$.disputes",
        lambda: mission(disputes=(evolve(MISSION.disputes[0], value="2013-07-01"),)),
    ),
    "lifted-after-imposed": (
        "$.measures[0].lifted_by",
        lambda: samples.put_measure(lifted_by=evolve(REGIME.measures[0].lifted_by, date=D("2012"))),
    ),
    "regime-ends-with-measures": (
        "$.measures[0].in_force",
        lambda: samples.put_measure(in_force=Span(start=D("2013-04-25"), end=D("2016"))),
    ),
    "criterion-after-document": (
        "$.criteria[0].in_force",
        lambda: samples.changed(
            "regimes",
            "un-example-2017",
            lambda regime: evolve(
                regime,
                criteria=(
                    evolve(regime.criteria[0], in_force=Span(start=D("2013-04-24"), end=D("2014"))),
                ),
            ),
        ),
    ),
    "sanctions-own-documents": (
        "$.measures[0].imposed_by",
        lambda: (
            samples.put_measure(
                imposed_by=evolve(REGIME.measures[0].imposed_by, document="page-about")
            )
            .with_records(
                "organizations",
                [
                    evolve(
                        samples.records()["organizations"]["un"],
                        id="paper",
                        acronym=None,
                        name="Paper",
                    )
                ],
            )
            .with_records(
                "documents", [evolve(samples.records()["documents"]["page-about"], issuer="paper")]
            )
        ),
    ),
    "place-existed": ("$.places", lambda: samples.put("places", "ML", end=D("2000-01-01"))),
    "place-codes": ("$.codes[0]", lambda: place_code(cod(CodeScheme.M49, "4"))),
    "name-unique": ("$.name", lambda: doubled("missions", "un-example", "un-second")),
    "alias-new": ("$.aliases", lambda: mission(aliases=("UNEX",))),
    "latin-letters": ("$.name", lambda: mission(name="\u041cission")),
    "donor-amount": (
        "$.donors[0]",
        lambda: samples.put("projects", "unodc-example", donors=(Donor(donor="NO", amount=5),)),
    ),
    "membership-once": (
        "$.members[1]",
        lambda: samples.put(
            "organizations",
            "un",
            members=(
                Membership(member="ML", span=Span(start=D("1960"), end=D("1970"))),
                Membership(member="ML", span=Span(start=D("1970"), open_end=OpenEnd.ONGOING)),
            ),
        ),
    ),
    "url": ("$.url", lambda: samples.put("documents", "page-about", url="javascript:alert(1)")),
}


def test_the_sample_keeps_every_rule() -> None:
    """The sample is clean, so that each failing example below fails for its one change."""
    report = check(samples.dataset())
    assert not report, str(report)
    assert report.clean
    assert report.rules == len(RULES) >= 25


def test_every_rule_has_a_failing_example() -> None:
    """A rule without an example that breaks it may be a rule that cannot fail."""
    assert set(RULES) == set(FAILING)


@pytest.mark.parametrize("code", FAILING)
def test_rule_finds_what_it_is_for(code: str) -> None:
    """One changed thing is found by the rule, at its place, with its level and a message."""
    path, make = FAILING[code]
    found = [finding for finding in check(make()).findings if finding.code == code]
    assert path in {finding.path for finding in found}, str(found)
    assert all(finding.level == RULES[code].level and finding.message for finding in found)


@pytest.mark.parametrize("code", [*RULES, *FILE_RULES])
def test_rule_says_why(code: str) -> None:
    """The first line of a rule's docstring is the reason that the handbook prints."""
    rule = RULES.get(code) or FILE_RULES[code]
    assert rule.reason.endswith(".")
    assert len(rule.reason) > 30


# --- more about single rules ------------------------------------------------------------------


def codes_of(dataset: Dataset) -> set[str]:
    return {finding.code for finding in check(dataset).findings}


def test_a_revived_mandate_may_leave_a_gap() -> None:
    """The gap in the chain is no fault where the document revives what had lapsed."""
    late = Span(start=D("2014-09-01"), end=D("2015-06-30"))
    assert "chain-gap" in codes_of(samples.put_mandate(1, in_force=late))
    revived = samples.put_mandate(1, in_force=late, action=MandateAction.REVIVE)
    assert "chain-gap" not in codes_of(revived)
    explained = Gap(field="in_force", reason=GapReason.SOURCES_SILENT, note="lapsed")
    assert "chain-gap" not in codes_of(samples.put_mandate(1, in_force=late, gaps=(explained,)))


def test_two_independent_secondary_sources_vet_a_fact() -> None:
    """One page that is not the deciding text is not enough; a second of another issuer is."""
    page = Citation(
        document="page-about", at="text", supports=("established",), checked=Checked.READING
    )
    other = evolve(page, document="page-other")
    base = evolve(
        MISSION.citations[0],
        supports=tuple(name for name in MISSION.citations[0].supports if name != "established"),
    )
    tables = samples.records()
    tables["documents"]["page-other"] = evolve(
        tables["documents"]["page-about"], id="page-other", issuer="press"
    )
    tables["organizations"]["press"] = evolve(
        tables["organizations"]["un"], id="press", acronym=None, name="Press", members=()
    )
    for citations, fine in (((base, page), False), ((base, page, other), True)):
        tables["missions"]["un-example"] = evolve(MISSION, citations=citations)
        assert ("fact-supported" not in codes_of(samples.dataset(tables))) is fine


def test_an_unread_citation_supports_nothing() -> None:
    """What is known through another source only vets no field."""
    assert "fact-supported" in codes_of(cite(checked=Checked.UNREAD, quote=None))


def test_chapter_vii_needs_its_own_support() -> None:
    """A mandate's Chapter VII is a fact like its dates."""
    citation = evolve(FIRST.citations[0], supports=("action", "in_force"))
    broken = samples.put_mandate(0, citations=(citation,))
    paths = {finding.path for finding in check(broken).findings}
    assert "$.mandates[0].chapter_vii" in paths
    silent = samples.put_mandate(0, citations=(citation,), chapter_vii=None)
    assert not check(silent).errors
    assert ChapterVii.of("no") is ChapterVii.NO


def test_a_code_may_change_hands() -> None:
    """One number may stand for two places at different times, not at the same time."""
    early = Code(scheme=CodeScheme.GW, value="345", end=D("2006-06-04"))
    late = Code(scheme=CodeScheme.GW, value="345", start=D("2006-06-05"))
    mali = samples.records()["places"]["ML"]
    for code, fine in ((late, True), (evolve(late, start=D("2006-06-01")), False)):
        tables = samples.records()
        tables["places"]["ML"] = evolve(mali, codes=(*mali.codes, early))
        tables["places"]["NO"] = evolve(tables["places"]["NO"], codes=(code,))
        assert ("place-codes" not in codes_of(samples.dataset(tables))) is fine


def test_rules_look_at_the_whole_behind_a_view() -> None:
    """A view of a day leaves records out; the rules judge the dataset that it is a view of."""
    assert not check(samples.dataset().at("2014-01-01"))


# --- the form of files ------------------------------------------------------------------------


def source(path: str, text: str, kind: str = "missions") -> SourceFile:
    content = text.encode()
    return SourceFile(path, kind, content, codec.read_yaml(kind, content, path))


GOOD = codec.to_yaml(MISSION)
BAD_FILES = {
    "file-name": source("missions/un/example.yaml", GOOD),
    "file-form": source("missions/un/un-example.yaml", GOOD.replace("id: un", "id:   un")),
    "file-folder": source("missions/eu/un-example.yaml", GOOD),
}


def test_every_file_rule_has_a_failing_example() -> None:
    assert set(BAD_FILES) == set(FILE_RULES)


@pytest.mark.parametrize("code", BAD_FILES)
def test_file_rule_finds_what_it_is_for(code: str) -> None:
    """A file in the wrong place or form is found, the same file put right is not."""
    found = check(samples.dataset(), (BAD_FILES[code],)).findings
    assert {finding.code for finding in found} == {code}
    assert not check(samples.dataset(), (source("missions/un/un-example.yaml", GOOD),))


def test_file_form_names_the_line() -> None:
    """The finding says which line differs and what it should read."""
    text = GOOD.replace("acronym: ", "acronym:  ")
    found = check(samples.dataset(), (source("missions/un/un-example.yaml", text),)).findings
    assert "line 2 should read: acronym:" in found[0].message
    longer = check(samples.dataset(), (source("missions/un/un-example.yaml", GOOD + "\n"),))
    assert "too many or too few lines" in longer.findings[0].message
    assert PROJECT.review is Review.DRAFT


# --- rules meet data that is wrong in other ways ----------------------------------------------


def test_rules_survive_references_that_lead_nowhere() -> None:
    """Each rule does its own work on broken data; the missing records are reported once."""
    tables = samples.records()
    for kind in ("documents", "places", "organizations", "instruments"):
        tables[kind] = {}
    codes = codes_of(samples.dataset(tables))
    assert {"reference", "reference-any", "fact-supported"} <= codes


def test_a_record_cannot_follow_itself() -> None:
    findings = check(mission(predecessors=("un-example", "un-before"))).findings
    assert any(finding.message == "names itself" for finding in findings)


def test_only_a_retired_record_names_another_in_its_place() -> None:
    assert "retired" in codes_of(mission(retired_for="un-before"))
    fine = samples.put("missions", "un-before", review=Review.RETIRED, retired_for="un-example")
    assert "retired" not in codes_of(fine)


def test_symbols_in_another_spelling_and_years_that_do_not_fit() -> None:
    assert "symbol-canonical" in codes_of(doubled("documents", "page-about", "S/RES/2100(2013)"))
    assert "symbol-canonical" in codes_of(doubled("documents", "page-about", "No Symbol At All"))
    other_year = samples.put("documents", "S/RES/2100 (2013)", date=D("2014-01-01"))
    assert "symbol-kind" in codes_of(other_year)
    unknown = samples.put("documents", "S/RES/2100 (2013)", date=None)
    assert "symbol-kind" not in codes_of(unknown)


def test_known_until_is_a_day() -> None:
    assert "known-until" in codes_of(samples.put("missions", "un-before", known_until=D("2013")))


def test_a_mandate_cannot_precede_its_mission() -> None:
    early = samples.put_mandate(0, in_force=Span(start=D("2013-01-01"), end=D("2014-06-30")))
    assert "mandate-within-mission" in codes_of(early)
    undated = samples.put_mandate(0, in_force=Span(end=D("2014-06-30")))
    assert "mandate-within-mission" not in codes_of(undated)


def test_an_open_mandate_leaves_no_gap() -> None:
    """What has no end is followed by anything without a hole."""
    span = Span(start=D("2013-07-01"), open_end=OpenEnd.UNKNOWN)
    assert "chain-gap" not in codes_of(samples.put_mandate(0, in_force=span))


def test_a_measure_begins_when_it_is_imposed_and_ends_when_it_is_lifted() -> None:
    late = samples.put_measure(in_force=Span(start=D("2013-06-01"), end=D("2014-06-25")))
    assert "lifted-after-imposed" in codes_of(late)
    open_span = Span(start=D("2013-04-25"), open_end=OpenEnd.ONGOING)
    assert "lifted-after-imposed" in codes_of(samples.put_measure(in_force=open_span))


def test_an_ongoing_regime_has_a_live_measure() -> None:
    """Where every measure has ended, the regime is over or its measures are not all there."""
    known = Date.parse("2026-01-01")
    data = samples.put(
        "regimes", "un-example-2017", ended=None, open_end=OpenEnd.ONGOING, known_until=known
    )
    found = [
        finding for finding in check(data).findings if finding.code == "regime-ends-with-measures"
    ]
    assert [finding.path for finding in found] == ["$.open_end"]


def test_a_measure_may_have_ended_on_an_unknown_day_before_its_regime() -> None:
    span = Span(start=Date.parse("2013-04-25"), open_end=OpenEnd.ENDED)
    data = samples.put_measure(in_force=span, lifted_by=None)
    codes = {finding.code for finding in check(data).findings}
    assert "regime-ends-with-measures" not in codes


def test_a_regime_begins_with_its_first_measure() -> None:
    data = samples.put("regimes", "un-example-2017", started=D("2012-01-01"))
    paths = {f.path for f in check(data).findings if f.code == "regime-ends-with-measures"}
    assert paths == {"$.started"}
    going_on = samples.put("regimes", "un-example-2017", ended=None, open_end=OpenEnd.UNKNOWN)
    assert "regime-ends-with-measures" not in codes_of(going_on)


def test_a_place_cannot_begin_after_the_mission_has_ended() -> None:
    assert "place-existed" in codes_of(samples.put("places", "ML", start=D("2020-01-01")))


def test_a_code_cannot_end_before_it_starts() -> None:
    code = Code(scheme=CodeScheme.GW, value="345", start=D("2006"), end=D("2005"))
    assert "place-codes" in codes_of(place_code(code))


def test_currency_codes_are_three_capitals() -> None:
    donor = Donor(donor="NO", amount=5, currency="nok")
    assert "donor-amount" in codes_of(samples.put("projects", "unodc-example", donors=(donor,)))


def test_pages_need_an_address_and_the_day_of_reading() -> None:
    assert "url" in codes_of(samples.put("documents", "page-about", accessed=None))


def test_a_document_known_from_others_needs_two_of_them() -> None:
    """A vetted document that was not read rests on two sources that state its facts."""
    cites = Citation(
        document="page-about",
        at="text",
        supports=("kind", "issuer", "date"),
        checked=Checked.READING,
    )
    data = samples.put(
        "documents", "S/RES/2164 (2014)", checked=Checked.UNREAD, primary=False, citations=(cites,)
    )
    assert "vetted-document" in codes_of(data)


def test_the_report_reads_well() -> None:
    report = check(mission(ended=D("2013-05")))
    assert not report.clean
    assert bool(report)
    assert str(report).endswith(f"{len(report.errors)} errors, {len(report.warnings)} warnings")
    assert "error dates-in-order missions/un-example $.ended: " in str(report)


def test_a_project_rests_on_the_pages_of_those_who_run_it() -> None:
    """No act decides a project; its lead's own page is the primary document, another's is not."""
    vetted = samples.put("projects", "unodc-example", review=Review.VETTED)
    assert "fact-supported" not in codes_of(vetted)
    tables = samples.records()
    tables["projects"]["unodc-example"] = evolve(PROJECT, review=Review.VETTED)
    tables["organizations"]["press"] = evolve(
        tables["organizations"]["un"], id="press", acronym=None, name="Press", members=()
    )
    page = tables["documents"]["page-about"]
    tables["documents"]["page-about"] = evolve(page, issuer="press")
    assert "fact-supported" in codes_of(samples.dataset(tables))


def test_an_organization_speaks_for_itself() -> None:
    un = samples.records()["organizations"]["un"]
    own = Citation(
        document="page-about",
        at="text",
        supports=("name", "acronym", "founded", "members"),
        checked=Checked.READING,
    )
    data = samples.put("organizations", "un", review=Review.VETTED, citations=(own,))
    assert "fact-supported" not in codes_of(data)
    assert un.review is Review.DRAFT


def test_an_organization_says_when_its_mission_began_not_that_it_was_established() -> None:
    """Its own page supports the first day of work; the decision needs the act."""
    page = Citation(
        document="page-about",
        at="text",
        supports=("started", "established"),
        checked=Checked.READING,
    )
    rest = tuple(
        name for name in MISSION.citations[0].supports if name not in ("started", "established")
    )
    data = mission(citations=(evolve(MISSION.citations[0], supports=rest), page))
    paths = {f.path for f in check(data).findings if f.code == "fact-supported"}
    assert paths == {"$.established"}


@pytest.mark.parametrize(
    ("kind", "key", "code", "fields"),
    [
        ("regimes", "un-example-2017", "dates-in-order", {"started": D("2015-01-01")}),
        ("instruments", "untoc", "dates-in-order", {"in_force": D("1999")}),
        ("organizations", "un", "dates-in-order", {"dissolved": D("1900")}),
        ("places", "ML", "dates-in-order", {"end": D("1950")}),
        ("regimes", "un-example-2017", "one-end", {"ended": None}),
        ("regimes", "un-example-2017", "place-existed", {"places": ("NO",)}),
    ],
)
def test_rules_look_at_every_kind(kind: str, key: str, code: str, fields: dict[str, Any]) -> None:
    tables = samples.records()
    tables["places"]["NO"] = evolve(tables["places"]["NO"], end=D("2000"))
    tables[kind][key] = evolve(tables[kind][key], **fields)
    assert code in codes_of(samples.dataset(tables))


def test_every_part_of_a_rule_finds_its_fault() -> None:
    tables = samples.records()
    mali = tables["missions"]["un-example"]
    project = tables["projects"]["unodc-example"]
    nations = tables["organizations"]["un"]
    donor = evolve(project.donors[0], donor="ZZ")
    member = evolve(nations.members[0], member="ZZ")
    measure = tables["regimes"]["un-example-2017"].measures[0]
    unread = evolve(mali.citations[0], checked=Checked.UNREAD)
    faults = {
        "reference-any": (
            samples.put("projects", project.id, donors=(donor,)),
            samples.put("organizations", "un", members=(member,)),
        ),
        "part-ids": (samples.put_mandate(0, id="other/x"),),
        "quote-place": (mission(citations=(unread,)),),
        "citation-field": (mission(disputes=(evolve(mali.disputes[0], field="colour"),)),),
        "vetted-parts": (samples.put_measure(imposed_by=evolve(measure.imposed_by, at=None)),),
    }
    for code, datasets in faults.items():
        for dataset in datasets:
            assert code in codes_of(dataset), code
