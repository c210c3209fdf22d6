"""Every claim of the five documents from which the project began, as a query and its answer.

Where a document is wrong or imprecise, the data keeps its words beside the better source, and
the test says so.
"""

from __future__ import annotations

from typing import Any

import pytest

import peaceops as po

C = po.CrimeType
ZIF = "zif-countering-organized-crime-2026"
CONVERSATION = "conversation-un-withdrawals-2024"
OSCE_PAGE = "osce-mediterranean-toc-press-release-2021"
UNODC_PAGE = "unodc-g5-sahel-joint-force-2017"
NEXUS_PAGE = "un-counterterrorism-terrorism-arms-crime-nexus"


def crimes(tasks: Any) -> set[po.CrimeType]:
    return {crime for task in tasks for crime in task.crimes}


def zif(mission: str) -> list[po.Task]:
    return [task for task in po.missions[mission].reported_tasks if task.document == ZIF]


@pytest.mark.parametrize("page", [ZIF, CONVERSATION, OSCE_PAGE, UNODC_PAGE, NEXUS_PAGE])
def test_the_seed_documents_are_documents(page: str) -> None:
    document = po.documents[page]
    assert not document.primary
    assert document.url is not None or document.note is not None
    assert document.review is po.Review.VETTED


# --- 1. ZIF, Countering Organized Crime (as of 5 January 2026) --------------------------------


def test_minusma_withdrew_in_2023() -> None:
    mission = po.missions.lookup("MINUSMA")
    assert str(mission.ended) == "2023-12-31"
    assert mission.status_on("2024-01-01") is po.Standing.OVER


def test_minusma_support_to_justice_and_the_crimes_it_covered() -> None:
    """ZIF gives no date; the task came with resolution 2423 (2018), not with the first mandate."""
    justice = (
        po.tasks.of("un-minusma")
        .mandated()
        .with_activity(po.Activity.JUSTICE_SUPPORT)
        .countering(C.ORGANIZED_CRIME)
    )
    assert {task.document for task in justice} >= {
        "S/RES/2423 (2018)", "S/RES/2480 (2019)", "S/RES/2531 (2020)", "S/RES/2584 (2021)",
        "S/RES/2640 (2022)",
    }  # fmt: skip
    assert crimes(justice) >= {
        C.TRAFFICKING_IN_PERSONS, C.ARMS_TRAFFICKING, C.DRUG_TRAFFICKING, C.NATURAL_RESOURCES,
        C.SMUGGLING_OF_MIGRANTS,
    }  # fmt: skip
    assert not justice.active_on("2018-06-27")
    assert justice.active_on("2018-06-28")
    assert justice.active_on("2020-01-01")
    assert justice["un-minusma/s-res-2423-2018/38-a-iii/justice-support"].explicit
    (told,) = [task for task in zif("un-minusma") if C.TERRORIST_FINANCING in task.crimes]
    assert told.note is not None
    assert "2018" in told.note


def test_the_first_mandates_of_minusma_knew_small_arms_only() -> None:
    before = po.tasks.of("un-minusma").mandated().active_on("2015-01-01").countering()
    assert crimes(before) == {C.ARMS_TRAFFICKING}


@pytest.mark.parametrize("mission", ["un-monusco", "un-minusca"])
def test_trade_in_illegal_resources(mission: str) -> None:
    """ZIF on MONUSCO and MINUSCA, and the mandates behind it."""
    assert mission in po.missions.countering(C.NATURAL_RESOURCES)
    assert any(C.NATURAL_RESOURCES in task.crimes for task in zif(mission))
    assert mission in po.missions.active_on("2026-01-05")


def test_which_resolutions_speak_of_resources_in_the_congo() -> None:
    found = po.tasks.of("un-monusco").mandated().countering(C.NATURAL_RESOURCES)
    assert "S/RES/1925 (2010)" in {task.document for task in found}


