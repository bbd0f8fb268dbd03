"""The debrief: pages as tabs. It renders what the debrief has laid out, and computes nothing."""

from collections.abc import Mapping, Sequence
from functools import partial

from game.debrief.cards import Card
from game.debrief.charts import Dominoes, Dots, Drift, Plan
from game.debrief.page import Page
from game.language import _
from game.model.record import Record
from game.model.said import Said
from game.screens.debrief import build
from game.screens.debrief.checking import Checking
from game.screens.debrief.evidence import panel_ground
from game.screens.debrief.lines import Lines
from game.screens.debrief.look import PAL, QUIET, text_columns
from game.screens.debrief.owning import UNASKED
from game.screens.debrief.panes import group
from game.screens.debrief.sides import moments
from game.screens.debrief.strip import fill
from game.screens.debrief.tabs import bar
from game.screens.debrief.twin_stage import fill as fill_twin
from game.screens.kit.answers import Answer, Input, Key, Order, Push
from game.screens.kit.canvas import HEIGHT, WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import scroller
from game.screens.kit.node import Mood, Node, Press
from game.screens.passing.leaf import TURNS, Turned

UNFOLD = 0.7  # seconds in which a picture comes to rest
SHOWN = 3  # so many moments stand beside a page until all are asked for
DIGITS = "1234567890"
ACROSS = ("tile", "dot", "cell", "point", "file", "part")  # in these, left and right go from thing to thing


