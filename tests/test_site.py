"""The documentation site: built by its one command, read as files, used in a real browser."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

import peaceops as po
import site_sample
from peaceops.kinds import KINDS

ROOT = Path(__file__).parent.parent
TOOLS = ROOT / "tools"
sys.path.insert(0, str(TOOLS))
from website.addresses import Addresses
from website.history import steps

pytestmark = pytest.mark.slow

CHROMIUM = shutil.which("chromium")
needs_browser = pytest.mark.skipif(
    CHROMIUM is None, reason="needs a browser: apt-get install chromium"
)
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
)  # fmt: skip
SAMPLES = (
    "index.html", "tutorial.html", "codebook.html", "reference.html", "reference-records.html",
    "command-line.html", "organised-crime.html", "search.html?q=piracy",
    "missions/index.html", "missions/un-minusma.html", "missions/un-unficyp.html",
    "missions/osce-mission-moldova.html", "regimes/index.html", "regimes/un-libya-2011.html",
    "projects/index.html", "projects/cepol-topcop.html", "instruments/index.html",
    "instruments/untoc.html", "documents/s-res-2295-2016.html", "documents/s-res-1970-2011.html",
    "documents/un-pko-list-71.html", "organizations/osce.html", "organizations/index.html",
    "places/ml.html", "places/index.html",
)  # fmt: skip
"""At least one page of every sort."""


def _run(*command: str, seed: str = "0") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "src")}
    return subprocess.run(
        [sys.executable, *command], capture_output=True, text=True, check=False, env=environment
    )


def _once(temporary: pytest.TempPathFactory, name: str, script: Path, seed: str) -> Path:
    """Build a site once for all workers; what the command printed stands beside it."""
    base = temporary.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    out, said = base / name, base / f"{name}.txt"
    with (base / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not said.exists():
            done = _run(str(script), str(out), seed=seed)
            assert done.returncode == 0, done.stdout + done.stderr
            said.write_text(done.stdout)
    return out


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the shipped records, made by the one command."""
    return _once(tmp_path_factory, "site", TOOLS / "make_site.py", "0")


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small sample with hostile records on top."""
    return _once(tmp_path_factory, "hostile", ROOT / "tests" / "site_sample.py", "1")


# --- what was written -------------------------------------------------------------------------


def test_the_command_says_what_it_made(site: Path) -> None:
    said = site.with_suffix(".txt").read_text()
    pages, megabytes, seconds = map(int, re.findall(r"\d+", said)[:3])
    assert pages == len(list(site.rglob("*.html")))
    assert 5 < megabytes < 500
    assert seconds > 0


def test_every_record_has_a_page(site: Path) -> None:
    data = po.load()
    addresses = Addresses(data)
    paths = []
    for kind in KINDS:
        for record in data.collection(kind):
            path = addresses.path(kind, record.id)
            assert path is not None
            paths.append(path.casefold())
            page = (site / path).read_text(encoding="utf-8")
            shown = page[page.rindex("record = po.") :].partition("</code>")[0]
            assert unescape(shown) == f'record = po.{kind}["{record.id}"]'
    assert len(set(paths)) == len(paths), "two records share a page"


_REFERENCE = re.compile(r'<(?:a|link|script|img)\b[^>]*?\s(?:href|src)="([^"]*)"')
_ANCHOR = re.compile(r'\sid="([^"]*)"')


def test_every_internal_link_leads_somewhere(site: Path) -> None:
    """Every file that a page names exists, and every part of a page that a link names."""
    anchors: dict[Path, set[str]] = {}
    wanted: dict[tuple[Path, str], Path] = {}
    count = 0
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        names = [unescape(name) for name in _ANCHOR.findall(text)]
        anchors[page] = set(names)
        assert len(anchors[page]) == len(names), f"{page.relative_to(site)} has an anchor twice"
        for found in set(_REFERENCE.findall(text)):
            link = urlsplit(unescape(found))
            if link.scheme or link.netloc:
                assert link.scheme in ("https", "http", "mailto", "data"), (page, found)
                continue
            target = Path(os.path.normpath(page.parent / unquote(link.path))) if link.path else page
            wanted[target, unquote(link.fragment)] = page
            count += 1
    assert count > 100_000
    for (target, part), page in wanted.items():
        assert target.is_file(), f"{page.relative_to(site)} leads to {target}"
        # the part behind a list is the state of its filters
        if part and target.suffix == ".html" and "=" not in part:
            assert part in anchors[target], f"{page.relative_to(site)}: {target.name}#{part}"


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    """No page, style or script names a file of another server."""
    for path in (*SAMPLES, "assets/site.css", "assets/site.js", "assets/theme.js"):
        text = (site / path.partition("?")[0]).read_text(encoding="utf-8")
        loaded = re.findall(r'<(?:script|link|img|iframe)\b[^>]*(?:src|href)="([^"]*)"', text)
        assert not [name for name in loaded if re.match(r"(https?:)?//", name)], path
        assert not re.search(r"url\(|@import|\bfetch\(|XMLHttpRequest", text) or path.endswith(
            ".html"
        )


def test_a_mandate_is_compared_with_what_stood_before_it() -> None:
    """Additions count into what stands; a document not read for tasks is named in between."""
    found = {step.mandate.document: step for step in steps(po.missions["un-minusma"].mandates)}
    first = found["S/RES/2100 (2013)"]
    assert first.kind == "first"
    assert first.comparison is None
    step = found["S/RES/2295 (2016)"]
    assert [mandate.document for mandate in step.before] == ["S/RES/2227 (2015)"]
    assert step.comparison == po.compare_mandates(
        "un-minusma/s-res-2227-2015", "un-minusma/s-res-2295-2016"
    )
    behind = found["S/RES/2423 (2018)"]
    assert [mandate.document for mandate in behind.before] == [
        "S/RES/2364 (2017)", "S/RES/2374 (2017)", "S/RES/2391 (2017)",
    ]  # fmt: skip
    for mission in po.missions:
        for one in steps(mission.mandates):
            effect = one.mandate.task_effect.code
            assert (one.kind == "not-read") is (effect == "not-read")
            assert (one.comparison is not None) is (one.kind == "compared")
            assert all(other.task_effect.code == "not-read" for other in one.unread)


class _Tags(HTMLParser):
    """Collects the tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_a_hostile_record_never_becomes_markup(hostile: Path) -> None:
    pages = list(hostile.rglob("*.html"))
    assert {path.parent.name for path in pages} >= {"missions", "documents", "places"}
    for page in pages:
        parser = _Tags()
        parser.feed(page.read_text(encoding="utf-8"))
        for tag, attributes in parser.tags:
            assert tag not in ("iframe", "style", "i", "b"), page
            assert not [name for name in attributes if name.startswith("on")], page
            assert not (attributes.get("href") or "").startswith("javascript:"), page
            if tag == "script":
                assert re.fullmatch(r"(\.\./|\./)?assets/(site|theme)\.js", attributes["src"] or "")
            if tag == "img":
                assert "charts/" in (attributes["src"] or ""), page
    shown = (hostile / "missions" / "un-hostile.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
    assert "{{ 7 * 7 }}" in shown
    assert sorted(path.name for path in (hostile / "places").glob("evil*")) == [
        "evil-2.html", "evil.html",
    ]  # fmt: skip


def test_two_builds_give_the_same_bytes(hostile: Path, tmp_path: Path) -> None:
    """Whatever the order of hashing; a second build into the same folder replaces the first."""
    again = tmp_path / "again"
    (again / "assets").mkdir(parents=True)
    (again / "assets" / "site.js").write_text("of a site made before")
    (again / "old.html").write_text("gone after")
    done = _run(str(ROOT / "tests" / "site_sample.py"), str(again), seed="2")
    assert done.returncode == 0, done.stdout + done.stderr
    first = {path.relative_to(hostile): path.read_bytes()
             for path in hostile.rglob("*") if path.is_file()}  # fmt: skip
    second = {path.relative_to(again): path.read_bytes()
              for path in again.rglob("*") if path.is_file()}  # fmt: skip
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    done = _run(str(TOOLS / "make_site.py"), str(tmp_path))
    assert done.returncode == 1
    assert "neither empty nor a site made before" in done.stderr
    assert (tmp_path / "thesis.txt").read_text() == "years of work"


# --- in a browser -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield found
        found.close()


class Reader:
    """Somebody with a browser, who writes down every error and every file that is asked for."""

    def __init__(self, browser: Any, root: Path, **options: Any) -> None:
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.root = root
        self.errors: list[str] = []
        self.asked: list[str] = []
        self.page.on(
            "console",
            lambda message: self.errors.append(message.text) if message.type == "error" else None,
        )
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.errors.append("dialog"), dialog.dismiss()))
        self.page.on("request", lambda request: self.asked.append(request.url))

    def open(self, path: str) -> Any:
        self.page.goto(f"{self.root.as_uri()}/{path}")
        return self.page

    def close(self) -> None:
        self.context.close()
        assert self.errors == []
        assert all(url.startswith(("file://", "data:")) for url in self.asked), self.asked


