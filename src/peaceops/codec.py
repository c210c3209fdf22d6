"""YAML and JSON to records and back: one strict converter for both.

Nothing is coerced: a wrong type, an unknown key, an unknown code is a fault, and all faults of
a document are reported at once, each with its path and what would be right. Fields that follow
from others (ids of mandates and tasks, the document of a task) are filled in on reading and
left out on writing YAML.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from functools import cache
from itertools import islice
from typing import Any, Final, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import (
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn

from peaceops import _yaml
from peaceops._term import Term
from peaceops.dates import Date, OpenEnd
from peaceops.errors import BadDate, DataError, Fault
from peaceops.kinds import KINDS, record_class
from peaceops.symbols import slug

MAX_INTEGER: Final = 10**15


def read_yaml(kind: str, content: bytes, file: str) -> Any:
    """Read one record of a kind from YAML.

    Raises :class:`DataError` with every fault found, each with file, line and path. Rules on
    a record's whole (such as a span that ends before it starts) can only be checked once its
    fields are right, so mending some faults may uncover others.
    """
    tree = _yaml.load(content, file)
    try:
        return structure(kind, tree.value)
    except DataError as error:
        raise DataError(
            Fault(file, tree.line(fault.path), fault.path, fault.message) for fault in error.faults
        ) from None


def read_json(kind: str, content: str, file: str) -> Any:
    """Read one record of a kind from a JSON object; the same rules as for YAML hold."""
    if len(content) > _yaml.MAX_BYTES:
        message = f"has {len(content)} characters; at most {_yaml.MAX_BYTES} are read"
        raise DataError([Fault(file, 0, "$", message)])
    try:
        value = json.loads(
            content,
            object_pairs_hook=_unique_keys,
            parse_constant=_no_constant,
            parse_float=_no_float,
        )
    except (ValueError, RecursionError) as error:
        raise DataError([Fault(file, 1, "$", f"is not JSON: {error}")]) from None
    try:
        return structure(kind, value)
    except DataError as error:
        raise DataError(
            Fault(file, 1, fault.path, fault.message) for fault in error.faults
        ) from None


def structure(kind: str, value: object) -> Any:
    """Turn plain values into a record; raises :class:`DataError` (file and line empty)."""
    if not isinstance(value, dict):
        raise DataError([Fault("", 0, "$", f"should be a mapping, is {_type_name(value)}")])
    try:
        return converter().structure(_complete(kind, value), record_class(KINDS[kind]))
    except ClassValidationError as error:
        found = islice(_faults(error, "$"), _yaml.MAX_FAULTS)
        raise DataError(Fault("", 0, path, text) for path, text in found) from None


def to_plain(record: attrs.AttrsInstance) -> dict[str, Any]:
    """Turn a record into plain values: text, whole numbers, booleans, lists and dicts.

    Fields that hold their default are left out; every derived field is written.
    """
    plain: dict[str, Any] = {}
    for attribute in attrs.fields(type(record)):
        value = getattr(record, attribute.name)
        if attribute.default is attrs.NOTHING or value != attribute.default:
            plain[attribute.name] = _plain_value(value)
    return plain


def to_yaml(record: attrs.AttrsInstance) -> str:
    """Write a record as canonical YAML, without the fields that reading derives."""
    plain = to_plain(record)
    _strip(plain)
    return _yaml.dump(plain)


def to_json(record: attrs.AttrsInstance, *, indent: int | None = 2) -> str:
    """Write a record as JSON."""
    return json.dumps(to_plain(record), ensure_ascii=False, indent=indent, allow_nan=False)


def _plain_value(value: object) -> Any:
    if isinstance(value, tuple):
        return [_plain_value(item) for item in value]
    if isinstance(value, Date):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if attrs.has(type(value)):
        return to_plain(value)  # type: ignore[arg-type]
    return value


# --- fields that follow from others -----------------------------------------------------------


def _complete(kind: str, value: dict[str, Any]) -> dict[str, Any]:
    """Fill in derived ids and documents. Wrong types are left for the converter to refuse."""
    value = dict(value)
    owner = value.get("id")
    if not isinstance(owner, str):
        return value
    if kind == "missions":
        _each(value, "mandates", lambda item: _complete_mandate(item, owner))
        _complete_tasks(value, "reported_tasks", owner, None)
    elif kind == "regimes":
        _each(value, "measures", lambda item: _complete_part(item, owner))
        _each(value, "monitoring", lambda item: _complete_body(item, owner))
        _complete_tasks(value, "tasks", owner, None)
    elif kind == "projects":
        _complete_tasks(value, "tasks", owner, None)
    return value


def _each(
    value: dict[str, Any], key: str, change: Callable[[dict[str, Any]], dict[str, Any]]
) -> None:
    items = value.get(key)
    if isinstance(items, list):
        value[key] = [change(dict(item)) if isinstance(item, dict) else item for item in items]


def _complete_part(item: dict[str, Any], owner: str) -> dict[str, Any]:
    name = item.get("id")
    if isinstance(name, str) and name.strip() and "/" not in name:
        item["id"] = f"{owner}/{name}"
    return item


def _complete_body(item: dict[str, Any], owner: str) -> dict[str, Any]:
    item = _complete_part(item, owner)
    own = item.get("id")
    if isinstance(own, str):
        _each(item, "mandates", lambda mandate: _complete_mandate(mandate, own))
    return item


def _complete_mandate(item: dict[str, Any], owner: str) -> dict[str, Any]:
    document = item.get("document")
    if not isinstance(document, str):
        return item
    own = f"{owner}/{slug(document)}"
    item.setdefault("id", own)
    _complete_tasks(item, "tasks", own, document)
    personnel = item.get("personnel")
    if isinstance(personnel, dict):
        item["personnel"] = {"document": document, **personnel}
    return item


def _complete_tasks(value: dict[str, Any], key: str, owner: str, document: str | None) -> None:
    taken: set[str] = set()

    def complete(item: dict[str, Any]) -> dict[str, Any]:
        if document is not None:
            item.setdefault("document", document)
        place = slug(str(item.get("at") or item.get("document") or ""))
        stem = "/".join(part for part in (owner, place, str(item.get("activity", ""))) if part)
        own, count = stem, 1
        while own in taken:
            count += 1
            own = f"{stem}-{count}"
        taken.add(own)
        item.setdefault("id", own)
        return item

    _each(value, key, complete)


def _strip(plain: dict[str, Any]) -> None:
    """Take out again what :func:`_complete` fills in."""
    owner = plain["id"]
    for mandate in plain.get("mandates", ()):
        _strip_mandate(mandate)
    for part in (*plain.get("measures", ()), *plain.get("monitoring", ())):
        part["id"] = str(part["id"]).removeprefix(f"{owner}/")
        for mandate in part.get("mandates", ()):
            _strip_mandate(mandate)
    for task in (*plain.get("reported_tasks", ()), *plain.get("tasks", ())):
        del task["id"]


def _strip_mandate(mandate: dict[str, Any]) -> None:
    del mandate["id"]
    for task in mandate.get("tasks", ()):
        del task["id"]
        if task["document"] == mandate["document"]:
            del task["document"]
    personnel = mandate.get("personnel")
    if personnel is not None and personnel["document"] == mandate["document"]:
        del personnel["document"]


# --- the converter ----------------------------------------------------------------------------


@cache
def converter() -> Converter:
    """Return the one converter, made on first use."""
    made = Converter(detailed_validation=True, forbid_extra_keys=True)
    made.register_structure_hook(str, _text)
    made.register_structure_hook(int, _whole_number)
    made.register_structure_hook(bool, _truth)
    made.register_structure_hook(Date, _date)
    made.register_structure_hook(OpenEnd, _open_end)
    made.register_structure_hook_func(
        lambda kind: isinstance(kind, type) and issubclass(kind, Term), _term
    )
    made.register_structure_hook_factory(_is_tuple, lambda kind: _tuple_hook(made, kind))
    made.register_structure_hook_factory(attrs.has, lambda kind: _record_hook(made, kind))
    return made


def _record_hook(made: Converter, kind: type) -> Callable[[object, type], Any]:
    inner: Any = make_dict_structure_fn(
        kind, made, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True
    )

    def hook(value: object, target: type) -> Any:
        if not isinstance(value, dict):
            raise TypeError(f"should be a mapping, is {_type_name(value)}")
        return inner(value, target)

    return hook


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _tuple_hook(made: Converter, kind: type) -> Callable[[object, type], tuple[Any, ...]]:
    item_kind = get_args(kind)[0]
    inner: Any = made.get_structure_hook(item_kind)

    def hook(value: object, target: type) -> tuple[Any, ...]:
        if not isinstance(value, (list, tuple)):
            raise TypeError(f"should be a list, is {_type_name(value)}")
        items: list[Any] = []
        errors: list[Exception] = []
        for index, item in enumerate(value):
            try:
                items.append(inner(item, item_kind))
            except Exception as error:  # noqa: BLE001 - cattrs hooks raise what they like
                note = IterableValidationNote(f"index {index}", index, item_kind)
                error.__notes__ = [*getattr(error, "__notes__", []), note]
                errors.append(error)
                if len(errors) >= _yaml.MAX_FAULTS:
                    break
        if errors:
            raise IterableValidationError("in a list", errors, target)  # pyright: ignore[reportCallIssue]
        return tuple(items)

    return hook


def _text(value: object, _: type) -> str:
    if type(value) is not str:
        raise TypeError(f"should be text, is {_type_name(value)}; put it in quotes")
    if len(value) > _yaml.MAX_TEXT:
        raise ValueError(_yaml.too_long(value))
    if not value.strip():
        raise ValueError("is empty; leave the field out and explain it with a gap")
    if value == "...":
        raise ValueError("is still the placeholder of the template; fill it in")
    if value != value.strip() or "  " in value:
        raise ValueError(f"has stray spaces: {value!r:.80}")
    for message in _yaml.odd_characters(value):
        raise ValueError(message)
    return value


def _whole_number(value: object, _: type) -> int:
    if type(value) is not int:
        raise TypeError(f"should be a whole number, is {_type_name(value)}")
    if not 0 <= value <= MAX_INTEGER:
        raise ValueError(
            f"{value if abs(value) < 10**30 else 'a huge number'} is outside 0 to {MAX_INTEGER}"
        )
    return value


def _truth(value: object, _: type) -> bool:
    if type(value) is not bool:
        raise TypeError(f"should be true or false without quotes, is {_type_name(value)}")
    return value


def _date(value: object, _: type) -> Date:
    if type(value) is not str:
        raise BadDate(f'should be a date in quotes such as "2013-04-25", is {_type_name(value)}')
    return Date.parse(value)


def _open_end(value: object, _: type) -> OpenEnd:
    codes = ", ".join(member.value for member in OpenEnd)
    if type(value) is not str or value not in {member.value for member in OpenEnd}:
        raise ValueError(f"{value!r:.80} is not an open end; one of: {codes}")
    return OpenEnd(value)


def _term(value: object, kind: type[Term]) -> Term:
    if type(value) is not str:
        raise TypeError(f"should be a code of {kind.__name__}, is {_type_name(value)}")
    return kind.of(value)


def _type_name(value: object) -> str:
    names = {
        bool: "true or false",
        int: "a number",
        str: "text",
        list: "a list",
        dict: "a mapping",
        type(None): "nothing",
    }
    name = names.get(type(value), type(value).__name__)
    return f"{name} ({value!r:.80})" if isinstance(value, (bool, int, str)) else name


# --- faults -----------------------------------------------------------------------------------


def _faults(error: BaseException, path: str) -> Iterator[tuple[str, str]]:
    """Walk the exception groups of cattrs and give ``(path, message)`` pairs."""
    if isinstance(error, ClassValidationError):
        noted, plain = error.group_exceptions()
        for inner, note in noted:
            yield from _faults(inner, f"{path}.{note.name}")
        for rest in plain:
            yield from _faults(rest, path)
    elif isinstance(error, IterableValidationError):
        for inner, item_note in error.group_exceptions()[0]:
            yield from _faults(inner, f"{path}[{item_note.index}]")
    elif isinstance(error, ForbiddenExtraKeysError):
        names = [attribute.name for attribute in attrs.fields(error.cl)]
        for key in sorted(error.extra_fields)[: _yaml.MAX_FAULTS]:
            near = difflib.get_close_matches(key[: _yaml.MAX_KEY], names, 1)
            hint = f"did you mean {near[0]!r}?" if near else f"known fields: {', '.join(names)}"
            shown = key[: _yaml.MAX_KEY].encode("utf-8", "backslashreplace").decode()
            yield f"{path}.{shown}", f"is not a field of {error.cl.__name__}; {hint}"
    elif isinstance(error, KeyError):
        yield path, "is missing; it is required"
    else:
        yield path, str(error)


def _unique_keys(pairs: Iterable[tuple[str, Any]]) -> Mapping[str, Any]:
    made: dict[str, Any] = {}
    for key, value in pairs:
        if key in made:
            raise ValueError(f"key {key!r} stands twice")
        made[key] = value
    return made


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is not a value of this model")


def _no_float(text: str) -> Any:
    raise ValueError(f"{text} is not a whole number; the model has no fractions")
