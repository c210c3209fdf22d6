"""The rules that data must keep: one named function per rule.

The same functions run in the build hook, in CI, in ``peaceops check`` and on a user's own
dataset. A rule yields findings; it never changes anything. ``error`` findings stop a build,
``warning`` findings are shown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Any, Final, Literal

import attrs
from attrs import frozen

from peaceops import codec
from peaceops.dataset import Dataset, fold
from peaceops.dates import Date, OpenEnd, Span
from peaceops.errors import BadSymbol
from peaceops.folder import SourceFile
from peaceops.kinds import KINDS
from peaceops.model import Document, Mandate, Organization, Project, Provision, Task
from peaceops.symbols import Series, canonical, parse, slug
from peaceops.vocab import (
    Checked,
    CodeScheme,
    DocumentKind,
    MandateAction,
    Modality,
    Review,
    Strength,
    TaskEffect,
)

Level = Literal["error", "warning"]
MAX_QUOTE_WORDS: Final = 40


@frozen
class Finding:
    """What a rule found: which rule, how grave, in which record, at which field."""

    code: str
    level: Level
    kind: str
    record: str
    path: str
    message: str

    def __str__(self) -> str:
        """Give the finding on one line."""
        return f"{self.level} {self.code} {self.kind}/{self.record} {self.path}: {self.message}"


@frozen
class Report:
    """Everything that the rules found, sorted; truthy where something was found."""

    findings: tuple[Finding, ...]
    records: int
    rules: int

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that stop a build."""
        return tuple(finding for finding in self.findings if finding.level == "error")

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings that do not."""
        return tuple(finding for finding in self.findings if finding.level == "warning")

    @property
    def clean(self) -> bool:
        """Whether nothing was found that stops a build."""
        return not self.errors

    def __bool__(self) -> bool:
        """Whether anything was found."""
        return bool(self.findings)

    def __str__(self) -> str:
        """Give one line per finding and a sum."""
        lines = [str(finding) for finding in self.findings]
        lines.append(
            f"{self.records} records, {self.rules} rules: "
            f"{len(self.errors)} errors, {len(self.warnings)} warnings"
        )
        return "\n".join(lines)


Where = tuple[str, Any, str, str]
"""What a rule yields: kind, record, path, message."""


@frozen
class Rule:
    """A rule: its code, how grave a breach is, why it is there, and the function."""

    code: str
    level: Level
    reason: str
    function: Callable[[Dataset], Iterator[Where]]


@frozen
class FileRule:
    """A rule on the form of a file."""

    code: str
    level: Level
    reason: str
    function: Callable[[SourceFile], Iterator[str]]


RULES: Final[dict[str, Rule]] = {}
FILE_RULES: Final[dict[str, FileRule]] = {}


def _rule(code: str, level: Level = "error") -> Callable[[Any], Any]:
    def register(function: Any) -> Any:
        RULES[code] = Rule(code, level, _reason(function), function)
        return function

    return register


def _file_rule(code: str, level: Level = "error") -> Callable[[Any], Any]:
    def register(function: Any) -> Any:
        FILE_RULES[code] = FileRule(code, level, _reason(function), function)
        return function

    return register


def _reason(function: Any) -> str:
    return str(function.__doc__).partition("\n")[0]


def check(dataset: Dataset, files: tuple[SourceFile, ...] = ()) -> Report:
    """Apply every rule to a dataset, and the rules on form to the files it was read from."""
    whole = dataset.whole
    findings = [
        Finding(rule.code, rule.level, kind, record.id, path, message)
        for rule in RULES.values()
        for kind, record, path, message in rule.function(whole)
    ]
    findings.extend(
        Finding(rule.code, rule.level, file.kind, file.record.id, file.path, message)
        for rule in FILE_RULES.values()
        for file in files
        for message in rule.function(file)
    )
    findings.sort(key=lambda f: (f.level, f.kind, f.record, f.code, f.path, f.message))
    count = sum(len(whole.collection(kind)) for kind in KINDS)
    return Report(tuple(findings), count, len(RULES) + len(FILE_RULES))


# --- walking ----------------------------------------------------------------------------------


def _records(dataset: Dataset) -> Iterator[tuple[str, Any]]:
    for kind in KINDS:
        for record in dataset.collection(kind):
            yield kind, record


def parts(value: Any, path: str = "$") -> Iterator[tuple[str, Any]]:
    """Walk a record and everything inside it, giving the path of each part."""
    yield path, value
    for attribute in attrs.fields(type(value)):
        inner = getattr(value, attribute.name)
        place = f"{path}.{attribute.name}"
        if isinstance(inner, tuple):
            for index, item in enumerate(inner):
                if attrs.has(type(item)):
                    yield from parts(item, f"{place}[{index}]")
        elif attrs.has(type(inner)) and not isinstance(inner, (Date, Span)):
            yield from parts(inner, place)


def _cited(dataset: Dataset, symbol: str) -> Document | None:
    return dataset.documents.get(symbol)


def _bodies(dataset: Dataset) -> Iterator[tuple[str, Any, str, tuple[Mandate, ...]]]:
    """Give every chain of mandates: of each mission and of each monitoring body."""
    for mission in dataset.missions:
        yield "missions", mission, "$.mandates", mission.mandates
    for regime in dataset.regimes:
        for index, body in enumerate(regime.monitoring):
            yield "regimes", regime, f"$.monitoring[{index}].mandates", body.mandates


# --- ids, references, symbols -----------------------------------------------------------------

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_PLACE_ID = re.compile(r"[A-Z]{2}|[A-Z]{4}", re.ASCII)


@_rule("id-form")
def id_form(dataset: Dataset) -> Iterator[Where]:
    """An id is for ever, so it is spelt in one way: a slug, a place code, or a symbol."""
    for kind, record in _records(dataset):
        if kind == "documents" or _SLUG.fullmatch(record.id):
            continue
        if kind == "places" and _PLACE_ID.fullmatch(record.id):
            continue
        yield kind, record, "$.id", f"{record.id!r} is not lower-case words joined by hyphens"


@_rule("part-ids")
def part_ids(dataset: Dataset) -> Iterator[Where]:
    """Parts (mandates, tasks, measures, bodies) carry ids below their owner's, each once."""
    for kind, record in _records(dataset):
        seen: set[str] = set()
        for path, part in parts(record):
            own = getattr(part, "id", None)
            if path == "$" or own is None:
                continue
            if not own.startswith(f"{record.id}/"):
                yield kind, record, path, f"id {own!r} does not begin with {record.id + '/'!r}"
            if own in seen:
                yield kind, record, path, f"id {own!r} stands twice"
            seen.add(own)


