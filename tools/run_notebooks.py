"""Run the notebooks of the documentation and write a page from each.

Usage: python tools/run_notebooks.py [--into FOLDER]

Each ``docs/notebooks/NAME.ipynb`` runs from a fresh kernel in the folder of the documentation
and becomes ``docs/NAME.md``: its text, its code, what the code printed. Pictures that it saves
lie in ``docs/charts/``. With ``--into`` everything is written to another folder, so that a test
can compare.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbclient
import nbformat

DOCS = Path(__file__).parent.parent / "docs"
HEAD = "import matplotlib; matplotlib.rcParams['svg.hashsalt'] = 'peaceops'"


def run(path: Path, folder: Path) -> str:
    """Run a notebook in a folder and return its page."""
    notebook: Any = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    written = len(notebook.cells)
    notebook.cells.insert(0, nbformat.v4.new_code_cell(HEAD))  # type: ignore[no-untyped-call]
    (folder / "charts").mkdir(parents=True, exist_ok=True)
    nbclient.NotebookClient(
        notebook, timeout=300, resources={"metadata": {"path": str(folder)}}
    ).execute()
    return "\n\n".join(part for cell in notebook.cells[-written:] for part in _page(cell)) + "\n"


def _page(cell: Any) -> Iterator[str]:
    if cell.cell_type == "markdown":
        yield cell.source
        return
    yield f"```python\n{cell.source}\n```"
    texts = [_output(output) for output in cell.outputs]
    shown = "".join(texts).rstrip()
    if shown:
        yield f"```text\n{shown}\n```"


def _output(output: Any) -> str:
    if output.output_type == "stream":
        return str(output.text)
    return str(output.get("data", {}).get("text/plain", "")) + "\n"


def main(*options: str) -> None:
    """Run every notebook."""
    os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")
    folder = Path(options[1]) if options[:1] == ("--into",) else DOCS
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted((DOCS / "notebooks").glob("*.ipynb")):
        page = folder / f"{path.stem}.md"
        page.write_text(run(path, folder), encoding="utf-8", newline="\n")
        print(f"wrote {page.name}")


if __name__ == "__main__":
    main(*sys.argv[1:])