@pytest.fixture
def reader(browser: Any, site: Path) -> Iterator[Reader]:
    made = Reader(browser, site, viewport={"width": 1280, "height": 900})
    yield made
    made.close()


_CONTRAST = """() => {
  const number = (text) => text.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
    .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (el) => {
    for (let at = el; at; at = at.parentElement) {
      const [r, g, b, a = 1] = number(getComputedStyle(at).backgroundColor);
      if (a === 1) return [r, g, b];
    }
    return null;
  };
  const bad = new Set();
  for (const el of document.body.querySelectorAll("*:not(svg *):not(option)")) {
    const own = [...el.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    if (!own || !el.checkVisibility({ checkOpacity: true })) continue;
    const [one, two] = [light(number(getComputedStyle(el).color)), light(ground(el))].sort();
    const ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    if (ratio < 4.5) bad.add(`${el.tagName}.${el.className} ${ratio.toFixed(2)} ${el.textContent.slice(0, 30)}`);
  }
  return [...bad];
}"""


@needs_browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_clean_and_readable(browser: Any, site: Path, scheme: str) -> None:
    """No page of any sort reports an error, and every text stands out from its ground."""
    made = Reader(browser, site, color_scheme=scheme)
    for path in SAMPLES:
        page = made.open(path)
        assert page.locator("h1").count() == 1, path
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == (
            "rgb(255, 255, 255)" if scheme == "light" else "rgb(20, 25, 30)"
        )
        assert page.evaluate(_CONTRAST) == [], path
    made.close()


