"""The documentation site: the pages of ``docs/`` and a page for every record.

MkDocs renders the pages that people write and, with mkdocstrings, the reference; the plugin
here adds the pages that follow from a dataset, through the same templates.
"""
