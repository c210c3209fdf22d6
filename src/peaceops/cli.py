# PYTHON_ARGCOMPLETE_OK
"""The command line: the same questions as the library, as tables or as JSON.

Exit codes: 0 good, 1 the data or the answer is not what it should be (a rule broken, a quote
missing, nothing of that name), 2 the command was not understood.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn, get_args

import attrs

from peaceops import shipped, text
from peaceops._term import Term
from peaceops._version import DATA_DATE, VERSION
from peaceops.audit import audit
from peaceops.changes import diff
from peaceops.citing import FORMS, cite
from peaceops.codec import to_plain, to_yaml
from peaceops.compare import compare_mandates
from peaceops.completion import complete
from peaceops.dataset import Collection, Dataset, Freq, Tasks, Unit, When
from peaceops.dates import as_day
from peaceops.errors import PeaceopsError, UnknownId
from peaceops.events import timeline
from peaceops.export import FORMATS
from peaceops.export.csv import write as write_csv
from peaceops.export.parquet import write_panel
from peaceops.folder import SourceFile, dataset_of, read_files, read_yaml
from peaceops.kinds import KINDS
from peaceops.model import Mandate, Mission, SanctionsRegime
from peaceops.progress import shown
from peaceops.rules import check
from peaceops.stats import (
    Figure,
    by_kind,
    by_organization,
    of_crime,
    of_missions,
    of_regimes,
    share,
)
from peaceops.template import template
from peaceops.vocab import Activity, CrimeType, MeasureKind, MissionKind, Review

_EXAMPLES = """\
examples:
  peaceops show MINUSMA --on 2014-06-30
  peaceops list missions --in ML --on 2014-06-30
  peaceops tasks --crime arms-trafficking --on 2014-06-30
  peaceops compare MINUSMA S/RES/2100 S/RES/2295
  peaceops list regimes --imposing arms-embargo --in LY --on 2020-01-01
  peaceops check my_data --fix
  peaceops stats --by organization

Ids, acronyms and names are understood in any case; add --json for programs.
Days are written YYYY-MM-DD, places as in the data (ML, XK, sahel).
"""


class _UsageError(PeaceopsError):
    """The command was not understood."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise _UsageError(f"{message}\ntry: {self.prog} --help")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    try:
        options = _options(arguments)
        with shown():
            code = int(options.run(options))
        sys.stdout.flush()
    except _UsageError as error:
        print(f"peaceops: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Who read the answer, such as head, has seen enough; what is left goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (PeaceopsError, ValueError, OSError) as error:
        print(f"peaceops: {error}", file=sys.stderr)
        return 1
    return code


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = _parser()
    complete(parser)
    options = parser.parse_args(arguments)
    if getattr(options, "certainly", False) and options.on is None:
        raise _UsageError("--certainly needs a day: add --on DAY")
    return options


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="peaceops",
        description="Missions, mandates, sanctions regimes and projects, each fact with its source.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--version", action="version", version=f"peaceops {VERSION}, data of {DATA_DATE}"
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for add in (
        _add_show,
        _add_list,
        _add_tasks,
        _add_compare,
        _add_timeline,
        _add_diff,
        _add_cite,
        _add_panel,
        _add_check,
        _add_stats,
        _add_new,
        _add_export,
        _add_audit,
        _add_verify,
    ):
        add(commands)
    return parser


def _command(commands: Any, name: str, run: Any, summary: str) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = commands.add_parser(name, help=summary, description=summary)
    made.set_defaults(run=run)
    return made


def _with_data(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data", metavar="FOLDER", help="a folder of your own records, read on top of the release"
    )
    parser.add_argument("--json", action="store_true", help="print JSON for programs")


def _with_day(parser: argparse.ArgumentParser, what: str) -> None:
    parser.add_argument("--on", metavar="DAY", type=_day, help=what)
    parser.add_argument(
        "--certainly",
        action="store_true",
        help="only what must have been so, whichever way imprecise dates are read",
    )


def _day(value: str) -> str:
    try:
        return as_day(value).isoformat()
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _term(kind: type[Term]) -> Any:
    def read(value: str) -> Term:
        try:
            return kind.of(value)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return read


def _dataset(options: argparse.Namespace) -> Dataset:
    dataset = shipped.load()
    return dataset if options.data is None else read_yaml(options.data, onto=dataset)


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False))


