"""How a field of a record says what it means, so that the data dictionary can print it."""

from __future__ import annotations

from typing import TypedDict


class FieldInfo(TypedDict):
    """What a field says of itself."""

    about: str
    fact: bool
    needed: bool
    refers: str


def about(text: str, *, refers: str = "") -> FieldInfo:
    """Describe a field that holds an id, a classification or a remark of ours.

    ``refers`` names the kind of record that the ids in the field point to.
    """
    return {"about": text, "fact": False, "needed": False, "refers": refers}


def fact(text: str, *, refers: str = "", needed: bool = False) -> FieldInfo:
    """Describe a field that states a fact of the world, which a citation has to support.

    ``needed``: left empty, it must be explained by a gap.
    """
    return {"about": text, "fact": True, "needed": needed, "refers": refers}
