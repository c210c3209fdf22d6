"""YAML, JSON and rows: what goes in comes out, and nothing is coerced."""

from __future__ import annotations

import json
import re
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


# --- the edges --------------------------------------------------------------------------------


def test_numbers_up_to_the_limit() -> None:
    """Zero and 10**15 are read, the numbers next to them are not."""
    plain = codec.to_plain(samples.records()["projects"]["unodc-example"])
    for amount in (0, 10**15):
        plain["donors"][0]["amount"] = amount
        assert codec.structure("projects", plain).donors[0].amount == amount
    for amount, words in (
        (-1, "-1 is outside 0 to 1000000000000000"),
        (10**15 + 1, "1000000000000001 is outside"),
        (10**30 - 1, "9" * 30 + " is outside"),
        (10**30, "a huge number is outside"),
        (10**30 + 1, "a huge number is outside"),
        (-(10**30), "a huge number is outside"),
    ):
        plain["donors"][0]["amount"] = amount
        with pytest.raises(DataError, match=words):
            codec.structure("projects", plain)


@pytest.mark.parametrize(
    ("text", "line", "path"),
    [
        ("{", 1, "$"),
        ("[]", 1, "$"),
        ('{"id": 5}', 1, "$.id"),
        (" " * 500_001, 0, "$"),
    ],
)
def test_faults_of_json_have_a_place(text: str, line: int, path: str) -> None:
    with pytest.raises(DataError) as refused:
        codec.read_json("places", text, "x.json")
    places = [(fault.file, fault.line, fault.path) for fault in refused.value.faults]
    assert ("x.json", line, path) in places


def test_json_up_to_the_limit_is_read() -> None:
    text = codec.to_json(samples.records()["places"]["ML"])
    assert codec.read_json("places", text + " " * (500_000 - len(text)), "x").id == "ML"


@pytest.mark.parametrize("value", [5, {"id": 5}])
def test_faults_of_plain_values_have_a_path_and_no_file(value: object) -> None:
    with pytest.raises(DataError) as refused:
        codec.structure("places", value)
    assert {(fault.file, fault.line) for fault in refused.value.faults} == {("", 0)}


def test_no_more_faults_than_a_person_reads() -> None:
    """Of a list, of a record and of unknown keys, at most fifty are shown."""
    plain: dict[str, Any] = codec.to_plain(samples.records()["places"]["ML"])
    for changes in ({"aliases": [5] * 200}, {f"k{number}": 1 for number in range(200)}):
        with pytest.raises(DataError) as refused:
            codec.structure("places", {**plain, **changes})
        assert len(refused.value.faults) == 50
    with pytest.raises(DataError) as refused:
        codec.structure("places", {**plain, "aliases": [5, "x", 6]})
    assert [fault.path for fault in refused.value.faults] == ["$.aliases[0]", "$.aliases[2]"]


@pytest.mark.parametrize("other", ["page-about", "A/RES/55/25"])
def test_what_follows_from_the_mandate_is_left_out(other: str) -> None:
    """A task or ceiling of another document than its mandate's says so, and keeps it."""
    text = samples.MISSION.replace(
        "      - activity: elections\n",
        f'      - activity: elections\n        document: "{other}"\n',
    ).replace('at: "12"}', f'at: "12", document: "{other}"}}')
    mission = codec.read_yaml("missions", text.encode(), "x.yaml")
    assert [task.document for task in mission.mandates[0].tasks] == ["S/RES/2100 (2013)", other]
    assert mission.mandates[0].personnel.document == other
    written = codec.to_yaml(mission)
    assert codec.read_yaml("missions", written.encode(), "x.yaml") == mission
    plain = f"document: {other}" if other.islower() else f'document: "{other}"'
    assert written.count(plain) == samples.MISSION.count(plain) + 2
    assert "\n      - id:" not in written


@pytest.mark.parametrize("kind", KINDS)
def test_plain_values_leave_out_what_holds_its_default(kind: str) -> None:
    for record in samples.records()[kind].values():
        plain = codec.to_plain(record)
        for attribute in attrs.fields(type(record)):
            given = attribute.default is attrs.NOTHING
            given = given or getattr(record, attribute.name) != attribute.default
            assert (attribute.name in plain) is given, attribute.name