@needs_browser
def test_no_page_is_wider_than_a_phone(browser: Any, site: Path) -> None:
    """At 360 pixels nothing scrolls sideways but tables, pictures and code in their own box."""
    made = Reader(browser, site, viewport={"width": 360, "height": 740})
    for path in SAMPLES:
        page = made.open(path)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
    made.close()


@needs_browser
def test_a_hostile_record_does_nothing_in_a_browser(browser: Any, hostile: Path) -> None:
    made = Reader(browser, hostile)
    for path in ("missions/un-hostile.html", "documents/page-hostile.html", "places/evil.html",
                 "missions/index.html", "search.html?q=alert"):  # fmt: skip
        page = made.open(path)
        assert page.locator("h1").is_visible(), path
    page = made.open("index.html")
    page.fill("#q", "hostile")
    assert "<script>alert(1)</script>" in page.locator(".results a").first.inner_text()
    made.close()


@needs_browser
@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("MINUSMA", "missions/un-minusma.html"),
        ("minusma mali", "missions/un-minusma.html"),
        ("2295", "documents/s-res-2295-2016.html"),
        ("S/RES/2295", "documents/s-res-2295-2016.html"),
        ("what did resolution 2295 change for MINUSMA", "documents/s-res-2295-2016.html"),
        ("libya 1970", "regimes/un-libya-2011.html"),
        ("UNTOC", "instruments/untoc.html"),
        ("cote d'ivoire", "places/ci.html"),
        ("compare_mandates", "reference-questions.html#peaceops.compare.compare_mandates"),
    ],
)
def test_the_search_box_finds(reader: Reader, words: str, path: str) -> None:
    page = reader.open("places/no.html")
    page.fill("#q", words)
    first = page.locator(".results a").first
    first.wait_for()
    assert first.get_attribute("href") == f"../{path}"
    page.press("#q", "Enter")
    page.wait_for_url("**/search.html*")
    first = page.locator("#all-results a").first
    first.wait_for()
    assert first.get_attribute("href").removeprefix("./") == path


@needs_browser
def test_the_search_says_that_nothing_fits(reader: Reader) -> None:
    page = reader.open("index.html")
    page.fill("#q", "xyzzyx")
    page.get_by_text("Nothing fits.").wait_for()


def _shown(page: Any) -> set[str]:
    """The pages to which the rows lead that a filter leaves."""
    found: list[str] = page.eval_on_selector_all(
        "table.records tbody tr:not([hidden]) td:first-child a",
        "links => links.map((link) => link.getAttribute('href').split('/').pop())",
    )
    count = int(page.inner_text("#count").replace(",", ""))
    assert count == len(found)
    return set(found)