@_rule("reference")
def reference(dataset: Dataset) -> Iterator[Where]:
    """Every id that a record holds leads to a record of the right kind."""
    for kind, record in _records(dataset):
        for path, part in parts(record):
            for attribute in attrs.fields(type(part)):
                target = attribute.metadata.get("refers")
                if not target:
                    continue
                value = getattr(part, attribute.name)
                for key in value if isinstance(value, tuple) else (value,):
                    if key is not None and dataset.collection(target).get(key) is None:
                        where = f"{path}.{attribute.name}"
                        yield kind, record, where, f"{key!r} is not in {target}"


@_rule("reference-any")
def reference_any(dataset: Dataset) -> Iterator[Where]:
    """What a project supports, who pays it and who belongs to an organization exists."""
    bodies = ("places", "organizations")
    served = ("missions", "regimes", "instruments", "organizations", "documents")
    for project in dataset.projects:
        keys: list[tuple[str, str, tuple[str, ...]]]
        keys = [("$.supports", key, served) for key in project.supports]
        keys += [("$.donors", donor.donor, bodies) for donor in project.donors]
        yield from _unresolved(dataset, "projects", project, keys)
    for organization in dataset.organizations:
        keys = [("$.members", membership.member, bodies) for membership in organization.members]
        yield from _unresolved(dataset, "organizations", organization, keys)


def _unresolved(
    dataset: Dataset, kind: str, record: Any, keys: Iterable[tuple[str, str, tuple[str, ...]]]
) -> Iterator[Where]:
    for path, key, kinds in keys:
        if not any(dataset.collection(target).get(key) for target in kinds):
            yield kind, record, path, f"{key!r} is in none of {', '.join(kinds)}"


@_rule("succession")
def succession(dataset: Dataset) -> Iterator[Where]:
    """Predecessor and successor name each other."""
    for kind, record in _records(dataset):
        for name, back in (("predecessors", "successors"), ("successors", "predecessors")):
            for key in getattr(record, name, ()):
                other = dataset.collection(kind).get(key)
                if other is not None and record.id not in getattr(other, back):
                    yield kind, record, f"$.{name}", f"{key} does not name it among its {back}"
                if key == record.id:
                    yield kind, record, f"$.{name}", "names itself"


@_rule("retired")
def retired(dataset: Dataset) -> Iterator[Where]:
    """A retired record names the one that stands in its place; no other record does."""
    for kind, record in _records(dataset):
        if record.review is Review.RETIRED and record.retired_for is None:
            yield kind, record, "$.retired_for", "is retired and does not say in whose favour"
        if record.review is not Review.RETIRED and record.retired_for is not None:
            yield kind, record, "$.retired_for", "is set though the record is not retired"


@_rule("symbol-canonical")
def symbol_canonical(dataset: Dataset) -> Iterator[Where]:
    """A symbol stands in canonical form, and a resolution's year fits its number."""
    for document in dataset.documents:
        try:
            text = canonical(document.id)
        except BadSymbol as error:
            yield "documents", document, "$.id", str(error)
            continue
        if text != document.id:
            yield "documents", document, "$.id", f"should be written {text!r}"


