"""One page of the debrief."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from game.debrief.cards import Card
from game.debrief.cases import Dealt
from game.debrief.charts import Chart, Table
from game.debrief.facets import Life
from game.debrief.names import Names
from game.debrief.reading import Reading
from game.debrief.slip import Receipt
from game.debrief.strip import Strip
from game.debrief.twin import TwinResult
from game.debrief.twins import Twins
from game.debrief.two_readings import Twice
from game.model.finding import Finding

BESIDE = 3


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says, in the order in which it is read. All of it is words, figures and chart descriptions."""

    id: str
    title: str  # for the tab
    headline: str
    lead: tuple[str, ...] = ()
    charts: tuple[Chart, ...] = ()
    tables: tuple[Table, ...] = ()
    findings: tuple[Finding, ...] = ()
    moments: tuple[Card, ...] = ()  # the evidence of the findings, or what the page is about
    beside: tuple[Card, ...] = ()  # up to three of them, to stand beside the page
    cannot: tuple[str, ...] = ()  # what it cannot show
    ask: tuple[str, ...] = ()
    twice: Twice | None = None  # one set of counts read twice, side by side
    group: str = ""  # "" | "everything"
    long: tuple[Table, ...] = field(default=())  # long lists, to be opened
    life: Life | None = None  # all that was done, where systems are laid over it
    strip: Strip | None = None  # the whole play, over which a cursor runs
    receipt: Receipt | None = None  # lines that can be struck
    check: Dealt | None = None  # cases to be sorted, or to be listed with what was kept
    twins: Twins | None = field(default=None, compare=False, repr=False)  # lives under other files, to choose from


@dataclass(frozen=True, slots=True)
class Desk:
    """What every page is made from."""

    reading: Reading
    names: Names
    found: dict[str, Finding]
    cards: dict[int, Card]
    twin: TwinResult | None
    roomed: bool = False  # the room's computer has the record as well


def of_finding(finding: Finding, cards: dict[int, Card]) -> tuple[Card, ...]:
    """The moments that a finding rests on. Answers and doors have no screen and are not among them."""
    return tuple(cards[n] for n in finding.evidence if n in cards)


def page(
    desk: Desk, id_: str, title: str, headline: str, lead: Sequence[str], *, charts: Sequence[Chart | None] = (),
    tables: tuple[Table, ...] = (), found: Sequence[str] = (), cannot: Sequence[str] = (), ask: Sequence[str] = (),
    twice: Twice | None = None,
    moments: Sequence[Card] = (), beside: Sequence[Card] = (), group: str = "", long: tuple[Table, ...] = (),
    life: Life | None = None, strip: Strip | None = None, receipt: Receipt | None = None, twins: Twins | None = None,
) -> Page:  # fmt: skip
    """Put a page together: charts that are not there are left out, moments follow from the findings."""
    chosen = tuple(desk.found[f] for f in found)
    rests = {c.n: c for finding in chosen for c in of_finding(finding, desk.cards)}
    about = tuple(moments) or tuple(rests[n] for n in sorted(rests))
    return Page(
        id=id_,
        title=title,
        headline=headline,
        lead=tuple(lead),
        charts=tuple(c for c in charts if c is not None),
        tables=tables,
        findings=chosen,
        moments=about,
        beside=(tuple(beside) or _spread(about))[:BESIDE],
        cannot=tuple(cannot),
        ask=tuple(ask),
        twice=twice,
        group=group,
        long=long,
        life=life,
        strip=strip,
        receipt=receipt,
        twins=twins,
    )


def _spread(moments: tuple[Card, ...]) -> tuple[Card, ...]:
    """Three moments from the beginning, middle and end."""
    if len(moments) <= BESIDE:
        return moments
    return moments[0], moments[len(moments) // 2], moments[-1]