# --- show -------------------------------------------------------------------------------------


def _add_show(commands: Any) -> None:
    parser = _command(commands, "show", _show, "show one record with its history and sources")
    parser.add_argument("name", help="id, acronym, name or document symbol")
    parser.add_argument("--on", metavar="DAY", type=_day, help="what was in force on a day")
    _with_data(parser)


def _show(options: argparse.Namespace) -> int:
    dataset = _dataset(options)
    record = _find(dataset, options.name)
    if options.json:
        _print_json(to_plain(record))
    else:
        print(text.show(record, dataset, options.on))
    return 0


def _find(dataset: Dataset, name: str) -> Any:
    near: list[str] = []
    for kind in KINDS:
        try:
            return dataset.collection(kind).lookup(name)
        except UnknownId as error:
            near.extend(error.near)
    raise UnknownId("record", name, dict.fromkeys(near))


# --- list -------------------------------------------------------------------------------------


def _add_list(commands: Any) -> None:
    parser = _command(commands, "list", _list, "list records of a kind")
    kinds = (*KINDS, "mandates", "tasks", "measures")
    parser.add_argument("kind", choices=kinds, metavar="KIND", help=", ".join(kinds))
    parser.add_argument("--by", metavar="ORGANIZATION", help="run, imposed, led or issued by it")
    parser.add_argument("--in", dest="place", metavar="PLACE", help="in or about a place")
    parser.add_argument("--of", metavar="ID", help="mandates, tasks, measures of this record")
    parser.add_argument("--crime", type=_term(CrimeType), help="against this kind of crime")
    parser.add_argument("--activity", type=_term(Activity), help="with a task of this activity")
    parser.add_argument("--kind", dest="sort", type=_term(MissionKind), help="missions of a kind")
    parser.add_argument("--imposing", type=_term(MeasureKind), help="regimes with this measure")
    parser.add_argument("--review", type=_term(Review), help="records at this stage of review")
    _with_day(parser, "at work or in force on a day")
    _with_data(parser)


def _list(options: argparse.Namespace) -> int:
    dataset = _dataset(options)
    found = dataset.collection(options.kind)
    if options.sort is not None and options.kind != "missions":
        raise _UsageError(f"--kind sorts missions; it has no meaning for {options.kind}")
    for option, verb in (("by", "by"), ("place", "in_place"), ("of", "of"), ("sort", "of_kind")):
        value = getattr(options, option)
        if value is not None:
            asked = _verb(found, verb)
            if option == "by":
                value = dataset.organizations.lookup(value).id
            elif option == "of":
                value = _find(dataset, value).id
            found = asked(value)
    for option, verb in (
        ("crime", "countering"),
        ("activity", "with_activity"),
        ("imposing", "imposing"),
    ):
        value = getattr(options, option)
        if value is not None:
            found = _tasked(found, verb, value, options)
    if options.on is not None:
        found = _verb(found, "active_on")(options.on, certainly=options.certainly)
    if options.review is not None:
        found = found.where(lambda record: getattr(record, "review", None) is options.review)
    if options.json:
        _print_json([to_plain(record) for record in found])
    else:
        print(_records_table(found))
    return 0


def _verb(found: Collection[Any], name: str) -> Any:
    verb = getattr(found, name, None)
    if verb is None:
        flag = {
            "by": "--by",
            "in_place": "--in",
            "of": "--of",
            "of_kind": "--kind",
            "active_on": "--on",
            "countering": "--crime",
            "with_activity": "--activity",
            "imposing": "--imposing",
        }[name]
        raise _UsageError(f"{flag} has no meaning for {found.kind}")
    return verb


def _tasked(
    found: Collection[Any], name: str, value: Term, options: argparse.Namespace
) -> Collection[Any]:
    verb = _verb(found, name)
    narrowed: Collection[Any]
    if options.on is not None and found.kind in ("missions", "regimes"):
        narrowed = verb(value, on=options.on, certainly=options.certainly)
    else:
        narrowed = verb(value)
    return narrowed