@pytest.mark.parametrize("mission", ["un-unoca", "un-unowas"])
def test_regional_offices(mission: str) -> None:
    """Special political missions that are to strengthen capacities, drug trafficking among it."""
    assert po.missions[mission].kind is po.MissionKind.SPECIAL_POLITICAL
    assert C.DRUG_TRAFFICKING in crimes(zif(mission))
    assert C.ORGANIZED_CRIME in crimes(zif(mission))
    assert po.tasks.of(mission).mandated().countering()


def test_unowas_followed_unowa() -> None:
    assert "un-unowa" in po.missions["un-unowas"].predecessors


@pytest.mark.parametrize(
    ("regime", "place"),
    [
        ("un-car-2013", "CF"),
        ("un-yemen-2014", "YE"),
        ("un-somalia-1992", "SO"),
        ("un-south-sudan-2015", "SS"),
    ],
)
def test_sanctions_regimes_beside_missions(regime: str, place: str) -> None:
    """They target individuals and entities, and each has an arms embargo on 5 January 2026."""
    record = po.regimes[regime]
    assert place in record.places
    assert regime in po.regimes.in_place(place).active_on("2026-01-05")
    kinds = {measure.kind for measure in record.measures_on("2026-01-05")}
    assert po.MeasureKind.ARMS_EMBARGO in kinds
    assert kinds & {po.MeasureKind.TRAVEL_BAN, po.MeasureKind.ASSET_FREEZE}
    assert record.criteria


def test_arms_trafficking_in_those_regimes() -> None:
    """By criterion or by what the regime's documents ask of its panel and of States."""
    for regime in ("un-car-2013", "un-yemen-2014", "un-somalia-1992", "un-south-sudan-2015"):
        asked = crimes(po.tasks.of(regime))
        listed = crimes(po.regimes[regime].criteria)
        assert C.ARMS_TRAFFICKING in asked | listed, regime


def test_what_the_sahel_regime_targets() -> None:
    """Mali 2017: crime is a means of financing there, not a ground of its own."""
    regime = po.regimes["un-mali-2017"]
    about_crime = [criterion for criterion in regime.criteria if criterion.crimes]
    assert about_crime
    assert all(criterion.means_only for criterion in about_crime)
    kinds = {measure.kind for measure in regime.measures}
    assert kinds == {po.MeasureKind.TRAVEL_BAN, po.MeasureKind.ASSET_FREEZE}
    assert regime.active_on("2023-08-30")
    assert not regime.active_on("2023-09-01")


def test_examples_of_missions_with_countermeasures() -> None:
    for mission in ("un-monusco", "eu-eubam-libya", "osce-mission-bih"):
        found = po.missions.where(lambda record, key=mission: record.id == key)
        assert any(
            found.countering(crime, reported=True)
            for crime in (C.ORGANIZED_CRIME, C.NATURAL_RESOURCES)
        )


@pytest.mark.parametrize("mission", ["osce-mission-bih", "osce-mission-montenegro"])
def test_osce_presences_without_a_mandate_on_crime(mission: str) -> None:
    """Human trafficking, corruption, other organized crime: reported, not in the mandate."""
    told = crimes(zif(mission))
    assert told >= {C.TRAFFICKING_IN_PERSONS, C.CORRUPTION, C.ORGANIZED_CRIME}
    assert not po.tasks.of(mission).mandated().countering()
    activities = {task.activity for task in zif(mission)}
    assert activities >= {po.Activity.JUSTICE_SUPPORT, po.Activity.LEGAL_REFORM}


def test_irini() -> None:
    told = zif("eu-eunavfor-med-irini")
    assert crimes(told) >= {
        C.ARMS_TRAFFICKING, C.SMUGGLING_OF_MIGRANTS, C.TRAFFICKING_IN_PERSONS,
    }  # fmt: skip
    assert "eu-eunavfor-med-irini" in po.missions.countering(C.ARMS_TRAFFICKING)
    mandates = po.mandates.of("eu-eunavfor-med-irini").active_on("2026-01-05")
    assert [mandate.document for mandate in mandates] == ["(CFSP) 2025/488"]
    assert str(mandates[mandates.ids[0]].in_force.end) == "2027-03-31"


