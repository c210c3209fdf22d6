"""Rules on dates of missions, regimes and projects."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from peaceops.dataset import Dataset
from peaceops.rules.registry import Where, rule
from peaceops.rules.walk import cited
from peaceops.vocab import (
    MandateAction,
)


@rule("dates-in-order")
def dates_in_order(dataset: Dataset) -> Iterator[Where]:
    """Established, started, ended, liquidated follow each other, as far as precision tells."""
    orders = {
        "missions": (("established", "started", "ended", "liquidated"), ("established", "ended")),
        "regimes": (("started", "ended"),),
        "instruments": (("adopted", "opened", "in_force"),),
        "organizations": (("founded", "dissolved"),),
        "places": (("start", "end"),),
    }
    for kind, chains in orders.items():
        for record in dataset.collection(kind):
            for chain in chains:
                given = [(name, getattr(record, name)) for name in chain if getattr(record, name)]
                for (first, early), (second, late) in pairwise(given):
                    if late.surely_before(early):
                        message = f"{second} ({late}) lies before {first} ({early})"
                        yield kind, record, f"$.{second}", message


@rule("one-end")
def one_end(dataset: Dataset) -> Iterator[Where]:
    """A mission or regime has either a last day or a reason why there is none, never both."""
    for kind in ("missions", "regimes"):
        for record in dataset.collection(kind):
            if (record.ended is None) is (record.open_end is None):
                message = "exactly one of ended and open_end must be given"
                yield kind, record, "$.open_end", message


@rule("known-until")
def known_until(dataset: Dataset) -> Iterator[Where]:
    """What has no last day says to which day it is known, so that it never seems in force."""
    for kind in ("missions", "regimes", "projects"):
        for record in dataset.collection(kind):
            spans = [value for value in (getattr(record, "span", None),) if value is not None]
            spans += [mandate.in_force for mandate in getattr(record, "mandates", ())]
            spans += [measure.in_force for measure in getattr(record, "measures", ())]
            if record.known_until is None and any(span.open_end is not None for span in spans):
                yield kind, record, "$.known_until", "is needed, since something has no last day"
            if record.known_until is not None and not record.known_until.exact:
                yield kind, record, "$.known_until", "must be a day"


@rule("known-until-late-enough")
def known_until_late_enough(dataset: Dataset) -> Iterator[Where]:
    """A record is known at least to the date of the newest document of its mandates."""
    for mission in dataset.missions:
        for index, mandate in enumerate(mission.mandates):
            document = cited(dataset, mandate.document)
            if mission.known_until is None or document is None or document.date is None:
                continue
            if mission.known_until.surely_before(document.date):
                message = f"{mission.known_until} lies before {document.id} ({document.date})"
                yield "missions", mission, f"$.mandates[{index}]", message


@rule("established-on-decision")
def established_on_decision(dataset: Dataset) -> Iterator[Where]:
    """A mission is established on the date of the document that establishes it."""
    for mission in dataset.missions:
        for index, mandate in enumerate(mission.mandates):
            if mandate.action is not MandateAction.ESTABLISH or mission.established is None:
                continue
            document = cited(dataset, mandate.document)
            date = document.date if document else None
            if date is not None and not date.may_equal(mission.established):
                message = f"{mandate.document} is of {date}, established is {mission.established}"
                yield "missions", mission, f"$.mandates[{index}]", message
            break
