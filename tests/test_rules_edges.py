"""Rules at their edges: what lies just inside is fine, what lies just outside is found, once.

``test_rules.py`` has one failing example for each rule; what is here tells a rule from its near
neighbours (found by changing the rules, see docs/mutation.md).
"""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

import samples
from peaceops import codec
from peaceops.dataset import Dataset
from peaceops.dates import Date, OpenEnd, Span
from peaceops.folder import SourceFile
from peaceops.model import Citation, Code, Donor, Gap, Mandate, Membership
from peaceops.rules import FILE_RULES, RULES, check, documents_cited, is_supported
from peaceops.rules.registry import Finding, Report
from peaceops.rules.walk import bodies, with_parents
from peaceops.vocab import (
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
TABLES = samples.records()
MISSION, REGIME = TABLES["missions"]["un-example"], TABLES["regimes"]["un-example-2017"]
FIRST, SECOND = MISSION.mandates


def found(code: str, data: Dataset) -> list[tuple[str, str, str]]:
    """The findings of one rule: record, path, message."""
    return [(f.record, f.path, f.message) for f in check(data).findings if f.code == code]


def places(code: str, data: Dataset) -> list[tuple[str, str]]:
    return [(record, path) for record, path, _ in found(code, data)]


def more(kind: str, *records: Any) -> Dataset:
    """The sample with records added or replaced."""
    return samples.dataset().with_records(kind, records)


def span(start: str, end: str | None = None, open_end: OpenEnd | None = None) -> Span:
    return Span(start=D(start), end=None if end is None else D(end), open_end=open_end)


def chain(
    *mandates: tuple[str, str, MandateAction], mission: Any = MISSION, **fields: Any
) -> Dataset:
    """The sample with the example mission's mandates replaced: start, end, action of each."""
    made = tuple(
        evolve(
            SECOND if number else FIRST,
            id=f"un-example/{number}",
            document="page-about",
            action=action,
            in_force=span(start, end),
            tasks=(),
            task_effect=TaskEffect.KEEPS,
            **fields,
        )
        for number, (start, end, action) in enumerate(mandates)
    )
    return more("missions", evolve(mission, mandates=made))


E, X, A = MandateAction.ESTABLISH, MandateAction.EXTEND, MandateAction.ADJUST


# --- the report -------------------------------------------------------------------------------


def test_the_report_counts_and_sorts() -> None:
    text = codec.to_yaml(MISSION).encode()
    file = SourceFile("missions/un/un-example.yaml", "missions", text, MISSION)
    alone, with_files = check(samples.dataset()), check(samples.dataset(), (file,))
    assert (alone.rules, with_files.rules) == (len(RULES), len(RULES) + len(FILE_RULES))
    assert alone.records == with_files.records == sum(map(len, TABLES.values()))
    grave = Finding("a", "error", "missions", "x", "$", "grave")
    light = Finding("b", "warning", "missions", "x", "$.id", "light", "x.yaml", 3)
    report = Report((grave, light), 2, 1)
    assert report.errors == (grave,)
    assert report.warnings == (light,)
    assert report
    assert not report.clean
    assert Report((light,), 2, 1).clean
    assert str(grave) == "error a missions/x $: grave"
    assert str(light) == "x.yaml:3: warning b missions/x $.id: light"
    assert (grave.file, grave.line) == ("", 0)
    assert str(report).endswith("2 records, 1 rules: 1 errors, 1 warnings")


def test_a_rule_on_files_names_the_file() -> None:
    text = codec.to_yaml(MISSION).encode()
    file = SourceFile("missions/eu/un-example.yaml", "missions", text, MISSION)
    (found,) = check(samples.dataset(), (file,)).findings
    assert (found.code, found.kind, found.record) == ("file-folder", "missions", "un-example")
    assert (found.file, found.line, found.path) == ("missions/eu/un-example.yaml", 1, "$")


def test_only_records_of_the_files_have_a_line() -> None:
    """A record with the id of a file's, but other content, does not stand there."""
    text = codec.to_yaml(MISSION).encode()
    file = SourceFile("missions/un/un-example.yaml", "missions", text, MISSION)
    other = evolve(MISSION, places=("ZZ",))
    (one,) = (f for f in check(more("missions", other), (file,)).findings if f.code == "reference")
    assert (one.file, one.line) == ("", 0)
    file = SourceFile("x.yaml", "missions", codec.to_yaml(other).encode(), other)
    (one,) = (f for f in check(more("missions", other), (file,)).findings if f.code == "reference")
    assert (one.file, one.line) == ("x.yaml", 7)


def test_files_lie_where_their_owners_are() -> None:
    regime = codec.to_yaml(REGIME).encode()
    both = evolve(MISSION, organization=("un", "eu"))
    mission = codec.to_yaml(both).encode()
    for path, kind, content, record, message in (
        ("regimes/un/un-example-2017.yaml", "regimes", regime, REGIME, None),
        ("regimes/eu/un-example-2017.yaml", "regimes", regime, REGIME, "regimes/un/"),
        ("missions/eu/un-example.yaml", "missions", mission, both, None),
        ("missions/au/un-example.yaml", "missions", mission, both, "missions/un/"),
        ("missions/un/deep/un-example.yaml", "missions", mission, both, "missions/un/"),
        ("missions/un-example.yaml", "missions", mission, both, "missions/un/"),
    ):
        file = SourceFile(path, kind, content, record)
        messages = list(FILE_RULES["file-folder"].function(file))
        assert messages == ([] if message is None else [f"should lie in {message}"])


@pytest.mark.parametrize("name", ["aa.yaml", "zz.yaml"])
def test_a_file_of_any_other_name_is_found(name: str) -> None:
    file = SourceFile(f"missions/un/{name}", "missions", b"", MISSION)
    assert list(FILE_RULES["file-name"].function(file)) == ["should be called un-example.yaml"]


@pytest.mark.parametrize("word", ["a", "z"])
def test_a_line_that_differs_either_way_is_found(word: str) -> None:
    text = codec.to_yaml(MISSION).replace("acronym:", f"{word}:").encode()
    file = SourceFile("missions/un/un-example.yaml", "missions", text, MISSION)
    (message,) = FILE_RULES["file-form"].function(file)
    assert message.startswith('line 2 should read: acronym: "UNEX"')


# --- ids --------------------------------------------------------------------------------------


def test_every_bad_id_is_found_wherever_it_stands() -> None:
    """A place's code is no id for anything else, and a good id before does not end the search."""
    project = TABLES["projects"]["unodc-example"]
    data = more(
        "missions", evolve(TABLES["missions"]["un-before"], id="zz_bad"), evolve(MISSION, id="ML")
    )
    data = data.with_records("projects", [evolve(project, id="ML")])
    mali = TABLES["places"]["ML"]
    wrong = [evolve(mali, id=key) for key in ("AAA", "Zz", "ok-place", "YUCS")]
    data = data.with_records("places", wrong)
    assert places("id-form", data) == [
        ("ML", "$.id"), ("zz_bad", "$.id"), ("AAA", "$.id"), ("Zz", "$.id"), ("ML", "$.id"),
    ]  # fmt: skip


@pytest.mark.parametrize("review", Review)
def test_only_a_retired_record_names_another(review: Review) -> None:
    for other, fine in (
        ("un-example", review is Review.RETIRED),
        (None, review is not Review.RETIRED),
    ):
        record = evolve(TABLES["missions"]["un-before"], review=review, retired_for=other)
        assert (places("retired", more("missions", record)) == []) is fine


def test_symbols_are_judged_one_by_one() -> None:
    resolution = TABLES["documents"]["S/RES/2100 (2013)"]
    bad = [
        evolve(resolution, id=key, mentions=())
        for key in ("A word", "B word", "S/RES/2101", "S/RES/2102 (2013)")
    ]
    data = more("documents", *bad)
    assert places("symbol-canonical", data) == [
        ("A word", "$.id"), ("B word", "$.id"), ("S/RES/2101", "$.id"),
    ]  # fmt: skip
    kinds = [evolve(bad[0], kind=DocumentKind.WEB_PAGE), evolve(bad[2], kind=DocumentKind.WEB_PAGE)]
    assert places("symbol-kind", more("documents", *kinds)) == [("S/RES/2101", "$.kind")]
    for year, wrong in (("2012-12-31", True), ("2013-01-01", False), ("2014-01-01", True)):
        record = evolve(resolution, date=D(year))
        assert bool(places("symbol-kind", more("documents", record))) is wrong
    paper = evolve(resolution, id="S/2012/5", kind=DocumentKind.WEB_PAGE)
    assert not places("symbol-kind", more("documents", paper))  # dated 2013, numbered in 2012


# --- mandates ---------------------------------------------------------------------------------


def test_mandates_stand_in_order_each_behind_the_one_above() -> None:
    data = chain(
        ("2001-01-01", "2001-12-31", E), ("2003-01-01", "2003-12-31", X),
        ("2002-01-01", "2002-12-31", X), ("2004-01-01", "2004-12-31", X), ("2004-01-01", "2004-12-31", X),
    )  # fmt: skip
    assert found("mandates-in-order", data) == [
        (
            "un-example",
            "$.mandates[2]",
            "takes force on 2002-01-01, before the one above (2003-01-01)",
        )
    ]


def test_each_mandate_is_held_against_the_one_above_it() -> None:
    years = ("2001", "2002", "2004", "2003")  # the last is in order with all but its neighbour
    data = chain(*((f"{year}-01-01", f"{year}-12-31", X) for year in years))
    assert places("mandates-in-order", data) == [("un-example", "$.mandates[3]")]


def test_a_gap_in_a_chain_is_a_day_without_a_mandate() -> None:
    for second, wrong in (("2002-01-01", False), ("2002-01-02", True), ("2001-06-01", False)):
        data = chain(("2001-01-01", "2001-12-31", E), (second, "2002-12-31", X))
        assert bool(places("chain-gap", data)) is wrong
    longer = chain(
        ("2001-01-01", "2003-12-31", E),
        ("2001-06-01", "2001-12-31", X),
        ("2004-01-01", "2004-12-31", X),
    )  # the first outlasts the second
    assert not places("chain-gap", longer)
    later = chain(
        ("2001-01-01", "2001-12-31", E),
        ("2001-06-01", "2003-12-31", X),
        ("2004-01-01", "2004-12-31", X),
    )
    assert not places("chain-gap", later)
    gap = chain(
        ("2001-01-01", "2001-12-31", E),
        ("2001-06-01", "2003-12-31", X),
        ("2004-01-02", "2004-12-31", X),
    )
    assert found("chain-gap", gap)[0][2].startswith(
        "nothing in force between 2003-12-31 and 2004-01-02"
    )
    shorter = chain(
        ("2001-01-01", "2003-12-31", E),
        ("2001-06-01", "2001-12-31", X),
        ("2004-01-02", "2004-12-31", X),
    )
    assert found("chain-gap", shorter)[0][2].startswith("nothing in force between 2003-12-31 and")


def test_a_renewal_overlaps_the_one_before_and_no_other() -> None:
    data = chain(
        ("2001-01-01", "2001-12-31", X), ("2002-01-01", "2002-12-31", X),
        ("2002-06-01", "2003-12-31", X), ("2004-01-01", "2004-12-31", X),
    )  # fmt: skip
    ((_, path, message),) = found("chain-overlap", data)
    assert path == "$.mandates[2].in_force"
    assert message.startswith("starts 2002-06-01, while page-about runs to 2002-12-31; ")
    for action, wrong in ((A, False), (X, True), (MandateAction.ROLL_OVER, True)):
        data = chain(("2001-01-01", "2001-12-31", E), ("2001-12-31", "2002-12-31", action))
        assert bool(places("chain-overlap", data)) is wrong
    data = chain(
        ("2001-01-01", "2001-12-31", E),
        ("2001-06-01", "2002-12-31", A),
        ("2002-06-01", "2003-12-31", X),
    )
    assert places("chain-overlap", data) == [("un-example", "$.mandates[2].in_force")]
    for document in ("S/RES/2164 (2014)", "S/RES/9999 (2030)"):
        late = evolve(SECOND, document=document, in_force=span("2014-06-25", "2015-06-30"))
        data = more("missions", evolve(MISSION, mandates=(FIRST, late)))
        assert not places("chain-overlap", data)  # on its own date, or of a document not at hand
    whole = samples.put_mandate(1, in_force=span("2014-06-24", "2015-06-30"))
    assert places("chain-overlap", whole) == [("un-example", "$.mandates[1].in_force")]


@pytest.mark.parametrize("name", ["established", "mandates", "name"])
def test_only_a_gap_on_mandates_explains_a_late_start(name: str) -> None:
    gap = Gap(field=name, reason=GapReason.SOURCES_SILENT)
    record = evolve(MISSION, mandates=(SECOND, FIRST), gaps=(gap,))
    wanted = "first does extend; establish is missing, or a gap"
    messages = [message for *_, message in found("first-mandate", more("missions", record))]
    assert messages == ([] if name == "mandates" else [wanted])


@pytest.mark.parametrize("name", ["action", "in_force", "tasks"])
def test_only_a_gap_on_the_span_explains_it(name: str) -> None:
    gap = Gap(field=name, reason=GapReason.SOURCES_SILENT)
    early = samples.put_mandate(1, in_force=span("2014-06-01", "2015-06-30"), gaps=(gap,))
    assert bool(places("mandate-starts-with-document", early)) is (name != "in_force")
    late = samples.put_mandate(1, in_force=span("2014-07-02", "2015-06-30"), gaps=(gap,))
    assert bool(places("chain-gap", late)) is (name != "in_force")


def test_what_cannot_be_judged_does_not_end_the_search() -> None:
    """A mandate or record that a rule passes over leaves those behind it to be judged."""
    unknown = Span(open_end=OpenEnd.UNKNOWN)
    early = evolve(SECOND, in_force=span("2013-01-01", "2013-02-01"))
    ongoing = span("2014-07-01", None, OpenEnd.ONGOING)
    for code, mandates, path in (
        ("mandate-within-mission", (evolve(FIRST, in_force=unknown), early), "$.mandates[1].in_force"),
        ("mandate-starts-with-document", (evolve(FIRST, in_force=unknown), early), "$.mandates[1].in_force"),
        ("mandate-starts-with-document", (evolve(FIRST, document="S/RES/9 (1946)"), early), "$.mandates[1].in_force"),
        ("task-place", (evolve(FIRST, review=Review.DRAFT), evolve(SECOND, tasks=(evolve(FIRST.tasks[0], at=None),))), "$.mandates[1].tasks[0]"),
        ("chain-overlap", (FIRST, evolve(SECOND, in_force=unknown), early, evolve(early, in_force=span("2013-01-15", "2013-03-01"))), "$.mandates[3].in_force"),
        ("known-until-late-enough", (evolve(FIRST, document="S/RES/9 (1946)"), SECOND), "$.mandates[1]"),
        ("established-on-decision", (evolve(SECOND, document="page-about"), FIRST), "$.mandates[1]"),
    ):  # fmt: skip
        record = evolve(
            MISSION, mandates=mandates, known_until=D("2014-01-01"), established=D("2013-04-24")
        )
        if code == "mandate-within-mission":
            record = evolve(record, established=D("2013-04-25"))
        assert path in [p for _, p in places(code, more("missions", record))], code
    first = evolve(TABLES["missions"]["un-before"], id="aa-ongoing", open_end=OpenEnd.ONGOING)
    record = evolve(MISSION, mandates=(FIRST, evolve(SECOND, in_force=ongoing)))
    data = more("missions", first, record)
    assert places("ongoing-with-mission", data) == [("un-example", "$.mandates[1].in_force")]


def test_established_looks_at_the_first_document_that_establishes() -> None:
    """What only transfers or comes later is not asked, nor is a mission without that date."""
    for action in MandateAction:
        record = evolve(
            MISSION, established=D("2013-04-24"), mandates=(evolve(FIRST, action=action),)
        )
        wrong = bool(places("established-on-decision", more("missions", record)))
        assert wrong is (action is MandateAction.ESTABLISH)
    twice = evolve(SECOND, action=MandateAction.ESTABLISH)
    record = evolve(MISSION, mandates=(FIRST, twice))
    assert not places("established-on-decision", more("missions", record))
    without = evolve(MISSION, established=None)
    assert not places("established-on-decision", more("missions", without))


def test_known_until_needs_a_dated_document() -> None:
    page = evolve(TABLES["documents"]["S/RES/2164 (2014)"], date=None)
    record = evolve(MISSION, known_until=D("2013-12-31"))
    data = more("missions", record).with_records("documents", [page])
    assert not places("known-until-late-enough", data)


def test_a_crime_is_named_or_there_is_none() -> None:
    tasks = (evolve(FIRST.tasks[0], explicit=None), evolve(FIRST.tasks[1], explicit=False))
    assert [message for *_, message in found("task-crimes", samples.put_mandate(0, tasks=tasks))] == [
        "is needed", "has no meaning without crimes",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "fields", [{"at": None}, {"quote": None}, {"checked": Checked.UNREAD}, {}], ids=str
)
def test_a_task_of_a_vetted_mandate_lacks_nothing(fields: dict[str, Any]) -> None:
    tasks = (FIRST.tasks[0], evolve(FIRST.tasks[1], **fields))
    wanted = [("un-example", "$.mandates[0].tasks[1]")] if fields else []
    assert places("task-place", samples.put_mandate(0, tasks=tasks)) == wanted


def test_reported_means_without_a_mandate() -> None:
    task = REGIME.monitoring[0].mandates[0].tasks[0]
    of_regime = evolve(REGIME, tasks=(evolve(task, id="x", strength=Strength.REPORTED),))
    assert [m for *_, m in found("reported", more("regimes", of_regime))] == [
        "'reported' belongs to reported_tasks"
    ]
    told = evolve(MISSION.reported_tasks[0], strength=Strength.DECIDED)
    record = evolve(MISSION, reported_tasks=(told,))
    assert [m for *_, m in found("reported", more("missions", record))] == ["must be 'reported'"]


def test_regimes_may_sanction() -> None:
    task = REGIME.monitoring[0].mandates[0].tasks[0]
    of_regime = evolve(REGIME, tasks=(evolve(task, id="x", modality=Modality.SANCTION),))
    assert not places("sanction-modality", more("regimes", of_regime))
    project = TABLES["projects"]["unodc-example"]
    tasks = (evolve(project.tasks[0], modality=Modality.SANCTION),)
    data = more("projects", evolve(project, tasks=tasks))
    assert places("sanction-modality", data) == [("unodc-example", "$.tasks[0].modality")]


# --- places, names, money ---------------------------------------------------------------------


def test_the_first_of_several_with_a_name_is_named() -> None:
    second, third = (evolve(MISSION, id=f"un-{word}", acronym=None) for word in ("second", "third"))
    messages = {r: m for r, _, m in found("name-unique", more("missions", second, third))}
    assert set(messages) == {"un-second", "un-third"}
    assert all(message.endswith("is also the name of un-example") for message in messages.values())


@pytest.mark.parametrize(
    ("text", "odd"),
    [("Café naïve", ""), ("N.º 1ª", ""), ("Hawaiʻi", ""), ("10² – “x”", ""), ("Μission", "Μ"), ("é б", "б")],
)  # fmt: skip
def test_letters_of_other_scripts_are_named(text: str, odd: str) -> None:
    messages = [m for *_, m in found("latin-letters", more("missions", evolve(MISSION, note=text)))]
    assert messages == ([f"letters of another script: {odd!r}"] if odd else [])


def test_members_belong_one_time_after_another() -> None:
    un = TABLES["organizations"]["un"]
    members = [
        Membership(member=key, span=span(start, end))
        for key, start, end in (
            ("NO", "1950", "1960"), ("ML", "1955", "1965"), ("NO", "1961", "1970"), ("AA", "1950", "1990"),
            ("NO", "1970", "1980"),
        )
    ]  # fmt: skip
    data = more("organizations", evolve(un, members=tuple(members)))
    assert places("membership-once", data) == [("un", "$.members[4]")]


@pytest.mark.parametrize(
    ("amount", "currency"), [(5, None), (None, "NOK"), (5, "NOK"), (None, None)]
)
def test_an_amount_and_its_currency(amount: int | None, currency: str | None) -> None:
    project = TABLES["projects"]["unodc-example"]
    donors = (Donor(donor="NO", amount=amount, currency=currency),)
    data = more("projects", evolve(project, donors=donors))
    assert bool(places("donor-amount", data)) is ((amount is None) is not (currency is None))


def test_places_and_codes_are_judged_one_by_one() -> None:
    old = evolve(TABLES["places"]["NO"], end=D("2000-01-01"), codes=())
    data = more("missions", evolve(MISSION, places=("ZZ", "NO"))).with_records("places", [old])
    assert places("place-existed", data) == [("un-example", "$.places")]
    turned = Code(scheme=CodeScheme.COW, value="1", start=D("2000"), end=D("1990"))
    wrong = Code(scheme=CodeScheme.M49, value="4")
    data = more("places", evolve(TABLES["places"]["NO"], codes=(turned, wrong)))
    assert places("place-codes", data) == [("NO", "$.codes[0]"), ("NO", "$.codes[1]")]


# --- sanctions --------------------------------------------------------------------------------


@pytest.mark.parametrize("open_end", [*OpenEnd, None])
def test_an_ongoing_regime_has_a_live_measure(open_end: OpenEnd | None) -> None:
    end = None if open_end else "2014-06-25"
    measure = evolve(REGIME.measures[0], lifted_by=None, in_force=span("2013-04-25", end, open_end))
    regime = evolve(REGIME, ended=None, open_end=OpenEnd.ONGOING, measures=(measure,))
    dead = places("regime-ends-with-measures", more("regimes", regime))
    live = open_end in (OpenEnd.ONGOING, OpenEnd.UNKNOWN)
    assert dead == ([] if live else [(regime.id, "$.open_end")])


def test_measures_are_judged_one_by_one() -> None:
    first, long = REGIME.measures[0], span("2013-04-25", "2016")
    over = evolve(first, in_force=span("2013-04-25", None, OpenEnd.ENDED), lifted_by=None)
    far = evolve(first, id=f"{REGIME.id}/far", in_force=long)
    regime = evolve(REGIME, measures=(over, far))
    assert ("un-example-2017", "$.measures[1].in_force") in places(
        "regime-ends-with-measures", more("regimes", regime)
    )
    unread = evolve(first, imposed_by=evolve(first.imposed_by, document="S/RES/9 (1946)"))
    page = evolve(TABLES["documents"]["page-about"], issuer="nobody")
    other = evolve(far, imposed_by=evolve(first.imposed_by, document="page-about"))
    data = more("regimes", evolve(REGIME, measures=(unread, other))).with_records(
        "documents", [page]
    )
    assert places("sanctions-own-documents", data) == [(REGIME.id, "$.measures[1].imposed_by")]


# --- sources ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "count"),
    [(["Word"] * 40, 0), (["Word"] * 41, 41), (["word"] * 40 + ["[...]"], 0), (["Word"] * 40 + ["[...]"], 0)],
)  # fmt: skip
def test_a_quote_has_forty_words(words: list[str], count: int) -> None:
    citation = evolve(MISSION.citations[0], quote=" ".join(words))
    data = more("missions", evolve(MISSION, citations=(citation,)))
    wanted = [f"has {count} words, at most 40"] if count else []
    assert [message for *_, message in found("quote-length", data)] == wanted