class Debrief(Checking):
    """All pages of one debrief.

    `pages` are those of `game.debrief.pages.debrief(record, pack)`, `record` is the record that they were made from;
    `notes` are what is to be said about the record itself; `looks` how people look, by id (as the stage has them);
    `said` is what the player said about it before; `copies`, whether any were saved.
    Answers Push, Pop and Order, each with `play`: "export" with `what` ("report", "record", "worksheet", "csv", "code"
    or "all"), "wipe" with `copies` ("stay") or not, "object" with `finding` and `words` (None takes it back), "sort"
    with `when`, `case` and `tray`, "answers" when those are shown, "settled" when it is left, "receipt" with `kind`
    ("png" or "txt") and `struck` (the lines to be left out), "code" with `save` (what saves it answers).
    """

    hushed = True

    def __init__(
        self, pages: Sequence[Page], record: Record, notes: Sequence[str] = (),
        looks: Mapping[str, object] | None = None, said: Said = UNASKED, *, copies: bool = False,
    ) -> None:  # fmt: skip
        """Open the first page. `pages` must not be empty."""
        super().__init__()
        self.pages = tuple(pages)
        self.record = record
        self.notes = tuple(notes)
        self.looks = looks or {}
        self.said, self.copies = said, copies
        self.cards = {card.n: card for page in self.pages for card in page.moments}
        self.at = 0
        self.chosen = ""  # finding whose moments are shown, "all", or "" for a few of them
        self.without = ""  # the act that is taken out of the life
        self.focus = f"tab.{self.pages[0].id}"
        self._made: tuple[tuple[object, ...], Node, Node | None] | None = None
        self._turned = Turned()

    @property
    def page(self) -> Page:
        """The page that is open."""
        return self.pages[self.at]

    @property
    def moving(self) -> bool:  # type: ignore[override]
        """Only while a page turns or a picture unfolds, two lives run, or a twin is being lived."""
        unfolds = self.age < (UNFOLD if self.page.charts else TURNS)
        return unfolds or self.runs_now or self.lives_now

    def paint(self, canvas: Canvas, frame: Frame) -> None:
        """The page; while it is turned, also the one before it."""
        draw = partial(super().paint, canvas, frame)
        top = self.tree(frame).children[0].box.h if self.age < TURNS else 0.0
        self._turned.paint(canvas, self.at, self.age, draw, top, still=frame.still)

    def turn(self, to: int) -> Answer | None:
        """Open a page by its number, from 0."""
        if 0 <= to < len(self.pages):
            self.at = to
            self.chosen, self.age, self.scrolls, self.dirty = "", 0.001, {}, True
            self.focus = f"tab.{self.page.id}"
            self.settle_down()
        return None

    def tree(self, frame: Frame) -> Node:
        """The bar, the page, the evidence."""
        head = bar(frame, self.pages, self.at, lambda to: lambda: self.turn(to), self._out)
        top = head.box.h
        main, panel = self._content(frame)
        if self.page.strip is not None:
            fill(frame, main, self.page.strip, self.run(frame))
        if self.one is not None:
            fill_twin(frame, (main, panel), self.one, self.pairing())
        panes: list[Node] = []
        wide = WIDTH - 8 if panel is None else WIDTH - panel.box.w - 48
        pane = scroller(main, "main", Box(0, top, wide, HEIGHT - top), self.scrolls.get("main", 0.0))
        pane.palette = QUIET
        panes.append(pane)
        if panel is not None:
            high = min(panel.box.h, HEIGHT - top - 44)
            box = Box(WIDTH - panel.box.w - 30, top + 24, panel.box.w, high)
            side = scroller(panel, "side", box, self.scrolls.get("side", 0.0))
            side.palette, side.draw = QUIET, panel_ground
            panes.append(side)

        def draw(canvas: Canvas, _node: Node, _mood: Mood) -> None:
            canvas.rect((0, 0, WIDTH, HEIGHT), PAL.paper)

        return Node("window", _("Debrief"), children=[head, *panes], box=Box(0, 0, WIDTH, HEIGHT), draw=draw,
                    palette=PAL)  # fmt: skip

    def _content(self, frame: Frame) -> tuple[Node, Node | None]:
        """The page laid out; kept until something about it changes, since a page can be long."""
        self._still = frame.still
        key = (self.at, frame.size, frame.zoom, self.chosen, self.opened, self.without, self.struck, self.line,
               self.said, *self.laid_by())  # fmt: skip
        if self._made is None or self._made[0] != key:
            self._made = (key, *self._lay_out(frame))
        return self._made[1], self._made[2]

    def _lay_out(self, frame: Frame) -> tuple[Node, Node | None]:
        hands = build.Hands(self._open, self._rest, self._toggle, self._list, self._leave(), self._live, self._take,
                            self._see, self.said, self._object, self._take_back, self.run(frame), self.striking(),
                            self.chosen, self.without, self.cases(),
                            self.pairing() if self.page.twins else None)  # fmt: skip
        return build.page(frame, self.page, self.notes if self.at == 0 else (), self._moments(), self.chosen,
                          self.opened, hands, beside=text_columns(frame))  # fmt: skip

    def _live(self) -> float:
        if self._still or not 0 < self.age < UNFOLD:
            return 1.0
        return 1 - (1 - self.age / UNFOLD) ** 3

    def _moments(self) -> tuple[Card, ...]:
        """The moments in the panel: those of a finding, all, or a few from the beginning, middle and end."""
        every = self.page.moments
        one = next((f for f in self.page.findings if f.id == self.chosen), None)
        if one is not None:
            return tuple(c for c in every if c.n in set(one.evidence))
        if self.chosen == "all" or len(every) <= SHOWN:
            return every
        return every[0], every[len(every) // 2], every[-1]

    def _open(self, n: int) -> Press:
        def press() -> Answer | None:
            cards = self._sequence(n)
            shown = moments(cards, n, self.looks, twice=self.page.id == "nudges")
            return Push(shown) if shown else None

        return press

    def _sequence(self, n: int) -> tuple[Card, ...]:
        """The moments to turn through: a domino's halves, all dots or cells, else what the page rests on."""
        order: list[int] = []
        for chart in self.page.charts:
            if isinstance(chart, Dominoes) and group(self.focus) == "tile":
                order += [m for tile in chart.tiles if tile.n_left == n for m in (tile.n_left, tile.n_right)]
            elif isinstance(chart, Dots) and group(self.focus) == "dot":
                order += [dot.n for band in chart.bands for dot in band.dots]
            elif isinstance(chart, Plan) and group(self.focus) == "cell":
                order += [dot.n for ring in chart.rings for dot in ring.dots]
            elif isinstance(chart, Drift) and group(self.focus) == "point":
                order += [m for course in chart.courses for p in course.points if p.n == n for m in p.lines]
        if order:
            return tuple(self.cards[m] for m in order if m in self.cards)
        mine = self._moments()
        return mine if self.chosen and any(card.n == n for card in mine) else self.page.moments

    def _rest(self, finding: str) -> Press:
        def press() -> Answer | None:
            if self.page.id == "first":
                shown = moments(self.page.moments, self.page.moments[0].n, self.looks)
                return Push(shown) if shown else None
            self.chosen, self.dirty = finding, True
            self.scrolls["side"] = 0.0
            mine = self._moments()
            self.focus = f"card.{mine[0].n}" if finding and mine else self.focus
            return None

        return press

    def _toggle(self, key: str) -> Press:
        def press() -> Answer | None:
            self.opened, self.dirty = self.opened ^ {key}, True
            return None

        return press

    def _take(self, act: str) -> Press:
        """Take an act out of the life, or put it back; the marks go there from where they stood."""

        def press() -> Answer | None:
            self.without, self.dirty = ("" if self.without == act else act), True
            self.age = 0.001
            self.focus = f"act.{act}"
            return None

        return press

    def _see(self, lines: tuple[int, ...]) -> Press:
        def press() -> Answer | None:
            mine = tuple(self.cards[n] for n in lines if n in self.cards)
            shown = moments(mine, mine[0].n, self.looks) if mine else None
            return Push(shown) if shown else None

        return press

    def _list(self, at: int) -> Press:
        return lambda: Push(Lines(self.page.long[at]))

    def _leave(self) -> list[tuple[str, str, Press]]:
        """What can be done with the play, on the page that shows what was kept and on the last."""
        if self.page.id != "kept" and self.at != len(self.pages) - 1:
            return []
        return [
            (_("Save these pages as a file"), "export.report", lambda: self._export("report")),
            (_("Save the record"), "export.record", lambda: self._export("record")),
            (_("Save a worksheet"), "export.worksheet", lambda: self._export("worksheet")),
            (_("Save a table (CSV)"), "export.csv", lambda: self._export("csv")),
            (_("A code for the class"), "code", self._code),
            (_("Keep it, and to the title"), "title", Order("settled", {"play": self._play, "to": "title"})),
            (_("Wipe it"), "wipe", lambda: Push(self._wiping())),
        ]

    def _code(self) -> Order:
        """The shell makes it of the record."""
        return Order("code", {"play": self._play, "save": lambda: self._export("code")})

    def on(self, event: Input, frame: Frame) -> Answer | None:
        """Arrows turn pages, or go from thing to thing in a picture; numbers open pages; Escape goes back."""
        self.remember()
        if not isinstance(event, Key) or not event.down:
            return super().on(event, frame)
        self.dirty = True
        name = event.name
        if name in DIGITS:
            return self.turn(DIGITS.index(name))
        if self.runs(name, frame):
            return None
        if name in ("left", "right"):
            by = 1 if name == "right" else -1
            if group(self.focus) in ACROSS:
                return self.along(by, frame)
            return self.turn(self.at + by)
        if name == "escape":
            return self._back()
        before = self.focus
        answer = super().on(event, frame)
        if self.focus != before:
            self._reveal(self.tree(frame))
        return answer

    def _back(self) -> Answer | None:
        """From what was chosen to the whole page, from a thing to its page, from the page out."""
        if self.without and self.page.life is not None:
            self.without = ""
            return None
        if self.chosen:
            self.chosen = ""
            self.focus = f"tab.{self.page.id}"
            return None
        if group(self.focus) != "tab":
            self.focus = f"tab.{self.page.id}"
            self.scrolls = {}
            return None
        return self._out()
