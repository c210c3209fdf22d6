"""Text-only YAML: read strictly, written in one canonical form.

What YAML does silently, this reader refuses aloud: duplicate keys, anchors and aliases, tags,
merge keys, several documents, plain words that YAML turns into something else (``NO``, ``1_000``,
``12:30``, ``2013-04-25``), values that run over lines or end in a comment. A scalar is text,
except for a plain ``true`` or ``false`` and a plain decimal whole number.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final

import yaml

from peaceops.errors import DataError, Fault

MAX_BYTES: Final = 500_000
MAX_DEPTH: Final = 12
MAX_NODES: Final = 10_000
MAX_TEXT: Final = 10_000
MAX_KEY: Final = 100
MAX_FAULTS: Final = 50

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,17})", re.ASCII)
_PLAIN = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", re.ASCII)
_LINE_WIDTH: Final = 100
_UNUSUAL = re.compile(r"[^\n\x20-\x7e]")
_RESOLVERS = yaml.SafeLoader.yaml_implicit_resolvers


class Tree:
    """A document read from YAML: plain values, and the line of every path in it."""

    __slots__ = ("lines", "value")

    def __init__(self, value: object, lines: Mapping[str, int]) -> None:
        self.value = value
        self.lines = lines

    def line(self, path: str) -> int:
        """Return the line of a path, or of the nearest place that contains it."""
        while path:
            if path in self.lines:
                return self.lines[path]
            path = path[: max(path.rfind("."), path.rfind("["))]
        return 1


def load(content: bytes, file: str) -> Tree:
    """Read one document. Raises :class:`DataError` with every fault that stops the reading."""
    text = _decode(content, file)
    return _Builder(text, file).build()


def _decode(content: bytes, file: str) -> str:
    if len(content) > MAX_BYTES:
        raise DataError(
            [Fault(file, 0, "$", f"has {len(content)} bytes; at most {MAX_BYTES} are read")]
        )
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise DataError([Fault(file, line, "$", "is not UTF-8 text; save it as UTF-8")]) from None
    text = text.replace("\r\n", "\n")
    if _UNUSUAL.search(text):
        faults = (
            Fault(file, number, "$", message)
            for number, line in enumerate(text.split("\n"), 1)
            for message in odd_characters(line)
        )
        found = list(islice(faults, MAX_FAULTS + 1))
        if found:
            raise DataError(_first(found))
    return text


def _first(faults: list[Fault]) -> list[Fault]:
    """Keep as many faults as a person reads, and say where there are more."""
    if len(faults) <= MAX_FAULTS:
        return faults
    last = faults[MAX_FAULTS]
    message = f"has more than {MAX_FAULTS} faults; mend these first"
    return [*faults[:MAX_FAULTS], Fault(last.file, last.line, "$", message)]


def too_long(text: str) -> str:
    """Say that a text is longer than any record needs."""
    return f"has {len(text)} characters; at most {MAX_TEXT} are read"


def odd_characters(line: str) -> Iterator[str]:
    """Say which characters of a line of text may not stand in the data, and why.

    Refused are control and format characters (zero-width, bidirectional), private and
    unassigned code points, spaces other than the plain one, and text that is not in the
    Unicode normal form NFC.
    """
    if line.isascii() and line.isprintable():
        return
    for column, letter in enumerate(line, 1):
        category = unicodedata.category(letter)
        if category in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"):
            yield f"column {column}: invisible or forbidden character U+{ord(letter):04X}"
        elif category == "Zs" and letter != " ":
            yield f"column {column}: space U+{ord(letter):04X}; use a plain space"
    if not unicodedata.is_normalized("NFC", line):
        yield "text is not in Unicode normal form NFC; type the letter as one character"


class _Builder:
    """Builds a tree from parser events, so that nothing is resolved behind our back."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.text_lines = text.split("\n")
        self.file = file
        self.events: Iterator[yaml.Event] = iter(())
        self.lines: dict[str, int] = {}
        self.faults: list[Fault] = []
        self.nodes = 0

    def build(self) -> Tree:
        try:
            self.events = yaml.parse(self.text, Loader=_LOADER)
            value = self._document()
        except DataError as error:
            raise DataError(_first(list(error.faults))) from None
        except (yaml.YAMLError, ValueError, OverflowError) as error:  # "\\UFFFFFFFF", %YAML 9...9
            self._parser_fault(error)
            raise DataError(self.faults) from None
        if self.faults:
            raise DataError(self.faults)
        return Tree(value, self.lines)

    def _parser_fault(self, error: Exception) -> None:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark is not None else max(self.lines.values(), default=1)
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or error
        self.faults.append(Fault(self.file, line, "$", f"is not YAML: {problem}"))

    def _document(self) -> object:
        value: object = None
        seen = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                seen += 1
                if seen > 1:
                    self._fault(event, "$", "a second document begins; one file holds one record")
                    break
                if event.version or event.tags:
                    self._fault(event, "$", "directives (%YAML, %TAG) are not allowed")
            elif isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent, yaml.AliasEvent)):
                value = self._node(event, "$", 1)
        if seen == 0:
            self.faults.append(Fault(self.file, 0, "$", "is empty; it should hold one record"))
        return value

    def _fault(self, event: yaml.Event, path: str, message: str) -> None:
        self.faults.append(Fault(self.file, _line(event), path, message))
        if len(self.faults) > MAX_FAULTS:
            raise DataError(self.faults)

    def _stop(self, event: yaml.Event, path: str, message: str) -> DataError:
        self._fault(event, path, message)
        return DataError(self.faults)

    def _node(self, event: yaml.Event, path: str, depth: int) -> object:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise self._stop(event, path, f"more than {MAX_NODES} values; split the file")
        if depth > MAX_DEPTH:
            raise self._stop(event, path, f"nested more than {MAX_DEPTH} levels deep")
        self.lines.setdefault(path, _line(event))
        if isinstance(event, yaml.AliasEvent):
            self._fault(event, path, "aliases (*name) are not allowed; write the value out")
            return ""
        if getattr(event, "anchor", None) is not None:
            self._fault(event, path, "anchors (&name) are not allowed")
        if getattr(event, "tag", None) is not None:
            self._fault(event, path, "tags (!name) are not allowed")
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path, depth)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path, depth)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        raise self._stop(event, path, "a value is missing")

    def _sequence(self, path: str, depth: int) -> list[object]:
        items: list[object] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._node(event, f"{path}[{len(items)}]", depth + 1))
        return items

    def _mapping(self, path: str, depth: int) -> dict[str, object]:
        items: dict[str, object] = {}
        first_lines: dict[str, int] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, path, depth)
            inside = f"{path}.{key}"
            line = _line(event)
            if key in items:
                self._fault(
                    event, inside, f"key {key!r} stands twice (first in line {first_lines[key]})"
                )
            first_lines.setdefault(key, line)
            self.lines.setdefault(inside, line)
            items[key] = self._node(next(self.events), inside, depth + 1)
        return items

    def _key(self, event: yaml.Event, path: str, depth: int) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            self._fault(event, path, "a key must be a plain word")
            self._node(event, f"{path}.?", depth + 1)
            return "?"
        if event.value == "<<" and not event.style:
            self._fault(event, path, "merge keys (<<) are not allowed; write the fields out")
        if event.anchor is not None or event.tag is not None:
            self._fault(event, path, "anchors and tags are not allowed")
        key = str(event.value)
        for message in odd_characters(key):
            self._fault(event, path, f"a key has a {message}")
        if len(key) > MAX_KEY:
            self._fault(event, path, f"a key has {len(key)} characters; at most {MAX_KEY} are read")
        return key[:MAX_KEY]

    def _scalar(self, event: yaml.ScalarEvent, path: str) -> str | int | bool:
        text = str(event.value)
        if len(text) > MAX_TEXT:
            self._fault(event, path, too_long(text))
            return ""
        for message in odd_characters(text):
            self._fault(event, path, message)
        if event.style in ("|", ">"):
            self._fault(event, path, "block text (| and >) is not allowed; quote it on one line")
            return text
        start, end = event.start_mark, event.end_mark
        if start is None or end is None or start.line != end.line:
            self._fault(event, path, "a value runs over several lines; keep it on one line")
            return text
        if event.style:
            return text
        line = self.text_lines[end.line] if end.line < len(self.text_lines) else ""
        if line[end.column :].lstrip().startswith("#"):
            self._fault(
                event, path, "a comment stands behind a value; quote the value or use a note field"
            )
        if text in ("true", "false"):
            return text == "true"
        if _WHOLE.fullmatch(text):
            return int(text)
        kind = _implicit_kind(text)
        if kind is not None:
            self._fault(event, path, f'plain {text!r} reads as {kind} in YAML; quote it: "{text}"')
        return text


