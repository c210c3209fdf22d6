"""HTML for notebooks: what a reader looks for first, the rest folded, sources linked.

Every value is escaped, and only http and https addresses become links.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from peaceops.dates import Date, Span
from peaceops.errors import BadSymbol
from peaceops.symbols import url

_SHOWN = 30


def link(text: str, address: str | None) -> str:
    """Return escaped text, linked where the address is http or https."""
    if address is None or not address.startswith(("https://", "http://")):
        return escape(text)
    return f'<a href="{escape(address)}" rel="noopener">{escape(text)}</a>'


def table(columns: Iterable[str], lines: Iterable[Iterable[str]]) -> str:
    """Return a table; cells are HTML already."""
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    body = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in line) + "</tr>" for line in lines
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def collection_html(collection: Any) -> str:
    """Return a table of the first records of a collection."""
    records = list(collection)
    lines = [[escape(record.id), *_cells(record)] for record in records[:_SHOWN]]
    columns = ("id", "what", "from", "until", "review")
    rest = f"<p>… and {len(records) - _SHOWN} more</p>" if len(records) > _SHOWN else ""
    return f"<p>{len(records)} {escape(collection.kind)}</p>{table(columns, lines)}{rest}"


def _cells(record: Any) -> list[str]:
    title = next(
        (
            getattr(record, name)
            for name in ("name", "subject", "quote", "scope", "document")
            if getattr(record, name, None)
        ),
        "",
    )
    span = getattr(record, "span", None) or getattr(record, "in_force", None)
    start: object = getattr(span, "start", None)
    end: object = getattr(span, "end", None)
    if span is None:
        start = next(
            (
                getattr(record, name)
                for name in ("date", "adopted", "founded", "start")
                if getattr(record, name, None)
            ),
            None,
        )
    open_end = getattr(span, "open_end", None)
    until = str(end) if end is not None else (open_end.value if open_end is not None else "")
    review = getattr(record, "review", None)
    source = getattr(record, "imposed_by", record)  # of a measure, the passage that imposes it
    symbol = getattr(source, "document", None)
    address = getattr(record, "url", None) or (_address(symbol) if symbol else None)
    return [
        link(str(title), address),
        escape(str(start) if start is not None else ""),
        escape(until),
        escape(review.code if review is not None else ""),
    ]


def record_html(record: Any) -> str:
    """Return a record as a table of its fields.

    Mandates and measures are listed, each folding open by itself; other lists of parts fold as
    a whole. Documents are linked where an address follows from their symbol.
    """
    title = str(getattr(record, "name", None) or record.id)
    return _fields_html(record, (), f"<caption>{escape(title)}</caption>")


_LISTED = ("mandates", "measures")
"""What a reader came for; every other list of parts is one line until it is opened."""
_LEADING = (
    "in_force", "date", "action", "also", "kind", "activity", "crimes", "strength", "scope",
    "name", "supports",
)  # fmt: skip
"""The fields by which a part is known at a glance, in the order in which they are read."""

_ENDS = {"ongoing": "ongoing", "ended": "ended, day unknown", "unknown": "end unknown"}


def _fields_html(record: Any, shown: tuple[str, ...], caption: str = "") -> str:
    lines = [
        f'<tr><th scope="row">{_label(attribute)}</th>'
        f'<td style="text-align:left">{_value_html(value, attribute)}</td></tr>'
        for attribute, value in _filled(record, shown)
    ]
    return f"<table>{caption}<tbody>{''.join(lines)}</tbody></table>"


def _filled(record: Any, shown: tuple[str, ...]) -> list[tuple[Any, Any]]:
    """Give the fields that hold something and were not shown before."""
    pairs = ((attribute, getattr(record, attribute.name)) for attribute in record.__attrs_attrs__)
    return [(a, value) for a, value in pairs if a.name not in shown and value not in (None, ())]


def _label(attribute: Any) -> str:
    return escape(attribute.name.replace("_", " "))


def _is_part(value: Any) -> bool:
    return hasattr(value, "__attrs_attrs__") and not isinstance(value, (Date, Span))


def _value_html(value: Any, attribute: Any) -> str:
    if isinstance(value, tuple) and _is_part(value[0]):
        items = "".join(f"<li>{_part_html(item)}</li>" for item in value)
        if attribute.name in _LISTED:
            return f"<ol>{items}</ol>"
        return f"<details><summary>{len(value)}</summary><ol>{items}</ol></details>"
    if isinstance(value, tuple):
        return ", ".join(_value_html(item, attribute) for item in value)
    if _is_part(value):
        return _part_html(value)
    if attribute.metadata.get("refers") == "documents":
        return _source(value, None)
    text = _text(value)
    return link(text, text)


def _part_html(part: Any) -> str:
    """Return a part on one line; what has parts of its own folds open below that line."""
    names = [attribute.name for attribute in part.__attrs_attrs__]
    leading = [name for name in _LEADING if name in names and getattr(part, name) not in (None, ())]
    words = [escape(_text(getattr(part, name))) for name in leading]
    source = getattr(part, "imposed_by", part)
    if isinstance(getattr(source, "document", None), str):
        words.append(_source(source.document, getattr(source, "at", None)))
    if getattr(part, "quote", None):
        words.append(f"\u201c{escape(part.quote)}\u201d")
    shown = (*leading, "id", "quote", *(("document", "at") if source is part else ()))
    rest = _filled(part, shown)
    if any(_is_part(item) for _, value in rest for item in _items(value)):
        return (
            f"<details><summary>{' · '.join(words)}</summary>{_fields_html(part, shown)}</details>"
        )
    words += [f"{_label(attribute)}: {_value_html(value, attribute)}" for attribute, value in rest]
    return " · ".join(words)


def _items(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def _source(symbol: str, at: str | None) -> str:
    place = "" if at is None else escape(f", para. {at}" if at[:1].isdigit() else f", {at}")
    return link(symbol, _address(symbol)) + place


def _address(symbol: str) -> str | None:
    try:
        return url(symbol)
    except BadSymbol:
        return None  # a record made by hand may hold anything


def _text(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(_text, value))
    if isinstance(value, Span):
        start = str(value.start or "?")
        if value.end is not None:
            return f"{start} to {value.end}"
        return start if value.open_end is None else f"{start}, {_ENDS[value.open_end.value]}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(getattr(value, "label", getattr(value, "value", value)))
