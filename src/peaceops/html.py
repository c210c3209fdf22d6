"""HTML for notebooks: tables with every value escaped and http links only."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

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
    address = getattr(record, "url", None)
    return [
        link(str(title), address),
        escape(str(start) if start is not None else ""),
        escape(until),
        escape(review.code if review is not None else ""),
    ]


def record_html(record: Any) -> str:
    """Return a record as a table of its fields; lists of parts fold open."""
    lines = []
    for attribute in record.__attrs_attrs__:
        value = getattr(record, attribute.name)
        if value is not None and value != ():
            label = escape(attribute.name.replace("_", " "))
            lines.append(f'<tr><th scope="row">{label}</th><td>{_value_html(value)}</td></tr>')
    title = getattr(record, "name", None) or record.id
    return f"<table><caption>{escape(str(title))}</caption><tbody>{''.join(lines)}</tbody></table>"


def _value_html(value: Any) -> str:
    if isinstance(value, tuple):
        if any(hasattr(item, "__attrs_attrs__") for item in value):
            items = "".join(f"<li>{_value_html(item)}</li>" for item in value)
            return f"<details><summary>{len(value)}</summary><ol>{items}</ol></details>"
        return ", ".join(_value_html(item) for item in value)
    if hasattr(value, "__attrs_attrs__") and not hasattr(value, "earliest"):
        return "; ".join(
            f"{escape(attribute.name.replace('_', ' '))}: {_value_html(inner)}"
            for attribute in value.__attrs_attrs__
            if (inner := getattr(value, attribute.name)) is not None and inner != ()
        )
    text = str(getattr(value, "value", value))
    return link(text, text)