_KINDS_OF_SERIES = {
    Series.SECURITY_COUNCIL_RESOLUTION: {DocumentKind.SC_RESOLUTION},
    Series.SECURITY_COUNCIL_STATEMENT: {DocumentKind.SC_STATEMENT},
    Series.GENERAL_ASSEMBLY_RESOLUTION: {DocumentKind.GA_RESOLUTION},
    Series.OSCE_DECISION: {DocumentKind.OSCE_DECISION},
    Series.AFRICAN_UNION_COMMUNIQUE: {DocumentKind.COMMUNIQUE},
    Series.EU_ACT: {
        DocumentKind.EU_DECISION,
        DocumentKind.EU_JOINT_ACTION,
        DocumentKind.EU_COMMON_POSITION,
        DocumentKind.EU_REGULATION,
    },
}


@_rule("symbol-kind")
def symbol_kind(dataset: Dataset) -> Iterator[Where]:
    """The kind of a document is that of its series, and its date lies in its symbol's year."""
    for document in dataset.documents:
        try:
            symbol = parse(document.id)
        except BadSymbol:
            continue
        kinds = _KINDS_OF_SERIES.get(symbol.series)
        if kinds is not None and document.kind not in kinds:
            names = " or ".join(sorted(kind.code for kind in kinds))
            yield "documents", document, "$.kind", f"is {document.kind}, should be {names}"
        dated = symbol.series is not Series.SECURITY_COUNCIL_DOCUMENT
        if dated and symbol.year is not None and document.date is not None:
            if document.date.year != symbol.year:
                message = f"{document.date} is not in {symbol.year}, the year of the symbol"
                yield "documents", document, "$.date", message


# --- dates ------------------------------------------------------------------------------------


@_rule("dates-in-order")
def dates_in_order(dataset: Dataset) -> Iterator[Where]:
    """Established, started, ended, liquidated follow each other, as far as precision tells."""
    orders = {
        "missions": (("established", "started", "ended", "liquidated"), ("established", "ended")),
        "regimes": (("started", "ended"),),
        "instruments": (("adopted", "opened", "in_force"),),
        "organizations": (("founded", "dissolved"),),
        "places": (("start", "end"),),
    }
    for kind, chains in orders.items():
        for record in dataset.collection(kind):
            for chain in chains:
                given = [(name, getattr(record, name)) for name in chain if getattr(record, name)]
                for (first, early), (second, late) in pairwise(given):
                    if late.surely_before(early):
                        message = f"{second} ({late}) lies before {first} ({early})"
                        yield kind, record, f"$.{second}", message


@_rule("one-end")
def one_end(dataset: Dataset) -> Iterator[Where]:
    """A mission or regime has either a last day or a reason why there is none, never both."""
    for kind in ("missions", "regimes"):
        for record in dataset.collection(kind):
            if (record.ended is None) is (record.open_end is None):
                message = "exactly one of ended and open_end must be given"
                yield kind, record, "$.open_end", message


@_rule("known-until")
def known_until(dataset: Dataset) -> Iterator[Where]:
    """What has no last day says to which day it is known, so that it never seems in force."""
    for kind in ("missions", "regimes", "projects"):
        for record in dataset.collection(kind):
            spans = [value for value in (getattr(record, "span", None),) if value is not None]
            spans += [mandate.in_force for mandate in getattr(record, "mandates", ())]
            spans += [measure.in_force for measure in getattr(record, "measures", ())]
            if record.known_until is None and any(span.open_end is not None for span in spans):
                yield kind, record, "$.known_until", "is needed, since something has no last day"
            if record.known_until is not None and not record.known_until.exact:
                yield kind, record, "$.known_until", "must be a day"


@_rule("known-until-late-enough")
def known_until_late_enough(dataset: Dataset) -> Iterator[Where]:
    """A record is known at least to the date of the newest document of its mandates."""
    for mission in dataset.missions:
        for index, mandate in enumerate(mission.mandates):
            document = _cited(dataset, mandate.document)
            if mission.known_until is None or document is None or document.date is None:
                continue
            if mission.known_until.surely_before(document.date):
                message = f"{mission.known_until} lies before {document.id} ({document.date})"
                yield "missions", mission, f"$.mandates[{index}]", message


@_rule("established-on-decision")
def established_on_decision(dataset: Dataset) -> Iterator[Where]:
    """A mission is established on the date of the document that establishes it."""
    for mission in dataset.missions:
        for index, mandate in enumerate(mission.mandates):
            if mandate.action is not MandateAction.ESTABLISH or mission.established is None:
                continue
            document = _cited(dataset, mandate.document)
            date = document.date if document else None
            if date is not None and not date.may_equal(mission.established):
                message = f"{mandate.document} is of {date}, established is {mission.established}"
                yield "missions", mission, f"$.mandates[{index}]", message
            break


# --- mandates ---------------------------------------------------------------------------------

_LATE_WORDS = "explain with action revive or with a gap on 'in_force'"


