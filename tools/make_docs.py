"""Write the pages of the documentation that follow from code and data.

Usage: python tools/make_docs.py [--check]

``docs/data-dictionary.md`` from the model, ``docs/codebook.md`` from the vocabularies,
``docs/rules.md`` from the rules, ``docs/quality.md``, ``docs/errata.md`` and
``docs/sanctions-completeness.md`` from the data. With ``--check`` nothing is written; the exit code is 1 where a page is out of step.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_origin

import attrs
from agreement import (
    Row,
    compare,
    compare_activities,
    compare_mentions,
    compare_regional,
    read_mentions,
    read_units,
)
from errata import errata
from sanctions_completeness import cited, judged, kept

import peaceops as po
from peaceops.folder import read_files
from peaceops.kinds import KINDS, record_class
from peaceops.model import MODULE_OF
from peaceops.rules import FILE_RULES, RULES, check, documents_cited
from peaceops.stats import by_kind, by_organization, share
from peaceops.vocab import VOCABULARIES

ROOT = Path(__file__).parent.parent
MADE = "Made by `python tools/make_docs.py`; do not edit.\n"


def _type_name(kind: Any) -> str:
    if get_origin(kind) is tuple:
        return f"tuple of {_type_name(get_args(kind)[0])}"
    inner = [item for item in get_args(kind) if item is not type(None)]
    if inner:
        return f"{_type_name(inner[0])}, or None"
    names = {str: "text", int: "whole number", bool: "true/false"}
    return names.get(kind) or str(kind.__name__)


def data_dictionary() -> Iterator[str]:
    """Describe every field of every record."""
    yield "# Data dictionary\n"
    yield MADE
    yield (
        "A field marked *fact* states something of the world: in a vetted record a citation that\n"
        "was read supports it. *needed*: left empty, a gap says why. Dates are EDTF as their\n"
        "source gives them; every span includes its first and its last day.\n"
    )
    top = list(KINDS.values())
    for name in (*top, *(name for name in sorted(MODULE_OF) if name not in top)):
        record = record_class(name)
        attrs.resolve_types(record)
        yield f"## {name}\n"
        yield f"{str(record.__doc__).strip()}\n"
        yield "| field | type | | meaning |\n|---|---|---|---|"
        for attribute in attrs.fields(record):
            marks = [
                word
                for word, shown in (
                    ("required", attribute.default is attrs.NOTHING),
                    ("fact", attribute.metadata.get("fact")),
                    ("needed", attribute.metadata.get("needed")),
                )
                if shown
            ]
            about = str(attribute.metadata["about"])
            target = attribute.metadata.get("refers")
            if target:
                about += f" (ids of {target})"
            about = about.replace("|", "\\|")
            name_and_type = f"`{attribute.name}` | {_type_name(attribute.type)}"
            yield f"| {name_and_type} | {', '.join(marks)} | {about} |"
        yield ""


def codebook() -> Iterator[str]:
    """Define every value of every vocabulary."""
    yield "# Codebook\n"
    yield MADE
    yield "Codes are stable for ever: a value may be explained better, never renamed or reused.\n"
    for vocabulary in VOCABULARIES:
        yield f"## {vocabulary.__name__}\n"
        yield f"{str(vocabulary.__doc__).strip()}\n"
        yield "| code | label | definition | source of the notion |\n|---|---|---|---|"
        for term in vocabulary:
            yield f"| `{term.code}` | {term.label} | {term.definition} | {term.source} |"
        yield ""


def rules() -> Iterator[str]:
    """List every rule with its reason."""
    yield "# Rules\n"
    yield MADE
    yield (
        "One function per rule, in `peaceops.rules`. The same functions run when the wheel is\n"
        "built, in the tests, in `peaceops check` and in `peaceops.check(dataset)` on your own\n"
        "data. An *error* stops a build, a *warning* is shown.\n"
    )
    yield "| rule | level | reason |\n|---|---|---|"
    for rule in RULES.values():
        yield f"| `{rule.code}` | {rule.level} | {rule.reason} |"
    for file_rule in FILE_RULES.values():
        yield f"| `{file_rule.code}` | {file_rule.level} | {file_rule.reason} |"
    yield ""


def quality() -> Iterator[str]:
    """Count what is vetted, sourced, quoted, disputed, and how far two coders agree."""
    dataset = po.load()
    report = check(dataset, read_files(ROOT / "data"))
    yield "# Quality report\n"
    yield MADE
    yield (
        f"Release {dataset.version}, data of {dataset.data_date}. "
        f"{report.rules} rules: {len(report.errors)} errors, {len(report.warnings)} warnings.\n"
    )
    yield "## Records and facts\n"
    yield (
        "A fact is a non-empty factual field. *With source*: a citation that was read names the\n"
        "document and the place in it.\n"
    )
    yield (
        "| kind | records | vetted | facts | with source | of vetted | quotes | disputes | gaps |\n"
        "|---|---|---|---|---|---|---|---|---|"
    )
    for row in by_kind(dataset):
        yield (
            f"| {row.kind} | {row.records} | {share(row.vetted, row.records)} | {row.facts} "
            f"| {share(row.sourced, row.facts)} | {share(row.vetted_sourced, row.vetted_facts)} "
            f"| {row.quotes} | {row.disputes} | {row.gaps} |"
        )
    yield "\n## Missions by organization\n"
    yield "| organization | missions | mandates | tasks | vetted | dates to the day |"
    yield "|---|---|---|---|---|---|"
    for owner in by_organization(dataset):
        yield (
            f"| {owner.organization} | {owner.missions} | {owner.mandates} | {owner.tasks} "
            f"| {share(owner.vetted, owner.missions)} "
            f"| {share(owner.dates_to_the_day, owner.dates)} |"
        )
    folder = ROOT / "data" / "codings"
    units = len(read_units(folder / "read-by-both.csv"))
    yield "\n## Agreement of two blind codings of tasks about crime\n"
    yield (
        f"{units} documents, each coded twice for its mission; the unit is the document, the value\n"
        "whether a task about the crime was found in it. `python tools/agreement.py` prints the\n"
        "same table; the raw codings lie in `data/codings/`.\n"
    )
    yield from _agreement("crime", compare(folder))
    units = len(read_units(folder / "general-read-by-both.csv"))
    yield "\n## Agreement of two blind codings of general tasks\n"
    yield (
        f"{units} documents; the unit is the document for its mission, the value whether a task of the\n"
        "activity was found in it. What is below 0.8 is discussed in [methods](methods.md).\n"
    )
    yield from _agreement("activity", compare_activities(folder))
    units = len(read_units(folder / "regional-read-by-both.csv"))
    yield "\n## Agreement of two blind codings outside the United Nations\n"
    yield (
        f"{units} documents, tasks of both sorts; crimes and activities that either coder found less than\n"
        "ten times are in the pooled rows only. The differences were settled one by one\n"
        "([methods](methods.md)).\n"
    )
    regional = compare_regional(folder)
    yield from _agreement(
        "crime or activity",
        [row for row in regional if max(row[1:3]) >= 10],
    )
    units = len(read_mentions(folder / "mentions-second.csv"))
    yield "\n## Crimes named: the lexicon beside a reader\n"
    yield (
        f"{units} resolutions, of which a reader who did not see the lexicon's result listed the\n"
        "crimes that they name; first is the lexicon.\n"
    )
    yield from _agreement("crime", compare_mentions(folder))
    yield ""


def _agreement(what: str, rows: list[Row]) -> Iterator[str]:
    yield f"| {what} | first | second | both | Krippendorff's alpha |\n|---|---|---|---|---|"
    for name, one, other, both, value in rows:
        shown = "-" if value is None else f"{value:.3f}"
        yield f"| {name} | {one} | {other} | {both} | {shown} |"


def completeness() -> Iterator[str]:
    """List the resolutions whose words impose or end sanctions, and where they are cited."""
    hits = kept(ROOT / "data")
    known, reasons = cited(po.load()), judged(ROOT / "data")
    symbols = dict.fromkeys(hit.document for hit in hits)
    none = [symbol for symbol in symbols if symbol not in known]
    yield "# Is every sanctions measure there?\n"
    yield MADE
    yield (
        "A program (`tools/sanctions_completeness.py`) reads every operative paragraph of the\n"
        "resolutions at hand for the formulas by which the Security Council imposes, renews or\n"
        f"ends sanctions. {len(symbols)} resolutions have one; {len(symbols) - len(none)} are cited by a\n"
        f"sanctions regime, {len(none)} were judged to be no measure:\n"
    )
    yield "| resolution | para. | words | why it is none |\n|---|---|---|---|"
    for symbol in none:
        hit = next(hit for hit in hits if hit.document == symbol)
        yield f"| {symbol} | {hit.at} | {hit.words} | {reasons.get(symbol, '**open**')} |"
    yield "\n## What reads like a measure, and the regime that cites it\n"
    yield "| resolution | para. | formula | regimes |\n|---|---|---|---|"
    for hit in hits:
        regimes = [
            regime.id
            for regime in po.regimes
            if hit.document in known and hit.document in documents_cited([regime])
        ]
        if regimes:
            yield f"| {hit.document} | {hit.at} | {hit.formula} | {', '.join(regimes)} |"
    yield ""


def known_errors() -> Iterator[str]:
    """List the facts that were wrong and are mended."""
    found = errata()
    yield "# Errata\n"
    yield MADE
    yield (
        f"{len(found)} facts that readers found wrong after they had been written, what they said and what\n"
        "they say now. A test holds every line against the data, so that none comes back\n"
        "(`python tools/errata.py`). No release has gone out with them; those found in a release will say so.\n"
    )
    yield "| record | field | said | says | decided by | found | why |\n|---|---|---|---|---|---|---|"
    for one in sorted(found, key=lambda one: (one.record, one.field)):
        place = f"{one.document}, {one.at}"
        yield (
            f"| {one.record} | `{one.field}` | {one.was} | {one.now} | {place} | {one.found} "
            f"| {one.why} |"
        )
    yield ""


PAGES = {
    "errata.md": known_errors,
    "data-dictionary.md": data_dictionary,
    "codebook.md": codebook,
    "rules.md": rules,
    "quality.md": quality,
    "sanctions-completeness.md": completeness,
}


def main(*options: str) -> int:
    """Write the pages, or check that they are in step."""
    stale = []
    for name, make in PAGES.items():
        path = ROOT / "docs" / name
        content = "\n".join(make()).rstrip() + "\n"
        if path.exists() and path.read_text(encoding="utf-8") == content:
            continue
        stale.append(name)
        if "--check" not in options:
            path.write_text(content, encoding="utf-8", newline="\n")
    for name in stale:
        print(f"{'out of step' if '--check' in options else 'wrote'}: docs/{name}")
    return 1 if stale and "--check" in options else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
