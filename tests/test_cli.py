"""The command line: tables for people, JSON for programs, exit codes 0, 1, 2."""

from __future__ import annotations

import io
import json
import re
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import samples
from peaceops import cli, codec, shipped
from peaceops.symbols import slug

Run = Any


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on the sample and give (exit code, output, errors)."""
    monkeypatch.setattr(shipped, "load", samples.dataset)

    def call(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(arguments)
        out, err = capsys.readouterr()
        return code, out, err

    return call


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The sample as a folder in canonical form."""
    for kind, table in samples.records().items():
        for key, record in table.items():
            owner = "un/" if kind in ("missions", "regimes") else ""
            path = tmp_path / kind / f"{owner}{slug(key)}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(codec.to_yaml(record), encoding="utf-8")
    return tmp_path


def test_help_teaches(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as done:
        cli.main(["--help"])
    assert done.value.code == 0
    shown = capsys.readouterr().out
    assert "examples:" in shown
    listed = shown[shown.index("commands:") : shown.index("examples:")]
    assert set(re.findall(r"^ {4}([a-z][a-z-]*)", listed, re.MULTILINE)) == set(samples.COMMANDS)
    with pytest.raises(SystemExit):
        cli.main(["--version"])
    assert "peaceops 0." in capsys.readouterr().out


@pytest.mark.parametrize("name", ["un-example", "UNEX", "unex", "S/RES/2100", "untoc", "NO"])
def test_show_finds_any_record_by_any_name(run: Run, name: str) -> None:
    code, out, _ = run("show", name)
    assert code == 0
    assert "\nid " in out


def test_show_on_a_day_and_as_json(run: Run) -> None:
    assert "Tasks that stood on 2014-06-28" in run("show", "UNEX", "--on", "2014-06-28")[1]
    record = json.loads(run("show", "UNEX", "--json")[1])
    assert record["mandates"][0]["id"] == "un-example/s-res-2100-2013"


def test_bad_names_suggest(run: Run) -> None:
    code, out, err = run("show", "UNEXX")
    assert (code, out) == (1, "")
    assert "did you mean UNEX" in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("list", "missions", "--on", "2014"), "write it as YYYY-MM-DD"),
        (("list", "missions", "--on", "2014-02-30"), "not a day of the calendar"),
        (("list", "missons"), "invalid choice"),
        (("list", "missions", "--crime", "pyracy"), "did you mean piracy"),
        (("list", "places", "--of", "x"), "--of has no meaning for places"),
        (("list", "documents", "--on", "2014-01-01"), "--on has no meaning for documents"),
        (("new", "mision", "x"), "one of: mission"),
        (("check", "--fix"), "--fix needs a folder"),
        (("tasks", "--certainly"), "--certainly needs a day"),
        (("timeline", "untoc"), "missions and regimes have a timeline"),
        (("stats", "--kind", "regimes", "--lens", "crime"), "not allowed with"),
        ((), "COMMAND"),
        (("nonsense",), "invalid choice"),
    ],
)
def test_misunderstood_commands_explain(run: Run, arguments: tuple[str, ...], words: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert words in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        (("missions",), ["un-before", "un-example"]),
        (("missions", "--by", "un", "--in", "ML", "--on", "2014-06-30"), ["un-example"]),
        (("missions", "--kind", "peacekeeping"), ["un-example"]),
        (("missions", "--crime", "arms-trafficking", "--on", "2014-06-30"), ["un-example"]),
        (("missions", "--crime", "arms-trafficking", "--on", "2016-06-30"), []),
        (("missions", "--activity", "elections"), ["un-example"]),
        (("missions", "--review", "draft"), ["un-before"]),
        (("mandates", "--of", "un-example", "--on", "2015-01-01", "--certainly"),
         ["un-example/s-res-2164-2014"]),
        (("regimes", "--imposing", "arms-embargo", "--on", "2014-01-01"), ["un-example-2017"]),
        (("measures", "--of", "un-example-2017"), ["un-example-2017/arms-embargo"]),
        (("tasks", "--of", "UNEX", "--activity", "elections"),
         ["un-example/s-res-2100-2013/16-b/elections"]),
        (("missions", "--by", "united nations"), ["un-before", "un-example"]),
        (("projects", "--crime", "arms-trafficking"), ["unodc-example"]),
        (("places",), ["ML", "NO"]),
    ],
)  # fmt: skip
def test_list_filters(run: Run, arguments: tuple[str, ...], ids: list[str]) -> None:
    code, out, _ = run("list", *arguments, "--json")
    assert code == 0
    assert [record["id"] for record in json.loads(out)] == ids
    table = run("list", *arguments)[1]
    assert all(key in table for key in ids)
    assert ids or table.startswith("no ")