@_rule("mandates-in-order")
def mandates_in_order(dataset: Dataset) -> Iterator[Where]:
    """Mandates stand in the order in which they take force, no document twice."""
    for kind, record, path, mandates in _bodies(dataset):
        for index in range(1, len(mandates)):
            early, late = mandates[index - 1].in_force.start, mandates[index].in_force.start
            if early is not None and late is not None and late.surely_before(early):
                message = f"takes force on {late}, before the one above ({early})"
                yield kind, record, f"{path}[{index}]", message


@_rule("first-mandate")
def first_mandate(dataset: Dataset) -> Iterator[Where]:
    """The story of a mission begins with the document that sets it up."""
    for kind, record, path, mandates in _bodies(dataset):
        if mandates and not {
            MandateAction.ESTABLISH,
            MandateAction.TAKE_NOTE,
            MandateAction.TRANSFER,
            MandateAction.RENAME,
            MandateAction.ADJUST,
        }.intersection(mandates[0].actions):
            if not any(gap.field == "mandates" for gap in getattr(record, "gaps", ())):
                message = f"first does {mandates[0].action}; establish is missing, or a gap"
                yield kind, record, f"{path}[0].action", message


@_rule("mandate-within-mission")
def mandate_within_mission(dataset: Dataset) -> Iterator[Where]:
    """A mandate neither takes force before its mission is established nor after it ended."""
    for mission in dataset.missions:
        for index, mandate in enumerate(mission.mandates):
            start = mandate.in_force.start
            path = f"$.mandates[{index}].in_force"
            if start is None:
                continue
            if mission.established is not None and start.surely_before(mission.established):
                message = f"starts {start}, before the mission ({mission.established})"
                yield "missions", mission, path, message
            if mission.ended is not None and start.surely_after(mission.ended):
                message = f"starts {start}, after the mission ({mission.ended})"
                yield "missions", mission, path, message


@_rule("mandate-starts-with-document")
def mandate_starts_with_document(dataset: Dataset) -> Iterator[Where]:
    """A mandate takes force on or after the date of its document, unless a gap says why not."""
    for kind, record, path, mandates in _bodies(dataset):
        for index, mandate in enumerate(mandates):
            document = _cited(dataset, mandate.document)
            start = mandate.in_force.start
            if document is None or document.date is None or start is None:
                continue
            explained = any(gap.field == "in_force" for gap in mandate.gaps)
            if start.surely_before(document.date) and not explained:
                message = f"starts {start}, before {document.id} ({document.date})"
                yield kind, record, f"{path}[{index}].in_force", message


@_rule("chain-gap")
def chain_gap(dataset: Dataset) -> Iterator[Where]:
    """Consecutive mandates leave no gap, unless one is revived or a gap explains it."""
    for kind, record, path, mandates in _bodies(dataset):
        last: Date | None = None
        for index, mandate in enumerate(mandates):
            start, end = mandate.in_force.start, mandate.in_force.end
            explained = MandateAction.REVIVE in mandate.actions or any(
                gap.field == "in_force" for gap in mandate.gaps
            )
            if index and last is not None and start is not None and not explained:
                if (start.earliest - last.latest).days > 1:
                    message = f"nothing in force between {last} and {start}; {_LATE_WORDS}"
                    yield kind, record, f"{path}[{index}].in_force", message
            if mandate.in_force.open_end is not None:
                last = None
                if index + 1 < len(mandates):
                    last = Date(9999)
            elif end is not None and (last is None or last < end):
                last = end


@_rule("chain-overlap")
def chain_overlap(dataset: Dataset) -> Iterator[Where]:
    """A renewal overlaps the mandate before it only from the day on which it was decided."""
    for kind, record, path, mandates in _bodies(dataset):
        for index in range(1, len(mandates)):
            before, mandate = mandates[index - 1], mandates[index]
            document = _cited(dataset, mandate.document)
            start, end = mandate.in_force.start, before.in_force.end
            plain = {MandateAction.EXTEND, MandateAction.ROLL_OVER}.intersection(mandate.actions)
            if not plain or start is None or end is None or document is None:
                continue
            decided = document.date is not None and start.may_equal(document.date)
            if not start.surely_after(end) and not decided:
                message = (
                    f"starts {start}, while {before.document} runs to {end}; a renewal starts on "
                    f"the day behind that, or on its own date ({document.date})"
                )
                yield kind, record, f"{path}[{index}].in_force", message


@_rule("tasks-and-effect")
def tasks_and_effect(dataset: Dataset) -> Iterator[Where]:
    """A mandate with tasks says what it does to earlier tasks; one that keeps them has none."""
    for kind, record, path, mandates in _bodies(dataset):
        for index, mandate in enumerate(mandates):
            where = f"{path}[{index}].task_effect"
            if mandate.tasks and mandate.task_effect in (TaskEffect.KEEPS, TaskEffect.NOT_READ):
                yield kind, record, where, f"is {mandate.task_effect} though it gives tasks"


