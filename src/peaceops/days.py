"""Which of many stretches of days hold a day, found without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date
from typing import final

_Stretch = tuple[date, date, int]


@final
class DayIndex:
    """Closed stretches of days, numbered in the order in which they were given.

    A centred interval tree: a node keeps the stretches that hold its middle day, by their first
    and by their last day; those wholly before or after that day lie in its two branches. A
    question walks down one branch and takes from each node only stretches that hold the day, so
    its time grows with its answer and with the logarithm of their number. A stretch whose first
    day lies behind its last holds no day.
    """

    __slots__ = ("_root",)

    def __init__(self, stretches: Iterable[tuple[date, date]]) -> None:
        found = [
            (first, last, number) for number, (first, last) in enumerate(stretches) if first <= last
        ]
        found.sort()
        self._root: _Node | None = _node(found)

    def on(self, day: date) -> list[int]:
        """Return the numbers of the stretches that hold a day, in their order."""
        numbers: list[int] = []
        node = self._root
        while node is not None:
            if day < node.middle:
                numbers += node.by_first[: bisect_right(node.firsts, day)]
                node = node.before
            else:
                numbers += node.by_last[bisect_left(node.lasts, day) :]
                node = node.after
        numbers.sort()
        return numbers


@final
class _Node:
    """The stretches that hold a day, and the branches of those before and after it."""

    __slots__ = ("after", "before", "by_first", "by_last", "firsts", "lasts", "middle")

    def __init__(self, found: list[_Stretch]) -> None:
        self.middle: date = found[len(found) // 2][0]
        held = [item for item in found if item[0] <= self.middle <= item[1]]
        self.firsts: list[date] = [first for first, _, _ in held]
        self.by_first: list[int] = [number for _, _, number in held]
        held.sort(key=_last)
        self.lasts: list[date] = [last for _, last, _ in held]
        self.by_last: list[int] = [number for _, _, number in held]
        self.before: _Node | None = _node([item for item in found if item[1] < self.middle])
        self.after: _Node | None = _node([item for item in found if item[0] > self.middle])


def _last(stretch: _Stretch) -> date:
    return stretch[1]


def _node(found: list[_Stretch]) -> _Node | None:
    return _Node(found) if found else None
