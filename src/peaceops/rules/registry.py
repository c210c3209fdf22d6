"""What a rule is, what it finds, and the two registers of rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, Literal

from attrs import frozen

from peaceops.dataset import Dataset
from peaceops.folder import SourceFile

Level = Literal["error", "warning"]
"""How grave a finding is: an error stops a build, a warning is shown."""


@frozen
class Finding:
    """What a rule found: which rule, how grave, in which record, at which field.

    ``file`` and ``line`` say where that stands, for records that were read from files.
    """

    code: str
    level: Level
    kind: str
    record: str
    path: str
    message: str
    file: str = ""
    line: int = 0

    def __str__(self) -> str:
        """Give the finding on one line, as compilers do where there is a file."""
        where = f"{self.file}:{self.line}: " if self.file else ""
        named = f"{self.kind}/{self.record} {self.path}"
        return f"{where}{self.level} {self.code} {named}: {self.message}"


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


def rule(code: str, level: Level = "error") -> Callable[[Any], Any]:
    """Register a function as a rule; the first line of its docstring is the reason."""

    def register(function: Any) -> Any:
        RULES[code] = Rule(code, level, _reason(function), function)
        return function

    return register


def file_rule(code: str, level: Level = "error") -> Callable[[Any], Any]:
    """Register a function as a rule on the form of a file."""

    def register(function: Any) -> Any:
        FILE_RULES[code] = FileRule(code, level, _reason(function), function)
        return function

    return register


def _reason(function: Any) -> str:
    return str(function.__doc__).partition("\n")[0]