@_rule("task-crimes")
def task_crimes(dataset: Dataset) -> Iterator[Where]:
    """Whether a crime is named is said for tasks and criteria about crime, for no others."""
    for kind, record in _records(dataset):
        for path, part in parts(record):
            if hasattr(part, "crimes") and hasattr(part, "explicit"):
                if bool(part.crimes) is (part.explicit is None):
                    message = "is needed" if part.crimes else "has no meaning without crimes"
                    yield kind, record, f"{path}.explicit", message


@_rule("task-place")
def task_place(dataset: Dataset) -> Iterator[Where]:
    """A task of a vetted mandate names its paragraph and quotes its words."""
    for kind, record, path, mandates in _bodies(dataset):
        for index, mandate in enumerate(mandates):
            if mandate.review is not Review.VETTED:
                continue
            for number, task in enumerate(mandate.tasks):
                if task.at is None or task.quote is None or task.checked is Checked.UNREAD:
                    where = f"{path}[{index}].tasks[{number}]"
                    yield kind, record, where, "needs at, quote and checked, the mandate is vetted"


@_rule("reported")
def reported(dataset: Dataset) -> Iterator[Where]:
    """The strength 'reported' is for tasks without a mandate, and for those only."""
    for kind, record in _records(dataset):
        for path, part in parts(record):
            if not isinstance(part, Task) or kind == "projects":
                continue
            outside = path.startswith("$.reported_tasks")
            if outside is not (part.strength is Strength.REPORTED):
                message = (
                    "must be 'reported'" if outside else "'reported' belongs to reported_tasks"
                )
                yield kind, record, f"{path}.strength", message


@_rule("sanction-modality")
def sanction_modality(dataset: Dataset) -> Iterator[Where]:
    """Missions and projects do not sanction; the modality is for regimes."""
    for kind, record in _records(dataset):
        for path, part in parts(record):
            if isinstance(part, Task) and kind != "regimes":
                if part.modality is Modality.SANCTION:
                    yield kind, record, f"{path}.modality", "'sanction' is for regimes only"


# --- sources ----------------------------------------------------------------------------------


@_rule("citation-field")
def citation_field(dataset: Dataset) -> Iterator[Where]:
    """A citation, dispute or gap names fields that its record has."""
    for kind, record in _records(dataset):
        for path, part in parts(record):
            names = {attribute.name for attribute in attrs.fields(type(part))}
            if "citations" not in names:
                continue
            for citation in part.citations:
                for name in citation.supports:
                    if name not in names:
                        yield kind, record, f"{path}.citations", f"no field is called {name!r}"
            for group in ("disputes", "gaps"):
                for item in getattr(part, group):
                    if item.field not in names:
                        yield kind, record, f"{path}.{group}", f"no field is called {item.field!r}"


@_rule("quote-length")
def quote_length(dataset: Dataset) -> Iterator[Where]:
    """A quote has at most 40 words: enough to find the passage, no more."""
    for kind, record in _records(dataset):
        for path, part in parts(record):
            quote = getattr(part, "quote", None) or ""
            words = [word for word in quote.split() if word != "[...]"]
            if len(words) > MAX_QUOTE_WORDS:
                yield kind, record, f"{path}.quote", f"has {len(words)} words, at most 40"


@_rule("quote-place")
def quote_place(dataset: Dataset) -> Iterator[Where]:
    """A quote names the place where it stands and how it was checked."""
    for kind, record in _records(dataset):
        for path, part in parts(record):
            if getattr(part, "quote", None) is None or not hasattr(part, "checked"):
                continue
            if part.at is None:
                yield kind, record, f"{path}.at", "is needed beside a quote"
            if part.checked is Checked.UNREAD:
                yield kind, record, f"{path}.checked", "nothing unread is ever quoted"


@_rule("checked-by-program")
def checked_by_program(dataset: Dataset) -> Iterator[Where]:
    """'Checked by program' means that a program found a quote, so there has to be one."""
    for kind, record in _records(dataset):
        for path, part in parts(record):
            if isinstance(part, Document) or getattr(part, "checked", None) is not Checked.PROGRAM:
                continue
            if part.quote is None:
                yield kind, record, f"{path}.checked", "is 'program', but there is no quote"


@_rule("fact-supported")
def fact_supported(dataset: Dataset) -> Iterator[Where]:
    """In a vetted record each factual field rests on the deciding text, or on two others."""
    for kind, record in _records(dataset):
        if kind == "documents":
            continue
        for path, part in parts(record):
            if getattr(part, "review", None) is not Review.VETTED:
                continue
            for name in facts_of(part):
                problem = _unsupported(dataset, part, name)
                if problem:
                    yield kind, record, f"{path}.{name}", problem


def facts_of(part: Any) -> Iterator[str]:
    """Give the names of the factual fields of a record or mandate that are not empty."""
    for attribute in attrs.fields(type(part)):
        value = getattr(part, attribute.name)
        if attribute.metadata.get("fact") and value is not None and value != ():
            yield attribute.name