def _pages(records: Any) -> set[str]:
    addresses = Addresses(po.load())
    paths = (addresses.path(records.kind, record.id) for record in records)
    return {path.partition("/")[2] for path in paths if path}


@needs_browser
def test_the_filters_of_missions_say_what_the_package_says(reader: Reader) -> None:
    page = reader.open("missions/index.html")
    assert _shown(page) == _pages(po.missions)
    page.select_option("#f-organization", "un")
    assert _shown(page) == _pages(po.missions.by("un"))
    page.select_option("#f-place", "ML")
    assert _shown(page) == _pages(po.missions.by("un").in_place("ML"))
    page.click("button[type=reset]")
    page.wait_for_function("location.hash === ''")
    assert _shown(page) == _pages(po.missions)
    crime = po.CrimeType.ARMS_TRAFFICKING
    for day in ("2014-06-30", "2009-12-31", "1995-01-01"):
        page.fill("#f-on", day)
        page.select_option("#f-crime", "")
        assert _shown(page) == _pages(po.missions.active_on(day)), day
        page.select_option("#f-crime", crime.code)
        assert _shown(page) == _pages(po.missions.active_on(day).countering(crime, on=day)), day
    page.select_option("#f-crime", "")
    page.fill("#f-text", "côte d")
    assert _shown(page) <= _pages(po.missions.in_place("CI").active_on("1995-01-01"))
    page.fill("#f-text", "no such mission")
    assert page.locator("#none").is_visible()


@needs_browser
def test_the_status_on_a_day_is_that_of_the_package(reader: Reader) -> None:
    """All five answers, for every mission and regime, on days that split them."""
    for kind, records in (("missions", po.missions), ("regimes", po.regimes)):
        page = reader.open(f"{kind}/index.html")
        for day in ("1993-04-10", "2013-07-01", "2024-01-15"):
            page.fill("#f-on", day)
            for status in ("in-force", "not-yet", "over", "unknown"):
                page.select_option("#f-standing", status)
                right = records.where(lambda one, d=day, s=status: one.status_on(d).value == s)
                assert _shown(page) == _pages(right), (kind, day, status)


@needs_browser
def test_the_other_filters(reader: Reader) -> None:
    page = reader.open("regimes/index.html")
    page.fill("#f-on", "2020-01-01")
    page.select_option("#f-measure", "arms-embargo")
    kind, day = po.MeasureKind.ARMS_EMBARGO, "2020-01-01"
    assert _shown(page) == _pages(po.regimes.active_on(day).imposing(kind, on=day))
    page.select_option("#f-measure", "")
    page.select_option("#f-crime", "trafficking-in-persons")
    crime = po.CrimeType.TRAFFICKING_IN_PERSONS
    assert _shown(page) == _pages(po.regimes.active_on(day).countering(crime, on=day))

    page = reader.open("documents/index.html#kind=sc-resolution&crime=piracy")
    named = po.documents.of_kind(po.DocumentKind.SC_RESOLUTION).mentioning(po.CrimeType.PIRACY)
    assert _shown(page) == _pages(named)
    page.fill("#f-from", "2012")
    page.fill("#f-to", "2013")
    assert _shown(page) == _pages(named.where(lambda d: d.date.year in (2012, 2013)))

    page = reader.open("projects/index.html")
    page.select_option("#f-crime", "arms-trafficking")
    page.select_option("#f-status", "completed")
    right = po.projects.countering(po.CrimeType.ARMS_TRAFFICKING).where(
        lambda project: project.status is po.ProjectStatus.COMPLETED
    )
    assert _shown(page) == _pages(right)

    page = reader.open("places/index.html#kind=former-state")
    assert _shown(page) == _pages(po.places.of_kind(po.PlaceKind.FORMER_STATE))
    page = reader.open("instruments/index.html")
    page.select_option("#f-kind", "treaty")
    assert _shown(page) == _pages(po.instruments.of_kind(po.InstrumentKind.TREATY))
    page = reader.open("organizations/index.html#role=regimes")
    imposers = {key for regime in po.regimes for key in regime.imposed_by}
    assert _shown(page) == _pages(po.organizations.where(lambda one: one.id in imposers))


