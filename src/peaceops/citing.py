"""How to cite the dataset and the documents behind an answer: BibTeX, RIS, APA, CSL-JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Literal

from peaceops.collection import Collection
from peaceops.dataset import Dataset
from peaceops.errors import UnknownId
from peaceops.model import Document
from peaceops.model._record import Record
from peaceops.rules import documents_cited
from peaceops.shipped import load
from peaceops.symbols import slug, url

Form = Literal["bibtex", "ris", "apa", "csl"]
FORMS = ("bibtex", "ris", "apa", "csl")
AUTHOR = "The peaceops developers"
TITLE = (
    "peaceops: multilateral missions, mandates, sanctions regimes and projects against "
    "organized crime"
)


def cite(
    form: Form = "apa", *, of: Iterable[Any] | Record = (), dataset: Dataset | None = None
) -> str:
    """Cite the dataset with its version and fingerprint, or the documents behind records.

    ``form`` is ``bibtex``, ``ris``, ``apa`` or ``csl`` (CSL-JSON). With ``of`` (a record, a
    collection or any records) the answer lists every document that these records cite, ordered
    by symbol, after the dataset itself. Records hold ids, not objects: the documents are those
    of ``dataset``, without it those of the dataset that a collection came from, or the shipped
    ones. ``collection.cite(form)`` and ``ds.cite(form, of=record)`` say the same in one word.

    Raises ValueError for another form, and :class:`UnknownId` where a record cites a document
    that the dataset does not hold (name the one that does): a bibliography is complete or none.
    """
    if form not in FORMS:
        raise ValueError(f"{form!r} is not a form of citation; one of: {', '.join(FORMS)}")
    if dataset is None:
        dataset = of.dataset if isinstance(of, Collection) else load()
    data = dataset.whole
    entries = [_dataset_entry(data)]
    records = (of,) if isinstance(of, Record) else tuple(of)
    themselves = (record.id for record in records if isinstance(record, Document))
    for symbol in sorted({*documents_cited(records), *themselves}):
        document = data.documents.get(symbol)
        if document is None:
            raise UnknownId("document in the dataset to cite from", symbol)
        entries.append(_document_entry(data, document))
    if form == "csl":
        return json.dumps([_csl(entry) for entry in entries], ensure_ascii=False, indent=1)
    write = {"bibtex": _bibtex, "ris": _ris, "apa": _apa}[form]
    return "\n".join(write(entry) for entry in entries)


Entry = dict[str, str]


def _dataset_entry(data: Dataset) -> Entry:
    return {
        "key": f"peaceops-{data.version}",
        "type": "dataset",
        "author": AUTHOR,
        "title": TITLE,
        "year": data.data_date[:4],
        "date": data.data_date,
        "number": f"version {data.version}",
        "note": f"fingerprint {data.fingerprint[:16]}",
        "url": "",
    }


def _document_entry(data: Dataset, document: Document) -> Entry:
    issuer = data.organizations.get(document.issuer)
    page = slug(document.id) == document.id
    date = str(document.date) if document.date is not None else ""
    return {
        "key": slug(document.id),
        "type": "document",
        "author": document.issuer if issuer is None else issuer.name,
        "title": document.title or document.subject,
        "year": date[:4],
        "date": date,
        "number": "" if page else document.id,
        "note": f"accessed {document.accessed}" if document.accessed is not None else "",
        "url": document.url or url(document.id) or "",
    }


def _bibtex(entry: Entry) -> str:
    lines = []
    for name in ("author", "title", "year", "number", "note", "url"):
        if entry[name]:
            # An address is read as it stands; everything else is text to TeX.
            value = entry[name] if name == "url" else _braced(entry[name])
            lines.append(f"  {name} = {{{{{value}}}}}," if name in ("author", "title")
                         else f"  {name} = {{{value}}},")  # fmt: skip
    return "\n".join((f"@misc{{{entry['key']},", *lines, "}"))


def _braced(text: str) -> str:
    for sign in "\\{}":
        text = text.replace(sign, "")
    for sign in "&%$#_":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("~", "\\textasciitilde{}").replace("^", "\\textasciicircum{}")


def _ris(entry: Entry) -> str:
    kind = "DATA" if entry["type"] == "dataset" else "GOVDOC"
    tags = (("AU", "author"), ("TI", "title"), ("PY", "year"), ("DA", "date"), ("M1", "number"),
            ("N1", "note"), ("UR", "url"))  # fmt: skip
    # The format writes a day as YYYY/MM/DD/, with the slashes where a part is not known.
    parts = (*entry["date"].rstrip("~?%").split("-"), "", "")[:3]
    values = {**entry, "date": "/".join((*parts, ""))} if entry["date"] else entry
    lines = [f"{tag}  - {values[key]}" for tag, key in tags if values[key]]
    return "\n".join((f"TY  - {kind}", *lines, "ER  - "))


def _apa(entry: Entry) -> str:
    number = f" ({entry['number']})" if entry["number"] else ""
    kind = " [Data set]" if entry["type"] == "dataset" else ""
    rest = [part for part in (entry["url"], entry["note"]) if part]
    text = f"{entry['author']}. ({entry['year'] or 'n.d.'}). {entry['title']}{number}{kind}."
    return " ".join((text, *rest))


def _csl(entry: Entry) -> dict[str, Any]:
    made: dict[str, Any] = {
        "id": entry["key"],
        "type": entry["type"],
        "title": entry["title"],
        "author": [{"literal": entry["author"]}],
    }
    if entry["date"]:
        parts = [int(part) for part in entry["date"].rstrip("~?%").split("-")]
        issued: dict[str, object] = {"date-parts": [parts]}
        if entry["date"][-1] in "~?%":
            issued["circa"] = True
        made["issued"] = issued
    for name, key in (("number", "number"), ("URL", "url"), ("note", "note")):
        if entry[key]:
            made[name] = entry[key]
    return made
