"""The index behind the search box: one script that the page loads when somebody searches."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

from attrs import frozen

from peaceops.collection import fold
from peaceops.kinds import KINDS, SINGULAR
from website.view import View, title_of


@frozen
class Entry:
    """Something that can be found: what it is, where, the words that lead to it, its names.

    ``hint`` says what it is about, where its title does not.
    """

    title: str
    what: str
    path: str
    words: str
    names: tuple[str, ...] = ()
    hint: str = ""


def records(view: View) -> Iterator[Entry]:
    """Give an entry for every record."""
    decided: dict[str, list[str]] = {}
    for mission in view.dataset.missions:
        for mandate in mission.mandates:
            decided.setdefault(mandate.document, []).append(mission.acronym or mission.name)
    for regime in view.dataset.regimes:
        for measure in regime.measures:
            decided.setdefault(measure.imposed_by.document, []).append(regime.name)
    for kind in KINDS:
        for record in view.dataset.collection(kind):
            path = view.addresses.path(kind, record.id)
            if path is None:
                continue
            acronym = getattr(record, "acronym", None)
            name = getattr(record, "name", None)
            names = [record.id, acronym, name, *getattr(record, "aliases", ())]
            words = [one for one in names if one]
            if kind == "documents":
                words += [record.kind.label, record.subject, record.title or ""]
                words += dict.fromkeys(decided.get(record.id, ()))
                words += dict.fromkeys(mention.crime.label for mention in record.mentions or ())
            if kind in ("missions", "projects"):
                crimes = (crime.label for task in record.tasks for crime in task.crimes)
                words += dict.fromkeys(crimes)
            if kind in ("missions", "regimes", "projects"):
                words += [view.full("places", key) for key in record.places]
            yield Entry(
                title_of(record), SINGULAR[kind], path, " ".join(dict.fromkeys(words)),
                tuple(dict.fromkeys(one for one in names if one)),
                record.subject if kind == "documents" else "",
            )  # fmt: skip


class _Sections(HTMLParser):
    """Collects the words below each heading of a page."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.sections: list[tuple[str, str, list[str]]] = [(title, "", [])]
        self._heading: list[str] | None = None
        self._anchor = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if re.fullmatch("h[1-4]", tag):
            self._heading, self._anchor = [], dict(attrs).get("id") or ""

    def handle_endtag(self, tag: str) -> None:
        if re.fullmatch("h[1-4]", tag) and self._heading is not None:
            title = " ".join("".join(self._heading).replace("¶", "").split())
            if tag != "h1" and title:
                self.sections.append((title, self._anchor, []))
            self._heading = None

    def handle_data(self, data: str) -> None:
        (self.sections[-1][2] if self._heading is None else self._heading).append(data)


def sections(title: str, path: str, html: str) -> Iterator[Entry]:
    """Give an entry for a page and for each of its sections."""
    parser = _Sections(title)
    parser.feed(html)
    for heading, anchor, text in parser.sections:
        words = sorted(set(re.findall(r"[^\W_][\w.-]{2,}", fold(" ".join(text)))))
        shown = title if heading == title else f"{heading} ({title})"
        yield Entry(shown, "page", f"{path}#{anchor}" if anchor else path, " ".join(words))


def script(entries: Iterable[Entry]) -> str:
    """Write the index as a script, which a page without a server can load."""
    rows = [[one.title, one.what, one.path, one.words, one.names, one.hint] for one in entries]
    body = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"window.peaceopsIndex=[\n{body}\n];\n"