def _what_2295_changed() -> po.Comparison:
    return po.compare_mandates("un-minusma/s-res-2227-2015", "un-minusma/s-res-2295-2016")


@needs_browser
def test_three_clicks_to_what_2295_changed_for_minusma(reader: Reader) -> None:
    """By hand, from the first page: missions, MINUSMA, the resolution."""
    page = reader.open("index.html")
    page.get_by_role("navigation", name="Records and guide").get_by_role(
        "link", name="Missions"
    ).click()
    page.get_by_role("link", name="MINUSMA", exact=True).click()
    mandate = page.locator("details.mandate", has=page.locator("summary", has_text="2295 (2016)"))
    added = _what_2295_changed().added
    row = mandate.get_by_text(added[0].quote)
    assert not row.first.is_visible()
    mandate.locator("summary").first.click()
    assert row.first.is_visible()
    assert mandate.locator("tr.plus").count() == len(added)


@needs_browser
def test_one_click_behind_the_search(reader: Reader) -> None:
    page = reader.open("index.html")
    page.fill("#q", "2295")
    page.locator(".results a").first.click()
    page.wait_for_url("**/documents/s-res-2295-2016.html")
    section = page.locator("#changes-un-minusma")
    change = _what_2295_changed()
    for task in change.added:
        assert section.get_by_text(task.quote).first.is_visible()
    assert section.locator("tr", has_text="weakened").count() == len(change.weakened)
    section.get_by_role("link", name="MINUSMA").click()
    page.wait_for_url("**/missions/un-minusma.html#s-res-2295-2016")
    assert page.locator("details#s-res-2295-2016").get_attribute("open") is not None


@needs_browser
def test_everything_is_reached_by_keyboard(reader: Reader) -> None:
    page = reader.open("missions/index.html")

    def focus() -> str:
        found: str = page.evaluate(
            "document.activeElement.id || document.activeElement.textContent"
        )
        return found

    page.keyboard.press("Tab")
    assert focus() == "Skip to the content"
    assert page.locator(".skip").bounding_box()["x"] >= 0
    seen: list[str] = []
    for _ in range(30):
        page.keyboard.press("Tab")
        seen.append(focus())
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", f"{seen[-1]} shows no focus"
        if seen[-1] == "Clear":
            break
    assert seen[:2] == ["peaceops", "q"]
    assert {"Dark", "Missions", "Sanctions", "Guide"} <= set(seen)
    fields = ["f-text", "f-organization", "f-kind", "f-place", "f-crime", "f-on", "f-standing"]
    assert [name for name in dict.fromkeys(seen) if name in fields] == fields

    page.locator("h1").click()
    page.keyboard.press("/")
    assert focus() == "q"
    page.keyboard.type("minusma")
    page.locator(".results a").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert "MINUSMA" in focus()
    page.keyboard.press("Escape")
    assert focus() == "q"
    assert not page.locator(".results").is_visible()

    page = reader.open("missions/un-minusma.html")
    page.locator("details.mandate summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("details.mandate").first.get_attribute("open") is not None
    page.get_by_role("button", name="Open all").press("Enter")
    assert page.locator("details.mandate[open]").count() == len(po.missions["un-minusma"].mandates)


@needs_browser
def test_the_colours_are_chosen_and_kept(browser: Any, site: Path) -> None:
    made = Reader(browser, site, color_scheme="light")
    page = made.open("index.html")
    page.get_by_role("button", name="Dark").click()
    dark = "getComputedStyle(document.body).backgroundColor === 'rgb(20, 25, 30)'"
    assert page.evaluate(dark)
    page = made.open("missions/un-minusma.html")
    assert page.evaluate(dark)
    page.get_by_role("button", name="Light").click()
    assert not page.evaluate(dark)
    made.close()


@needs_browser
def test_without_a_script_the_records_are_still_there(browser: Any, site: Path) -> None:
    made = Reader(browser, site, java_script_enabled=False)
    page = made.open("missions/index.html")
    assert not page.locator("form.filters").is_visible()
    page.get_by_role("link", name="MINUSMA", exact=True).click()
    page.locator("details.mandate summary").first.click()
    assert page.get_by_text("Decides to establish the United Nations").first.is_visible()
    made.close()


def test_the_sample_is_hostile() -> None:
    """The test above means something only while the names are markup."""
    assert "<script>" in site_sample.MISSION
    assert "</title>" in site_sample.DOCUMENT
