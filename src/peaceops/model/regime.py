"""Sanctions regimes: measures, the bodies that watch them, the criteria for listing."""

from __future__ import annotations

from attrs import field, frozen

from peaceops.dates import Date, Day, OpenEnd, Span, Standing
from peaceops.model._fields import about, fact
from peaceops.model._record import Record
from peaceops.model.common import Citation, Dispute, ExternalId, Gap
from peaceops.model.mandate import Mandate, Task
from peaceops.model.provision import NameUse, Provision
from peaceops.vocab import BodyKind, Checked, Counter, CrimeType, MeasureKind, Review


@frozen(kw_only=True, eq=False, repr=False)
class Measure(Record):
    """One sanctions measure: imposed by a paragraph, lifted by another.

    A measure that is lifted and imposed again years later is two measures.
    """

    id: str = field(metadata=about("regime and a name, such as un-libya-2011/arms-embargo"))
    kind: MeasureKind = field(metadata=fact("what sort of measure"))
    scope: str = field(metadata=about("whom or what it hits, in our words"))
    places: tuple[str, ...] = field(
        default=(),
        metadata=fact("places it applies to, if not those of the regime", refers="places"),
    )
    imposed_by: Provision = field(metadata=fact("the passage that imposes it"))
    amended_by: tuple[Provision, ...] = field(
        default=(), metadata=fact("passages that change or renew it, oldest first")
    )
    lifted_by: Provision | None = field(default=None, metadata=fact("the passage that ends it"))
    in_force: Span = field(
        metadata=fact("first and last day on which it binds, as the documents say")
    )
    exemptions: tuple[Provision, ...] = field(
        default=(), metadata=fact("passages that allow exceptions")
    )
    note: str | None = field(default=None, metadata=about("remark of the curator"))

    @property
    def owner(self) -> str:
        """Id of the regime that the measure belongs to."""
        return self.id.partition("/")[0]


@frozen(kw_only=True, eq=False, repr=False)
class Committee(Record):
    """The committee that oversees a regime."""

    name: str = field(metadata=fact("its name"))
    established: Provision = field(metadata=fact("the passage that sets it up"))
    dissolved: Provision | None = field(
        default=None, metadata=fact("the passage that dissolves it")
    )


@frozen(kw_only=True, eq=False, repr=False)
class MonitoringBody(Record):
    """A panel, group, team or office that watches over a regime."""

    id: str = field(metadata=about("regime and a name, such as un-libya-2011/panel"))
    name: str = field(metadata=fact("its name"))
    kind: BodyKind = field(metadata=fact("what sort of body"))
    mandates: tuple[Mandate, ...] = field(
        default=(), metadata=about("set up, every renewal, ended; with until-dates")
    )


@frozen(kw_only=True, eq=False, repr=False)
class Criterion(Record):
    """A ground on which a person or entity can be designated."""

    document: str = field(metadata=fact("id of the document", refers="documents"))
    at: str = field(metadata=fact("paragraph, with its letter"))
    crimes: tuple[CrimeType, ...] = field(
        default=(), metadata=fact("crimes it is about; empty where none")
    )
    explicit: bool | None = field(
        default=None, metadata=fact("whether the text names the crime; empty without crimes")
    )
    means_only: bool = field(
        default=False,
        metadata=fact("crime counts only as a means (financing), not as a ground of its own"),
    )
    in_force: Span | None = field(
        default=None, metadata=fact("how long it is a ground, where the texts say")
    )
    quote: str | None = field(default=None, metadata=about("verbatim words, at most 40"))
    checked: Checked = field(
        default=Checked.UNREAD, metadata=about("how the quote was held against the text")
    )
    note: str | None = field(default=None, metadata=about("remark of the curator"))


