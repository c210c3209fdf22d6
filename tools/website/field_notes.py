"""What a field of a record means, as its docstring in the reference."""

from __future__ import annotations

import re
from typing import Any

import attrs
import griffe

from peaceops.kinds import record_class
from peaceops.model import MODULE_OF

ROLE = re.compile(r":(?:class|meth|func|attr|mod|exc):`~?([^`]+)`")


class FieldNotes(griffe.Extension):
    """Take the meaning of a field from where the model writes it; read roles as plain names."""

    def on_instance(self, *, obj: griffe.Object, **_: Any) -> None:
        """Turn ``:class:`Name` `` into the name."""
        if obj.docstring is not None:
            obj.docstring.value = ROLE.sub(r"`\1`", obj.docstring.value)

    def on_attribute_instance(self, *, attr: griffe.Attribute, **_: Any) -> None:
        """Give a field of a record its meaning as docstring, and hide how it is declared."""
        owner = attr.parent
        if owner is None or owner.name not in MODULE_OF or not owner.is_class:
            return
        for field in attrs.fields(record_class(owner.name)):
            about = field.metadata.get("about")
            if field.name == attr.name and about:
                attr.docstring = griffe.Docstring(f"{about}.", parent=attr)
                attr.value = None