@pytest.mark.parametrize("checked", Checked)
@pytest.mark.parametrize("at", ["7", None])
@pytest.mark.parametrize("name", ["name", "ended"])
def test_support_is_a_place_that_was_read(name: str, at: str | None, checked: Checked) -> None:
    citation = Citation(document="page-about", at=at, supports=("name",), checked=checked)
    record = evolve(MISSION, citations=(citation,))
    wanted = name == "name" and at is not None and checked is not Checked.UNREAD
    assert bool(is_supported(record, name)) is wanted


def test_what_a_fact_lacks_is_said() -> None:
    """No source, one source, three sources: the message follows."""
    page, press = TABLES["documents"]["page-about"], []
    for number in range(3):
        body = evolve(
            TABLES["organizations"]["un"],
            id=f"press-{number}",
            acronym=None,
            name=f"P{number}",
            members=(),
        )
        press.append((body, evolve(page, id=f"page-{number}", issuer=body.id)))
    kept = tuple(name for name in MISSION.citations[0].supports if name != "established")
    base = evolve(MISSION.citations[0], supports=kept)
    said = {}
    for count in range(4):
        cited = [
            Citation(
                document=f"page-{n}", at="text", supports=("established",), checked=Checked.READING
            )
            for n in range(count)
        ]
        missing = Citation(
            document="S/RES/9 (1946)", at="1", supports=("established",), checked=Checked.READING
        )
        record = evolve(MISSION, citations=(base, missing, *cited))
        data = more("missions", record)
        data = data.with_records("organizations", [body for body, _ in press])
        data = data.with_records("documents", [document for _, document in press])
        said[count] = [m for _, path, m in found("fact-supported", data) if path == "$.established"]
    assert said == {
        0: ["no citation that was read, with its place, supports it"],
        1: ["rests on one source that is not the deciding text; a second is needed, or draft"],
        2: [],
        3: [],
    }


