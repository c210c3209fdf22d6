"""The rules that data must keep: one named function per rule.

The same functions run in the build hook, in CI, in ``peaceops check`` and on a user's own
dataset. A rule yields findings; it never changes anything. ``error`` findings stop a build,
``warning`` findings are shown.
"""

from __future__ import annotations

# Importing a module registers its rules, in the order in which the handbook lists them.
from typing import Any

from peaceops import _yaml
from peaceops.dataset import Dataset
from peaceops.folder import SourceFile
from peaceops.kinds import KINDS
from peaceops.rules import dates, ids, mandates, places, sanctions, sources
from peaceops.rules import files as _files
from peaceops.rules.registry import FILE_RULES, RULES, FileRule, Finding, Report, Rule
from peaceops.rules.sources import facts_of, is_supported, unsupported
from peaceops.rules.walk import documents_cited, parts


def check(dataset: Dataset, files: tuple[SourceFile, ...] = ()) -> Report:
    """Apply every rule to a dataset, and the rules on form to the files it was read from."""
    whole = dataset.whole
    places = _Places(files)
    findings = [
        Finding(
            rule.code, rule.level, kind, record.id, path, message, *places.of(kind, record, path)
        )
        for rule in RULES.values()
        for kind, record, path, message in rule.function(whole)
    ]
    findings.extend(
        Finding(rule.code, rule.level, file.kind, file.record.id, "$", message, file.path, 1)
        for rule in FILE_RULES.values()
        for file in files
        for message in rule.function(file)
    )
    findings.sort(key=lambda f: (f.level, f.kind, f.record, f.code, f.path, f.message))
    count = sum(len(whole.collection(kind)) for kind in KINDS)
    applied = len(RULES) + (len(FILE_RULES) if files else 0)
    return Report(tuple(findings), count, applied)


class _Places:
    """Where records stand: the files they were read from, and the lines of what is in them."""

    def __init__(self, files: tuple[SourceFile, ...]) -> None:
        self._files = {(file.kind, file.record.id): file for file in files}
        self._trees: dict[str, _yaml.Tree] = {}

    def of(self, kind: str, record: Any, path: str) -> tuple[str, int]:
        """Give file and line of a path in a record; nothing for a record of another source."""
        file = self._files.get((kind, record.id))
        if file is None or file.record != record:
            return "", 0
        if file.path not in self._trees:
            self._trees[file.path] = _yaml.load(file.content, file.path)
        return file.path, self._trees[file.path].line(path)


_MODULES = (ids, dates, mandates, sources, sanctions, places, _files)

__all__ = [
    "FILE_RULES", "RULES", "FileRule", "Finding", "Report", "Rule", "check", "documents_cited",
    "facts_of", "is_supported", "parts", "unsupported",
]  # fmt: skip
