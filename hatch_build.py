"""Compile ``data/`` into the wheel: read strictly, apply every rule, write one file.

Bad data stops the build. An editable install and a checkout read ``data/`` live instead.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileData(BuildHookInterface[Any]):
    """The build hook."""

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
        work = Path(self.directory) / "compiled"
        work.mkdir(parents=True, exist_ok=True)
        (work / "_data.jsonl").write_bytes(content)
        (work / "_digest.py").write_bytes(
            f'"""SHA-256 of the compiled data file; written by the build."""\n\nSHA256 = "{digest}"\n'.encode()
        )
        for name in ("_data.jsonl", "_digest.py"):
            build_data["force_include"][str(work / name)] = f"peaceops/{name}"