@pytest.mark.parametrize("value", ["1999", "2013-07-01", "2020"])
def test_a_dispute_says_something_else(value: str) -> None:
    dispute = evolve(MISSION.disputes[0], value=value)
    data = more("missions", evolve(MISSION, disputes=(dispute,)))
    assert bool(places("dispute-differs", data)) is (value == "2013-07-01")


@pytest.mark.parametrize("review", Review)
@pytest.mark.parametrize("checked", Checked)
def test_only_vetted_is_held_to_what_vetted_asks(review: Review, checked: Checked) -> None:
    document = evolve(TABLES["documents"]["S/RES/2100 (2013)"], review=review, checked=checked)
    wrong = places("vetted-document", more("documents", document))
    strict = review is Review.VETTED and checked is Checked.UNREAD
    assert bool(wrong) is strict
    measure = evolve(
        REGIME.measures[0], imposed_by=evolve(REGIME.measures[0].imposed_by, checked=checked)
    )
    regime = evolve(REGIME, review=review, measures=(measure,))
    wrong = places("vetted-parts", more("regimes", regime))
    assert bool(wrong) is strict
    if strict:
        first = evolve(REGIME, id="aa-regime", review=Review.DRAFT)
        assert places("vetted-parts", more("regimes", first, regime)) == wrong


