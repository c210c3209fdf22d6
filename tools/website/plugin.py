"""The part of the site that follows from a dataset, as a plugin of MkDocs."""

from __future__ import annotations

import argparse
import inspect
import posixpath
import re
import shutil
import textwrap
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

import peaceops as po
from peaceops import cli
from peaceops.dataset import Dataset
from peaceops.kinds import KINDS
from peaceops.text import place_of
from website import search
from website.addresses import Addresses
from website.field_notes import ROLE
from website.lists import Lists
from website.pages import Pages, every
from website.view import View

ROOT = Path(__file__).parent.parent.parent
OUTSIDE = {
    "CONTRIBUTING.md": "contributing.md",
    "data/README.md": "curating.md",
    "CHANGELOG.md": "changelog.md",
}
"""Pages of the repository that lie outside ``docs/``, and where the site shows them."""
REFERENCE = {
    "dataset": ("The dataset and its views", ("dataset", "shipped", "folder")),
    "collections": ("Collections and their verbs", ("records", "collection")),
    "questions": (
        "Questions over records",
        ("compare", "changes", "events", "tally", "panel", "citing", "plot"),
    ),
    "records": (
        "Records",
        (
            "model.mission", "model.mandate", "model.regime", "model.provision", "model.project",
            "model.document", "model.instrument", "model.organization", "model.place",
            "model.common",
        ),
    ),
    "dates": ("Dates and symbols", ("dates", "symbols")),
    "vocabularies": ("Vocabularies", ("vocab",)),
    "rules": ("Rules, tables, exports", ("rules", "tables", "export")),
    "errors": ("Errors", ("errors",)),
}  # fmt: skip
"""The modules that each page of the reference shows."""
MEMBERS = {"dataset": ("Dataset", "Unit", "Freq", "When")}
"""What to show of a module that hands on the names of others."""
NAMES = {
    "missions": "Missions",
    "regimes": "Sanctions",
    "projects": "Projects",
    "instruments": "Instruments",
    "documents": "Documents",
    "organizations": "Organizations",
    "places": "Places",
}