def _own_voice(dataset: Dataset, part: Any) -> set[str]:
    """Say whose pages are the primary documents on a record that no act has decided.

    What a project is, those say who lead it or carry it out; what an organization is, it says
    itself, or the body that it belongs to.
    """
    if isinstance(part, Project):
        bodies = (part.lead, *part.implementers)
    elif isinstance(part, Organization):
        bodies = (part.id,)
    else:
        return set()
    return {own for body in bodies if body is not None for own in _with_parents(dataset, body)}


def is_supported(part: Any, name: str) -> bool:
    """Whether a citation that was read supports a field and names the place."""
    return any(
        name in citation.supports and citation.at and citation.checked is not Checked.UNREAD
        for citation in part.citations
    )


def _unsupported(dataset: Dataset, part: Any, name: str) -> str | None:
    issuers: set[str] = set()
    own = _own_voice(dataset, part)
    for citation in part.citations:
        if name not in citation.supports or citation.checked is Checked.UNREAD:
            continue
        document = _cited(dataset, citation.document)
        if document is None or citation.at is None:
            continue
        if document.primary or document.issuer in own:
            return None
        issuers.add(document.issuer)
    if len(issuers) >= 2:
        return None
    if not issuers:
        return "no citation that was read, with its place, supports it"
    return "rests on one source that is not the deciding text; a second is needed, or draft"


@_rule("vetted-document")
def vetted_document(dataset: Dataset) -> Iterator[Where]:
    """A vetted document was itself read, or two others read state its facts."""
    for document in dataset.documents:
        if document.review is not Review.VETTED or document.checked is not Checked.UNREAD:
            continue
        for name in ("kind", "issuer", "date"):
            if getattr(document, name) is not None:
                problem = _unsupported(dataset, document, name)
                if problem:
                    yield "documents", document, f"$.{name}", problem


@_rule("primary-read")
def primary_read(dataset: Dataset) -> Iterator[Where]:
    """A document counts as the deciding text only once at least a part of it was read."""
    for document in dataset.documents:
        if document.primary and document.checked is Checked.UNREAD:
            yield "documents", document, "$.primary", "is true, though nothing of it was read"


@_rule("vetted-parts")
def vetted_parts(dataset: Dataset) -> Iterator[Where]:
    """In a vetted regime every measure, criterion and committee has its read paragraph."""
    for regime in dataset.regimes:
        if regime.review is not Review.VETTED:
            continue
        for path, part in parts(regime):
            if isinstance(part, Provision) and (part.at is None or part.checked is Checked.UNREAD):
                yield (
                    "regimes",
                    regime,
                    path,
                    "needs its paragraph, read, since the regime is vetted",
                )


@_rule("gap-for-empty")
def gap_for_empty(dataset: Dataset) -> Iterator[Where]:
    """An empty field that matters says why it is empty; missing is never zero."""
    for kind, record in _records(dataset):
        for path, part in parts(record):
            gaps = {gap.field for gap in getattr(part, "gaps", ())}
            for attribute in attrs.fields(type(part)):
                if not attribute.metadata.get("needed") or attribute.name in gaps:
                    continue
                if getattr(part, attribute.name) in (None, ()):
                    yield kind, record, f"{path}.{attribute.name}", "is empty without a gap"


@_rule("draft-names-gap")
def draft_names_gap(dataset: Dataset) -> Iterator[Where]:
    """A draft mission, regime, project or instrument names what is missing."""
    for kind in ("missions", "regimes", "projects", "instruments"):
        for record in dataset.collection(kind):
            if record.review is Review.DRAFT and not record.gaps and not _weak(dataset, record):
                yield kind, record, "$.gaps", "is draft, but no gap says what is missing"


def _weak(dataset: Dataset, record: Any) -> bool:
    return any(_unsupported(dataset, record, name) for name in facts_of(record))


@_rule("dispute-differs")
def dispute_differs(dataset: Dataset) -> Iterator[Where]:
    """A dispute states a value other than the one chosen."""
    for kind, record in _records(dataset):
        for path, part in parts(record):
            for dispute in getattr(part, "disputes", ()):
                if str(getattr(part, dispute.field, None)) == dispute.value:
                    message = f"{dispute.field} is {dispute.value} here too"
                    yield kind, record, f"{path}.disputes", message


# --- sanctions --------------------------------------------------------------------------------


@_rule("lifted-after-imposed")
def lifted_after_imposed(dataset: Dataset) -> Iterator[Where]:
    """A measure is lifted after it was imposed, and its span begins when it was imposed."""
    for regime in dataset.regimes:
        for index, measure in enumerate(regime.measures):
            path = f"$.measures[{index}]"
            imposed = measure.imposed_by.date
            lifted = measure.lifted_by.date if measure.lifted_by else None
            if imposed is not None and lifted is not None and lifted.surely_before(imposed):
                message = f"on {lifted}, before it was imposed ({imposed})"
                yield "regimes", regime, f"{path}.lifted_by", message
            start = measure.in_force.start
            if imposed is not None and start is not None and not imposed.may_equal(start):
                message = f"starts {start}, imposed from {imposed}"
                yield "regimes", regime, f"{path}.in_force", message
            if measure.lifted_by is not None and measure.in_force.open_end is OpenEnd.ONGOING:
                yield "regimes", regime, f"{path}.in_force", "is ongoing though it was lifted"


