"""Rules on the form of files."""

from __future__ import annotations

from collections.abc import Iterator

from peaceops import codec
from peaceops.folder import SourceFile
from peaceops.rules.registry import file_rule
from peaceops.symbols import slug


@file_rule("file-name")
def file_name(file: SourceFile) -> Iterator[str]:
    """A file is named after the id of its record, so that both can be found."""
    wanted = f"{slug(file.record.id)}.yaml"
    found = file.path.rpartition("/")[2]
    if found != wanted:
        yield f"should be called {wanted}"


@file_rule("file-form")
def file_form(file: SourceFile) -> Iterator[str]:
    """A file stands in canonical form, so that a diff shows facts and nothing else."""
    wanted = codec.to_yaml(file.record)
    found = file.content.decode("utf-8").replace("\r\n", "\n")
    if found == wanted:
        return
    for number, (line, right) in enumerate(
        zip(found.split("\n"), wanted.split("\n"), strict=False), 1
    ):
        if line != right:
            yield f"line {number} should read: {right} (peaceops check --fix writes it so)"
            return
    yield "has too many or too few lines (peaceops check --fix mends it)"


@file_rule("file-folder")
def file_folder(file: SourceFile) -> Iterator[str]:
    """A mission or regime lies in the folder of an organization that runs or imposes it."""
    if file.kind not in ("missions", "regimes"):
        return
    owners = file.record.organization if file.kind == "missions" else file.record.imposed_by
    parts = file.path.split("/")
    if len(parts) != 3 or parts[1] not in owners:
        yield f"should lie in {file.kind}/{owners[0]}/"
