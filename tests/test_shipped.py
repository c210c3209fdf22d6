"""The dataset that comes with the package: in a checkout and in a wheel, lazily and once."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import threading
import zipfile
from pathlib import Path
from typing import Any

import pytest

import peaceops as po
import samples
from peaceops import shipped
from peaceops.errors import Tampered
from peaceops.kinds import KINDS
from peaceops.rows import Bytes, RowFile, line_of, write

ROOT = Path(__file__).parent.parent


def _compiled() -> bytes:
    tables = samples.records()
    return write(tables, "0.0.1", "2026-11-21")


@pytest.fixture
def compiled(tmp_path: Path) -> Path:
    path = tmp_path / "_data.jsonl"
    path.write_bytes(_compiled())
    return path


def test_compiled_equals_live(compiled: Path) -> None:
    """Records and fingerprint are the same from the compiled file and from YAML."""
    data = shipped.open_compiled(str(compiled))
    assert data == samples.dataset()
    assert data.fingerprint == samples.dataset().fingerprint == data.verify()
    assert (data.version, data.data_date) == ("0.0.1", "2026-11-21")
    for kind in KINDS:
        assert list(data.collection(kind)) == list(samples.dataset().collection(kind))


def test_compiling_is_deterministic() -> None:
    tables = samples.records()
    backwards = {kind: dict(reversed(table.items())) for kind, table in tables.items()}
    assert write(backwards, "0.0.1", "2026-11-21") == _compiled()


def test_one_record_is_read_without_the_rest(compiled: Path) -> None:
    """Only the index and the record's own line are touched."""
    reads: list[tuple[int, int]] = []

    class Counting(Bytes):
        __slots__ = ()

        def read(self, offset: int, length: int) -> bytes:
            reads.append((offset, length))
            return super().read(offset, length)

    table = RowFile(Counting(str(compiled))).table("missions")
    record = table.get("un-before")
    assert record == samples.records()["missions"]["un-before"]
    assert table.get("un-before") is record
    assert table.get("nobody") is None
    assert len(reads) == 2
    assert reads[1][1] == len(line_of(record).encode()) + 1


def test_records_are_the_same_objects_however_they_are_read(compiled: Path) -> None:
    data = shipped.open_compiled(str(compiled))
    one = data.missions["un-example"]
    assert next(m for m in data.missions if m.id == "un-example") is one
    assert data.missions["un-example"] is one


def test_reading_from_inside_a_zip(compiled: Path) -> None:
    """Where there is no real file the loader gives the bytes."""

    class Loader:
        def get_data(self, path: str) -> bytes:
            assert path == "inside.zip/_data.jsonl"
            return compiled.read_bytes()

    data = shipped.open_compiled("inside.zip/_data.jsonl", Loader())
    assert data.missions["un-example"] == samples.dataset().missions["un-example"]
    assert data.fingerprint == samples.dataset().fingerprint


@pytest.mark.parametrize("zipped", [False, True])
@pytest.mark.parametrize("cut", [1, 40])
def test_a_file_cut_short_gives_no_fewer_records(compiled: Path, cut: int, zipped: bool) -> None:
    """A half copied file is an error, never a smaller dataset."""
    content = compiled.read_bytes()
    whole = content[: content.rindex(b"\n", 0, -1) + 1 - (cut - 1)]

    class Archive:
        def get_data(self, path: str) -> bytes:
            return whole

    compiled.write_bytes(whole)
    path = str(compiled.with_suffix(".absent") if zipped else compiled)
    file = RowFile(Bytes(path, Archive()))
    with pytest.raises(Tampered, match="damaged"):
        [file.table(kind).all() for kind in KINDS]
    last = file.table(list(KINDS)[-1])
    with pytest.raises(Tampered, match="damaged"):
        last.get(last.ids[-1])


