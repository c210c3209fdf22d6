"""The smaller parts: vocabularies, model, templates, text, HTML, folders, audit, statistics."""

from __future__ import annotations

import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import attrs
import pytest
from attrs import evolve

import peaceops as po
import samples
from peaceops import codec, html, text
from peaceops.audit import Text, audit
from peaceops.dates import Date, OpenEnd, Span
from peaceops.errors import DataError, Fault
from peaceops.folder import read_files, read_yaml
from peaceops.kinds import KINDS, SINGULAR, record_class
from peaceops.model import MODULE_OF
from peaceops.stats import by_kind, by_organization, share
from peaceops.template import kind_of, template
from peaceops.vocab import VOCABULARIES, CrimeType, MissionKind, Strength

DS = samples.dataset()
RECORD_CLASSES = [record_class(name) for name in MODULE_OF] + [Span, Date]

# --- vocabularies -----------------------------------------------------------------------------


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda vocabulary: vocabulary.__name__)
def test_every_term_explains_itself(vocabulary: Any) -> None:
    """Codes are lower-case words, once each; label, definition and source are given."""
    codes = [term.code for term in vocabulary]
    assert len(set(codes)) == len(codes)
    assert [term.name for term in vocabulary]
    for term in vocabulary:
        assert codec._yaml._PLAIN.fullmatch(term.code)
        assert term.label
        assert term.definition.endswith(".")
        assert term.source
        assert vocabulary.of(term.code) is term
        assert str(term) == term.code
        assert repr(term) == f"{vocabulary.__name__}.{term.name}"


def test_terms_are_found_by_code_with_advice() -> None:
    with pytest.raises(ValueError, match="did you mean piracy"):
        CrimeType.of("pyracy")
    with pytest.raises(ValueError, match="one of: organized-crime"):
        CrimeType.of("zzz")
    assert sorted([CrimeType.PIRACY, CrimeType.CORRUPTION])[0] is CrimeType.CORRUPTION
    with pytest.raises(TypeError):
        assert CrimeType.PIRACY < MissionKind.ENVOY


# --- the model --------------------------------------------------------------------------------

IMMUTABLE = ("str", "int", "bool", "date", "None", "Date", "Span", "OpenEnd", *MODULE_OF)


@pytest.mark.parametrize("record", RECORD_CLASSES, ids=lambda record: record.__name__)
def test_fields_hold_only_immutable_types(record: Any) -> None:
    """No list, dict, set or float anywhere; every field says what it means."""
    attrs.resolve_types(record)
    vocabularies = {vocabulary.__name__ for vocabulary in VOCABULARIES}
    for attribute in attrs.fields(record):
        words = str(attribute.type).replace("peaceops.", "")
        for bad in ("list", "dict", "set[", "float", "Any", "bytearray"):
            assert bad not in words, (record, attribute.name)
        plain = words.translate(str.maketrans("[]|,.'<>", "        ")).split()
        known = {*IMMUTABLE, *vocabularies, "tuple", "class", "NoneType", "dates", "model"}
        unknown = {word for word in plain if word not in known and not word.islower()}
        assert not unknown, (record, attribute.name, unknown)
        if record not in (Span, Date):
            assert attribute.metadata["about"]


def test_missing_model_names_are_attribute_errors() -> None:
    import peaceops.model

    with pytest.raises(AttributeError):
        peaceops.model.Misson  # type: ignore[attr-defined]  # noqa: B018
    assert set(peaceops.model.__all__) == set(MODULE_OF)
    assert set(peaceops.model.__all__) <= set(dir(peaceops.model))


def test_a_mission_with_dates_out_of_order_still_answers() -> None:
    """The rules report it; questions do not fail on it."""
    mission = evolve(DS.missions["un-example"], ended=Date.parse("2001"))
    assert mission.span.start is None
    assert mission.active_on("2000-01-01")
    regime = evolve(DS.regimes["un-example-2017"], ended=Date.parse("2001"))
    assert regime.span.start is None