class RecordPages(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Adds a page for every record, a list for every kind, the search index, the reference."""

    def __init__(self, dataset: Dataset) -> None:
        self.view = View(dataset, Addresses(dataset))
        self.pages = Pages(self.view)
        self.listings = list(Lists(self.view, self.pages.roles).all())
        self.entries: list[search.Entry] = []
        self.written = 0
        self._env: jinja2.Environment | None = None
        self._nav: Navigation | None = None

    def on_config(self, config: MkDocsConfig) -> None:
        """Leave out the site map: without an address of the site it is empty."""
        config.theme.static_templates = set()

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the pages that do not lie in ``docs/``."""
        sitemap = files.get_file_from_path("sitemap.xml")
        if sitemap is not None:
            files.remove(sitemap)
        made = {
            "index.md": "---\ntemplate: home.html\ntitle: Start\n---\n",
            **_reference(),
            "command-line.md": _command_line(),
        }
        for source, target in OUTSIDE.items():
            made[target] = _moved((ROOT / source).read_text(encoding="utf-8"), source)
        for target, content in made.items():
            files.append(File.generated(config, target, content=content))
        return files

    def on_nav(self, nav: Navigation, **_: Any) -> None:
        """Keep the navigation for the pages of records."""
        self._nav = nav

    def on_page_content(self, html: str, *, page: Page, **_: Any) -> str:
        """Let wide tables scroll in a box of their own; take the words for the search."""
        self.entries += search.sections(str(page.title), page.url, html)
        box = '<div class="scroll" tabindex="0">'
        html = html.replace("<table>", f"{box}<table>").replace("</table>", "</table></div>")
        return html.replace("<pre>", '<pre tabindex="0">')

    def on_env(self, env: jinja2.Environment, **_: Any) -> jinja2.Environment:
        """Escape everything that a template prints, and give templates what they need."""
        env.autoescape = True
        env.trim_blocks = env.lstrip_blocks = True
        env.undefined = jinja2.StrictUndefined
        data = self.view.dataset
        env.globals.update(
            view=self.view,
            kinds=NAMES,
            counts={kind: len(data.collection(kind)) for kind in KINDS},
            sizes={"mandates": len(data.mandates), "tasks": len(data.tasks)},
            release={
                "version": data.version, "date": data.data_date, "fingerprint": data.fingerprint,
            },
            place_of=place_of,
            examples=self._examples(),
        )  # fmt: skip
        self._env = env
        return env

    def _examples(self) -> list[tuple[str, str]]:
        """Questions for the first page, as far as the dataset has the records to answer them."""
        address = self.view.addresses.path
        wanted = (
            ("What did resolution 2295 change for MINUSMA?",
             address("documents", "S/RES/2295 (2016)"), "changes"),
            ("Which missions were, on 30 June 2014, mandated against arms trafficking?",
             "missions/index.html", "crime=arms-trafficking&on=2014-06-30"),
            ("Which measures of the Libya regime stood when, and who imposed each?",
             address("regimes", "un-libya-2011"), "measures"),
            ("Which sanctions regimes can list for trafficking in persons?",
             "regimes/index.html", "crime=trafficking-in-persons"),
            *self._disputed(),
            ("Which resolutions of the Security Council name piracy?",
             "documents/index.html", "kind=sc-resolution&crime=piracy"),
        )  # fmt: skip
        return [(text, f"{path}#{part}") for text, path, part in wanted if path]

    def _disputed(self) -> Iterator[tuple[str, str | None, str]]:
        """Ask about a mission of whose beginning sources give different days."""
        for key in ("un-unoci", "un-minusma"):
            mission = self.view.dataset.missions.get(key)
            if mission is not None and any(d.field == "started" for d in mission.disputes):
                text = f"Which sources disagree about when {mission.acronym} began?"
                yield text, self.view.addresses.path("missions", key), "disputes"
                return

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the pages of the records, the lists and the search index."""
        out = Path(config.site_dir)
        for kind in KINDS:
            (out / kind).mkdir(exist_ok=True)
        for kind, record, path in every(self.pages):
            context = self.pages.context(kind, record)
            self._write(out, path, f"record/{kind}.html", **context)
        for listing in self.listings:
            self._write(
                out, f"{listing.kind}/index.html", "list.html",
                listing=listing, title=listing.title, kind=listing.kind,
            )  # fmt: skip
        self._write(out, "search.html", "search.html", title="Search", base_url=".", kind="")
        entries = [*search.records(self.view), *self.entries]
        (out / "assets" / "search-index.js").write_text(
            search.script(entries), encoding="utf-8", newline="\n"
        )
        shutil.rmtree(out / "notebooks", ignore_errors=True)

    def _write(self, out: Path, path: str, template: str, **context: Any) -> None:
        if self._env is None:
            raise RuntimeError("pages are written after the templates are known")
        found = self._env.get_template(template)
        html = found.render({"base_url": "..", "nav": self._nav, "page": None, **context})
        headings = re.findall(r'<h2 id="([a-z0-9-]+)">(.*?)</h2>', html)
        links = Markup("").join(
            Markup('<li><a href="#{}">{}</a></li>').format(
                anchor, unescape(re.sub("<.*?>", "", text))
            )
            for anchor, text in headings
        )
        html = html.replace("<!--contents-->", links, 1)
        (out / path).write_text(html, encoding="utf-8", newline="\n")
        self.written += 1


def _moved(text: str, source: str) -> str:
    """Turn the links of a page that lies outside ``docs/`` into links of the site.

    Raises ValueError for a link to a file that the site does not show.
    """

    def target(match: re.Match[str]) -> str:
        link, _, part = match[1].partition("#")
        if link.startswith(("http://", "https://", "mailto:")) or not link:
            return match[0]
        path = posixpath.normpath(posixpath.join(posixpath.dirname(source), link))
        if path == "README.md":
            path = "index.md"
        elif path in OUTSIDE:
            path = OUTSIDE[path]
        elif path.startswith("docs/"):
            path = path.removeprefix("docs/")
        else:
            raise ValueError(f"{source} links to {link}, which the site does not show")
        return f"]({path}{f'#{part}' if part else ''})"

    return re.sub(r"\]\(([^)\s]+)\)", target, text)


def _reference() -> dict[str, str]:
    """Make the pages of the reference: what the package gives, then module by module."""
    lines = [
        "# What the package gives\n",
        "After `import peaceops as po`. Every field of every record is in the "
        "[data dictionary](data-dictionary.md), every value of every vocabulary in the "
        "[codebook](codebook.md).\n",
        "| name | what it is |\n|---|---|",
    ]
    for name in po.__all__:
        value = getattr(po, name)
        if name == "__version__":
            lines.append("| `po.__version__` | the version of the release, as text |")
            continue
        if name in (*NAMES, "mandates", "tasks", "measures"):
            home, about = type(value), f"the {name} of the release"
        else:
            home, about = value, (inspect.getdoc(value) or "").partition("\n\n")[0]
        about = ROLE.sub(r"`\1`", " ".join(about.split())).replace("|", "\\|")
        lines.append(f"| [`po.{name}`][{home.__module__}.{home.__qualname__}] | {about} |")
    made = {"reference.md": "\n".join(lines) + "\n"}
    for key, (heading, modules) in REFERENCE.items():
        parts = [f"# {heading}\n"]
        for module in modules:
            parts.append(f"::: peaceops.{module}\n    options:\n      heading_level: 2")
            if module in MEMBERS:
                parts.append(f"      members: [{', '.join(MEMBERS[module])}]")
            parts.append("")
        made[f"reference-{key}.md"] = "\n".join(parts)
    return made


def _command_line() -> str:
    parser: Any = cli._parser()  # noqa: SLF001 - the page shows what --help says
    lines = ["# Command line\n", "What `peaceops --help` and `peaceops COMMAND --help` say.\n"]
    found = next(a for a in parser._actions if hasattr(a, "choices") and a.choices)  # noqa: SLF001
    for name, one in (("peaceops", parser), *found.choices.items()):
        one.formatter_class = _Wide
        title = "peaceops" if one is parser else f"peaceops {name}"
        lines.append(f"## {title}\n\n```text\n{textwrap.dedent(one.format_help()).rstrip()}\n```\n")
    return "\n".join(lines)


class _Wide(argparse.RawDescriptionHelpFormatter):
    """Help of the same width wherever the site is built."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=96)