def test_eulex_and_euam() -> None:
    """EUAM's decision, as read, names no organized crime, though ZIF lists it as explicit."""
    assert zif("eu-eulex-kosovo")
    assert C.ORGANIZED_CRIME in crimes(zif("eu-euam-ukraine"))
    assert not po.tasks.of("eu-euam-ukraine").mandated().countering(C.ORGANIZED_CRIME)
    assert "mandates" in {dispute.field for dispute in po.missions["eu-euam-ukraine"].disputes}


def test_eubam_libya_and_how_its_wording_moved() -> None:
    assert C.ORGANIZED_CRIME in crimes(zif("eu-eubam-libya"))
    named = [
        mandate.document
        for mandate in po.mandates.of("eu-eubam-libya")
        if any(task.crimes for task in mandate.tasks)
    ]
    assert named == ["(CFSP) 2018/2009", "(CFSP) 2023/1305"]


# --- 2. The OSCE page and press release of 10 May 2021 ----------------------------------------

FIELD_OPERATIONS = (
    "osce-presence-albania", "osce-centre-ashgabat", "osce-programme-office-astana",
    "osce-programme-office-bishkek", "osce-mission-bih", "osce-programme-office-dushanbe",
    "osce-mission-kosovo", "osce-mission-moldova", "osce-mission-montenegro",
    "osce-mission-serbia", "osce-mission-skopje", "osce-project-coordinator-uzbekistan",
)  # fmt: skip


def test_the_twelve_field_operations() -> None:
    counted = po.missions.counted_by(po.Counter.OSCE)
    running = counted.active_on("2024-12-31")
    assert set(running.of_kind(po.MissionKind.FIELD_OPERATION).ids) == set(FIELD_OPERATIONS)


def test_participating_states_and_partners() -> None:
    osce = po.organizations.lookup("OSCE")
    kind = po.MembershipKind
    assert len(osce.members_on("2021-05-10", kind.PARTICIPATING_STATE)) == 57
    assert set(osce.members_on("2021-05-10", kind.MEDITERRANEAN_PARTNER)) == {
        "DZ", "EG", "IL", "JO", "MA", "TN",
    }  # fmt: skip
    assert set(osce.members_on("2021-05-10", kind.ASIAN_PARTNER)) == {"AF", "AU", "JP", "KR", "TH"}
    assert "osce" in po.organizations.with_member("MN", "2021-05-10")


def test_fields_of_work_and_institutions() -> None:
    osce = po.organizations["osce"]
    assert len(osce.fields_of_work) == 23
    assert "Combating trafficking in human beings" in osce.fields_of_work
    assert len(po.organizations.within("osce")) >= 5
    assert po.organizations.lookup("Transnational Threats Department")


def test_instruments_named_there() -> None:
    untoc = po.instruments.lookup("UNTOC")
    assert str(untoc.in_force) == "2003-09-29"
    protocols = po.instruments.where(lambda instrument: instrument.parent == "untoc")
    assert {crime for protocol in protocols for crime in protocol.crimes} >= {
        C.TRAFFICKING_IN_PERSONS, C.SMUGGLING_OF_MIGRANTS, C.ARMS_TRAFFICKING,
    }  # fmt: skip
    assert len(protocols) == 3
    assert str(po.instruments.lookup("Doha Declaration").adopted) == "2015-04-12"