def test_list_needs_known_places(run: Run) -> None:
    code, _, err = run("list", "missions", "--in", "Mali")
    assert code == 1
    assert "did you mean ML" in err


def test_tasks_answer_who_where_and_in_what_words(run: Run) -> None:
    code, out, _ = run("tasks", "--crime", "arms-trafficking", "--on", "2014-06-30")
    assert code == 0
    assert "UNEX  S/RES/2100 (2013), para. 28" in out
    assert "illicit trafficking of small arms" in out
    assert "1 tasks of 1" in out
    everything = json.loads(run("tasks", "--all", "--json")[1])
    assert len(everything) == 5
    assert {task["owner"] for task in everything} == {
        "un-example", "un-example-2017", "unodc-example",
    }  # fmt: skip
    assert len(json.loads(run("tasks", "--of", "UNEX", "--json")[1])) == 3
    assert len(json.loads(run("tasks", "--activity", "elections", "--json")[1])) == 1
    assert len(json.loads(run("tasks", "--document", "UNSCR 2100", "--json")[1])) == 2
    assert run("tasks", "--on", "1950-01-01")[1] == "no tasks\n"


def test_compare_two_mandates(run: Run) -> None:
    code, out, _ = run("compare", "UNEX", "UNSCR 2100", "UNSCR 2164")
    assert code == 0
    assert out.startswith("un-example/s-res-2100-2013 to un-example/s-res-2164-2014")
    assert json.loads(run("compare", "UNEX", "UNSCR 2164", "UNSCR 2100", "--json")[1])["added"]
    code, _, err = run("compare", "UNEX", "UNSCR 2100", "A/RES/55/25")
    assert code == 1
    assert "did you mean S/RES/2100 (2013), S/RES/2164 (2014)" in err


def test_check_the_release_and_a_folder(run: Run, folder: Path) -> None:
    code, out, _ = run("check")
    assert code == 0
    assert "0 errors, 0 warnings" in out
    assert run("check", str(folder), "--alone")[0] == 0
    broken = folder / "missions/un/un-example.yaml"
    broken.write_text(broken.read_text().replace('"2015-06-30"\npre', '"2013-05"\npre'))
    code, out, _ = run("check", str(folder))
    assert code == 1
    assert "dates-in-order" in out
    findings = json.loads(run("check", str(folder), "--json")[1])
    wanted = {"code", "level", "kind", "record", "path", "message", "file", "line"}
    assert wanted == set(findings[0])
    assert (findings[0]["file"], findings[0]["line"]) == ("missions/un/un-example.yaml", 10)


def test_check_fix_writes_the_canonical_form(run: Run, folder: Path) -> None:
    path = folder / "missions/un/un-example.yaml"
    good = path.read_text()
    path.write_text(samples.MISSION)
    code, _, err = run("check", str(folder), "--fix", "--alone")
    assert code == 0
    assert "wrote missions/un/un-example.yaml" in err
    assert path.read_text() == good


def test_unreadable_data_is_reported_with_its_lines(run: Run, folder: Path) -> None:
    (folder / "places/ml.yaml").write_text("id: 5\n")
    code, _, err = run("check", str(folder))
    assert code == 1
    assert "places/ml.yaml:1: $.id: should be text" in err


