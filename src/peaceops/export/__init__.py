"""Exports: one thin module per format, each with ``export(dataset, folder)``.

:meth:`peaceops.Dataset.export` finds the module by the name of the format.
"""

from __future__ import annotations

FORMATS = ("json", "csv", "croissant", "datapackage", "ftm", "jsonld", "parquet", "sqlite")
"""The names of the formats."""