def test_projects_announced_there() -> None:
    """The asset recovery project has no page of its own that could be found: it is a draft."""
    youth = po.projects["osce-youth-crime-prevention"]
    assert str(youth.span) == "2021-04-01/2025-12-31"
    recovery = po.projects["osce-asset-recovery-mediterranean"]
    assert recovery.review is po.Review.DRAFT
    assert recovery.gaps
    assert po.Activity.ASSET_RECOVERY in {task.activity for task in recovery.tasks}
    assert {citation.document for citation in recovery.citations} == {OSCE_PAGE}


# --- 3. UNODC on the G5 Sahel joint force (22 August 2017) ------------------------------------


def test_resolution_2359_welcomed_the_joint_force() -> None:
    document = po.documents["S/RES/2359 (2017)"]
    assert str(document.date) == "2017-06-21"
    force = po.missions["g5-sahel-fc-g5s"]
    assert document.id in {mandate.document for mandate in force.mandates}
    assert force.kind is po.MissionKind.JOINT_FORCE
    assert set(force.places) == {"BF", "TD", "ML", "MR", "NE"}
    assert force.status_on("2024-06-01") is po.Standing.UNKNOWN


def test_unodc_and_the_g5_sahel() -> None:
    assert "scr-2359" in po.projects["unodc-g5-sahel-joint-force"].supports
    platform = po.projects["unodc-g5-pcms"]
    assert platform.span is not None
    assert str(platform.span.start).startswith("2014")
    assert po.organizations["g5-sahel"].founded is not None
    assert str(po.organizations["g5-sahel"].founded) == "2014"


def test_unodc_with_minusma() -> None:
    """A drug network dismantled with their help; a cooperation whose first paper is undated."""
    told = [t for t in po.missions["un-minusma"].reported_tasks if t.document == UNODC_PAGE]
    assert crimes(told) == {C.DRUG_TRAFFICKING}
    assert po.projects.supporting("un-minusma")
    cooperation = po.projects["unodc-minusma-cooperation"]
    assert "span" in {dispute.field for dispute in cooperation.disputes}


def test_strategies_and_conventions_named_there() -> None:
    assert "uniss" in po.projects["unodc-sahel-programme"].supports
    assert str(po.instruments.lookup("UNCAC").in_force) == "2005-12-14"


# --- 4. UNOCT on the terrorism-arms-crime nexus -----------------------------------------------


def test_who_funds_the_nexus_project() -> None:
    project = po.projects["unoct-nexus-central-asia"]
    assert {donor.donor for donor in project.donors} == {"SA", "RU"}
    assert project in po.projects.funded_by("SA") & po.projects.funded_by("RU")


def test_who_carries_it_out_where_and_for_what() -> None:
    project = po.projects["unoct-nexus-central-asia"]
    assert set(project.implementers) >= {"uncct", "unodc"}
    assert set(project.partners) >= {"cted", "unoda"}
    assert set(project.places) == {"KZ", "KG", "TJ", "TM", "UZ"}
    assert {C.ARMS_TRAFFICKING, C.TERRORISM_NEXUS} <= set(project.crimes)
    assert {"scr-2370", "untoc", "firearms-protocol", "att", "un-gcts"} <= set(project.supports)
    assert len(project.outcomes) >= 3


def test_the_page_dates_it_2020_to_2021_but_it_ran_longer() -> None:
    project = po.projects["unoct-nexus-central-asia"]
    assert project.span is not None
    assert str(project.span.start) == "2020-02-21"
    assert "2020/2021" in {dispute.value for dispute in project.disputes}


def test_the_joint_plan_of_action_is_of_2011_not_2010() -> None:
    plan = po.instruments["central-asia-jpoa"]
    assert str(plan.adopted) == "2011-11-30"
    assert any(dispute.value.startswith("2010") for dispute in plan.disputes)


# --- 5. The Conversation on the withdrawals (16 December 2024) --------------------------------


def test_minusma_was_deployed_in_2013() -> None:
    mission = po.missions["un-minusma"]
    assert mission.started is not None
    assert mission.started.year == 2013
    assert str(mission.established) == "2013-04-25"


