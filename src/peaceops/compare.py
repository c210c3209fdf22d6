"""What one mandate adds to, drops from and changes in another."""

from __future__ import annotations

from attrs import frozen

from peaceops.dataset import Dataset
from peaceops.errors import UnknownId
from peaceops.model import Mandate, Task
from peaceops.shipped import load
from peaceops.vocab import Strength, TaskEffect

_RANK = {
    Strength.DECIDED: 4,
    Strength.DEMANDED: 4,
    Strength.AUTHORIZED: 3,
    Strength.REQUESTED: 3,
    Strength.CALLED_UPON: 2,
    Strength.ENCOURAGED: 1,
    Strength.NOTED: 0,
    Strength.REPORTED: 0,
}


@frozen
class Comparison:
    """The difference between two mandates of one mission (or of two).

    ``added`` tasks are in the later one only, ``dropped`` in the earlier one only; a task that
    both give is in ``kept``, ``strengthened`` or ``weakened`` as ``(earlier, later)``, by the
    operative verb. Tasks are the same where activity and crimes are. ``dropped`` is empty where
    the later document does not set the tasks anew, since the earlier ones then stand on.
    ``sure`` is False where one of the two was not read for tasks.
    """

    earlier: str
    later: str
    added: tuple[Task, ...]
    dropped: tuple[Task, ...]
    kept: tuple[tuple[Task, Task], ...]
    strengthened: tuple[tuple[Task, Task], ...]
    weakened: tuple[tuple[Task, Task], ...]
    sure: bool

    def __str__(self) -> str:
        """Give the difference as lines with paragraphs and quotes."""
        lines = [f"{self.earlier} to {self.later}"]
        if not self.sure:
            lines.append("one of the two was not read for tasks; the difference is incomplete")
        lines += [f"+ {_line(task)}" for task in self.added]
        lines += [f"- {_line(task)}" for task in self.dropped]
        for sign, pairs in (("^", self.strengthened), ("v", self.weakened)):
            lines += [f"{sign} {one.strength} to {_line(other)}" for one, other in pairs]
        lines.append(f"{len(self.kept)} tasks are the same")
        return "\n".join(lines)


def _line(task: Task) -> str:
    crimes = f" against {', '.join(crime.code for crime in task.crimes)}" if task.crimes else ""
    quote = f' "{task.quote}"' if task.quote else ""
    return f"{task.strength} {task.activity}{crimes} ({task.document}, {task.at or '?'}){quote}"


def compare_mandates(
    earlier: str | Mandate, later: str | Mandate, *, dataset: Dataset | None = None
) -> Comparison:
    """Compare two mandates, given as records or ids such as ``un-x/s-res-2100-2013``.

    Raises :class:`UnknownId` for an id that no mandate has. ``dataset`` is where ids are looked
    up, the shipped one by default.
    """
    one, other = _mandate(earlier, dataset), _mandate(later, dataset)
    before = {_key(task): task for task in one.tasks}
    after = {_key(task): task for task in other.tasks}
    both = [(before[key], after[key]) for key in before if key in after]
    anew = other.task_effect is TaskEffect.RESTATES
    return Comparison(
        earlier=one.id,
        later=other.id,
        added=tuple(task for key, task in after.items() if key not in before),
        dropped=tuple(task for key, task in before.items() if key not in after) if anew else (),
        kept=tuple(pair for pair in both if _rise(pair) == 0),
        strengthened=tuple(pair for pair in both if _rise(pair) > 0),
        weakened=tuple(pair for pair in both if _rise(pair) < 0),
        sure=TaskEffect.NOT_READ not in (one.task_effect, other.task_effect),
    )


def _mandate(value: str | Mandate, dataset: Dataset | None) -> Mandate:
    if isinstance(value, str):
        mandates = (load() if dataset is None else dataset).whole.mandates
        if value.count("/") == 0:
            raise UnknownId("mandate", value, mandates.near(value))
        return mandates[value]
    return value


def _key(task: Task) -> tuple[str, tuple[str, ...]]:
    return task.activity.code, tuple(sorted(crime.code for crime in task.crimes))


def _rise(pair: tuple[Task, Task]) -> int:
    return _RANK[pair[1].strength] - _RANK[pair[0].strength]
