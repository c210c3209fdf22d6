"""Compile ``data/`` into the wheel: read strictly, apply every rule, write one file.

Bad data stops the build. An editable install and a checkout read ``data/`` live instead.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import sys
import tempfile
import uuid
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileData(BuildHookInterface[Any]):
    """The build hook."""

    _work: Path | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Put the compiled data and its digest into the wheel."""
        if self.target_name != "wheel" or version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        try:
            from peaceops._version import DATA_DATE, VERSION
            from peaceops.folder import dataset_of, read_files
            from peaceops.kinds import KINDS
            from peaceops.rows import write
            from peaceops.rules import check

            files = read_files(root / "data")
            dataset = dataset_of(files, version=VERSION, data_date=DATA_DATE)
            report = check(dataset, files)
            if not report.clean:
                raise ValueError(f"the data breaks the rules:\n{report}")
            tables = {
                kind: {record.id: record for record in dataset.collection(kind)} for kind in KINDS
            }
            content = write(tables, VERSION, DATA_DATE)
        finally:
            sys.path.remove(str(root / "src"))
        digest = hashlib.sha256(content).hexdigest()
        work = Path(tempfile.mkdtemp())
        self._work = work
        bill = bill_of_materials(VERSION, self.metadata.core.dependencies, digest)
        (work / "peaceops.cdx.json").write_bytes(f"{json.dumps(bill, indent=2)}\n".encode())
        build_data["sbom_files"].append(str(work / "peaceops.cdx.json"))
        (work / "_data.jsonl").write_bytes(content)
        (work / "_digest.py").write_bytes(
            f'"""SHA-256 of the compiled data file; written by the build."""\n\nSHA256 = "{digest}"\n'.encode()
        )
        for name in ("_data.jsonl", "_digest.py"):
            build_data["force_include"][str(work / name)] = f"peaceops/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Leave nothing behind but the wheel."""
        if self._work is not None:
            shutil.rmtree(self._work)


def bill_of_materials(version: str, dependencies: list[str], digest: str) -> dict[str, Any]:
    """Say what the wheel holds and what it needs, as CycloneDX 1.6.

    ``digest`` is the SHA-256 of the compiled data. The same build gives the same bytes: the
    serial number follows from version and digest, and no time stands in it.
    """
    url = f"pkg:pypi/peaceops@{version}"
    needed = [
        {
            "type": "library",
            "bom-ref": f"pkg:pypi/{name}",
            "name": name,
            "purl": f"pkg:pypi/{name}",
            "scope": "required",
            "description": f"any release that satisfies {requirement}",
        }
        for requirement in sorted(dependencies)
        for name in [re.split(r"[^a-z0-9-]", requirement.lower())[0]]
    ]
    data = {
        "type": "data",
        "bom-ref": "peaceops-data",
        "name": "peaceops/_data.jsonl",
        "version": version,
        "hashes": [{"alg": "SHA-256", "content": digest}],
        "licenses": [{"license": {"id": "CC-BY-4.0"}}],
    }
    library = {
        "type": "library",
        "bom-ref": url,
        "name": "peaceops",
        "version": version,
        "purl": url,
        "licenses": [{"license": {"id": "MIT"}}],
    }
    parts = [data, *needed]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{url}#{digest}')}",
        "version": 1,
        "metadata": {"component": library},
        "components": parts,
        "dependencies": [{"ref": url, "dependsOn": [part["bom-ref"] for part in parts]}],
    }
