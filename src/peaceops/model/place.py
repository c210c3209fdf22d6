"""Places: States now and formerly, territories, areas, regions, seas, and their codes."""

from __future__ import annotations

from attrs import field, frozen

from peaceops.dates import Date, Day, OpenEnd, Span
from peaceops.model._fields import about, fact
from peaceops.model._record import Record
from peaceops.model.common import Citation, Dispute, Gap
from peaceops.vocab import CodeScheme, PlaceKind, Review


@frozen(kw_only=True, eq=False, repr=False)
class Code(Record):
    """A code of a place in one scheme, with the days on which it was valid."""

    scheme: CodeScheme = field(metadata=fact("the scheme"))
    value: str = field(metadata=fact("the code, always text: '004' keeps its zeros"))
    start: Date | None = field(
        default=None, metadata=fact("first day of validity; empty: not limited by the source")
    )
    end: Date | None = field(
        default=None, metadata=fact("last day of validity; empty: not limited by the source")
    )

    def valid_on(self, day: Day) -> bool:
        """Whether the code may have stood for the place on a day."""
        open_end = OpenEnd.ONGOING if self.end is None else None
        span = Span(start=self.start, end=self.end, open_end=open_end)
        return span.covers(day)


@frozen(kw_only=True, eq=False, repr=False)
class Place(Record):
    """A place that records refer to."""

    id: str = field(
        metadata=about(
            "ISO 3166-1 alpha-2 (ML), ISO 3166-3 for former States (YUCS), XK for Kosovo, "
            "else a slug (abyei, sahel, mediterranean-sea)"
        )
    )
    name: str = field(metadata=fact("short name in English"))
    aliases: tuple[str, ...] = field(default=(), metadata=about("other and former names"))
    kind: PlaceKind = field(metadata=about("what sort of place"))
    start: Date | None = field(
        default=None, metadata=fact("first day under this identity; empty: not limited here")
    )
    end: Date | None = field(
        default=None, metadata=fact("last day under this identity; empty: it still exists")
    )
    within: tuple[str, ...] = field(
        default=(), metadata=about("places and regions that contain it", refers="places")
    )
    predecessors: tuple[str, ...] = field(
        default=(), metadata=fact("places that it followed", refers="places")
    )
    successors: tuple[str, ...] = field(
        default=(), metadata=fact("places that followed it", refers="places")
    )
    codes: tuple[Code, ...] = field(default=(), metadata=fact("codes, each with its validity"))
    citations: tuple[Citation, ...] = field(default=(), metadata=about("what says so, and where"))
    disputes: tuple[Dispute, ...] = field(default=(), metadata=about("what other sources say"))
    gaps: tuple[Gap, ...] = field(default=(), metadata=about("why fields are empty"))
    review: Review = field(default=Review.DRAFT, metadata=about("how far it has been checked"))
    retired_for: str | None = field(
        default=None, metadata=about("the record in whose favour it is retired", refers="places")
    )
    note: str | None = field(default=None, metadata=about("remark of the curator"))

    def existed_on(self, day: Day) -> bool:
        """Whether the place may have existed under this identity on a day."""
        open_end = OpenEnd.ONGOING if self.end is None else None
        return Span(start=self.start, end=self.end, open_end=open_end).covers(day)

    def code(self, scheme: CodeScheme, day: Day) -> str | None:
        """Return the code of a scheme that was valid on a day, or None.

        Raises ValueError where the scheme gives the place two codes on that day.
        """
        values = {code.value for code in self.codes if code.scheme is scheme and code.valid_on(day)}
        if len(values) > 1:
            both = " and ".join(sorted(values))
            raise ValueError(f"{self.id} has the {scheme.label} codes {both} on {day}")
        return values.pop() if values else None