def _records_table(found: Collection[Any]) -> str:
    lines = [(record.id, _dates(record), _title(record)) for record in found]
    count = f"{len(lines)} {found.kind}"
    return f"{text.table(('id', 'dates', 'what'), lines)}\n{count}" if lines else f"no {found.kind}"


def _dates(record: Any) -> str:
    span = getattr(record, "span", None) or getattr(record, "in_force", None)
    if span is not None:
        return text.span_text(span)
    for name in ("date", "adopted", "founded", "start"):
        value = getattr(record, name, None)
        if value is not None:
            return str(value)
    return ""


def _title(record: Any) -> str:
    for name in ("name", "subject", "quote", "scope", "document"):
        value = getattr(record, name, None)
        if value:
            return str(value)
    return ""


# --- tasks ------------------------------------------------------------------------------------


def _add_tasks(commands: Any) -> None:
    parser = _command(
        commands, "tasks", _tasks, "who was asked to do what, in which paragraph, in what words"
    )
    parser.add_argument("--crime", type=_term(CrimeType), help="against this kind of crime")
    parser.add_argument("--activity", type=_term(Activity), help="of this activity")
    parser.add_argument("--of", metavar="ID", help="of this mission, regime or project")
    parser.add_argument("--document", metavar="SYMBOL", help="asked by this document")
    parser.add_argument(
        "--all",
        action="store_true",
        help="with tasks of regimes and projects and with reported ones, not mandates only",
    )
    _with_day(parser, "that stood on a day")
    _with_data(parser)


def _tasks(options: argparse.Namespace) -> int:
    dataset = _dataset(options)
    found: Tasks = dataset.tasks
    if not options.all and options.of is None:
        found = found.mandated()
    if options.crime is not None:
        found = found.countering(options.crime)
    if options.activity is not None:
        found = found.with_activity(options.activity)
    if options.of is not None:
        found = found.of(_find(dataset, options.of).id)
    if options.document is not None:
        found = found.from_document(options.document)
    if options.on is not None:
        found = found.active_on(options.on, certainly=options.certainly)
    if options.json:
        _print_json([{"owner": task.owner, **to_plain(task)} for task in found])
        return 0
    lines = [
        (_short(dataset, task.owner), text.place_of(task.document, task.at), text.task_line(task))
        for task in found
    ]
    owners = len({task.owner for task in found})
    if lines:
        print(text.table(("who", "where", "what"), lines))
    print(f"{len(lines)} tasks of {owners}" if lines else "no tasks")
    return 0


def _short(dataset: Dataset, key: str) -> str:
    owner = dataset.whole.owner(key)
    return str(getattr(owner, "acronym", None) or owner.id)


# --- compare ----------------------------------------------------------------------------------


def _add_compare(commands: Any) -> None:
    parser = _command(
        commands, "compare", _compare, "what one mandate adds to, drops from, changes in another"
    )
    parser.add_argument("mission", help="id, acronym or name of the mission")
    parser.add_argument("earlier", help="symbol of the earlier document, such as S/RES/2100")
    parser.add_argument("later", help="symbol of the later document, such as S/RES/2295")
    _with_data(parser)


def _compare(options: argparse.Namespace) -> int:
    dataset = _dataset(options)
    mission = dataset.missions.lookup(options.mission)
    mandates = [_mandate_of(dataset, mission, name) for name in (options.earlier, options.later)]
    found = compare_mandates(*mandates, dataset=dataset)
    if options.json:
        pairs = ("kept", "strengthened", "weakened")
        _print_json(
            {
                "earlier": found.earlier,
                "later": found.later,
                "sure": found.sure,
                "added": [to_plain(task) for task in found.added],
                "dropped": [to_plain(task) for task in found.dropped],
                **{
                    name: [[to_plain(one), to_plain(other)] for one, other in getattr(found, name)]
                    for name in pairs
                },
            }
        )
    else:
        print(found)
    return 0


