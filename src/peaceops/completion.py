"""Completion in the shell: commands, options, and the names that commands take.

``eval "$(register-python-argcomplete peaceops)"`` in the shell's start file switches it on
(needs ``peaceops[cli]``).
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable, Iterator

from peaceops import vocab
from peaceops._term import Term
from peaceops.kinds import KINDS
from peaceops.shipped import load

Completer = Callable[..., Iterable[str]]


def complete(parser: argparse.ArgumentParser) -> None:
    """Answer the shell and exit, if it is the shell that asks; otherwise do nothing."""
    if "_ARGCOMPLETE" in os.environ:
        import argcomplete

        attach(parser)
        argcomplete.autocomplete(parser, always_complete_options=False)


def attach(parser: argparse.ArgumentParser) -> None:
    """Tell every argument of every command what can stand in its place."""
    for action in parser._actions:  # noqa: SLF001 - argparse has no other way to its arguments
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - as above
            for command in action.choices.values():
                attach(command)
        elif action.choices is None and action.dest in _COMPLETERS:
            action.completer = _COMPLETERS[action.dest]  # type: ignore[attr-defined]


def _ids(*kinds: str) -> Completer:
    def found(prefix: str, **_: object) -> Iterator[str]:
        for kind in kinds:
            collection = load().collection(kind)
            yield from (key for key in collection.ids if key.startswith(prefix))
            if kind in ("missions", "organizations"):
                names = (getattr(record, "acronym", None) for record in collection)
                yield from (name for name in names if name and name.startswith(prefix))

    return found


def _codes(kind: type[Term]) -> Completer:
    def found(**_: object) -> Iterator[str]:
        return (term.code for term in kind)

    return found


_COMPLETERS: dict[str, Completer] = {
    "name": _ids(*KINDS),
    "names": _ids(*KINDS),
    "of": _ids("missions", "regimes", "projects"),
    "mission": _ids("missions"),
    "earlier": _ids("documents"),
    "later": _ids("documents"),
    "document": _ids("documents"),
    "by": _ids("organizations"),
    "organization": _ids("organizations"),
    "place": _ids("places"),
    "crime": _codes(vocab.CrimeType),
    "activity": _codes(vocab.Activity),
    "sort": _codes(vocab.MissionKind),
    "imposing": _codes(vocab.MeasureKind),
    "review": _codes(vocab.Review),
}
"""What completes each argument, by the name under which argparse keeps its value."""