def test_a_mission_without_an_end_is_unknown() -> None:
    mission = evolve(DS.missions["un-before"], open_end=None)
    assert mission.span.open_end is OpenEnd.UNKNOWN
    regime = evolve(DS.regimes["un-example-2017"], ended=None)
    assert regime.span.open_end is OpenEnd.UNKNOWN
    assert DS.missions["un-example"].personnel[0].military == 11200


def test_importing_one_kind_leaves_the_others() -> None:
    """Classes of a kind are made when the kind is first used."""
    code = (
        "import sys; from peaceops.model import Place; "
        "print('peaceops.model.mission' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


# --- templates --------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_lists_every_field_and_must_be_filled_in(kind: str) -> None:
    made = template(SINGULAR[kind], "un-new")
    for attribute in attrs.fields(record_class(KINDS[kind])):
        assert f"# {attribute.name} (" in made
    assert "\nid: un-new\n" in made
    with pytest.raises(DataError, match="placeholder of the template"):
        codec.read_yaml(kind, made.encode(), "x.yaml")
    filled = made.replace('"..."', '"something"')
    assert codec.read_yaml(kind, filled.encode(), "x.yaml").id == "un-new"


def test_templates_know_their_kinds() -> None:
    assert kind_of("missions") == kind_of("mission") == "missions"
    with pytest.raises(ValueError, match="one of: mission, regime"):
        kind_of("mandate")


# --- text -------------------------------------------------------------------------------------


def test_a_mission_as_text() -> None:
    shown = text.show(DS.missions["un-example"], DS)
    for words in (
        "United Nations Mission in Example (UNEX)", "Peacekeeping operation of United Nations in",
        "established 2013-04-25, at work 2013-07-01 to 2015-06-30", "follows un-before",
        "S/RES/2100 (2013): establish; in force 2013-07-01 to 2014-06-30", "28: called-upon to",
        "Reported, beyond the mandate", "Sources disagree", "page-about, text says 2013-04-25",
        "Sources", "S/RES/2100 (2013), para. 7",
    ):  # fmt: skip
        assert words in shown, words
    before = text.show(DS.missions["un-before"], DS)
    assert "at work ?, ended, day unknown" in before
    assert "Gaps" in before
    assert "followed by un-example" in before


def test_a_mission_on_a_day_as_text() -> None:
    shown = text.show(DS.missions["un-example"], DS, "2014-06-28")
    assert "on 2014-06-28: in-force" in shown
    assert "Mandates in force on 2014-06-28" in shown
    assert "S/RES/2164 (2014): extend" in shown
    assert "Tasks that stood on 2014-06-28" in shown
    assert "S/RES/2100 (2013), para. 28: called-upon" in shown


def test_a_regime_as_text() -> None:
    shown = text.show(DS.regimes["un-example-2017"], DS)
    for words in (
        "imposed by un, in force 2013-04-25 to 2014-06-25", "Committee on Example",
        "Arms embargo: 2013-04-25 to 2014-06-25", "imposed by S/RES/2100 (2013), para. 1",
        "lifted by S/RES/2164 (2014), para. 2", "Criteria for listing", "(drug-trafficking)",
        "Panel of Experts on Example, 1 mandates",
    ):  # fmt: skip
        assert words in shown, words
    later = text.show(DS.regimes["un-example-2017"], DS, "2020-01-01")
    assert "on 2020-01-01: over" in later
    assert "Arms embargo:" not in later
    assert "Panel of Experts" not in later


def test_a_regime_on_a_day_shows_what_there_was_then() -> None:
    shown = text.show(DS.regimes["un-example-2017"], DS, "2014-01-01")
    assert "Monitored on 2014-01-01 by\n  Panel of Experts on Example, S/RES/2100 (2013)" in shown
    assert "Committee on Example (S/RES/2100 (2013), para. 9)" in shown
    early = text.show(DS.regimes["un-example-2017"], DS, "2013-01-01")
    assert "Committee on Example" not in early


def test_a_committee_that_was_dissolved_and_exemptions_are_shown() -> None:
    def place(at: str, date: str) -> po.Provision:
        return po.Provision(document="S/RES/2164 (2014)", at=at, date=po.Date.parse(date))

    regime = DS.regimes["un-example-2017"]
    assert regime.committee is not None
    committee = evolve(regime.committee, dissolved=place("3", "2014-06-25"))
    measure = evolve(regime.measures[0], exemptions=(place("5", "2014-02-01"),))
    regime = evolve(regime, committee=committee, measures=(measure,))
    shown = " ".join(text.show(regime, DS).split())
    assert ", dissolved by S/RES/2164 (2014), para. 3 from 2014-06-25" in shown
    assert "with exemptions by S/RES/2164 (2014), para. 5" in text.show(regime, DS)
    then = text.show(regime, DS, "2014-01-01")
    assert "dissolved" not in then
    assert "exemptions" not in then
    assert "dissolved" in text.show(regime, DS, "2014-12-31")


@pytest.mark.parametrize("kind", KINDS)
def test_every_record_has_a_text(kind: str) -> None:
    for record in DS.collection(kind):
        shown = text.show(record, DS)
        assert record.id in shown
        assert all(len(line) <= 100 for line in shown.split("\n"))


def test_open_spans_as_text() -> None:
    assert text.span_text(None) == "dates unknown"
    assert text.span_text(Span(open_end=OpenEnd.ONGOING)) == "?, ongoing"
    assert text.place_of("x", None) == "x"


def test_tables_wrap_their_last_column() -> None:
    made = text.table(("a", "b"), [("1", "word " * 40), ("22", "")], width=60)
    lines = made.split("\n")
    assert lines[0] == "a   b"
    assert all(len(line) <= 60 for line in lines)
    assert lines[-1].startswith("22")


# --- HTML -------------------------------------------------------------------------------------

PAYLOADS = [
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</td></tr></table><b>",
    "<a href='javascript:alert(1)'>x</a>", "&lt;script&gt;", "{{7*7}}", "<!--", "]]>",
    "<svg/onload=alert(1)>", "' onmouseover='alert(1)", "<style>*{}</style>", "\\x3cscript\\x3e",
    "<iframe src=//evil>", "<<b>>", "<math><mi//xlink:href='data:x'>", "=cmd|' /C calc'!A0",
    "%3Cscript%3E", "<object data=x>", "<base href=//evil>", "<form action=//evil>",
]  # fmt: skip


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_names_never_become_markup(payload: str) -> None:
    """Whatever a name holds, the table has the tags of a table and no others."""
    data = samples.put("missions", "un-example", name=payload)
    parser = _Tags()
    parser.feed(data.missions._repr_html_())
    assert {tag for tag, _ in parser.tags} <= {"p", "table", "thead", "tbody", "tr", "th", "td"}


@pytest.mark.parametrize("kind", KINDS)
def test_html_of_every_record(kind: str) -> None:
    """A table of fields, lists folded, nothing but these tags, addresses linked."""
    allowed = {"table", "caption", "tbody", "tr", "th", "td", "details", "summary", "ol", "li", "a"}
    for record in DS.collection(kind):
        for payload in ("", *PAYLOADS):
            name = {"documents": "subject"}.get(kind, "name")
            shown = (
                evolve(record, **{name: payload})._repr_html_()
                if payload
                else (record._repr_html_())
            )
            parser = _Tags()
            parser.feed(shown)
            assert {tag for tag, _ in parser.tags} <= allowed
    assert 'href="https://example.org/about"' in DS.documents["page-about"]._repr_html_()


class _Page(HTMLParser):
    """Reads HTML as a browser does: what stands in which element, and is each closed in turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.summaries: dict[str, list[str]] = {}
        self.links: list[tuple[str, str]] = []
        self._text: list[str] = []
        self._href = ""
        self._row = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        if tag in ("summary", "a", "th"):
            self._text = self._text if tag == "a" and "summary" in self.open else []
        if tag == "a":
            self._href = dict(attributes)["href"] or ""

    def handle_data(self, data: str) -> None:
        self._text.append(data)
        if self.open[-1] == "a":
            self.links.append((data, self._href))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if tag == "th" and self.open.count("table") == 1:
            self._row = "".join(self._text)
        elif tag == "summary":
            self.summaries.setdefault(self._row, []).append("".join(self._text))


def test_mandates_of_a_mission_fold_open_one_by_one() -> None:
    mission = po.missions["un-minusma"]
    page = _Page(mission._repr_html_())
    for mandate in mission.mandates:
        (line,) = [text for text in page.summaries["mandates"] if mandate.document in text]
        assert line.startswith(str(mandate.in_force.start))
        assert mandate.action.label in line
    assert str(len(mission.mandates[0].tasks)) in page.summaries["mandates"]
    assert ("S/RES/2295 (2016)", "https://undocs.org/en/S/RES/2295(2016)") in page.links
    assert page.summaries["citations"] == [str(len(mission.citations))]


def test_measures_of_a_regime_fold_open_one_by_one() -> None:
    regime = po.regimes["un-libya-2011"]
    page = _Page(regime._repr_html_())
    for measure in regime.measures:
        (line,) = [text for text in page.summaries["measures"] if measure.scope in text]
        assert line.startswith(str(measure.in_force.start))
        assert measure.kind.label in line
        assert measure.imposed_by.document in line
    assert ("S/RES/1970 (2011)", "https://undocs.org/en/S/RES/1970(2011)") in page.links
    assert {href.partition(":")[0] for _, href in page.links} == {"https"}


def test_every_shipped_record_is_well_formed_html() -> None:
    for kind in ("missions", "regimes", "projects", "organizations", "instruments", "places"):
        for record in po.load().collection(kind):
            assert _Page(record._repr_html_()).summaries.keys() <= {
                attribute.name.replace("_", " ") for attribute in record.__attrs_attrs__
            }


def test_open_ends_and_documents_without_an_address() -> None:
    mission = DS.missions["un-example"]
    spans = {
        po.OpenEnd.ONGOING: "2013-07-01, ongoing",
        po.OpenEnd.ENDED: "2013-07-01, ended, day unknown",
        po.OpenEnd.UNKNOWN: "2013-07-01, end unknown",
    }
    for end, words in spans.items():
        span = po.Span(start=po.Date.parse("2013-07-01"), open_end=end)
        mandate = evolve(mission.mandates[0], in_force=span, document="no symbol <b>")
        shown = evolve(mission, mandates=(mandate,))._repr_html_()
        page = _Page(shown)
        assert page.summaries["mandates"][0].startswith(words)
        assert page.summaries["mandates"][0].endswith("no symbol <b>")
        assert "<b>" not in shown


def test_rows_of_a_collection_lead_to_their_documents() -> None:
    page = _Page(po.mandates.of("un-minusma")._repr_html_())
    assert ("S/RES/2100 (2013)", "https://undocs.org/en/S/RES/2100(2013)") in page.links
    links = [href for _, href in _Page(po.measures.of("un-libya-2011")._repr_html_()).links]
    assert "https://undocs.org/en/S/RES/1970(2011)" in links


def test_links_are_http_only() -> None:
    assert html.link("x", "javascript:alert(1)") == "x"
    assert html.link("<x>", None) == "&lt;x&gt;"
    assert html.link("x", 'https://e.org/"a') == (
        '<a href="https://e.org/&quot;a" rel="noopener">x</a>'
    )


def test_html_of_every_collection() -> None:
    for kind in (*KINDS, "mandates", "tasks", "measures"):
        made = DS.collection(kind)._repr_html_()
        assert f"{len(DS.collection(kind))} {kind}" in made
        assert made.count("<tr>") == len(DS.collection(kind)) + 1
    many = DS.with_records(
        "missions", [evolve(DS.missions["un-before"], id=f"un-{n}") for n in range(40)]
    )
    assert "… and 12 more" in many.missions._repr_html_()


# --- folders ----------------------------------------------------------------------------------


def _write(folder: Path, name: str, content: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


def test_a_folder_of_records(tmp_path: Path) -> None:
    _write(tmp_path, "missions/un/un-example.yaml", samples.MISSION)
    _write(tmp_path, "places/ml.yaml", samples.PLACES[0])
    _write(tmp_path, "README.md", "a guide")
    _write(tmp_path, ".hidden/x.yaml", "not read")
    _write(tmp_path, "codings/x.csv", "not read")
    data = read_yaml(tmp_path)
    assert list(data.missions.ids) == ["un-example"]
    assert data.verify() == data.fingerprint
    overlay = read_yaml(tmp_path, onto=DS)
    assert len(overlay.missions) == 2
    assert len(overlay.documents) == 4
    assert overlay.version == DS.version


def test_faults_of_all_files_at_once(tmp_path: Path) -> None:
    _write(tmp_path, "missions/un/a.yaml", "id: 5\n")
    _write(tmp_path, "places/b.yaml", "- x\n")
    _write(tmp_path, "places/c.yaml", samples.PLACES[0])
    _write(tmp_path, "places/d.yaml", samples.PLACES[0])
    _write(tmp_path, "places/notes.txt", "x")
    _write(tmp_path, "stray.yaml", "id: x\n")
    _write(tmp_path, "mission/x.yaml", "id: x\n")
    with pytest.raises(DataError) as caught:
        read_files(tmp_path)
    found = {(fault.file, fault.path): fault.message for fault in caught.value.faults}
    assert ("missions/un/a.yaml", "$.id") in found
    assert "is taken by places/c.yaml" in found["places/d.yaml", "$.id"]
    assert "records end in .yaml" in found["places/notes.txt", "$"]
    assert "outside the folders of records" in found["stray.yaml", "$"]
    assert "outside the folders of records" in found["mission/x.yaml", "$"]
    assert str(caught.value).startswith(f"{len(caught.value.faults)} faults\n")


def test_a_folder_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="is not a folder"):
        read_yaml(tmp_path / "nowhere")


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text(samples.PLACES[0], encoding="utf-8")
    (tmp_path / "data" / "places").mkdir(parents=True)
    (tmp_path / "data" / "places" / "ml.yaml").symlink_to(secret)
    with pytest.raises(DataError, match="links are not followed"):
        read_files(tmp_path / "data")


@pytest.mark.parametrize("function", ["read_bytes", "scandir"])
def test_unreadable_files_and_folders_are_faults(
    function: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the system refuses to open is named, never left out."""

    def refuse(path: object, *_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    _write(tmp_path, "places/ml.yaml", samples.PLACES[0])
    monkeypatch.setattr(Path if function == "read_bytes" else os, function, refuse)
    with pytest.raises(DataError, match="cannot be read: Permission denied"):
        read_files(tmp_path)


def test_faults_compare_and_print() -> None:
    fault = Fault("a.yaml", 3, "$.id", "is wrong")
    assert str(fault) == "a.yaml:3: $.id: is wrong"
    assert repr(fault) == "Fault('a.yaml', 3, '$.id', 'is wrong')"
    assert fault == Fault("a.yaml", 3, "$.id", "is wrong")
    assert hash(fault) == hash(Fault("a.yaml", 3, "$.id", "is wrong"))
    assert fault != 5
    import pickle

    error = DataError([fault])
    assert pickle.loads(pickle.dumps(error)).faults == (fault,)  # noqa: S301


# --- the audit of quotes ----------------------------------------------------------------------

RESOLUTION = """\
United Nations S/RES/2100 (2013)
Resolution 2100 (2013)
Noting 7 things and the
13-31417 2
preamble\u2019s words,
1. Decides that all States shall prevent
illicit trafficking of small
arms;
2. Requests the Secretary-General to co-
operate;
7. Decides to establish a mission;
28. Calls upon it against the illicit trafficking of small arms and drug trafficking;
"""


def _texts(folder: Path, content: str = RESOLUTION) -> Path:
    (folder / "S_RES_2100_2013.txt").write_text(content, encoding="utf-8")
    return folder


def test_quotes_are_found_where_they_claim_to_stand(tmp_path: Path) -> None:
    found = {(quote.quote, quote.at): quote.verdict for quote in audit(DS, [_texts(tmp_path)])}
    assert found == {
        ("illicit trafficking of small arms", "28"): "found",
        ("support elections", "16 (b)"): "missing",
        ("Decides to establish", "7"): "found",
        ("support to courts", "text"): "no-text",
        ("drug trafficking", "8 (c)"): "elsewhere",
        ("illicit trafficking", "28"): "found",
    }
    lost = next(quote for quote in audit(DS, [tmp_path]) if quote.verdict == "elsewhere")
    assert "it stands in paragraph 28" in str(lost)


@pytest.mark.parametrize(
    ("quote", "paragraph"),
    [
        ("illicit trafficking of small arms;", 1),
        ("the preamble's words", None),
        ("Decides that [...] small arms", 1),
        ("to co-operate", 2),
        ("Decides that [...] to establish", 1),
    ],
)
def test_layout_does_not_hide_a_quote(quote: str, paragraph: int | None) -> None:
    """Line breaks, page headers, hyphens and curly quotes do not matter; words do."""
    body = Text(RESOLUTION)
    positions = body.find(quote)
    assert positions
    assert body.paragraph(positions[0]) == paragraph


@pytest.mark.parametrize(
    "quote", ["Illicit Trafficking", "no such words", "[...]", "small [...] Noting"]
)
def test_other_words_are_not_found(quote: str) -> None:
    assert not Text(RESOLUTION).find(quote)


def test_a_preamble_quote_must_stand_in_the_preamble(tmp_path: Path) -> None:
    mission = DS.missions["un-example"]
    for quote, verdict in (("preamble's words", "found"), ("Decides to establish", "elsewhere")):
        citation = evolve(mission.citations[0], at="preamble", quote=quote)
        data = samples.put("missions", "un-example", citations=(citation,))
        judged = [q for q in audit(data, [_texts(tmp_path)]) if q.at == "preamble"]
        assert [q.verdict for q in judged] == [verdict]


def test_file_names_follow_symbols(tmp_path: Path) -> None:
    """Zeros, brackets and a language behind the symbol do not matter; other numbers do."""
    from peaceops.audit import Texts

    for name in ("S_RES_0001_1946", "A_RES_1395(XIV)", "CFSP_2020_472_IT", "PC_DEC_1117"):
        (tmp_path / f"{name}.txt").write_text("words", encoding="utf-8")
    texts = Texts([tmp_path])
    for symbol in ("S/RES/1 (1946)", "A/RES/1395 (XIV)", "(CFSP) 2020/472", "PC.DEC/1117"):
        assert len(texts.of(symbol)) == 1, symbol
    for symbol in ("S/RES/10 (1946)", "PC.DEC/111", "A/RES/1395 (XV)"):
        assert not texts.of(symbol), symbol


# --- statistics -------------------------------------------------------------------------------


def test_statistics_count_what_is_there() -> None:
    rows = {row.kind: row for row in by_kind(DS)}
    assert rows["missions"].records == 2
    assert rows["missions"].vetted == 1
    assert rows["mandates"].records == 2
    assert rows["mandates"].vetted_facts == rows["mandates"].vetted_sourced == 6
    assert rows["missions"].vetted_facts == rows["missions"].vetted_sourced == 8
    assert rows["missions"].disputes == 1
    assert rows["missions"].gaps == 2
    assert rows["missions"].quotes == 2
    assert share(1, 3) == "33.3 %"
    assert share(0, 0) == "-"
    (owner,) = by_organization(DS)
    assert (owner.organization, owner.missions, owner.mandates, owner.tasks) == ("un", 2, 2, 2)
    assert (owner.dates, owner.dates_to_the_day) == (3, 3)
    assert Strength.REPORTED.code == "reported"


def test_no_module_hides_a_public_name() -> None:
    """A submodule with the name of a function would take its place once it is imported."""
    import peaceops

    modules = {path.stem for path in Path(peaceops.__file__).parent.glob("*.py")}
    packages = {path.parent.name for path in Path(peaceops.__file__).parent.glob("*/__init__.py")}
    assert not (modules | packages) & set(peaceops.__all__)