@frozen(kw_only=True, eq=False, repr=False)
class SanctionsRegime(Record):
    """A sanctions regime: measures of one issuer on one subject, with its machinery."""

    id: str = field(metadata=about("imposer, subject and year, such as un-mali-2017"))
    name: str = field(metadata=fact("the name in use at the end, or now"))
    names: tuple[NameUse, ...] = field(default=(), metadata=about("changes of name and scope"))
    aliases: tuple[str, ...] = field(default=(), metadata=about("other names in use"))
    imposed_by: tuple[str, ...] = field(
        metadata=about("organization that imposed it", refers="organizations")
    )
    places: tuple[str, ...] = field(
        default=(), metadata=fact("places it is about", refers="places")
    )
    targets: tuple[str, ...] = field(
        default=(), metadata=about("groups and persons it is aimed at, in our words")
    )
    started: Date | None = field(
        default=None, metadata=fact("first day of its first measure", needed=True)
    )
    ended: Date | None = field(default=None, metadata=fact("last day of its last measure"))
    open_end: OpenEnd | None = field(
        default=None, metadata=fact("why there is no last day; set if and only if ended is not")
    )
    known_until: Date | None = field(
        default=None,
        metadata=about("the last day of which the sources read speak; later days are unknown"),
    )
    committee: Committee | None = field(default=None, metadata=about("its committee"))
    measures: tuple[Measure, ...] = field(default=(), metadata=about("its measures"))
    monitoring: tuple[MonitoringBody, ...] = field(
        default=(), metadata=about("bodies that watch over it")
    )
    criteria: tuple[Criterion, ...] = field(default=(), metadata=about("grounds for designation"))
    procedures: tuple[Provision, ...] = field(
        default=(), metadata=about("passages on delisting, focal point, ombudsperson")
    )
    tasks: tuple[Task, ...] = field(
        default=(), metadata=about("what its documents ask States or its bodies to do about crime")
    )
    predecessors: tuple[str, ...] = field(
        default=(), metadata=fact("regimes that it followed or split from", refers="regimes")
    )
    successors: tuple[str, ...] = field(
        default=(), metadata=fact("regimes that followed it", refers="regimes")
    )
    counted_by: tuple[Counter, ...] = field(default=(), metadata=about("lists that count it"))
    external_ids: tuple[ExternalId, ...] = field(default=(), metadata=about("ids elsewhere"))
    citations: tuple[Citation, ...] = field(default=(), metadata=about("what says so, and where"))
    disputes: tuple[Dispute, ...] = field(default=(), metadata=about("what other sources say"))
    gaps: tuple[Gap, ...] = field(default=(), metadata=about("why fields are empty"))
    review: Review = field(default=Review.DRAFT, metadata=about("how far it has been checked"))
    retired_for: str | None = field(
        default=None, metadata=about("the record in whose favour it is retired", refers="regimes")
    )
    note: str | None = field(default=None, metadata=about("remark of the curator"))

    @property
    def span(self) -> Span:
        """From the first day of its first measure to the last day of its last."""
        open_end = self.open_end if self.ended is None else None
        if self.ended is None and open_end is None:
            open_end = OpenEnd.UNKNOWN
        start = self.started
        if start is not None and self.ended is not None and self.ended.surely_before(start):
            start = None  # the rule dates-in-order reports it; a question still gets an answer
        return Span(start=start, end=self.ended, open_end=open_end)

    def status_on(self, day: Day) -> Standing:
        """Say whether it was in force on a day; days after ``known_until`` are unknown."""
        return self.span.standing(day, self.known_until)

    def active_on(self, day: Day, *, certainly: bool = False) -> bool:
        """Whether it may have been (``certainly``: must have been) in force on a day."""
        return self.span.covers(day, known_until=self.known_until, certainly=certainly)

    def measures_on(self, day: Day, *, certainly: bool = False) -> tuple[Measure, ...]:
        """Return the measures in force on a day, in the order of the record."""
        return tuple(
            measure
            for measure in self.measures
            if measure.in_force.covers(day, known_until=self.known_until, certainly=certainly)
        )

    def criteria_on(self, day: Day, *, certainly: bool = False) -> tuple[Criterion, ...]:
        """Return the designation criteria in force on a day.

        A criterion without a span of its own stands as long as the regime.
        """
        return tuple(
            criterion
            for criterion in self.criteria
            if (criterion.in_force or self.span).covers(
                day, known_until=self.known_until, certainly=certainly
            )
        )