def test_its_first_mandate() -> None:
    first = po.tasks.of("un-minusma").from_document("S/RES/2100 (2013)")
    activities = {task.activity for task in first}
    assert po.Activity.ELECTIONS in activities
    assert po.Activity.STATE_AUTHORITY in activities
    assert activities & {po.Activity.RECONCILIATION, po.Activity.GOOD_OFFICES}


def test_who_succeeded_monuc() -> None:
    assert po.missions["un-monuc"].successors == ("un-monusco",)
    assert po.missions["un-monusco"].predecessors == ("un-monuc",)
    assert str(po.missions["un-monuc"].ended) == "2010-06-30"
    assert str(po.missions["un-monusco"].started) == "2010-07-01"


def test_when_the_first_phase_of_the_withdrawal_ended_and_where() -> None:
    """South Kivu, June 2024: 30 June by the mission, 25 June and 5 July by others."""
    (mandate,) = po.mandates.of("un-monusco").from_document("S/RES/2746 (2024)")
    assert mandate.note is not None
    assert "South Kivu" in mandate.note
    assert "30 June 2024" in mandate.note
    quotes = [citation.quote or "" for citation in mandate.citations]
    assert any("South Kivu" in quote and "first phase" in quote for quote in quotes)
    assert any("25 June 2024" in dispute.value for dispute in mandate.disputes)


def test_the_mission_in_iraq() -> None:
    mission = po.missions.lookup("UNAMI")
    assert mission.places == ("IQ",)
    assert mission.kind is po.MissionKind.SPECIAL_POLITICAL
    assert str(mission.ended) == "2025-12-31"


@pytest.mark.parametrize(
    ("mission", "places"),
    [
        ("un-unmogip", {"IN", "PK"}),
        ("un-unipom", {"IN", "PK"}),
        ("un-untso", {"EG", "IL"}),
        ("un-unef-1", {"EG"}),
        ("un-unef-2", {"EG"}),
        ("un-unficyp", {"CY"}),
    ],
)
def test_cold_war_missions(mission: str, places: set[str]) -> None:
    """Ceasefires and buffer zones between India and Pakistan, Israel and Egypt, in Cyprus."""
    record = po.missions[mission]
    named = {parent for key in record.places for parent in (key, *po.places[key].within)}
    assert places & named
    assert record.span.start is not None
    assert 1948 <= record.span.start.year <= 1989
    watched = {
        po.Activity.CEASEFIRE_MONITORING, po.Activity.BUFFER_ZONE,
        po.Activity.WITHDRAWAL_MONITORING, po.Activity.SECURITY_PROVISION,
    }  # fmt: skip
    assert watched & {task.activity for task in record.tasks}


def test_the_pact_for_the_future() -> None:
    assert str(po.instruments.lookup("Pact for the Future").adopted) == "2024-09-22"


# --- Which missions counter organized crime, and how? -----------------------------------------


def test_which_missions_counter_organized_crime_and_how() -> None:
    """By mandate, and beyond it; the two are never mixed up."""
    mandated = {task.owner for task in po.tasks.mandated().countering()}
    reported = {
        mission.id for mission in po.missions if any(task.crimes for task in mission.reported_tasks)
    }
    assert {"un-minusma", "un-monusco", "un-minusca", "eu-eubam-libya"} <= mandated & reported
    assert {"osce-mission-bih", "osce-mission-montenegro", "eu-euam-ukraine"} <= reported - mandated


def test_the_question_of_the_readme() -> None:
    """Who was mandated on 30 June 2014 to act against arms trafficking, where, in what words?"""
    found = po.tasks.mandated().countering(C.ARMS_TRAFFICKING).active_on("2014-06-30")
    answer = {(task.owner, task.document, task.at) for task in found}
    assert ("un-minusma", "S/RES/2164 (2014)", "32") in answer
    assert all(task.quote for task in found)
