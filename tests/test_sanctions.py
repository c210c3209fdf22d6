"""Answers about sanctions that were held against the resolutions by hand, day by day."""

from __future__ import annotations

import pytest

import peaceops as po

# regime and day: the measures in force then, by the name they carry in the record
IN_FORCE = {
    ("un-libya-2011", "2020-01-01"): [
        "arms-embargo",
        "arms-flight-ban",
        "asset-freeze",
        "business-vigilance",
        "cargo-inspection",
        "high-seas-inspection",
        "petroleum-inspection",
        "petroleum-vessels",
        "travel-ban",
    ],
    ("un-iran-2006", "2015-01-01"): [
        "arms-exports",
        "arms-imports",
        "asset-freeze",
        "bunkering",
        "business-vigilance",
        "cargo-seizure",
        "investment",
        "missile-technology",
        "proliferation-exports",
        "proliferation-items",
        "travel-ban",
    ],
    ("un-iran-2006", "2018-01-01"): [
        "annex-b-arms-exports",
        "annex-b-arms-imports",
        "annex-b-asset-freeze",
        "annex-b-missile",
        "annex-b-nuclear",
        "annex-b-travel-ban",
    ],
    ("un-iran-2006", "2025-12-01"): [
        "re-arms-exports",
        "re-arms-imports",
        "re-asset-freeze",
        "re-bunkering",
        "re-business-vigilance",
        "re-cargo-seizure",
        "re-investment",
        "re-missile-technology",
        "re-proliferation-exports",
        "re-proliferation-items",
        "re-travel-ban",
    ],
    ("un-mali-2017", "2023-08-30"): ["asset-freeze", "travel-ban"],
    ("un-mali-2017", "2023-09-01"): [],
    ("un-somalia-1992", "2012-03-01"): [
        "arms-embargo",
        "asset-freeze",
        "charcoal-ban",
        "targeted-arms-embargo",
        "travel-ban",
    ],
}


@pytest.mark.parametrize(("regime", "day"), IN_FORCE)
def test_measures_in_force(regime: str, day: str) -> None:
    found = sorted(measure.id.partition("/")[2] for measure in po.regimes[regime].measures_on(day))
    assert found == IN_FORCE[regime, day]


@pytest.mark.parametrize(
    ("regime", "started", "ended"),
    [
        ("un-southern-rhodesia-1966", "1966-12-16", "1979-12-21"),
        ("un-south-africa-1977", "1977-11-04", "1994-05-25"),
        ("un-libya-1992", "1992-04-15", "2003-09-12"),
        ("un-haiti-1993", "1993-06-23", "1994-10-15"),
        ("un-angola-1993", "1993-09-25", "2002-12-09"),
        ("un-rwanda-1994", "1994-05-17", "2008-07-10"),
        ("un-sierra-leone-1997", "1997-10-08", "2010-09-29"),
        ("un-mali-2017", "2017-09-05", "2023-08-31"),
    ],
)
def test_when_regimes_began_and_ended(regime: str, started: str, ended: str) -> None:
    """Where sources differ on these, the record keeps the other date too, or says so."""
    record = po.regimes[regime]
    assert (str(record.started), str(record.ended)) == (started, ended)


def test_every_un_regime_is_there_once() -> None:
    """The 31 that the United Nations counts, and Sudan 1996, Lebanon 2006 and Eritrea 2009."""
    assert len(po.regimes.by("un")) == 34
    assert {"un-sudan-1996", "un-lebanon-2006", "un-eritrea-2009"} <= set(po.regimes.ids)


def test_a_regime_that_splits_says_so() -> None:
    assert po.regimes["un-isil-al-qaida-1999"].successors == ("un-taliban-2011",)
    assert po.regimes["un-taliban-2011"].predecessors == ("un-isil-al-qaida-1999",)
    assert po.regimes["un-iraq-1990"].successors == ("un-iraq-2003",)


def test_measures_imposed_again_are_measures_of_their_own() -> None:
    embargoes = [
        measure
        for measure in po.regimes["un-iran-2006"].measures
        if measure.kind is po.MeasureKind.ARMS_EMBARGO
    ]
    assert len({str(measure.in_force.start) for measure in embargoes}) >= 4


def test_suspension_and_revival_are_in_the_record_of_the_former_yugoslavia() -> None:
    documents = {
        provision.document
        for measure in po.regimes["un-yugoslavia-1991"].measures
        for provision in (measure.imposed_by, *measure.amended_by, measure.lifted_by)
        if provision is not None
    }
    assert {"S/RES/713 (1991)", "S/RES/943 (1994)", "S/RES/1022 (1995)"} <= documents


def test_charcoal_of_somalia_may_be_had_in_no_lawful_way() -> None:
    found = po.regimes.imposing(po.MeasureKind.CHARCOAL_BAN, on="2012-03-01")
    assert found.ids == ("un-somalia-1992",)