def _mandate_of(dataset: Dataset, mission: Mission, name: str) -> Mandate:
    document = dataset.documents[name].id
    for mandate in mission.mandates:
        if mandate.document == document:
            return mandate
    symbols = [mandate.document for mandate in mission.mandates]
    raise UnknownId(f"mandate of {mission.id}", document, symbols)


# --- timeline ---------------------------------------------------------------------------------


def _add_timeline(commands: Any) -> None:
    parser = _command(
        commands, "timeline", _timeline, "what happened to a mission or a regime, in order"
    )
    parser.add_argument("name", help="id, acronym or name of a mission or regime")
    _with_data(parser)


def _timeline(options: argparse.Namespace) -> int:
    dataset = _dataset(options)
    record = _find(dataset, options.name)
    if not isinstance(record, (Mission, SanctionsRegime)):
        raise _UsageError(f"missions and regimes have a timeline; {record.id} is neither")
    events = timeline(record)
    if options.json:
        _print_json(
            [
                {
                    "date": None if event.date is None else str(event.date),
                    "what": event.what,
                    "document": event.document,
                    "at": event.at,
                }
                for event in events
            ]
        )
        return 0
    lines = [
        (
            "?" if event.date is None else str(event.date),
            "" if event.document is None else text.place_of(event.document, event.at),
            event.what,
        )
        for event in events
    ]
    print(text.table(("date", "source", "what"), lines))
    return 0


# --- diff, cite, panel ------------------------------------------------------------------------


def _add_diff(commands: Any) -> None:
    parser = _command(commands, "diff", _diff, "what changed between two releases")
    release = "a wheel, a compiled data file or a folder of YAML"
    parser.add_argument("old", help=release)
    parser.add_argument("new", nargs="?", help=f"{release} (without: the release installed)")
    parser.add_argument(
        "--allows", metavar="VERSION", help="exit with 1 if this version is too small a step"
    )
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--markdown", action="store_true", help="a section for a change log")
    shape.add_argument("--json", action="store_true", help="print JSON for programs")


def _diff(options: argparse.Namespace) -> int:
    old = shipped.open_release(options.old)
    new = shipped.load() if options.new is None else shipped.open_release(options.new)
    found = diff(old, new)
    if options.json:
        changes = [{**attrs.asdict(change), "bump": change.bump} for change in found.changes]
        _print_json({"old": found.old, "new": found.new, "bump": found.bump, "changes": changes})
    else:
        print(found.to_markdown() if options.markdown else found)
    if options.allows is not None and not found.allows(options.allows):
        print(
            f"peaceops: {options.allows} is too small a step from {found.old}: "
            f"the changes ask for {found.bump}",
            file=sys.stderr,
        )
        return 1
    return 0


def _add_cite(commands: Any) -> None:
    parser = _command(commands, "cite", _cite, "how to cite the dataset, or records' documents")
    parser.add_argument("names", nargs="*", metavar="NAME", help="records whose documents to cite")
    parser.add_argument("--form", choices=FORMS, default="apa", help="style of the citation")
    parser.add_argument("--data", metavar="FOLDER", help="a folder of your own records on top")


def _cite(options: argparse.Namespace) -> int:
    dataset = _dataset(options)
    records = [_find(dataset, name) for name in options.names]
    print(cite(options.form, of=records, dataset=dataset))
    return 0


def _add_panel(commands: Any) -> None:
    parser = _command(commands, "panel", _panel, "a research panel as CSV or Parquet")
    parser.add_argument("unit", choices=get_args(Unit), help="what has rows")
    parser.add_argument("--freq", choices=get_args(Freq), default="year", help="length of a period")
    parser.add_argument(
        "--rule", choices=get_args(When), default="any", help="on which days work counts"
    )
    parser.add_argument("file", help="a file .csv, or a folder for Parquet partitioned by year")
    parser.add_argument("--data", metavar="FOLDER", help="a folder of your own records on top")


def _panel(options: argparse.Namespace) -> int:
    table = _dataset(options).panel(options.unit, freq=options.freq, rule=options.rule)
    if options.file.endswith(".csv"):
        write_csv(table, Path(options.file))
    else:
        write_panel(table, Path(options.file))
    print(f"{options.file}: {len(table.rows)} rows")
    return 0