def _line(event: yaml.Event) -> int:
    return 0 if event.start_mark is None else event.start_mark.line + 1


def _implicit_kind(text: str) -> str | None:
    """Say what YAML 1.1 would make of a plain scalar other than text."""
    for tag, pattern in (*_RESOLVERS.get(text[:1], ()), *_RESOLVERS.get(None, ())):
        if pattern.match(text):
            kind = str(tag).rsplit(":", 1)[-1]
            return "nothing" if kind == "null" else kind
    return None


def dump(value: Mapping[str, object]) -> str:
    """Write a record in canonical form: one layout, so that a diff shows facts only.

    Codes stand plain, all other text in double quotes; short mappings of plain values and all
    lists of plain values stand on one line.
    """
    return "".join(f"{line}\n" for line in _block(value, 0))


def _block(value: Mapping[str, object], indent: int) -> Iterator[str]:
    pad = " " * indent
    for key, item in value.items():
        inline = _inline(item)
        if inline is not None and (
            not isinstance(item, Mapping) or len(pad + key + inline) + 2 <= _LINE_WIDTH
        ):
            yield f"{pad}{key}: {inline}"
        elif isinstance(item, Mapping):
            yield f"{pad}{key}:"
            yield from _block(item, indent + 2)
        else:
            yield f"{pad}{key}:"
            yield from _items(item, indent)


