"""Citations, read back by the programs that keep bibliographies."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import bibtexparser
import pytest
import rispy

import peaceops as po
import samples
from peaceops.citing import FORMS, cite

DS = samples.dataset()
STYLE = """\
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
  <info><title>test</title><id>test</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout suffix=".">
    <group delimiter=". ">
      <names variable="author"/><date variable="issued" form="text"/>
      <text variable="title"/><text variable="number"/><text variable="URL"/>
    </group>
  </layout></bibliography>
</style>
"""


def _documents_behind(mission: po.Mission) -> set[str]:
    """The documents that a mission cites, gathered from its JSON and not by the code under test."""
    from peaceops.codec import to_plain

    found: set[str] = set()

    def walk(value: object) -> None:
        if isinstance(value, dict):
            found.update(text for key, text in value.items() if key == "document")
            found.update(value.get("authorized_by", ()))
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    walk(to_plain(mission))
    return found


@pytest.mark.parametrize("form", FORMS)
def test_a_collection_a_dataset_and_the_function_cite_the_same(form: str) -> None:
    found = po.missions.in_place("ML").active_on("2014-06-30")
    expected = po.cite(form, of=found)  # type: ignore[arg-type]
    assert found.cite(form) == po.load().cite(form, of=found) == expected  # type: ignore[arg-type]
    assert po.load().cite(form) == po.cite(form)  # type: ignore[arg-type]
    assert len(po.cite(form)) < len(expected)  # type: ignore[arg-type]


def test_one_record_is_cited_by_its_dataset() -> None:
    mission = po.missions["un-minusma"]
    entries = json.loads(po.load().cite("csl", of=mission))
    assert {entry["number"] for entry in entries[1:] if "number" in entry} <= _documents_behind(
        mission
    )
    assert len(entries) == len(_documents_behind(mission)) + 1
    assert po.cite("csl", of=[mission]) == po.cite("csl", of=mission)


def test_documents_cite_themselves() -> None:
    found = po.documents.where(lambda document: document.id == "S/RES/2295 (2016)")
    assert "(S/RES/2295 (2016))" in found.cite("apa")


def test_a_collection_is_cited_from_its_own_dataset() -> None:
    assert "version 0.0.1" in cite("apa", of=DS.missions)
    assert DS.missions.dataset is DS


def test_a_document_that_the_dataset_lacks_is_no_silent_gap() -> None:
    """A record of one's own, cited from the shipped data, must not lose its documents."""
    with pytest.raises(po.UnknownId, match="no document in the dataset to cite from is called"):
        po.cite("apa", of=DS.missions["un-example"])
    assert "about the mission" in DS.cite("apa", of=DS.missions["un-example"])


def test_bibtexparser_reads_every_document() -> None:
    library = bibtexparser.parse_string(po.documents.cite("bibtex"))
    assert library.failed_blocks == []
    assert len(library.entries) == len(po.documents) + 1  # a key that stood twice would be lost
    fields = {field.key: field.value for field in library.entries_dict["s-res-2100-2013"].fields}
    assert fields["number"] == "S/RES/2100 (2013)"
    assert fields["year"] == "2013"
    assert fields["author"] == "{United Nations Security Council}"
    assert fields["url"] == "https://undocs.org/en/S/RES/2100(2013)"


def test_signs_of_tex_stay_text() -> None:
    data = samples.put("documents", "page-about", subject="~about ^1 & 50 %")
    library = bibtexparser.parse_string(data.missions.cite("bibtex"))
    title = library.entries_dict["page-about"].fields_dict["title"].value
    assert title == "{\\textasciitilde{}about \\textasciicircum{}1 \\& 50 \\%}"


def test_rispy_reads_every_document() -> None:
    entries = rispy.loads(po.documents.cite("ris"))
    assert len(entries) == len(po.documents) + 1
    assert entries[0]["type_of_reference"] == "DATA"
    (found,) = [entry for entry in entries if entry.get("note") == "S/RES/2100 (2013)"]
    assert found["type_of_reference"] == "GOVDOC"
    assert found["authors"] == ["United Nations Security Council"]
    assert (found["year"], found["date"]) == ("2013", "2013/04/25/")
    assert found["urls"] == ["https://undocs.org/en/S/RES/2100(2013)"]


@pytest.mark.parametrize(
    ("written", "ris", "issued"),
    [
        ("2013", "2013///", {"date-parts": [[2013]]}),
        ("2013-04", "2013/04//", {"date-parts": [[2013, 4]]}),
        ("2013-04~", "2013/04//", {"date-parts": [[2013, 4]], "circa": True}),
    ],
)
def test_dates_are_as_precise_as_the_document(
    written: str, ris: str, issued: dict[str, object]
) -> None:
    data = samples.put("documents", "page-about", date=po.Date.parse(written))
    found = data.documents.where(lambda document: document.id == "page-about")
    assert rispy.loads(found.cite("ris"))[-1]["date"] == ris
    assert json.loads(found.cite("csl"))[-1]["issued"] == issued


def test_citeproc_sets_the_csl_entries(tmp_path: Path) -> None:
    """The processor that sets CSL-JSON in a style reads every entry, none with a warning."""
    from citeproc import (
        Citation,
        CitationItem,
        CitationStylesBibliography,
        CitationStylesStyle,
        formatter,
    )
    from citeproc.source.json import CiteProcJSON

    entries = json.loads(po.documents.cite("csl"))
    (tmp_path / "test.csl").write_text(STYLE)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        source = CiteProcJSON(entries)
        style = CitationStylesStyle(str(tmp_path / "test.csl"), validate=False)
        bibliography = CitationStylesBibliography(style, source, formatter.plain)
        bibliography.register(Citation([CitationItem("s-res-2100-2013")]))
    assert len(source) == len(po.documents) + 1
    assert str(bibliography.bibliography()[0]) == (
        "United Nations Security Council. April 25, 2013. The situation in Mali. "
        "S/RES/2100 (2013). https://undocs.org/en/S/RES/2100(2013)."
    )