def test_ids_that_are_given_stay() -> None:
    """An id written out is kept; one that names the owner already is not doubled."""
    plain = codec.to_plain(samples.records()["regimes"]["un-example-2017"])
    assert codec.structure("regimes", plain).measures[0].id == "un-example-2017/arms-embargo"
    plain["measures"][0]["id"] = "arms-embargo"
    assert codec.structure("regimes", plain).measures[0].id == "un-example-2017/arms-embargo"
    for wrong in (" ", ""):
        plain["measures"][0]["id"] = wrong
        with pytest.raises(DataError, match=r"measures\[0\]\.id: is empty"):
            codec.structure("regimes", plain)


def test_several_tasks_of_one_name_are_numbered() -> None:
    plain = {
        "id": "un-x", "name": "x",
        "tasks": [
            {"activity": "elections", "modality": "assist", "strength": "reported", "document": "page-a"}
        ] * 3,
    }  # fmt: skip
    assert [task.id for task in codec.structure("projects", plain).tasks] == [
        "un-x/page-a/elections", "un-x/page-a/elections-2", "un-x/page-a/elections-3",
    ]  # fmt: skip


def test_tasks_of_regimes_and_projects_are_not_those_of_missions() -> None:
    """Each kind completes its own parts; what it does not have is refused, not completed."""
    task = {"activity": "elections", "modality": "assist", "strength": "reported", "document": "a"}
    for kind, names in (
        ("missions", ("reported_tasks",)), ("regimes", ("tasks",)), ("projects", ("tasks",)),
    ):  # fmt: skip
        for name in names:
            plain = codec.to_plain(next(iter(samples.records()[kind].values())))
            record = codec.structure(kind, {**plain, name: [task]})
            assert getattr(record, name)[0].id == f"{record.id}/a/elections"


def test_json_is_indented_by_two() -> None:
    record = samples.records()["places"]["NO"]
    assert codec.to_json(record).startswith('{\n  "id": "NO",\n  "name"')
    assert codec.to_json(record, indent=None).startswith('{"id": "NO", "name"')


@pytest.mark.parametrize(
    ("key", "words"),
    [("nam", "is not a field of Place; did you mean 'name'?"), ("zzz", "known fields: id, name, ")],
)
def test_an_unknown_key_is_told_what_is_near(key: str, words: str) -> None:
    plain = codec.to_plain(samples.records()["places"]["NO"])
    with pytest.raises(DataError, match=rf"\$\.{key}: .*{re.escape(words)}"):
        codec.structure("places", {**plain, key: "x"})


@pytest.mark.parametrize("name", ["!", "(x)", "..", "....", "/x"])
def test_only_the_placeholder_is_a_placeholder(name: str) -> None:
    plain = codec.to_plain(samples.records()["places"]["NO"])
    assert codec.structure("places", {**plain, "name": name}).name == name
    with pytest.raises(DataError, match="placeholder"):
        codec.structure("places", {**plain, "name": "..."})


def test_texts_up_to_the_limit() -> None:
    plain = codec.to_plain(samples.records()["places"]["NO"])
    for length in (9_999, 10_000):
        assert len(codec.structure("places", {**plain, "name": "x" * length}).name) == length
    for length in (10_001, 10_002):
        with pytest.raises(DataError, match=f"has {length} characters; at most 10000"):
            codec.structure("places", {**plain, "name": "x" * length})


@pytest.mark.parametrize("name", [" x", "x ", "x  y"])
def test_stray_spaces_are_refused_wherever_they_are(name: str) -> None:
    plain = codec.to_plain(samples.records()["places"]["NO"])
    with pytest.raises(DataError, match="stray spaces"):
        codec.structure("places", {**plain, "name": name})


@pytest.mark.parametrize("value", ["x", 5, ["ongoing"]])
def test_an_open_end_is_one_of_three(value: object) -> None:
    plain = codec.to_plain(samples.records()["missions"]["un-before"])
    with pytest.raises(DataError, match="is not an open end; one of: ongoing, ended, unknown"):
        codec.structure("missions", {**plain, "open_end": value})


@pytest.mark.parametrize(("kind", "record"), RECORDS)
def test_no_derived_id_is_written(kind: str, record: Any) -> None:
    """What follows from the owner's id stands nowhere in the YAML; letters stay as they are."""
    assert f"{record.id}/" not in codec.to_yaml(record)
    assert "é" in codec.to_json(attrs.evolve(record, note="é"))