# --- check, new, verify -----------------------------------------------------------------------


def _add_check(commands: Any) -> None:
    parser = _command(commands, "check", _check, "apply every rule to the data")
    parser.add_argument(
        "folder",
        nargs="?",
        help="a folder of records, checked on top of the release (without: the release itself)",
    )
    parser.add_argument(
        "--alone", action="store_true", help="check the folder by itself, without the release"
    )
    parser.add_argument(
        "--fix", action="store_true", help="first write the files of the folder in canonical form"
    )
    parser.add_argument("--json", action="store_true", help="print JSON for programs")


def _check(options: argparse.Namespace) -> int:
    files: tuple[SourceFile, ...] = ()
    if options.folder is None:
        if options.fix:
            raise _UsageError("--fix needs a folder")
        dataset = shipped.load()
    else:
        files = read_files(options.folder)
        if options.fix:
            for name in _rewrite(Path(options.folder), files):
                print(f"wrote {name}", file=sys.stderr)
            files = read_files(options.folder)
        if options.alone:
            dataset = dataset_of(files, version=VERSION, data_date=DATA_DATE)
        else:
            dataset = read_yaml(options.folder, onto=shipped.load())
    report = check(dataset, files)
    if options.json:
        _print_json([attrs.asdict(finding) for finding in report.findings])
    else:
        print(report)
    return 0 if report.clean else 1


def _rewrite(folder: Path, files: Iterable[SourceFile]) -> list[str]:
    written = []
    for file in files:
        content = to_yaml(file.record).encode()
        if content != file.content:
            (folder / file.path).write_bytes(content)
            written.append(file.path)
    return written


def _add_new(commands: Any) -> None:
    parser = _command(commands, "new", _new, "print a commented template for a new record")
    parser.add_argument("kind", help="mission, regime, project, document, instrument, ...")
    parser.add_argument("id", help="the id that the record shall have")


def _new(options: argparse.Namespace) -> int:
    try:
        print(template(options.kind, options.id), end="")
    except ValueError as error:
        raise _UsageError(str(error)) from None
    return 0


def _add_verify(commands: Any) -> None:
    parser = _command(
        commands, "verify", _verify, "hold the installed data against the digest of its release"
    )
    parser.add_argument("--json", action="store_true", help="print JSON for programs")


def _verify(options: argparse.Namespace) -> int:
    dataset = shipped.load()
    source = shipped.verify_file()
    found = dataset.verify()
    if options.json:
        _print_json({"version": dataset.version, "fingerprint": found, "file": source})
    else:
        print(f"peaceops {dataset.version}: fingerprint {found}\n{source}")
    return 0


# --- stats ------------------------------------------------------------------------------------


def _add_stats(commands: Any) -> None:
    parser = _command(commands, "stats", _stats, "how much there is, vetted and sourced")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--by", choices=("kind", "organization"), help="one line per what (kind)")
    which.add_argument(
        "--kind", choices=("missions", "regimes"), help="missions and mandates, or regimes"
    )
    which.add_argument("--lens", choices=("crime",), help="what is about organized crime")
    parser.add_argument(
        "--organization",
        metavar="ID",
        help="only missions that it runs and regimes that it imposed",
    )
    _with_data(parser)


def _stats(options: argparse.Namespace) -> int:
    dataset = _dataset(options)
    if options.organization is not None:
        dataset = dataset.of_organization(dataset.organizations.lookup(options.organization).id)
        if options.kind is options.lens is options.by is None:
            options.kind = "missions"
    if options.kind is not None:
        report = of_missions if options.kind == "missions" else of_regimes
        return _figures(report(dataset), options)
    if options.lens is not None:
        return _figures(of_crime(dataset), options)
    if options.by == "organization":
        return _lines(by_organization(dataset), _OWNER_COLUMNS, options)
    rows = by_kind(dataset)
    _lines(rows, _KIND_COLUMNS, options)
    if not options.json:
        facts, sourced = sum(row.facts for row in rows), sum(row.sourced for row in rows)
        vetted = sum(row.vetted_facts for row in rows)
        pinpoint = sum(row.vetted_sourced for row in rows)
        records = sum(row.records for row in rows if row.kind in KINDS)
        print(
            f"\n{records} records, {facts} facts, {share(sourced, facts)} with a pinpoint source; "
            f"of {vetted} facts in vetted records {share(pinpoint, vetted)}"
        )
    return 0