def test_ones_own_records_on_top(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "missions/un/un-mine.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(samples.BEFORE.replace("un-before", "un-mine"))
    ids = [
        r["id"] for r in json.loads(run("list", "missions", "--data", str(tmp_path), "--json")[1])
    ]
    assert ids == ["un-before", "un-example", "un-mine"]


def test_stats(run: Run) -> None:
    out = run("stats")[1]
    assert "missions" in out
    assert "with a pinpoint source" in out
    assert {row["kind"] for row in json.loads(run("stats", "--json")[1])} >= {"missions", "places"}
    assert "un " in run("stats", "--by", "organization")[1]
    assert json.loads(run("stats", "--by", "organization", "--json")[1])[0]["missions"] == 2


def test_new_prints_a_template(run: Run) -> None:
    code, out, _ = run("new", "mission", "un-new")
    assert code == 0
    assert out.startswith("# A mission.")
    assert "id: un-new" in out


def test_export_json_round_trip(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("export", "json", str(tmp_path / "out"))
    assert code == 0
    assert len(out.split()) == 9
    for kind in samples.records():
        records = json.loads((tmp_path / "out" / f"{kind}.json").read_text(encoding="utf-8"))
        again = [codec.structure(kind, record) for record in records]
        assert again == list(samples.dataset().collection(kind))
    about = json.loads((tmp_path / "out" / "dataset.json").read_text())
    assert about["fingerprint"] == samples.dataset().fingerprint
    run("export", "json", str(tmp_path / "view"), "--on", "2014-06-28")
    assert len(json.loads((tmp_path / "view" / "missions.json").read_text())) == 1
    assert json.loads((tmp_path / "view" / "dataset.json").read_text())["as_of"] == "2014-06-28"


def test_audit_quotes(run: Run, tmp_path: Path) -> None:
    (tmp_path / "S_RES_2100_2013.txt").write_text(
        "7. Decides to establish\n8. drug trafficking\n16. support elections\n"
        "28. illicit trafficking of small arms\n"
    )
    code, out, _ = run("audit-quotes", str(tmp_path))
    assert code == 0
    assert "7 quotes: 6 found, 0 missing, 0 elsewhere, 1 no-text" in out
    (tmp_path / "S_RES_2100_2013.txt").write_text("7. Decides to establish\n")
    code, out, _ = run("audit-quotes", str(tmp_path))
    assert code == 1
    assert "missing: missions/un-example" in out
    assert len(json.loads(run("audit-quotes", str(tmp_path), "--json")[1])) == 7


def test_verify(run: Run) -> None:
    code, out, _ = run("verify")
    assert code == 0
    assert samples.dataset().fingerprint in out
    assert json.loads(run("verify", "--json")[1])["version"] == "0.0.1"


def test_output_survives_an_ascii_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In a C locale letters are escaped instead of failing."""
    monkeypatch.setattr(shipped, "load", lambda: samples.put("missions", "un-example", name="Ünï"))
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", stream)
    assert cli.main(["show", "UNEX"]) == 0
    stream.flush()
    assert b"\\xdcn\\xef" in stream.buffer.getvalue()  # type: ignore[attr-defined]


def test_every_command_says_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    for command in samples.COMMANDS:
        with pytest.raises(SystemExit):
            cli.main([command, "--help"])
        assert len(capsys.readouterr().out) > 100


def test_the_package_runs_as_a_module(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shipped, "load", samples.dataset)
    monkeypatch.setattr(sys, "argv", ["peaceops", "stats"])
    with pytest.raises(SystemExit) as stopped:
        runpy.run_module("peaceops", run_name="__main__")
    assert stopped.value.code == 0
    assert "missions" in capsys.readouterr().out


def test_a_kind_of_mission_sorts_missions_only(run: Run) -> None:
    code, _, err = run("list", "documents", "--kind", "envoy")
    assert code == 2
    assert "--kind sorts missions" in err


def test_a_reader_who_has_seen_enough_is_no_error() -> None:
    """``peaceops list documents | head -n 0``: nothing on standard error, and no failure."""
    with subprocess.Popen(
        [sys.executable, "-m", "peaceops", "list", "documents"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0
