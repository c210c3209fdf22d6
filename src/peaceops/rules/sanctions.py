"""Rules on sanctions regimes."""

from __future__ import annotations

from collections.abc import Iterator

from peaceops.dataset import Dataset
from peaceops.dates import OpenEnd
from peaceops.model import Measure
from peaceops.rules.registry import Where, rule
from peaceops.rules.walk import cited, with_parents


@rule("lifted-after-imposed")
def lifted_after_imposed(dataset: Dataset) -> Iterator[Where]:
    """A measure is lifted after it was imposed, and its span begins when it was imposed."""
    for regime in dataset.regimes:
        for index, measure in enumerate(regime.measures):
            path = f"$.measures[{index}]"
            imposed = measure.imposed_by.date
            lifted = measure.lifted_by.date if measure.lifted_by else None
            if imposed is not None and lifted is not None and lifted.surely_before(imposed):
                message = f"on {lifted}, before it was imposed ({imposed})"
                yield "regimes", regime, f"{path}.lifted_by", message
            start = measure.in_force.start
            if imposed is not None and start is not None and not imposed.may_equal(start):
                message = f"starts {start}, imposed from {imposed}"
                yield "regimes", regime, f"{path}.in_force", message
            if measure.lifted_by is not None and measure.in_force.open_end is OpenEnd.ONGOING:
                yield "regimes", regime, f"{path}.in_force", "is ongoing though it was lifted"


@rule("regime-ends-with-measures")
def regime_ends_with_measures(dataset: Dataset) -> Iterator[Where]:
    """A regime starts with its first measure; it has a live measure exactly until it ends."""
    for regime in dataset.regimes:
        if (
            regime.open_end is OpenEnd.ONGOING
            and regime.measures
            and not any(map(_live, regime.measures))
        ):
            yield "regimes", regime, "$.open_end", "is ongoing, though every measure has ended"
        for index, measure in enumerate(regime.measures):
            end = measure.in_force.end
            if regime.ended is None or measure.in_force.open_end is OpenEnd.ENDED:
                continue
            if end is None or end.surely_after(regime.ended):
                message = f"outlives the regime ({regime.ended})"
                yield "regimes", regime, f"$.measures[{index}].in_force", message
        starts = [m.in_force.start for m in regime.measures if m.in_force.start is not None]
        if regime.started is not None and starts and not min(starts).may_equal(regime.started):
            message = f"is {regime.started}, its first measure starts {min(starts)}"
            yield "regimes", regime, "$.started", message


def _live(measure: Measure) -> bool:
    return measure.in_force.end is None and measure.in_force.open_end is not OpenEnd.ENDED


@rule("criterion-after-document")
def criterion_after_document(dataset: Dataset) -> Iterator[Where]:
    """A ground for listing stands no earlier than the document that states it."""
    for regime in dataset.regimes:
        for index, criterion in enumerate(regime.criteria):
            document = cited(dataset, criterion.document)
            start = (criterion.in_force or regime.span).start
            if document is None or document.date is None or start is None:
                continue
            if start.surely_before(document.date):
                message = f"stands from {start}, its document is of {document.date}"
                yield "regimes", regime, f"$.criteria[{index}].in_force", message


@rule("sanctions-own-documents")
def sanctions_own_documents(dataset: Dataset) -> Iterator[Where]:
    """Measures are imposed in documents of the body that imposes the regime."""
    for regime in dataset.regimes:
        for index, measure in enumerate(regime.measures):
            document = cited(dataset, measure.imposed_by.document)
            if document is None:
                continue
            chain = set(with_parents(dataset, document.issuer))
            if not chain.intersection(regime.imposed_by):
                message = f"{document.id} is of {document.issuer}, not of {regime.imposed_by}"
                yield "regimes", regime, f"$.measures[{index}].imposed_by", message
