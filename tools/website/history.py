"""What each mandate of a mission changed against what stood before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import attrs
from attrs import frozen

import peaceops as po
from peaceops.model import Ceiling, Mandate, Task
from peaceops.vocab import TaskEffect


@frozen
class Step:
    """A mandate and what it changed.

    ``kind`` says what can be said: ``first`` (nothing stood before), ``compared`` (see
    ``comparison``), ``keeps`` (the tasks stand as they were), ``not-read`` (the document was not
    read for tasks). ``before`` are the mandates whose tasks stood, ``unread`` those in between
    that were not read for tasks, so that part of the difference may be theirs. ``ceiling`` is
    the authorized strength before.
    """

    mandate: Mandate
    kind: Literal["first", "compared", "keeps", "not-read"]
    before: tuple[Mandate, ...] = ()
    unread: tuple[Mandate, ...] = ()
    comparison: po.Comparison | None = None
    ceiling: Ceiling | None = None


def steps(mandates: Sequence[Mandate]) -> tuple[Step, ...]:
    """Go through the mandates of a mission, or of a monitoring body, in their order."""
    made: list[Step] = []
    standing: list[Task] = []
    before: list[Mandate] = []
    unread: list[Mandate] = []
    ceiling: Ceiling | None = None
    for mandate in mandates:
        effect = mandate.task_effect
        comparison = None
        kind: Literal["first", "compared", "keeps", "not-read"] = "first"
        if effect is TaskEffect.NOT_READ:
            kind = "not-read"
        elif before:
            kind = "compared" if mandate.tasks or effect is not TaskEffect.KEEPS else "keeps"
            if kind == "compared":
                base = attrs.evolve(
                    before[0], tasks=tuple(standing), task_effect=TaskEffect.RESTATES
                )
                comparison = po.compare_mandates(base, mandate)
        elif effect is TaskEffect.KEEPS and not mandate.tasks:
            kind = "keeps"
        made.append(
            Step(
                mandate=mandate, kind=kind, before=tuple(before), unread=tuple(unread),
                comparison=comparison, ceiling=ceiling,
            )
        )  # fmt: skip
        if effect is TaskEffect.NOT_READ:
            unread.append(mandate)
        if effect is TaskEffect.RESTATES:
            standing, before, unread = [], [], []
        if mandate.tasks or effect is TaskEffect.RESTATES:
            standing += mandate.tasks
            before.append(mandate)
        ceiling = mandate.personnel or ceiling
    return tuple(made)
