"""Hostile files, made: each case is a named file, and what the reader has to say about it.

A case says what is wrong with the file, where (line and path), and words of the message. Files
that are easier to look at than to make stand in ``hostile/``; ``test_hostile.py`` tries all of them,
``tools/hostile_report.py`` measures time and memory.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import cycle
from typing import Any, get_args, get_origin

import attrs
from attrs import frozen

import samples
from peaceops._term import Term
from peaceops.dates import Date, OpenEnd, Span
from peaceops.kinds import KINDS, record_class

ANYWHERE = 0
"""A line that depends on where the parser gives up."""


@frozen
class Case:
    """A file that must be refused.

    ``rule`` is empty where the reader refuses; otherwise the reader takes the file and a rule of
    that name finds what is wrong.
    """

    name: str
    kind: str
    content: bytes
    line: int
    path: str
    words: str
    rule: str = ""


# --- making: one place of a good file replaced ------------------------------------------------


def _in(base: str, kind: str, old: str, path: str, rule: str = "") -> Callable[..., Case]:
    """Make cases that put something in the place of ``old`` in a good file."""
    start = base.index(old)
    line = base.count("\n", 0, start) + 1 + (len(old) - len(old.lstrip("\n")))

    def case(name: str, new: str, words: str, *, at: str | None = None, below: int = 0) -> Case:
        content = (base[:start] + new + base[start + len(old) :]).encode()
        where = path if at is None else at
        return Case(name, kind, content, line + below, where, words, rule)

    return case


def _raw(name: str, content: bytes | str, line: int, path: str, words: str) -> Case:
    data = content if isinstance(content, bytes) else content.encode()
    return Case(name, "missions", data, line, path, words)


M = samples.MISSION
_places = _in(M, "missions", 'places: ["ML"]', "$.places[0]")
_at = _in(M, "missions", 'at: "16 (b)"', "$.mandates[0].tasks[1].at")
_date = _in(M, "missions", 'established: "2013-04-25"', "$.established")
_name = _in(M, "missions", '"United Nations Mission in Example"', "$.name")
_acronym = _in(M, "missions", 'acronym: "UNEX"', "$.acronym")
_kind = _in(M, "missions", "kind: peacekeeping", "$.kind")
_span = _in(M, "missions", '{start: "2013-07-01", end: "2014-06-30"}', "$.mandates[0].in_force")
_military = _in(M, "missions", "military: 11200", "$.mandates[0].personnel.military")
_explicit = _in(M, "missions", "explicit: true", "$.mandates[0].tasks[0].explicit")
_code = _in(samples.PLACES[0], "places", 'value: "466"', "$.codes[1].value")


# --- implicit types ---------------------------------------------------------------------------


def implicit_types() -> Iterator[Case]:
    """Plain words that YAML 1.1 turns into something else: refused with the advice to quote."""
    for name, word in (
        ("norway", "NO"), ("norway-small", "no"), ("norway-mixed", "No"), ("turned-on", "ON"),
        ("turned-off", "OFF"), ("agreed", "Yes"), ("truth-in-capitals", "TRUE"),
        ("truth-with-capital", "True"), ("falsehood-in-capitals", "FALSE"),
    ):  # fmt: skip
        yield _places(f"implicit-{name}", f"places: [{word}]", "reads as bool")
    for name, word in (
        ("null-word", "null"), ("null-capitals", "NULL"), ("null-mixed", "Null"), ("tilde", "~"),
    ):  # fmt: skip
        yield _places(f"implicit-place-{name}", f"places: [{word}]", "reads as nothing")
    for name, word, kind in (
        ("octal-code", "010", "int"), ("octal-zeros", "004", "int"), ("binary", "0b101", "int"),
        ("hexadecimal-code", "0x1F", "int"), ("underscores", "4_6_6", "int"), ("plus", "+466", "int"),
        ("sexagesimal-code", "4:66", None), ("sexagesimal-hours", "12:30:45", "int"),
        ("sexagesimal-float", "12:30.5", "float"), ("float-code", "4.66", "float"),
        ("exponent-code", "4.6e+2", "float"), ("dot-first", ".466", "float"),
        ("infinity-code", ".inf", "float"), ("minus-infinity", "-.INF", "float"),
        ("not-a-number", ".NaN", "float"), ("value-tag", "=", "value"),
    ):  # fmt: skip
        if kind is not None:
            yield _code(f"implicit-{name}", f"value: {word}", f"reads as {kind}")
    yield _code("plain-number-for-code", "value: 466", "should be text, is a number (466)")
    yield _code("plain-zero-for-code", "value: 0", "should be text, is a number (0)")
    yield _code("plain-truth-for-code", "value: true", "should be text, is true or false")
    stamp = "reads as timestamp"
    for name, word, words in (
        ("day", "2013-04-25", stamp), ("one-digit-month", "2013-4-25", "is not a date"),
        ("moment", "2013-04-25T10:00:00Z", stamp), ("moment-with-space", "2013-04-25 10:00:00", stamp),
        ("moment-with-zone", "2013-04-25T10:00:00+02:00", stamp),
    ):  # fmt: skip
        yield _date(f"implicit-timestamp-{name}", f"established: {word}", words)
    yield _date("plain-year-for-date", "established: 2013", "in quotes")
    yield _date("plain-truth-for-date", "established: false", "in quotes")
    yield _at("implicit-paragraph-time", "at: 16:30", "reads as int")
    yield _at("implicit-paragraph-float", "at: 16.5", "reads as float")
    yield _at("plain-number-for-paragraph", "at: 16", "should be text")


# --- tags, anchors, aliases, bombs ------------------------------------------------------------


def tags_and_aliases() -> Iterator[Case]:
    """Everything that makes YAML a programming language."""
    for name, tag in (
        ("str", "!!str"), ("int", "!!int"), ("binary", "!!binary"), ("timestamp", "!!timestamp"),
        ("null", "!!null"), ("python-name", "!!python/name:os.system"),
        ("python-apply", "!!python/object/apply:os.system"), ("python-new", "!!python/object/new:type"),
        ("python-module", "!!python/module:os"), ("local", "!mission"), ("verbatim", "!<tag:x.org,2002:y>"),
        ("non-specific", "!"),
    ):  # fmt: skip
        if name != "non-specific":
            yield _name(f"tag-{name}", f'{tag} "x"', "tags (!name)")
    yield _places("tag-set", "places: !!set {ML}", "tags (!name)", at="$.places")
    yield _places("tag-ordered-map", "places: !!omap [{ML: 1}]", "tags (!name)", at="$.places")
    yield _places("tag-on-list", "places: !!seq [ML]", "tags (!name)", at="$.places")
    yield _places("tag-on-key", '!!str places: ["ML"]', "anchors and tags", at="$")
    yield _places("anchor-on-key", '&a places: ["ML"]', "anchors and tags", at="$")
    yield _places("anchor-on-item", "places: [&a ML]", "anchors (&name)")
    yield _places("anchor-on-list", "places: &a [ML]", "anchors (&name)", at="$.places")
    yield _span(
        "anchor-on-mapping", '&s {start: "2013-07-01", end: "2014-06-30"}', "anchors (&name)"
    )
    yield _places("alias-to-nothing", "places: [*nowhere]", "aliases (*name)")
    yield _places("alias-to-itself", "places: &a [*a]", "aliases (*name)")
    yield _places("alias-as-key", "*a : x", "a key must be", at="$")
    yield _raw("merge-of-mapping", "id: x\n<<: {name: y}\n", 2, "$", "merge keys")
    yield _raw("merge-of-list", "id: x\n<<: [{name: y}, {name: z}]\n", 2, "$", "merge keys")
    laughs = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n"
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    yield _raw("billion-laughs", laughs, 2, "$.b[0]", "aliases")
    yield _raw(
        "billion-laughs-in-mappings",
        "a: &a {k: x}\nb: {l: *a, m: *a}\nc: {<<: *a}\n",
        3,
        "$.c",
        "merge keys",
    )
    yield _raw(
        "quadratic-blowup",
        f'a: &a "{"x" * 9000}"\nb: [{", ".join(["*a"] * 3000)}]\n',
        2,
        "$.b[0]",
        "aliases",
    )
    yield _raw(
        "many-anchors",
        "l: [" + ", ".join(f"&a{n} x" for n in range(3000)) + "]\n",
        1,
        "$.l[0]",
        "anchors",
    )
    yield _raw("yaml-directive-1-1", "%YAML 1.1\n---\nid: x\n", 1, "$", "directives")
    yield _raw("tag-directive", "%TAG ! tag:x.org,2002:\n---\nid: !y x\n", 1, "$", "directives")
    yield _raw(
        "yaml-directive-of-5000-digits",
        f"%YAML 1.{'9' * 5000}\n---\nid: x\n",
        ANYWHERE,
        "$",
        "not YAML",
    )
    yield _raw("second-document", "id: x\n---\nid: y\n", 2, "$", "second document")
    yield _raw("second-document-after-end", "id: x\n...\n---\nid: y\n", 3, "$", "second document")
    yield _raw("hundred-documents", "--- a\n" * 100, 2, "$", "second document")
    yield _raw("text-after-end", "id: x\n... y\n", ANYWHERE, "$", "not YAML")


# --- keys -------------------------------------------------------------------------------------


def keys() -> Iterator[Case]:
    """Keys that stand twice, are no words, or look like others."""
    twice = "stands twice (first in line"
    yield _name("duplicate-key-quoted", '"x"\n"name": "y"', twice, below=1)
    yield _name("duplicate-key-escaped", '"x"\n"n\\x61me": "y"', twice, below=1)
    yield _name("duplicate-key-same-value", '"x"\nname: "x"', twice, below=1)
    yield _name("duplicate-key-thrice", '"x"\nname: "y"\nname: "z"', twice, below=2)
    yield _span(
        "duplicate-key-in-span",
        '{start: "2013", end: "2014", end: "2015"}',
        twice,
        at="$.mandates[0].in_force.end",
    )
    yield _military("duplicate-key-in-ceiling", "military: 1, military: 2", twice)
    yield _explicit(
        "duplicate-key-in-task", "explicit: true\n        explicit: false", twice, below=1
    )
    yield _raw("duplicate-unknown-key", "x: 1\nx: 2\n", 2, "$.x", twice)
    yield _raw("thousands-of-duplicates", "x: y\n" * 4000, 2, "$.x", twice)
    for name, key, path, words in (
        ("number", "5", "$.5", "is not a field"), ("truth", "true", "$.true", "is not a field"),
        ("null", "null", "$.null", "is not a field"), ("empty", '""', "$.", "is not a field"),
        ("in-capitals", "NAME", "$.NAME", "is not a field"), ("with-space-behind", '"name "', "$.name ", "did you mean 'name'"),
        ("with-hyphen", "known-until", "$.known-until", "did you mean 'known_until'"),
        ("python-private", "__class__", "$.__class__", "is not a field"),
        ("python-init", "__init__", "$.__init__", "is not a field"),
        ("attrs-private", "__attrs_attrs__", "$.__attrs_attrs__", "is not a field"),
        ("derived-property", "span", "$.span", "is not a field"),
        ("of-another-kind", "measures", "$.measures", "is not a field"),
        ("json-path", "a.b[0]", "$.a.b[0]", "is not a field"),
    ):  # fmt: skip
        yield _acronym(f"key-{name}", f"{key}: x", words, at=path)
    yield _acronym("key-homoglyph", "n\u0430me2: x", "is not a field", at="$.n\u0430me2")
    yield _acronym(
        "key-zero-width-escaped", '"na\\u200bme": x', "forbidden character U+200B", at="$"
    )
    yield _acronym("key-bidi-escaped", '"\\u202ename": x', "forbidden character U+202E", at="$")
    yield _acronym("key-newline-escaped", '"na\\nme": x', "forbidden character U+000A", at="$")
    yield _acronym("key-of-900-letters", f"{'k' * 900}: x", "a key has 900 characters", at="$")
    yield _acronym("key-is-list", "? [a, b]\n: x", "a key must be a plain word", at="$")
    yield _acronym("key-is-mapping", "? {a: b}\n: x", "a key must be a plain word", at="$")
    yield _raw("key-list-in-flow", "{[a]: b}\n", 1, "$", "a key must be a plain word")
    yield _raw("key-without-value-in-flow", "{id, name}\n", 1, "$.id", "reads as nothing")
    yield _raw(
        "thousands-of-keys", "".join(f"k{n}: x\n" for n in range(4000)), 1, "$.k0", "is not a field"
    )


# --- characters, encodings, line ends ---------------------------------------------------------


def characters() -> Iterator[Case]:
    """Letters that cannot be seen, look like others, or turn the line round."""
    for name, letter in (
        ("zero-width-non-joiner", "\u200c"), ("zero-width-joiner", "\u200d"), ("word-joiner", "\u2060"),
        ("left-to-right-mark", "\u200e"), ("right-to-left-mark", "\u200f"),
        ("bidi-embedding", "\u202a"), ("bidi-isolate", "\u2066"), ("bidi-pop", "\u2069"),
        ("arabic-letter-mark", "\u061c"), ("mongolian-separator", "\u180e"), ("line-separator", "\u2028"),
        ("paragraph-separator", "\u2029"), ("next-line", "\x85"), ("escape", "\x1b"), ("bell", "\x07"),
        ("delete", "\x7f"), ("form-feed", "\x0c"), ("vertical-tab", "\x0b"), ("unassigned", "\u0378"),
        ("non-character", "\uffff"), ("tag-letter", "\U000e0041"), ("private-plane", "\U00100000"),
        ("interlinear", "\ufff9"),
    ):  # fmt: skip
        yield _name(f"invisible-{name}", f'"x{letter}y"', f"U+{ord(letter):04X}", at="$")
        if ord(letter) < 0x10000:
            escaped = f"\\u{ord(letter):04x}"
            yield _name(f"escaped-{name}", f'"x{escaped}y"', f"U+{ord(letter):04X}")
    for name, letter in (
        ("en", "\u2002"), ("em", "\u2003"), ("thin", "\u2009"), ("narrow-no-break", "\u202f"),
        ("ideographic", "\u3000"), ("ogham", "\u1680"),
    ):  # fmt: skip
        yield _name(f"space-{name}", f'"x{letter}y"', f"space U+{ord(letter):04X}", at="$")
    yield _name("escaped-beyond-unicode", '"\\U00110000"', "not YAML", at="$")
    yield _name("escaped-four-thousand-million", '"\\UFFFFFFFF"', "not YAML", at="$")
    yield _name("escape-unknown", '"\\q"', "not YAML", at="$")
    yield _name("tab-inside", '"x\ty"', "U+0009", at="$")
    yield _name("tab-behind", '"x"\t', "U+0009", at="$")
    yield _name("hangul-not-composed", '"\u1112\u1161\u11ab"', "NFC", at="$")
    yield _name("angstrom-sign", '"\u212b"', "NFC", at="$")
    for name, text in (
        ("cyrillic", "M\u0456ssion"), ("greek", "Miss\u03bfn"), ("armenian", "Missi\u0585n"),
        ("fullwidth", "\uff2dission"), ("arabic", "\u0645\u0627\u0644\u064a"), ("mathematical", "\U0001d40cission"),
    ):  # fmt: skip
        found = _in(M, "missions", '"United Nations Mission in Example"', "$.name", "latin-letters")
        yield found(f"look-alike-{name}", f'"{text}"', "another script")
    base = M.encode()
    yield _raw("utf-16-little", M.encode("utf-16-le"), 1, "$", "U+0000")
    yield _raw("utf-16-big", M.encode("utf-16-be"), 1, "$", "U+0000")
    yield _raw("utf-32", M.encode("utf-32"), ANYWHERE, "$", "UTF-8")
    yield _raw("utf-7-look", base.replace(b"UNEX", b"\xff\xfeUNEX"), 2, "$", "UTF-8")
    yield _raw("latin-1-late", base.replace(b"court", b"\xe9t\xe9", 1), ANYWHERE, "$", "UTF-8")
    yield _raw("windows-1252-quotes", base.replace(b'"UNEX"', b"\x93UNEX\x94"), 2, "$", "UTF-8")
    yield _raw("overlong-utf-8", base.replace(b"UNEX", b"\xc0\xaf"), 2, "$", "UTF-8")
    yield _raw("surrogate-in-utf-8", base.replace(b"UNEX", b"\xed\xa0\x80"), 2, "$", "UTF-8")
    yield _raw(
        "cut-in-a-letter", base + "note: \u20ac".encode()[:-1], M.count("\n") + 1, "$", "UTF-8"
    )
    yield _raw("line-ends-of-old-macs", base.replace(b"\n", b"\r"), 1, "$", "U+000D")
    yield _raw("line-end-doubled", base.replace(b"\n", b"\r\r\n", 1), 1, "$", "U+000D")
    yield _raw("nul-first", b"\0" + base, 1, "$", "U+0000")
    yield _raw("nul-last", base + b"\0", M.count("\n") + 1, "$", "U+0000")
    yield _raw("nothing-but-nul", b"\0" * 400_000, 1, "$", "more than 50 faults")
    yield _raw("zip-archive", b"PK\x03\x04\x14\x00\x08\x08", 1, "$", "U+0003")
    yield _raw("gzip", b"\x1f\x8b\x08\x00", 1, "$", "UTF-8")
    yield _raw(
        "byte-order-mark-inside",
        base.replace(b"UNEX", "\ufeff".encode() + b"UNEX"),
        2,
        "$",
        "U+FEFF",
    )


# --- structure and size -----------------------------------------------------------------------


def structure() -> Iterator[Case]:
    """Nesting, length, and things that are no record."""
    yield _raw(
        "deep-lists", "id: " + "[" * 5000 + "]" * 5000 + "\n", 1, "$.id" + "[0]" * 11, "levels deep"
    )
    yield _raw("deep-mappings", "{a: " * 5000 + "}" * 5000, 1, "$" + ".a" * 12, "levels deep")
    yield _raw(
        "deep-blocks",
        "".join(f"{' ' * n}a:\n" for n in range(300)),
        ANYWHERE,
        "$" + ".a" * 12,
        "levels deep",
    )
    yield _raw("deep-dashes", "- " * 5000 + "x\n", 1, "$" + "[0]" * 12, "levels deep")
    yield _raw("deep-keys", "? " * 5000 + "x\n", 1, "$", "a key must be")
    yield _raw("thirteen-levels", "a: " + "[" * 12 + "]" * 12, 1, "$.a" + "[0]" * 11, "levels deep")
    yield _raw("unclosed-lists", "id: " + "[" * 400_000, 1, "$.id" + "[0]" * 11, "levels deep")
    yield _raw("half-a-million-bytes", b"#" * 500_001, 0, "$", "at most 500000 are read")
    yield _raw(
        "ten-thousand-values",
        "l: [" + "x, " * 10_001 + "]",
        1,
        "$.l[9998]",
        "more than 10000 values",
    )
    yield _raw(
        "ten-thousand-numbers",
        "aliases: [" + "5, " * 9000 + "]",
        1,
        "$.aliases[0]",
        "should be text",
    )
    yield _raw("four-hundred-thousand-lines", "\n" * 400_000, ANYWHERE, "$", "empty")
    yield _raw("four-hundred-thousand-quotes", '"' * 400_000, ANYWHERE, "$", "not YAML")
    yield _raw("comments-only", "# x\n" * 100_000, ANYWHERE, "$", "empty")
    yield _name("text-of-100000", f'"{"x" * 100_000}"', "has 100000 characters")
    yield _name("spaces-of-9000", f'"x{" " * 9000}y"', "stray spaces")
    yield _name("digits-of-9000", "9" * 9000, "quote it")
    yield _name("times-of-9000", "1" + ":00" * 3000, "reads as int")
    yield _kind("word-of-9000", "kind: " + "peacekeeping" * 750, "is no value of MissionKind")
    yield _date("date-of-9000", f'established: "{"2" * 9000}"', "is not a date")
    yield _raw("text-instead-of-record", "just text\n", 1, "$", "should be a mapping")
    yield _raw("number-instead-of-record", "5\n", 1, "$", "should be a mapping")
    yield _raw("truth-instead-of-record", "true\n", 1, "$", "should be a mapping")
    yield _raw("list-of-records", f"- {M.partition(chr(10))[0]}\n", 1, "$", "should be a mapping")
    yield _raw("json-lines", '{"id": "a"}\n{"id": "b"}\n', ANYWHERE, "$", "not YAML")
    yield _raw("csv", "id,name\nun-x,X\n", 1, "$", "several lines")
    yield _raw("toml", 'id = "un-x"\n', 1, "$", "should be a mapping")
    yield _raw("html", "<!doctype html>\n<title>x</title>\n", 1, "$", "several lines")
    yield _raw("python", "import os\nos.system('true')\n", 1, "$", "several lines")
    yield _raw(
        "merge-conflict",
        "<<<<<<< HEAD\nid: a\n=======\nid: b\n>>>>>>> other\n",
        ANYWHERE,
        "$",
        "not YAML",
    )
    yield _raw("unclosed-brace", "{id: x\n", ANYWHERE, "$", "not YAML")
    yield _raw("closed-twice", "{id: x}}\n", ANYWHERE, "$", "not YAML")
    yield _raw("indented-wrongly", "id: x\n name: y\n", ANYWHERE, "$", "not YAML")
    yield _raw("dedented-wrongly", "a:\n    b: x\n  c: y\n", ANYWHERE, "$", "not YAML")
    yield _raw("colon-without-space", "id:x\n", 1, "$", "should be a mapping")
    yield _raw("reserved-at-sign", "id: @x\n", ANYWHERE, "$", "not YAML")
    yield _raw("reserved-backtick", "id: `x`\n", ANYWHERE, "$", "not YAML")
    yield _raw("percent-value", "id: %x\n", ANYWHERE, "$", "not YAML")
    yield _name("block-text-keep", "|+\n  x", "block text")
    yield _name("block-text-strip", ">-\n  x", "block text")
    yield _name("quoted-over-lines", '"x\n  y"', "several lines")
    yield _name("single-quoted-over-lines", "'x\n  y'", "several lines")
    yield _name("line-continued", '"x\\\n  y"', "several lines")
    yield _name("comment-behind-plain", "Mission # 5", "comment stands behind")
    yield _places("comment-behind-flow-item", "places: [ML # Mali\n  ]", "comment stands behind")


# --- dates and spans --------------------------------------------------------------------------


def dates() -> Iterator[Case]:
    """What looks like a date and is none, or is one in another calendar, script or standard."""
    for name, text, words in (
        ("february-30", "2013-02-30", "has no day 30"), ("february-29", "2013-02-29", "has no day 29"),
        ("february-29-of-1900", "1900-02-29", "has no day 29"), ("april-31", "2013-04-31", "has no day 31"),
        ("day-32", "2013-01-32", "has no day 32"), ("day-0", "2013-01-00", "has no day 00"),
        ("month-13", "2013-13", "month 13"), ("month-0", "2013-00", "month 0"), ("season", "2013-21", "month 21"),
        ("month-13-day", "2013-13-01", "month 13"), ("year-0", "0000", "year 0"), ("year-0-day", "0000-01-01", "year 0"),
        ("year-10000", "10000", "is not a date"), ("year-with-y", "Y17E7", "is not a date"),
        ("negative-year", "-0044", "is not a date"), ("two-digit-year", "13-04-25", "is not a date"),
        ("one-digit-day", "2013-04-5", "is not a date"), ("slashes", "2013/04/25", "is not a date"),
        ("dots", "25.04.2013", "is not a date"), ("american", "04/25/2013", "is not a date"),
        ("words", "April 2013", "is not a date"), ("basic-month", "201304", "is not a date"),
        ("ordinal-day", "2013-115", "is not a date"), ("week", "2013-W17", "is not a date"),
        ("moment", "2013-04-25T00:00:00Z", "is not a date"), ("edtf-interval", "2013/2014", "is not a date"),
        ("edtf-open", "2013/..", "is not a date"), ("edtf-unknown-end", "2013-04/", "is not a date"),
        ("edtf-unspecified", "201X", "is not a date"), ("edtf-unspecified-day", "2013-04-XX", "is not a date"),
        ("edtf-set", "[2013,2014]", "is not a date"), ("edtf-qualified-part", "2013-~04", "is not a date"),
        ("edtf-two-marks", "2013~?", "is not a date"), ("edtf-decade", "201", "is not a date"),
        ("edtf-exponent", "Y1E3", "is not a date"), ("edtf-significant", "2013S2", "is not a date"),
        ("arabic-digits", "\u0662\u0660\u0661\u0663", "is not a date"),
        ("persian-digits", "\u06f2\u06f0\u06f1\u06f3", "is not a date"),
        ("fullwidth-digits", "\uff12\uff10\uff11\uff13", "is not a date"),
        ("devanagari-digits", "\u0968\u0966\u0967\u0969-\u0966\u096a", "is not a date"),
        ("hangul", "2013\ub144 4\uc6d4", "is not a date"), ("chinese", "2013\u5e744\u6708", "is not a date"),
        ("en-dashes", "2013\u201304\u201325", "is not a date"), ("minus-signs", "2013\u221204", "is not a date"),
        ("today", "today", "is not a date"), ("unknown", "unknown", "is not a date"), ("ongoing", "ongoing", "is not a date"),
        ("far-future-default", "9999-99-99", "month 99"), ("space-inside", "2013 04", "is not a date"),
        ("mark-first", "~2013", "is not a date"), ("roman", "MMXIII", "is not a date"),
    ):  # fmt: skip
        yield _date(f"date-{name}", f'established: "{text}"', words)
    yield _date("date-list", 'established: ["2013"]', "in quotes")
    yield _date("date-mapping", "established: {year: 2013}", "in quotes")
    cannot, ends = "cannot end", "either an end or an open_end"
    for name, text, words in (
        ("reversed-years", '{start: "2014", end: "2013"}', cannot),
        ("reversed-months", '{start: "2014-02", end: "2014-01"}', cannot),
        ("reversed-days", '{start: "2014-02-02", end: "2014-02-01"}', cannot),
        ("year-before-its-day", '{start: "2014-02-02", end: "2013"}', cannot),
        ("reversed-in-doubt", '{start: "2014~", end: "2013?"}', cannot),
        ("empty", "{}", ends), ("start-only", '{start: "2013"}', ends), ("end-and-reason", '{end: "2013", open_end: ongoing}', ends),
    ):  # fmt: skip
        yield _span(f"span-{name}", text, words)
    for name, word in (
        ("in-capitals", "ONGOING"), ("today", "today"), ("infinity", "..."), ("present", "present"),
        ("until-now", "now"), ("with-space", '"ongoing "'),
    ):  # fmt: skip
        yield _span(
            f"open-end-{name}",
            f'{{start: "2013", open_end: {word}}}',
            "is not an open end",
            at="$.mandates[0].in_force.open_end",
        )
    yield _span("span-as-edtf", '"2013-07-01/2014-06-30"', "should be a mapping")
    yield _span("span-as-list", '["2013-07-01", "2014-06-30"]', "should be a mapping")
    yield _span(
        "span-with-until",
        '{start: "2013", until: "2014"}',
        "is not a field of Span",
        at="$.mandates[0].in_force.until",
    )


# --- numbers, truths, vocabularies ------------------------------------------------------------


def numbers_and_terms() -> Iterator[Case]:
    """Numbers that are none or too large; words near a vocabulary."""
    for name, word, words in (
        ("float", "11200.0", "reads as float"), ("exponent", "1.12e+4", "reads as float"), ("comma", '"11,200"', "whole number"),
        ("points", '"11.200"', "whole number"), ("unit", '"11200 troops"', "whole number"), ("minus-one", "-1", "outside"),
        ("ten-to-16", "1" + "0" * 16, "outside"), ("ten-to-17", "1" + "0" * 17, "outside"), ("ten-to-18", "1" + "0" * 18, "reads as int"),
        ("digits-6000", "1" * 6000, "reads as int"), ("not-a-number", ".nan", "reads as float"), ("infinity", ".inf", "reads as float"),
        ("leading-zero", "007", "reads as int"), ("plus-sign", "+5", "reads as int"), ("underscored", "11_200", "reads as int"),
        ("truth", "true", "whole number"), ("list", "[5]", "whole number"), ("mapping", "{n: 5}", "whole number"),
        ("arabic", '"\u0661\u0661\u0662\u0660\u0660"', "whole number"), ("minus-zero-float", "-0.0", "reads as float"),
    ):  # fmt: skip
        yield _military(f"number-{name}", f"military: {word}", words)
    for name, word in (
        ("one", "1"), ("zero", "0"), ("text-true", '"true"'), ("letter", "t"), ("list", "[true]"),
    ):  # fmt: skip
        yield _explicit(
            f"truth-{name}", f"explicit: {word}", "should be true or false without quotes"
        )
    for name, word in (("yes", "yes"), ("on", "on"), ("capital", "True"), ("nothing", "~")):
        yield _explicit(f"truth-as-{name}", f"explicit: {word}", "reads as")
    for name, word, words in (
        ("plural", "peacekeepings", "did you mean peacekeeping"), ("underscore", "special_political", "did you mean special-political"),
        ("one-letter-off", "peacekeping", "did you mean peacekeeping"), ("label", '"Special political mission"', "did you mean special-political"),
        ("enum-name", "SPECIAL_POLITICAL", "is no value of MissionKind"), ("class-and-name", "MissionKind.PEACEKEEPING", "is no value of MissionKind"),
        ("space-behind", '"peacekeeping "', "did you mean peacekeeping"), ("cyrillic-letter", '"peac\u0435keeping"', "did you mean peacekeeping"),
        ("number", "5", "should be a code"), ("list", "[peacekeeping]", "should be a code"), ("mapping", "{code: peacekeeping}", "should be a code"),
        ("truth", "true", "should be a code"), ("empty", '""', "is no value of MissionKind"),
    ):  # fmt: skip
        yield _kind(f"term-{name}", f"kind: {word}", words)
    for name, word, words in (
        ("empty-item", '[""]', "is empty"), ("space-item", '[" "]', "is empty"), ("space-behind", '["ML "]', "stray spaces"),
        ("nested-list", '[["ML"]]', "should be text, is a list"), ("mapping-item", "[{id: ML}]", "should be text, is a mapping"),
        ("placeholder-item", '["..."]', "placeholder"),
    ):  # fmt: skip
        yield _places(f"item-{name}", f"places: {word}", words)


# --- every class: unknown keys, missing fields, wrong values ----------------------------------

_BAD_TEXT = cycle(
    (("a number", "5", "should be text"), ("a truth", "true", "should be text"), ("a list", '["x"]', "should be text"),
     ("a mapping", "{a: b}", "should be text"), ("empty text", '""', "is empty"), ("two spaces", '"a  b"', "stray spaces"),
     ("the placeholder", '"..."', "placeholder"), ("a space before", '" a"', "stray spaces"))
)  # fmt: skip
_BAD_DATE = cycle(
    (("30 February", '"2013-02-30"', "has no day"), ("a number", "2013", "in quotes"), ("month 13", '"2013-13"', "month 13"),
     ("words", '"in 2013"', "is not a date"), ("an interval", '"2013/2014"', "is not a date"), ("year 0", '"0000"', "year 0"))
)  # fmt: skip
_BAD_LIST = cycle(
    (("text", '"x"', "should be a list"), ("a mapping", "{a: b}", "should be a list"), ("a number", "5", "should be a list"))
)  # fmt: skip
_BAD_RECORD = cycle(
    (("text", '"x"', "should be a mapping"), ("a list", "[a]", "should be a mapping"), ("a number", "5", "should be a mapping"))
)  # fmt: skip
_BAD_NUMBER = cycle(
    (("text", '"5"', "whole number"), ("below zero", "-5", "outside"), ("a truth", "false", "whole number"))
)  # fmt: skip
_BAD_TRUTH = cycle((("text", '"no"', "true or false"), ("a number", "1", "true or false")))


def _bad(kind: Any) -> tuple[str, str, str]:
    """Choose a wrong value for a type: what it is, how it is written, what is said of it."""
    if get_origin(kind) is tuple:
        return next(_BAD_LIST)
    if kind is str:
        return next(_BAD_TEXT)
    if kind is bool:
        return next(_BAD_TRUTH)
    if kind is int:
        return next(_BAD_NUMBER)
    if kind is Date:
        return next(_BAD_DATE)
    if kind is OpenEnd:
        return "another word", "open", "is not an open end"
    if issubclass(kind, Term):
        code = next(iter(kind)).code
        return (
            "a code misspelt",
            f"{code}x",
            f"did you mean {code}" if len(code) > 2 else "is no value",
        )
    return next(_BAD_RECORD)


def _bare(kind: Any) -> Any:
    """Take ``| None`` off a type."""
    if get_origin(kind) is tuple:
        return kind
    found = [item for item in get_args(kind) if item is not type(None)]
    return found[0] if found else kind


def _good(kind: Any) -> Any:
    """Make a right value of a type, as plain data."""
    kind = _bare(kind)
    if get_origin(kind) is tuple:
        return [_good(get_args(kind)[0])]
    if kind is Span:
        return {"start": "2013", "end": "2014"}
    for plain, value in ((str, "words"), (bool, True), (int, 5), (Date, "2013-04-25")):
        if kind is plain:
            return value
    if issubclass(kind, (Term, OpenEnd)):
        return next(iter(kind)).value
    resolved = attrs.resolve_types(kind)
    return {field.name: _good(field.type) for field in attrs.fields(resolved)}


class _Writer:
    """Writes plain data as block YAML, and remembers the line of every path."""

    def __init__(self, value: dict[str, Any], instead: tuple[str, str] | None) -> None:
        self.lines: list[str] = []
        self.line_of: dict[str, int] = {}
        self.instead = instead
        self._mapping(value, "$", "")

    def text(self) -> bytes:
        return "".join(f"{line}\n" for line in self.lines).encode()

    def _mapping(self, value: dict[str, Any], path: str, pad: str) -> None:
        for key, item in value.items():
            self._item(f"{pad}{key}:", item, f"{path}.{key}", pad + "  ")

    def _item(self, head: str, item: Any, path: str, pad: str) -> None:
        self.line_of[path] = len(self.lines) + 1
        if self.instead is not None and path == self.instead[0]:
            self.lines.append(f"{head} {self.instead[1]}")
        elif isinstance(item, dict):
            self.lines.append(head)
            self._mapping(item, path, pad)
        elif isinstance(item, list) and item and isinstance(item[0], dict):
            self.lines.append(head)
            for index, inner in enumerate(item):
                self.lines.append(f"{pad}-")
                self.line_of[f"{path}[{index}]"] = len(self.lines) + 1
                self._mapping(inner, f"{path}[{index}]", pad + "  ")
        else:
            self.lines.append(f"{head} {json.dumps(item)}")


def _classes() -> Iterator[tuple[str, type, str]]:
    """Every class of record once: the kind of file it is found in, the class, its path."""
    seen: set[type] = set()
    for kind, name in KINDS.items():
        waiting = [(record_class(name), "$")]
        while waiting:
            cls, path = waiting.pop(0)
            if cls in seen:
                continue
            seen.add(cls)
            yield kind, cls, path
            for field in attrs.fields(attrs.resolve_types(cls)):
                inner = _bare(field.type)
                index = ""
                if get_origin(inner) is tuple:
                    inner, index = get_args(inner)[0], "[0]"
                if attrs.has(inner) and inner is not Date:
                    waiting.append((inner, f"{path}.{field.name}{index}"))


def _at_path(value: Any, path: str) -> Any:
    for part in path.replace("[0]", ".0").split(".")[1:]:
        value = value[int(part) if part == "0" else part]
    return value


_DERIVED = {"id", "document"}
"""Fields that may be left out where they follow from others."""


def every_class() -> Iterator[Case]:
    """For every class: a key it does not have, each needed field missing, each field wrong."""
    for kind, cls, path in _classes():
        whole = record_class(KINDS[kind])
        name = cls.__name__
        good = _good(whole)
        odd = f"{path}.colour"
        _at_path(good, path)["colour"] = "red"
        writer = _Writer(good, None)
        yield Case(
            f"{name}-unknown-key",
            kind,
            writer.text(),
            writer.line_of[odd],
            odd,
            f"is not a field of {name}",
        )
        for field in attrs.fields(attrs.resolve_types(cls)):
            where = f"{path}.{field.name}"
            if field.default is attrs.NOTHING and not (path != "$" and field.name in _DERIVED):
                good = _good(whole)
                del _at_path(good, path)[field.name]
                writer = _Writer(good, None)
                line = writer.line_of.get(path, 1)
                yield Case(
                    f"{name}-without-{field.name}", kind, writer.text(), line, where, "is missing"
                )
            if cls is Span and field.name == "open_end":
                continue  # a span with an end has none; the family of dates tries it
            what, text, words = _bad(_bare(field.type))
            writer = _Writer(_good(whole), (where, text))
            yield Case(
                f"{name}-{field.name}-is-{what.replace(' ', '-')}", kind, writer.text(), writer.line_of[where], where, words
            )  # fmt: skip


# --- what only a rule can tell ----------------------------------------------------------------


def against_rules() -> Iterator[Case]:
    """Files of the right form whose content is hostile: the rules name file, line and path."""
    quote = _in(
        M,
        "missions",
        '"illicit trafficking of small arms"',
        "$.mandates[0].tasks[0].quote",
        "quote-length",
    )
    yield quote("quote-of-41-words", f'"{" ".join(["word"] * 41)}"', "has 41 words")
    yield quote("quote-of-2000-words", f'"{" ".join(["word"] * 2000)}"', "has 2000 words")
    yield quote(
        "quote-of-41-words-with-omission",
        f'"{" ".join(["w"] * 20)} [...] {" ".join(["w"] * 21)}"',
        "has 41 words",
    )
    key = _in(M, "missions", "id: un-example", "$.id", "id-form")
    for name, text in (
        ("traversal", "../../etc/passwd"), ("absolute", "/etc/passwd"), ("drive", "C:\\\\windows"), ("parent", ".."),
        ("dot", "."), ("capitals", "UN-Example"), ("underscore", "un_example"), ("two-hyphens", "un--example"),
        ("hyphen-first", "-un-example"), ("hyphen-last", "un-example-"), ("space", "un example"), ("dot-yaml", "un-example.yaml"),
        ("markup", "<script>alert(1)</script>"), ("formula", "=cmd|' /C calc'!A0"), ("sql", "x'; DROP TABLE missions; --"),
        ("home", "~root"), ("address", "http://example.org"), ("percent", "un%2fexample"), ("accent", "un-ex\u00e9mple"),
        ("homoglyph", "un-ex\u0430mple"), ("arabic-digit", "un-example-\u0661"),
    ):  # fmt: skip
        yield key(f"id-{name}", f'id: "{text}"', "is not lower-case words")
    symbol = _in(samples.RESOLUTION, "documents", '"S/RES/2100 (2013)"', "$.id", "symbol-canonical")
    for name, text, words in (
        ("wrong-year", "S/RES/2100 (2014)", "was adopted in 2013"), ("no-year", "S/RES/2100", "should be written"),
        ("small", "s/res/2100 (2013)", "should be written"), ("spelt-out", "UNSCR 2100 (2013)", "should be written"),
        ("zero", "S/RES/0 (1946)", "they begin at 1"), ("far", "S/RES/99999 (2013)", "cannot be"), ("words", "Resolution on Mali", "no known symbol"),
        ("arabic-digits", "S/RES/\u0662\u0661\u0660\u0660 (2013)", "no known symbol"), ("no-space", "S/RES/2100(2013)", "should be written"),
        ("with-paragraph", "S/RES/2100 (2013) para. 7", "no known symbol"), ("path", "S/RES/../../x", "no known symbol"),
        ("two", "S/RES/2100 (2013) and S/RES/2101 (2013)", "no known symbol"), ("long", "S/RES/" + "1" * 200, "no symbol is that long"),
        ("bad-roman", "PSC/PR/COMM.(ABC)", "no known symbol"),
    ):  # fmt: skip
        yield symbol(f"symbol-{name}", f'"{text}"', words)
    url = _in(samples.PAGE, "documents", '"https://example.org/about"', "$.url", "url")
    for name, text in (
        ("javascript", "javascript:alert(1)"), ("data", "data:text/html,x"), ("file", "file:///etc/passwd"), ("quote", "https://x.org/'\\\">"),
        ("markup", "https://x.org/<script>"), ("space", "https://x.org/a b"), ("relative", "//x.org"), ("ftp", "ftp://x.org"),
    ):  # fmt: skip
        yield url(f"address-{name}", f'"{text}"', "is no http address")
    code = _in(samples.PLACES[0], "places", 'value: "466"', "$.codes[1]", "place-codes")
    for name, text in (
        ("zeros-lost", "4"),
        ("small", "ml"),
        ("arabic", "\u0664\u0666\u0666"),
        ("spaced", "4 6 6"),
        ("long", "0466"),
    ):
        yield code(f"code-{name}", f'value: "{text}"', "is no")
    money = _in(
        samples.PROJECT, "projects", 'currency: "NOK"', "$.donors[0].currency", "donor-amount"
    )
    for name, text in (
        ("sign", "\u20ac"),
        ("small", "nok"),
        ("name", "Norwegian krone"),
        ("formula", "=1+1"),
    ):
        yield money(f"currency-{name}", f'currency: "{text}"', "is no ISO 4217 code")
    before = _in(M, "missions", 'ended: "2015-06-30"', "$.ended", "dates-in-order")
    yield before("ended-before-start", 'ended: "2013-05-01"', "lies before started")


def cases() -> list[Case]:
    """All made cases."""
    families = (
        implicit_types, tags_and_aliases, keys, characters, structure, dates, numbers_and_terms,
        every_class, against_rules,
    )  # fmt: skip
    return [case for family in families for case in family()]