def test_a_damaged_file_is_noticed(compiled: Path) -> None:
    content = compiled.read_bytes()
    compiled.write_bytes(content.replace(b"Mission in Example", b"Mission in Exempla"))
    with pytest.raises(Tampered):
        shipped.open_compiled(str(compiled)).verify()
    compiled.write_bytes(b"nonsense\n")
    with pytest.raises(Tampered, match="first line"):
        shipped.open_compiled(str(compiled))
    compiled.write_bytes(b'{"format": 99}\n')
    with pytest.raises(Tampered, match="first line"):
        shipped.open_compiled(str(compiled))


def test_the_installed_file_is_held_against_its_digest(
    compiled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = type(sys)("peaceops._digest")
    module.SHA256 = hashlib.sha256(compiled.read_bytes()).hexdigest()  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "peaceops._digest", module)
    monkeypatch.setattr(shipped, "_COMPILED", str(compiled))
    assert "has the SHA-256 of its release" in shipped.verify_file()
    assert shipped._open().version == "0.0.1"
    compiled.write_bytes(compiled.read_bytes() + b" ")
    with pytest.raises(Tampered, match="install the package again"):
        shipped.verify_file()


def test_a_checkout_has_no_compiled_file() -> None:
    assert "read live" in shipped.verify_file()