@_rule("regime-ends-with-measures")
def regime_ends_with_measures(dataset: Dataset) -> Iterator[Where]:
    """A regime that has ended has no live measure; one that goes on has at least one."""
    for regime in dataset.regimes:
        for index, measure in enumerate(regime.measures):
            end = measure.in_force.end
            if regime.ended is None:
                continue
            if end is None or end.surely_after(regime.ended):
                message = f"outlives the regime ({regime.ended})"
                yield "regimes", regime, f"$.measures[{index}].in_force", message
        starts = [m.in_force.start for m in regime.measures if m.in_force.start is not None]
        if regime.started is not None and starts and not min(starts).may_equal(regime.started):
            message = f"is {regime.started}, its first measure starts {min(starts)}"
            yield "regimes", regime, "$.started", message


@_rule("sanctions-own-documents")
def sanctions_own_documents(dataset: Dataset) -> Iterator[Where]:
    """Measures are imposed in documents of the body that imposes the regime."""
    for regime in dataset.regimes:
        for index, measure in enumerate(regime.measures):
            document = _cited(dataset, measure.imposed_by.document)
            if document is None:
                continue
            chain = set(_with_parents(dataset, document.issuer))
            if not chain.intersection(regime.imposed_by):
                message = f"{document.id} is of {document.issuer}, not of {regime.imposed_by}"
                yield "regimes", regime, f"$.measures[{index}].imposed_by", message


def _with_parents(dataset: Dataset, key: str) -> Iterator[str]:
    seen: set[str] = set()
    current: str | None = key
    while current is not None and current not in seen:
        seen.add(current)
        yield current
        found = dataset.organizations.get(current)
        current = found.parent if found else None


# --- places, names, money ---------------------------------------------------------------------


@_rule("place-existed")
def place_existed(dataset: Dataset) -> Iterator[Where]:
    """A mission or regime is in places that existed while it did."""
    for kind in ("missions", "regimes"):
        for record in dataset.collection(kind):
            first = record.span.start
            last = record.ended
            for key in record.places:
                place = dataset.places.get(key)
                if place is None:
                    continue
                if place.end is not None and first is not None and first.surely_after(place.end):
                    message = f"{key} ended {place.end}, before {first}"
                    yield kind, record, "$.places", message
                if place.start is not None and last is not None and last.surely_before(place.start):
                    message = f"{key} began {place.start}, after {last}"
                    yield kind, record, "$.places", message


_CODE_FORMS = {
    CodeScheme.ISO2: r"[A-Z]{2}",
    CodeScheme.ISO3: r"[A-Z]{3}",
    CodeScheme.ISO4: r"[A-Z]{4}",
    CodeScheme.M49: r"[0-9]{3}",
    CodeScheme.COW: r"[0-9]{1,3}",
    CodeScheme.GW: r"[0-9]{1,4}",
    CodeScheme.GEONAMES: r"[0-9]{1,10}",
    CodeScheme.WIKIDATA: r"Q[0-9]{1,10}",
}


@_rule("place-codes")
def place_codes(dataset: Dataset) -> Iterator[Where]:
    """A code has the form of its scheme and stands for one place at a time."""
    seen: dict[tuple[CodeScheme, str], list[tuple[str, Span]]] = {}
    for place in dataset.places:
        for index, code in enumerate(place.codes):
            path = f"$.codes[{index}]"
            if not re.fullmatch(_CODE_FORMS[code.scheme], code.value, re.ASCII):
                yield "places", place, path, f"{code.value!r} is no {code.scheme.label} code"
            if code.start and code.end and code.end.surely_before(code.start):
                yield "places", place, path, f"ends {code.end} before it starts {code.start}"
                continue
            open_end = OpenEnd.ONGOING if code.end is None else None
            span = Span(start=code.start, end=code.end, open_end=open_end)
            for other, taken in seen.setdefault((code.scheme, code.value), []):
                if span.may_overlap(taken):
                    yield "places", place, path, f"{code.value} also stands for {other} then"
            seen[code.scheme, code.value].append((place.id, span))


@_rule("name-unique", "warning")
def name_unique(dataset: Dataset) -> Iterator[Where]:
    """Two missions, regimes or organizations with one name cannot be told apart by it."""
    for kind in ("missions", "regimes", "organizations", "instruments", "places"):
        owners: dict[str, list[Any]] = {}
        for record in dataset.collection(kind):
            names = {fold(name) for name in (record.name, getattr(record, "acronym", None)) if name}
            for name in names:
                owners.setdefault(name, []).append(record)
        for name, records in owners.items():
            for record in records[1:]:
                message = f"{name!r} is also the name of {records[0].id}"
                yield kind, record, "$.name", message


