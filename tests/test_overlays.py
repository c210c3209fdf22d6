"""Overlays: whatever is added, replaced and retired in a folder, reading gives what a model says."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

import peaceops as po
import reference
import samples
from peaceops import codec
from peaceops.errors import DataError
from peaceops.kinds import KINDS
from strategies import plain_datasets, some_days

BASE = samples.dataset()
FINGERPRINT = BASE.fingerprint
DATED = ("missions", "regimes", "projects")


class Overlay(RuleBasedStateMachine):
    """A folder that changes, beside the plain data that it should hold."""

    files: Bundle[Path] = Bundle("files")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="peaceops-overlay-"))
        self.kept: dict[Path, tuple[str, dict[str, Any]]] = {}
        self.broken: set[Path] = set()

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    def _write(self, kind: str, name: str, record: dict[str, Any]) -> Path:
        path = self.folder / kind / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(record), encoding="utf-8")  # JSON on one line is YAML
        self.kept[path] = (kind, record)
        return path

    @rule(
        target=files,
        data=plain_datasets("my"),
        kind=st.sampled_from(DATED),
        number=st.integers(0, 3),
    )
    def add(self, data: Any, kind: str, number: int) -> Path:
        """Write a record of one's own; a file of that name is replaced."""
        record = data[kind][0] if data[kind] else {"id": "my-p0", "name": "x"}
        kind = kind if data[kind] else "projects"
        return self._write(kind, f"my-{number}", {**record, "id": f"my-{kind}-{number}"})

    @rule(
        target=files,
        kind=st.sampled_from(list(KINDS)),
        number=st.integers(0, 9),
        note=st.sampled_from("abc"),
    )
    def replace(self, kind: str, number: int, note: str) -> Path:
        """Write a record of the base anew, with another note."""
        ids = BASE.collection(kind).ids
        record = codec.to_plain(BASE.collection(kind)[ids[number % len(ids)]])
        return self._write(kind, f"base-{number % len(ids)}", {**record, "note": note})

    @rule(target=files, kind=st.sampled_from(list(KINDS)), number=st.integers(0, 9))
    def retire(self, kind: str, number: int) -> Path:
        """Retire a record of the base in favour of itself, which no overlay can delete."""
        ids = BASE.collection(kind).ids
        record = codec.to_plain(BASE.collection(kind)[ids[number % len(ids)]])
        retired = {**record, "review": "retired", "retired_for": record["id"]}
        return self._write(kind, f"base-{number % len(ids)}", retired)

    @rule(path=consumes(files))
    def remove(self, path: Path) -> None:
        """Take a file away, if it is still there."""
        path.unlink(missing_ok=True)
        self.kept.pop(path, None)

    @rule(
        text=st.sampled_from(("", "id: [", "id: NO\n", "[]", "\0", '{"id": "x"}')),
        kind=st.sampled_from(list(KINDS)),
    )
    def break_one(self, text: str, kind: str) -> None:
        """A broken file stops the reading as a whole; without it all is as before."""
        path = self.folder / kind / "broken.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        with pytest.raises(DataError) as refused:
            po.read_yaml(self.folder, onto=BASE)
        assert {fault.file for fault in refused.value.faults} == {f"{kind}/broken.yaml"}
        path.unlink()

    @rule(day=some_days, certainly=st.booleans())
    def ask(self, day: Any, certainly: bool) -> None:
        """Questions of a day agree with the reference, on base and overlay together."""
        view = po.read_yaml(self.folder, onto=BASE).at(day, certainly=certainly)
        for kind in DATED:
            wanted = reference.active(list(self._model(kind).values()), day, certainly=certainly)
            assert list(view.collection(kind).ids) == wanted

    def _model(self, kind: str) -> dict[str, dict[str, Any]]:
        base = {record.id: codec.to_plain(record) for record in BASE.collection(kind)}
        return base | {record["id"]: record for of, record in self.kept.values() if of == kind}

    @invariant()
    def reads_as_the_model_says(self) -> None:
        """Each kind holds the base's records, with the folder's in place of those of their ids."""
        data = po.read_yaml(self.folder, onto=BASE)
        for kind in KINDS:
            wanted = {
                key: codec.structure(kind, record) for key, record in self._model(kind).items()
            }
            found = {record.id: record for record in data.collection(kind)}
            assert found == wanted
            assert list(found) == sorted(wanted)
        assert BASE.verify() == FINGERPRINT
        if not self.kept:
            assert data == BASE


EXAMPLES = max(15, settings().max_examples // 20)  # 500 in the slow profile
Overlay.TestCase.settings = settings(max_examples=EXAMPLES, stateful_step_count=12, deadline=None)
TestOverlays = Overlay.TestCase