def test_threads_get_one_dataset_and_one_record(
    compiled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """32 threads that start together all hold the same objects; the file is opened once."""
    opened: list[int] = []
    monkeypatch.setattr(shipped, "_COMPILED", str(compiled))
    monkeypatch.setattr(shipped, "_loaded", None)
    real = shipped._open
    monkeypatch.setattr(shipped, "_open", lambda: (opened.append(1), real())[1])
    barrier = threading.Barrier(32)
    seen: list[tuple[int, int, int]] = []

    def use() -> None:
        barrier.wait()
        data = shipped.load()
        everything = tuple(data.missions)
        seen.append((id(data), id(data.missions["un-example"]), id(everything[0])))

    threads = [threading.Thread(target=use) for _ in range(32)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 32
    assert len(set(seen)) == 1
    assert opened == [1]


def test_import_does_no_work() -> None:
    """``import peaceops`` loads the package's own __init__ and nothing else."""
    code = (
        "import sys; before = set(sys.modules); import peaceops; "
        "print(sorted(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() in ("['peaceops']", "['__future__', 'peaceops']")


# --- the wheel --------------------------------------------------------------------------------


def _build(target: Path, **environment: str) -> Path:
    """Build a wheel from a copy of the sources, as a clone in another place would."""
    source = target / "source"
    for name in (
        "src",
        "data",
        "hatch_build.py",
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "LICENSE-DATA",
    ):
        item = ROOT / name
        if item.is_dir():
            shutil.copytree(item, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(item, source / name)
    subprocess.run(
        [
            sys.executable,
            "-m",
            "build",
            "--wheel",
            "--no-isolation",
            "--outdir",
            str(target),
            str(source),
        ],
        check=True,
        capture_output=True,
        env={**os.environ, **environment},
    )
    (wheel,) = target.glob("*.whl")
    return wheel


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _build(tmp_path_factory.mktemp("wheel"), PYTHONHASHSEED="1", TZ="Pacific/Kiritimati")


@pytest.mark.slow
def test_the_wheel_carries_data_and_no_yaml(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "peaceops/_data.jsonl" in names
    assert "peaceops/_digest.py" in names
    assert "peaceops/py.typed" in names
    assert not [name for name in names if name.endswith((".yaml", ".yml"))]
    top = {name.partition("/")[0] for name in names}
    assert top == {"peaceops", f"peaceops-{po.__version__}.dist-info"}
    assert wheel.stat().st_size < 3_000_000


@pytest.mark.slow
def test_the_bill_of_materials_is_valid_and_names_the_data(wheel: Path) -> None:
    """CycloneDX's own schema accepts it; the digest in it is that of the data beside it."""
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    archive = zipfile.ZipFile(wheel)
    (name,) = [name for name in archive.namelist() if "/sboms/" in name]
    bill = archive.read(name).decode()
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill) is None
    parts = {part["name"]: part for part in json.loads(bill)["components"]}
    digest = hashlib.sha256(archive.read("peaceops/_data.jsonl")).hexdigest()
    assert parts.pop("peaceops/_data.jsonl")["hashes"][0]["content"] == digest
    assert set(parts) == {"attrs", "cattrs", "pyyaml"}


@pytest.mark.slow
def test_the_wheel_is_the_same_under_other_circumstances(wheel: Path, tmp_path: Path) -> None:
    """Another hash seed, locale and time zone: the same bytes."""
    again = _build(tmp_path, PYTHONHASHSEED="77", TZ="Pacific/Pago_Pago", LC_ALL="C")
    assert (
        hashlib.sha256(again.read_bytes()).digest() == hashlib.sha256(wheel.read_bytes()).digest()
    )


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    zipfile.ZipFile(wheel).extractall(folder)
    return folder


def _python(folder: Path, code: str, *options: str) -> Any:
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    done = subprocess.run(
        [sys.executable, *options, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        cwd=folder.parent,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.slow
def test_the_installed_data_is_that_of_the_checkout(installed: Path) -> None:
    found = _python(
        installed,
        "import json, peaceops as po; print(json.dumps([po.__file__, po.load().verify(), "
        "{kind: len(po.load().collection(kind)) for kind in "
        f"{list(KINDS)!r}}}]))",
    )
    assert found[0].startswith(str(installed))
    assert found[1] == po.load().fingerprint
    assert found[2] == {kind: len(po.load().collection(kind)) for kind in KINDS}


@pytest.mark.slow
@pytest.mark.parametrize(
    "use",
    [
        "po.missions['un-minusma'].name",
        "po.missions.lookup('MINUSMA').name",
        "[len(list(getattr(po, kind))) for kind in ('missions', 'regimes', 'documents')]",
        "po.missions.by('un').in_place('ML').active_on('2014-06-30').ids",
        "po.load().fingerprint",
    ],
)
def test_reading_needs_neither_yaml_nor_cattrs(installed: Path, use: str) -> None:
    """Neither is imported, and pathlib and importlib.metadata stay out as well."""
    heavy = ["yaml", "cattrs", "importlib.metadata", "importlib.resources"]
    code = (
        f"import sys, json, peaceops as po; po.{use.removeprefix('po.')}; "
        if use.startswith("po.")
        else f"import sys, json, peaceops as po; {use}; "
    )
    found = _python(
        installed, f"{code} print(json.dumps([m for m in {heavy!r} if m in sys.modules]))"
    )
    assert found == []


@pytest.mark.slow
def test_the_wheel_works_from_inside_a_zip(wheel: Path) -> None:
    found = _python(
        wheel, "import json, peaceops as po; print(json.dumps(po.missions['un-minusma'].acronym))"
    )
    assert found == "MINUSMA"


@pytest.mark.slow
def test_the_wheel_works_where_asserts_are_off(installed: Path) -> None:
    found = _python(
        installed,
        "import json, peaceops as po; print(json.dumps(len(po.check(po.load()).errors)))",
        "-O",
    )
    assert found == 0


@pytest.mark.slow
def test_bad_data_stops_the_build(tmp_path: Path) -> None:
    """A record that breaks a rule leaves no wheel behind."""
    source = tmp_path / "source"
    shutil.copytree(ROOT / "src", source / "src", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("hatch_build.py", "pyproject.toml", "README.md", "LICENSE", "LICENSE-DATA"):
        shutil.copy(ROOT / name, source / name)
    (source / "data" / "places").mkdir(parents=True)
    (source / "data" / "places" / "ml.yaml").write_text(
        'id: "ML"\nname: "Mali"\nkind: state\nwithin: [nowhere]\n'
    )
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "build",
            "--wheel",
            "--no-isolation",
            "--outdir",
            str(tmp_path),
            str(source),
        ],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode != 0
    assert "the data breaks the rules" in done.stdout + done.stderr
    assert "'nowhere' is not in places" in done.stdout + done.stderr
    assert not list(tmp_path.glob("*.whl"))
