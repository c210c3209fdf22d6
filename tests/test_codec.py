"""YAML, JSON and rows: what goes in comes out, and nothing is coerced."""

from __future__ import annotations

import json
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import samples
from peaceops import codec, rows
from peaceops.errors import DataError
from peaceops.kinds import KINDS, record_class
from strategies import missions

RECORDS = [
    pytest.param(kind, record, id=record.id)
    for kind, table in samples.records().items()
    for record in table.values()
]


@pytest.mark.parametrize(("kind", "record"), RECORDS)
def test_yaml_round_trip(kind: str, record: Any) -> None:
    """A record written as YAML and read again is equal, and is written the same again."""
    text = codec.to_yaml(record)
    again = codec.read_yaml(kind, text.encode(), "x.yaml")
    assert again == record
    assert codec.to_yaml(again) == text


@pytest.mark.parametrize(("kind", "record"), RECORDS)
def test_json_round_trip(kind: str, record: Any) -> None:
    assert codec.read_json(kind, codec.to_json(record), "x.json") == record


@pytest.mark.parametrize(("kind", "record"), RECORDS)
def test_row_round_trip(kind: str, record: Any) -> None:
    """The compiled form gives the same record, without any help from the converter."""
    decode = rows._decoder(rows.schema_of(kind), KINDS[kind])
    again = decode(json.loads(rows.line_of(record)))
    assert again == record
    assert hash(again) == hash(record)
    assert rows.line_of(again) == rows.line_of(record)


@given(missions())
def test_any_mission_survives_every_form(mission: Any) -> None:
    text = codec.to_json(mission)
    try:
        assert codec.read_json("missions", text, "x") == mission
    except DataError as error:  # names made of spaces only are refused, and nothing else
        assert {fault.path for fault in error.faults} == {"$.name"}
    decode = rows._decoder(rows.schema_of("missions"), "Mission")
    assert decode(json.loads(rows.line_of(mission))) == mission


def test_derived_fields_are_filled_in_and_left_out() -> None:
    """Ids of mandates, tasks and measures follow from their owner; YAML does not repeat them."""
    mission = samples.records()["missions"]["un-example"]
    assert mission.mandates[0].id == "un-example/s-res-2100-2013"
    assert [task.id for task in mission.mandates[0].tasks] == [
        "un-example/s-res-2100-2013/28/weapons-management",
        "un-example/s-res-2100-2013/16-b/elections",
    ]
    assert mission.mandates[0].tasks[0].document == "S/RES/2100 (2013)"
    assert mission.mandates[0].personnel.document == "S/RES/2100 (2013)"
    assert mission.reported_tasks[0].id == "un-example/text/justice-support"
    regime = samples.records()["regimes"]["un-example-2017"]
    assert regime.measures[0].id == "un-example-2017/arms-embargo"
    assert regime.monitoring[0].mandates[0].id == "un-example-2017/panel/s-res-2100-2013"
    assert "/arms-embargo" not in codec.to_yaml(regime)


def test_two_tasks_in_one_paragraph_get_two_ids() -> None:
    text = samples.MISSION.replace('at: "16 (b)"', 'at: "28"').replace(
        "activity: elections", "activity: weapons-management"
    )
    mission = codec.read_yaml("missions", text.encode(), "x.yaml")
    assert [task.id.rpartition("/")[2] for task in mission.mandates[0].tasks] == [
        "weapons-management",
        "weapons-management-2",
    ]


WRONG: dict[type, list[Any]] = {
    str: [None, True, 5, 1.5, [], {}, ""],
    int: [None, True, "5", 1.5, [], {}, -1],
    bool: [None, "true", 1, 0, [], {}],
    tuple: [None, True, 5, "ab", {}],
    dict: [None, True, 5, "ab", []],
}


def _wrong_values(value: Any) -> list[Any]:
    for kind in (bool, str, int):
        if type(value) is kind:
            return WRONG[kind]
    return WRONG[tuple] if isinstance(value, list) else WRONG[dict]


