"""Build the documentation site: one folder of pages that needs no server.

Usage: python tools/make_site.py OUT [--data FOLDER]

Needs the extra ``docs`` (``pip install -e ".[docs]"``). The folder OUT is made, or emptied where
it holds a site already. With ``--data`` the records of a folder of YAML join those of the
release, as with ``peaceops.read_yaml``. Open ``OUT/index.html`` in a browser.
"""

from __future__ import annotations

import argparse
import logging
import sys
import time
from pathlib import Path

TOOLS = Path(__file__).parent
sys.path.insert(0, str(TOOLS))

from mkdocs.commands.build import build as build_pages  # noqa: E402
from mkdocs.config import load_config  # noqa: E402
from website.plugin import RecordPages  # noqa: E402

import peaceops as po  # noqa: E402
from peaceops.dataset import Dataset  # noqa: E402

MARK = "assets/site.js"


def build(dataset: Dataset, out: Path) -> None:
    """Write the site of a dataset into a folder.

    Raises ValueError for a folder that holds anything but a site of ours: it would be emptied.
    """
    if out.exists() and any(out.iterdir()) and not (out / MARK).is_file():
        raise ValueError(f"{out} is neither empty nor a site made before; name another folder")
    config = load_config(str(TOOLS / "website" / "mkdocs.yml"), site_dir=str(out.resolve()))
    plugin = RecordPages(dataset)
    config.plugins["records"] = plugin
    build_pages(config)


def main(*arguments: str) -> int:
    """Build the site that the command line asks for, and say what was made."""
    parser = argparse.ArgumentParser(description="Build the documentation site.")
    parser.add_argument("out", type=Path, metavar="OUT", help="folder to write")
    parser.add_argument("--data", metavar="FOLDER", help="records of your own, on top")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s")
    start = time.perf_counter()
    dataset = po.load()
    if options.data:
        dataset = po.read_yaml(options.data, onto=dataset)
    try:
        build(dataset, options.out)
    except ValueError as error:
        print(f"make_site: {error}", file=sys.stderr)
        return 1
    files = [path for path in options.out.rglob("*") if path.is_file()]
    pages = sum(1 for path in files if path.suffix == ".html")
    size = sum(path.stat().st_size for path in files) / 1e6
    seconds = time.perf_counter() - start
    print(f"{pages} pages, {size:.0f} MB, {seconds:.0f} seconds: {options.out / 'index.html'}")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
