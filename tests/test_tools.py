"""The tools beside the package: agreement of codings, drafting of records."""

from __future__ import annotations

import sys
from pathlib import Path

import attrs
import pytest

TOOLS = Path(__file__).parent.parent / "tools"
sys.path.insert(0, str(TOOLS))
import agreement
import errata
import lexicon
import sanctions_completeness

import peaceops as po
from peaceops.audit import Text
from peaceops.vocab import CrimeType


def _pairs(both: int, first: int, second: int, none: int) -> list[tuple[bool, bool]]:
    return (
        [(True, True)] * both
        + [(True, False)] * first
        + [(False, True)] * second
        + [(False, False)] * none
    )


@pytest.mark.parametrize(
    ("pairs", "value"),
    [
        (_pairs(5, 0, 0, 5), 1.0),
        (_pairs(0, 5, 5, 0), -0.9),
        # Krippendorff's own two-coder binary example, 10 units: alpha = 0.095.
        (_pairs(1, 3, 1, 5), 0.095),
    ],
)
def test_alpha(pairs: list[tuple[bool, bool]], value: float) -> None:
    assert agreement.alpha(pairs) == pytest.approx(value, abs=0.0006)


def test_alpha_needs_variation() -> None:
    assert agreement.alpha(_pairs(0, 0, 0, 5)) is None
    assert agreement.alpha(_pairs(5, 0, 0, 0)) is None


def test_agreement_of_the_codings_is_high_enough() -> None:
    """At least 0.80 over all crimes; the table names what is below."""
    rows = {row[0]: row for row in agreement.compare(TOOLS.parent / "data" / "codings")}
    pooled = rows["all crimes pooled"][4]
    assert pooled is not None
    assert pooled >= 0.85
    for name, first, second, _, value in rows.values():
        if max(first, second) >= 20:
            assert value is not None
            assert value >= 0.80, name


# --- the reading lexicon ----------------------------------------------------------------------

_VERSION, ENTRIES = lexicon.read_lexicon()


@pytest.mark.parametrize(
    ("crime", "words"), [(entry.crime, words) for entry in ENTRIES for words in entry.found]
)
def test_the_lexicon_finds(crime: CrimeType, words: str) -> None:
    assert crime in [found for found, _ in lexicon.crimes_in(words, ENTRIES)]


@pytest.mark.parametrize(
    ("crime", "words"), [(entry.crime, words) for entry in ENTRIES for words in entry.passed]
)
def test_the_lexicon_passes(crime: CrimeType, words: str) -> None:
    assert crime not in [found for found, _ in lexicon.crimes_in(words, ENTRIES)]


def test_every_crime_has_an_entry_with_examples() -> None:
    assert {entry.crime for entry in ENTRIES} == set(CrimeType)
    assert all(entry.found and entry.passed for entry in ENTRIES)


def test_mentions_name_their_place() -> None:
    text = Text(
        "The Security Council,\nConcerned at piracy and at organized\ncrime,\n"
        "1. Decides to act against piracy;\n2. Requests a report on drugs;\n"
        "3. Decides to remain seized.\nAnnex\nTerms on money-laundering\n"
    )
    found = [(m.crime.code, m.at, m.operative) for m in lexicon.mentions(text, ENTRIES)]
    assert found == [
        ("organized-crime", "preamble", False),
        ("piracy", "preamble", False),
        ("piracy", "1", True),
        ("drug-trafficking", "2", True),
        ("money-laundering", "annex", False),
    ]


# --- sanctions: is every measure there? -------------------------------------------------------


def test_what_reads_like_a_measure_is_cited_or_judged() -> None:
    data = TOOLS.parent / "data"
    known = sanctions_completeness.cited(po.load())
    reasons = sanctions_completeness.judged(data)
    hits = sanctions_completeness.kept(data)
    assert len(hits) > 150
    assert {hit.document for hit in hits} <= known | reasons.keys()
    assert not reasons.keys() & known, "judged to be no measure, yet cited by a regime"


@pytest.mark.parametrize(
    ("words", "formula"),
    [
        (
            "Decides that all States shall take the measures necessary to prevent the sale",
            "imposes",
        ),
        ("Decides to renew until 31 August 2019 the measures as set out", "renews"),
        ("Decides to terminate the measures set out in paragraphs 1 to 7", "ends"),
        ("Calls upon all States to cooperate with the Committee", None),
        ("Decides to extend the mandate of MINUSMA until 30 June 2019", None),
    ],
)
def test_the_formulas_of_sanctions(words: str, formula: str | None) -> None:
    found = {n for n, pattern in sanctions_completeness.FORMULAS.items() if pattern.search(words)}
    assert found == ({formula} if formula else set())


# errata


def test_no_erratum_has_come_back() -> None:
    assert errata.faults(po.load(), errata.errata()) == []
    for erratum in errata.errata():
        assert erratum.document in po.documents, erratum
        assert erratum.why.endswith("."), erratum


def test_an_erratum_that_comes_back_is_named() -> None:
    mission = po.missions["mfo-sinai"]
    wrong = attrs.evolve(mission, known_until=po.Date.parse("2016-07-25"))
    again = po.load().with_records("missions", [wrong])
    assert errata.faults(again, errata.errata()) == [
        "mfo-sinai known_until is 2016-07-25, not 2020-04-01"
    ]


def test_an_erratum_that_leads_nowhere_is_named() -> None:
    (one,) = [one for one in errata.errata() if one.record == "un-unprofor"]
    lost = attrs.evolve(one, field="mandates[document=S/RES/1 (1946)].chapter_vii")
    (fault,) = errata.faults(po.load(), (lost,))
    assert fault.endswith("is , not part")