@_rule("alias-new")
def alias_new(dataset: Dataset) -> Iterator[Where]:
    """An alias is another name, not the name again, and stands once."""
    for kind, record in _records(dataset):
        own = {getattr(record, "name", None), getattr(record, "acronym", None), record.id}
        seen: set[str] = set()
        for alias in getattr(record, "aliases", ()):
            if alias in own or alias in seen:
                yield kind, record, "$.aliases", f"{alias!r} stands twice"
            seen.add(alias)


@_rule("latin-letters")
def latin_letters(dataset: Dataset) -> Iterator[Where]:
    """Text holds Latin letters only, so that no look-alike hides in a name."""
    for kind, record in _records(dataset):
        for path, part in parts(record):
            for attribute in attrs.fields(type(part)):
                value = getattr(part, attribute.name)
                for text in value if isinstance(value, tuple) else (value,):
                    odd = _foreign_letters(text) if isinstance(text, str) else ""
                    if odd:
                        message = f"letters of another script: {odd!r}"
                        yield kind, record, f"{path}.{attribute.name}", message


def _foreign_letters(text: str) -> str:
    if text.isascii():
        return ""
    return "".join(
        letter
        for letter in text
        if letter.isalpha()
        and not letter.isascii()
        and not unicodedata.name(letter, "").startswith(("LATIN ", "MODIFIER LETTER"))
        and letter not in "ªº"
    )


@_rule("donor-amount")
def donor_amount(dataset: Dataset) -> Iterator[Where]:
    """An amount of money comes with its currency, three capital letters."""
    for project in dataset.projects:
        for index, donor in enumerate(project.donors):
            path = f"$.donors[{index}]"
            if (donor.amount is None) is not (donor.currency is None):
                yield "projects", project, path, "amount and currency belong together"
            if donor.currency is not None and not re.fullmatch("[A-Z]{3}", donor.currency):
                message = f"{donor.currency!r} is no ISO 4217 code"
                yield "projects", project, f"{path}.currency", message


@_rule("membership-once")
def membership_once(dataset: Dataset) -> Iterator[Where]:
    """A member belongs to an organization once at a time."""
    for organization in dataset.organizations:
        for index, membership in enumerate(organization.members):
            for other in organization.members[:index]:
                same = membership.member == other.member and membership.kind is other.kind
                if same and membership.span.may_overlap(other.span):
                    message = f"{membership.member} stands twice for the same time"
                    yield "organizations", organization, f"$.members[{index}]", message


@_rule("url")
def web_address(dataset: Dataset) -> Iterator[Where]:
    """An address is http or https; a page without a symbol has one and says when it was read."""
    for document in dataset.documents:
        if document.url is not None and not re.match(r"https?://[^\s\"<>]+\Z", document.url):
            yield "documents", document, "$.url", f"{document.url!r} is no http address"
        page = document.kind in (DocumentKind.WEB_PAGE, DocumentKind.MANDATE_PAGE)
        if page and (document.url is None or document.accessed is None):
            yield "documents", document, "$.url", "a page needs its url and the day it was accessed"


# --- the form of files ------------------------------------------------------------------------


@_file_rule("file-name")
def file_name(file: SourceFile) -> Iterator[str]:
    """A file is named after the id of its record, so that both can be found."""
    wanted = f"{slug(file.record.id)}.yaml"
    found = file.path.rpartition("/")[2]
    if found != wanted:
        yield f"should be called {wanted}"


@_file_rule("file-form")
def file_form(file: SourceFile) -> Iterator[str]:
    """A file stands in canonical form, so that a diff shows facts and nothing else."""
    wanted = codec.to_yaml(file.record)
    found = file.content.decode("utf-8").replace("\r\n", "\n")
    if found == wanted:
        return
    for number, (line, right) in enumerate(
        zip(found.split("\n"), wanted.split("\n"), strict=False), 1
    ):
        if line != right:
            yield f"line {number} should read: {right} (peaceops check --fix writes it so)"
            return
    yield "has too many or too few lines (peaceops check --fix mends it)"


@_file_rule("file-folder")
def file_folder(file: SourceFile) -> Iterator[str]:
    """A mission or regime lies in the folder of an organization that runs or imposes it."""
    if file.kind not in ("missions", "regimes"):
        return
    owners = file.record.organization if file.kind == "missions" else file.record.imposed_by
    parts = file.path.split("/")
    if len(parts) != 3 or parts[1] not in owners:
        yield f"should lie in {file.kind}/{owners[0]}/"


def documents_cited(records: Iterable[Any]) -> Iterator[str]:
    """Give the id of every document that records hold, wherever they hold it."""
    for record in records:
        for _, part in parts(record):
            for attribute in attrs.fields(type(part)):
                if attribute.metadata.get("refers") != "documents":
                    continue
                value = getattr(part, attribute.name)
                yield from value if isinstance(value, tuple) else filter(None, (value,))
