"""Completion, asked as the shell asks; bars, seen on a terminal and nowhere else."""

from __future__ import annotations

import argparse
import io
import os
import pty
import subprocess
import sys
import termios
from pathlib import Path
from threading import Thread
from typing import Any

import argcomplete
import pytest

from peaceops import cli, completion, progress
from peaceops.vocab import CrimeType

SHELL = """
source <(register-python-argcomplete peaceops)
COMP_LINE="$1"; COMP_POINT=${#COMP_LINE}; COMP_TYPE=9; COMP_WORDS=($1); COMP_CWORD=1
_python_argcomplete peaceops
printf '%s\\n' "${COMPREPLY[@]}"
"""


def test_bash_completes_a_command() -> None:
    """``peaceops sho<TAB>`` in a real bash, through the function that argcomplete registers."""
    programs = Path(sys.executable).parent
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "--norc", "-c", SHELL, "bash", "peaceops sho"],
        capture_output=True, text=True, check=True, env={**os.environ, "PATH": path},
    )  # fmt: skip
    assert done.stdout.split() == ["show"]


def _complete(line: str) -> list[str]:
    """What argcomplete answers for a line, without its process and its file descriptors."""
    parser = cli._parser()
    completion.attach(parser)
    finder = argcomplete.CompletionFinder(parser, always_complete_options=False)
    *words, prefix = line.split(" ")
    return finder._get_completions(words, prefix, "", None)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("peaceops sho", ["show "]),
        ("peaceops show un-minus", ["un-minusal", "un-minusca", "un-minusma", "un-minustah"]),
        ("peaceops show MINUSM", ["MINUSMA "]),
        ("peaceops timeline un-libya-2", ["un-libya-2011 "]),
        ("peaceops compare un-minusma S/RES/2295", ["S/RES/2295\\ \\(2016\\) "]),
        ("peaceops tasks --crime arms", ["arms-trafficking "]),
        ("peaceops list missions --in XK", ["XK "]),
        ("peaceops list missions --by OSCE", ["OSCE "]),
        ("peaceops export parq", ["parquet "]),
        ("peaceops stats --by org", ["organization "]),
        ("peaceops show nothing-like-it", []),
    ],
)
def test_names_are_completed(line: str, found: list[str]) -> None:
    assert _complete(line) == found


def test_every_term_of_a_vocabulary_is_offered() -> None:
    assert _complete("peaceops tasks --crime ") == [term.code for term in CrimeType]


def test_only_the_shell_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[argparse.ArgumentParser] = []
    monkeypatch.setattr(argcomplete, "autocomplete", lambda parser, **_: asked.append(parser))
    parser = cli._parser()
    completion.complete(parser)
    assert asked == []
    monkeypatch.setenv("_ARGCOMPLETE", "1")
    completion.complete(parser)
    assert asked == [parser]


# --- progress ---------------------------------------------------------------------------------


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Show a bar from the first item on, however quick the work is."""
    monkeypatch.setattr(progress, "DELAY", 0.0)


def _on_a_terminal(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> str:
    """Run a command with standard error on a terminal; return what stood there."""
    reader, terminal = pty.openpty()
    termios.tcsetwinsize(terminal, (24, 80))
    seen: list[bytes] = []

    def read() -> None:
        try:
            while part := os.read(reader, 4096):
                seen.append(part)
        except OSError:
            pass  # how Linux says that the other side has closed

    looking = Thread(target=read)
    looking.start()
    with os.fdopen(terminal, "w") as stderr:
        monkeypatch.setattr(sys, "stderr", stderr)
        code = cli.main(arguments)
        monkeypatch.undo()
    looking.join()
    os.close(reader)
    assert code == 0
    return b"".join(seen).decode()


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (("export", "csv"), ("missions", "csv")),
        (("panel", "mission"), ("mission year",)),
        (("panel", "country"), ("country year",)),
        (("audit-quotes",), ("quotes", "mentions")),
    ],
)
def test_long_work_shows_a_bar_on_a_terminal(
    command: tuple[str, ...],
    words: tuple[str, ...],
    at_once: None,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    target = "panel.csv" if command[0] == "panel" else "folder"
    if command[0] == "audit-quotes":
        (tmp_path / target).mkdir()
        monkeypatch.setattr(cli, "audit", _audit_without_verdict)
    seen = _on_a_terminal(monkeypatch, *command, str(tmp_path / target))
    for word in words:
        assert f"\r{word}: " in seen
    assert "%" not in capsys.readouterr().out


def _audit_without_verdict(*given: Any) -> tuple[()]:
    """The audit over no texts finds none of them; here only its bars count."""
    from peaceops.audit import audit

    audit(*given)
    return ()


def test_nothing_is_shown_where_nobody_looks(
    at_once: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["export", "csv", str(tmp_path)]) == 0
    assert capsys.readouterr().err == ""


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_library_is_silent_and_needs_no_tqdm(
    at_once: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert list(progress.track([1, 2], "work")) == [1, 2]
    with progress.shown():
        assert list(progress.track([1, 2], "work")) == [1, 2]
    shown = terminal.getvalue()
    assert "work: " in shown
    monkeypatch.setitem(sys.modules, "tqdm", None)
    with progress.shown():
        assert list(progress.track([1, 2], "work")) == [1, 2]
    assert list(progress.track([1, 2], "work")) == [1, 2]
    assert terminal.getvalue() == shown
