"""Build the site of the sample with hostile records on top; run with the folder to write."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "tools")]

import make_site

import peaceops as po
import samples

MARKUP = "<script>alert(1)</script>"
MISSION = f"""\
id: un-hostile
acronym: "\\"><img src=x onerror=alert(2)>"
name: "{MARKUP}"
aliases: ["' onmouseover='alert(3)", "{{{{ 7 * 7 }}}}"]
organization: [un]
kind: peacekeeping
places: ["ML", "evil"]
established: "2013-04"
started: "2013~"
open_end: ongoing
known_until: "2020"
mandates:
  - document: "page-hostile"
    action: establish
    in_force: {{start: "2013", open_end: ongoing}}
    task_effect: restates
    note: "</details>{MARKUP}"
    tasks:
      - activity: elections
        crimes: [piracy]
        modality: assist
        strength: decided
        at: "1<b>"
        quote: "</q></td>{MARKUP}"
        checked: reading
citations:
  - {{document: "page-hostile", at: "<i>", supports: [name], quote: "<!--contents-->{MARKUP}", checked: reading}}
disputes:
  - {{field: name, value: "{MARKUP}", citation: {{document: "page-hostile"}}, note: "<svg onload=alert(4)>"}}
gaps:
  - {{field: ended, reason: sources-silent, note: "{MARKUP}"}}
note: "<a href='javascript:alert(5)'>here</a>"
"""
DOCUMENT = """\
id: page-hostile
kind: web-page
issuer: un
title: "</title><script>alert(6)</script>"
subject: "<style>*{display:none}</style>"
url: "javascript:alert(7)"
primary: false
mentions:
  - {crime: piracy, operative: true, at: "</td>", words: "<iframe src=//x>"}
"""
PLACE = """\
id: "{id}"
name: "</script><script>alert(8)</script>"
kind: area
"""
OVERLAY = {
    "missions/a.yaml": MISSION,
    "documents/a.yaml": DOCUMENT,
    "places/a.yaml": PLACE.replace("{id}", "evil"),
    "places/b.yaml": PLACE.replace("{id}", "../../evil"),
}


def main(out: str) -> None:
    """Write an overlay, read it onto the sample, build the site."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in OVERLAY.items():
            path = Path(folder, name)
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        make_site.build(po.read_yaml(folder, onto=samples.dataset()), Path(out))


if __name__ == "__main__":
    main(sys.argv[1])