def test_parts_without_citations_or_review_do_not_end_the_search() -> None:
    citation = evolve(MISSION.citations[0], supports=("colour",))
    data = more("missions", evolve(MISSION, citations=(citation,)))
    assert ("un-example", "$.citations") in places("citation-field", data)
    second = evolve(SECOND, citations=(evolve(SECOND.citations[0], supports=("colour",)),))
    data = more("missions", evolve(MISSION, mandates=(FIRST, second)))
    assert places("citation-field", data) == [("un-example", "$.mandates[1].citations")]
    unsupported = [
        (record, path)
        for record, path in places("fact-supported", data)
        if path.startswith("$.mandates[1]")
    ]
    assert ("un-example", "$.mandates[1].action") in unsupported
    place = evolve(TABLES["places"]["ML"], review=Review.VETTED)
    assert ("ML", "$.name") in places("fact-supported", more("places", place))


# --- walking ----------------------------------------------------------------------------------


def test_documents_are_found_wherever_they_are_held() -> None:
    assert set(documents_cited([MISSION])) == {
        "S/RES/2100 (2013)",
        "S/RES/2164 (2014)",
        "page-about",
    }
    assert sorted(documents_cited([TABLES["instruments"]["untoc"]])) == ["A/RES/55/25"]
    record = evolve(TABLES["missions"]["un-before"], authorized_by=("a", "b"), citations=())
    assert list(documents_cited([record, record])) == ["a", "b", "a", "b"]


def test_chains_are_of_missions_and_bodies() -> None:
    found = [
        (kind, record.id, path, len(chain))
        for kind, record, path, chain in bodies(samples.dataset())
    ]
    assert found == [
        ("missions", "un-before", "$.mandates", 0), ("missions", "un-example", "$.mandates", 2),
        ("regimes", "un-example-2017", "$.monitoring[0].mandates", 1),
    ]  # fmt: skip
    assert all(isinstance(m, Mandate) for *_, chain in bodies(samples.dataset()) for m in chain)


def test_parents_are_followed_upwards_and_not_in_circles() -> None:
    un = TABLES["organizations"]["un"]
    office, desk = (
        evolve(un, id=key, parent=up) for key, up in (("office", "un"), ("desk", "office"))
    )
    data = more("organizations", office, desk)
    assert list(with_parents(data, "desk")) == ["desk", "office", "un"]
    assert list(with_parents(data, "nobody")) == ["nobody"]
    data = more("organizations", evolve(office, parent="desk"), desk)
    assert list(with_parents(data, "desk")) == ["desk", "office"]