def _items(items: object, indent: int) -> Iterator[str]:
    pad = " " * indent
    if not isinstance(items, (list, tuple)):
        raise TypeError(f"cannot write {type(items).__name__} as YAML")
    for item in items:
        inline = _inline(item)
        if inline is not None and (
            not isinstance(item, Mapping) or len(pad + inline) + 4 <= _LINE_WIDTH
        ):
            yield f"{pad}  - {inline}"
        elif isinstance(item, Mapping):
            lead = "- "
            for line in _block(item, indent + 4):
                yield f"{pad}  {lead}{line[indent + 4 :]}"
                lead = "  "
        else:
            raise TypeError("lists of lists are not written")


def _inline(value: object) -> str | None:
    """Give a value on one line, or None where it needs lines of its own."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, (list, tuple)):
        parts = [None if isinstance(item, Mapping) else _inline(item) for item in value]
        if None in parts:
            return None
        return f"[{', '.join(part for part in parts if part is not None)}]"
    if isinstance(value, Mapping):
        pairs = [(key, _inline(item)) for key, item in value.items()]
        if any(part is None or isinstance(value[key], Mapping) for key, part in pairs):
            return None
        return f"{{{', '.join(f'{key}: {part}' for key, part in pairs)}}}"
    raise TypeError(f"cannot write {type(value).__name__} as YAML")


def _text(value: str) -> str:
    if _PLAIN.fullmatch(value) and _implicit_kind(value) is None:
        return value
    return json.dumps(value, ensure_ascii=False)
