"""Progress on a terminal: a bar on standard error where work takes more than a second.

The command line asks for bars; the library is silent wherever it is called from. Without tqdm
(``peaceops[cli]``), or where standard error is no terminal, nothing is shown.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

T = TypeVar("T")

DELAY = 1.0
"""Seconds of work before a bar appears."""

_shown: ContextVar[bool] = ContextVar("shown", default=False)


@contextmanager
def shown() -> Iterator[None]:
    """Show bars for the work inside, if somebody is looking at a terminal."""
    before = _shown.set(sys.stderr.isatty())
    try:
        yield
    finally:
        _shown.reset(before)


def track(items: Collection[T], what: str) -> Iterable[T]:
    """Give the items one by one, with a bar that says what is done to them."""
    if not _shown.get():
        return items
    try:
        from tqdm import tqdm
    except ModuleNotFoundError:
        return items
    bar: Iterable[T] = tqdm(items, what, delay=DELAY, leave=False, file=sys.stderr, ascii=" #")
    return bar