def _places(value: Any) -> list[tuple[Any, Any, Any]]:
    """Every (container, key, value) inside plain data."""
    found: list[tuple[Any, Any, Any]] = []
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in list(items):
        found.append((value, key, item))
        if isinstance(item, (dict, list)):
            found.extend(_places(item))
    return found


@pytest.mark.parametrize(("kind", "record"), RECORDS)
def test_no_wrong_type_is_ever_coerced(kind: str, record: Any) -> None:
    """For each field and each wrong JSON type the reader raises; null counts as absent."""
    plain = codec.to_plain(record)
    tried = 0
    for container, key, value in _places(plain):
        for wrong in _wrong_values(value):
            if wrong is None and not _required(kind, container, key):
                continue
            container[key] = wrong
            with pytest.raises(DataError):
                codec.structure(kind, plain)
            tried += 1
        container[key] = value
    assert codec.structure(kind, plain) == record
    assert tried > 20


def _required(kind: str, container: Any, key: Any) -> bool:
    """Whether null is certainly wrong: items of lists, and required fields of the record."""
    if isinstance(container, list):
        return True
    fields = attrs.fields_dict(record_class(KINDS[kind]))
    return (
        key in fields
        and "id" in container
        and fields[key].default is attrs.NOTHING
        and (container.get("id", "").count("/") == 0)
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is not JSON"),
        ("{", "is not JSON"),
        ("[]", "should be a mapping"),
        ('{"id": "a", "id": "b"}', "stands twice"),
        ('{"id": NaN}', "NaN is not a value"),
        ('{"id": 1.5}', "no fractions"),
        ('{"id": 1e999}', "no fractions"),
        ("[" * 100_000, "is not JSON"),
        ('{"id": "\\ud800"}', "forbidden character"),
    ],
)
def test_bad_json_is_refused(text: str, words: str) -> None:
    with pytest.raises(DataError, match=words):
        codec.read_json("places", text, "x.json")


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    """Nothing but our own error ever comes out of the reader."""
    try:
        codec.read_yaml("places", content, "x.yaml")
    except DataError as error:
        assert error.faults


_YAML_LIKE = st.text("id:name -[]{}\"'&*!%@|>#\n\t?,.~0ab", max_size=80)


@given(_YAML_LIKE)
def test_anything_like_yaml_is_read_or_refused(text: str) -> None:
    try:
        codec.read_yaml("places", text.encode(), "x.yaml")
    except DataError as error:
        assert all(fault.file == "x.yaml" for fault in error.faults)


def test_writing_refuses_what_reading_would_refuse() -> None:
    from peaceops import _yaml

    for value in ({"a": None}, {"a": 1.5}, {"a": [[{"b": "c"}]]}, {"a": [{"b": "c" * 200}, 5.0]}):
        with pytest.raises(TypeError):
            _yaml.dump(value)


def test_canonical_layout() -> None:
    """Codes plain, text quoted, short mappings on one line, long ones as a block."""
    from peaceops import _yaml

    text = _yaml.dump(
        {
            "id": "un-x",
            "name": "No",
            "code": "no",
            "number": 5,
            "truth": False,
            "empty": [],
            "span": {"start": "2013", "end": "2014"},
            "long": {"a": "x" * 60, "b": "y" * 60},
            "deep": {"a": {"b": "c"}},
            "items": [{"a": "b"}, {"a": "x" * 120, "b": [{"c": "d"}]}],
        }
    )
    assert text == (
        'id: un-x\nname: "No"\ncode: "no"\nnumber: 5\ntruth: false\nempty: []\n'
        'span: {start: "2013", end: "2014"}\n'
        f"long:\n  a: {'x' * 60}\n  b: {'y' * 60}\n"
        "deep:\n  a: {b: c}\n"
        f"items:\n  - {{a: b}}\n  - a: {'x' * 120}\n    b:\n      - {{c: d}}\n"
    )
