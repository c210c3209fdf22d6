"""The documentation site: the pages of ``docs/`` and a page for every record.

MkDocs renders the pages that people write and, with mkdocstrings, the reference; the plugin
here adds the pages that follow from a dataset, through the same templates.

The theme is our own and small, since the pages are thousands, are read from a folder without a
server, and filter records by day, which no ready theme does. The search index is one script,
loaded when somebody searches.
"""