_KIND_COLUMNS: dict[str, Callable[[Any], object]] = {
    "kind": lambda row: row.kind,
    "records": lambda row: row.records,
    "vetted": lambda row: share(row.vetted, row.records),
    "facts": lambda row: row.facts,
    "with pinpoint": lambda row: share(row.sourced, row.facts),
    "of vetted": lambda row: share(row.vetted_sourced, row.vetted_facts),
    "quotes": lambda row: row.quotes,
    "disputes": lambda row: row.disputes,
    "gaps": lambda row: row.gaps,
}
_OWNER_COLUMNS: dict[str, Callable[[Any], object]] = {
    "organization": lambda row: row.organization,
    "missions": lambda row: row.missions,
    "mandates": lambda row: row.mandates,
    "tasks": lambda row: row.tasks,
    "vetted": lambda row: share(row.vetted, row.missions),
    "dates to the day": lambda row: share(row.dates_to_the_day, row.dates),
}


def _lines(
    rows: Sequence[Any], columns: dict[str, Callable[[Any], object]], options: argparse.Namespace
) -> int:
    if options.json:
        _print_json([attrs.asdict(row) for row in rows])
    else:
        lines = [[str(cell(row)) for cell in columns.values()] for row in rows]
        print(text.table(tuple(columns), lines))
    return 0


def _figures(figures: Sequence[Figure], options: argparse.Namespace) -> int:
    if options.json:
        _print_json([attrs.asdict(figure) for figure in figures])
        return 0
    for number, group in enumerate(dict.fromkeys(figure.group for figure in figures)):
        lines = [
            (
                figure.name,
                str(figure.count),
                "" if figure.of is None else f"{share(figure.count, figure.of)} of {figure.of}",
            )
            for figure in figures
            if figure.group == group
        ]
        print(("\n" if number else "") + text.table((group, "count", "share"), lines))
    return 0


# --- export, audit ----------------------------------------------------------------------------


def _add_export(commands: Any) -> None:
    parser = _command(commands, "export", _export, "write the dataset in another format")
    parser.add_argument("format", choices=FORMATS, metavar="FORMAT", help=", ".join(FORMATS))
    parser.add_argument("folder", help="where to write; made if it is not there")
    parser.add_argument("--on", metavar="DAY", type=_day, help="as it was in force on a day")
    parser.add_argument("--data", metavar="FOLDER", help="a folder of your own records on top")


def _export(options: argparse.Namespace) -> int:
    dataset = _dataset(options)
    if options.on is not None:
        dataset = dataset.at(options.on)
    for path in dataset.export(options.folder, options.format):
        print(path)
    return 0


def _add_audit(commands: Any) -> None:
    parser = _command(
        commands, "audit-quotes", _audit, "search every quote in texts of the documents"
    )
    parser.add_argument(
        "texts", nargs="+", metavar="TEXTS", help="folders of texts, such as S_RES_2100_2013.txt"
    )
    parser.add_argument("--data", metavar="FOLDER", help="a folder of records on top")
    parser.add_argument("--json", action="store_true", help="print JSON for programs")


def _audit(options: argparse.Namespace) -> int:
    quotes = audit(_dataset(options), options.texts)
    bad = [
        quote
        for quote in quotes
        if quote.verdict in ("missing", "elsewhere")
        or (quote.verdict == "no-text" and quote.checked.code == "program")
    ]
    if options.json:
        _print_json([{**attrs.asdict(quote), "checked": quote.checked.code} for quote in quotes])
    else:
        for quote in bad:
            print(quote)
        counts = {
            verdict: sum(quote.verdict == verdict for quote in quotes)
            for verdict in ("found", "missing", "elsewhere", "no-text")
        }
        print(f"{len(quotes)} quotes: " + ", ".join(f"{n} {name}" for name, n in counts.items()))
    return 1 if bad else 0
