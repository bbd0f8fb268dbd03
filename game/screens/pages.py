"""Pages to read: morning, ledger, ending; and the strip that says what came of a choice, once it has been seen."""

from game.language import N_, _
from game.model.acts import Act
from game.model.view import DoorView, Page, View
from game.screens.days import calendar
from game.screens.kit.answers import Answer, Do, Input, Key, Order, Pointer
from game.screens.kit.canvas import HEIGHT, WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, row, scroller, space, words
from game.screens.kit.node import Mood, Node, render
from game.screens.kit.palette import Palette, palette
from game.screens.kit.screen import Screen
from game.screens.kit.widgets import button, panel, silent
from game.screens.paint import pace
from game.screens.passing.stamps import Stamps
from game.screens.sheet import SLIDE
from game.telling.days import to_come, weekday

SEEN_FIRST = 1.1  # seconds in which a consequence is only seen
ON = Do(Act(do="on"))
REST = Order("title")
EDGE = 12.0  # between a tall page and the edge of the screen
RIM = 26.0  # between a page's edge and its words
KICKER = {"morning": N_("Morning"), "ledger": N_("Tonight"), "ending": N_("The last page")}
WAYS_ON = {"morning": N_("Go out"), "ledger": N_("Sleep"), "ending": N_("Turn the page")}


def page_width(frame: Frame, pal: Palette) -> float:
    """How wide a page of a world is at this text size."""
    base = 460.0 if pal.name == "phone" else 620.0
    return min(1160.0, base * (0.45 + 0.55 * frame.zoom))


class Reading(Screen):
    """A page; Enter or a click on its button turns it. Answers Do(on)."""

    overlay = True

    def __init__(self, view: View, told: str = "") -> None:
        """`view.page` must be given. `told`: what has changed overnight, in a line, not yet translated."""
        super().__init__()
        assert view.page is not None
        self.view, self.page, self.told = view, view.page, told
        self.left: int | None = None  # minutes of the play, about, on the page of an evening
        self.focus = "on"
        self.stamps = Stamps(len(view.page.doors))

    @property
    def moving(self) -> bool:  # type: ignore[override]
        """While it comes up, and while doors are judged."""
        return self.age < max(SLIDE, self.stamps.lasts)

    @property
    def strikes(self) -> tuple[str, int]:  # type: ignore[override]
        """The first stamp sounds with the page; then every other one."""
        return "stamp" if self.view.world != "phone" else "", max(0, self.stamps.down(self.age) - 1)

    def paint(self, canvas: Canvas, frame: Frame) -> None:
        """The page, on its way up at first; then what judges doors comes down on it. All is said from the first."""
        root = self.tree(frame)
        if frame.still or not self.moving:
            render(canvas, root, self.focus)
            return
        left = 1 - pace.out(pace.share(self.age, 0.0, SLIDE))
        self.stamps.paint(canvas, root.shift(0, 64 * left), self.age, self.focus)

    def tree(self, frame: Frame) -> Node:
        """The page in the middle, its button below it."""
        pal = palette(self.view.world)
        label = _(WAYS_ON.get(self.page.kind, N_("Go on")))
        inner, rim = self._fitting(frame, pal, button(frame, pal, label, "on", ON, kind="big").box.h)
        wide = inner.box.w - 80
        rests = self.page.rests
        big = button(frame, pal, label, "on", ON, kind="big", width=wide if pal.name == "phone" and not rests else None)
        high = min(inner.box.h, HEIGHT - 2 * EDGE - 3 * rim - big.box.h + 8)
        tall = high + big.box.h + 3 * rim - 8
        box = Box((WIDTH - wide - 80) / 2, (HEIGHT - tall) / 2, wide + 80, tall)
        inner.box = Box(inner.box.x, inner.box.y, box.w - 8, inner.box.h)
        pane = scroller(inner, "page", Box(box.x, box.y + rim, box.w - 8, high), self.scrolls.get("page", 0.0))
        pane.palette = pal
        big.place(box.x + 40, box.bottom - rim - big.box.h + 4)
        ways = [big]
        if rests:
            stop = button(frame, pal, _("A good place to stop for now"), "rest", REST)
            ways.append(stop.place(box.right - 40 - stop.box.w, big.box.y + (big.box.h - stop.box.h) / 2))
        veil = {"ledger": "#12142499", "ending": "#17182F10"}.get(self.page.kind, "#17182F33")

        def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
            canvas.rect((0, 0, WIDTH, HEIGHT), veil)
            panel(canvas, node.box, pal)
            if pal.name == "print" and rim == RIM:
                _pins(canvas, node.box)

        return Node("window", self.page.title, children=[pane, *ways], box=box, draw=draw, palette=pal)

    def _fitting(self, frame: Frame, pal: Palette, foot: float) -> tuple[Node, float]:
        """What is on the page, as airy as the screen allows, and the rim it needs."""
        when = _("{weekday} · day {day}").format(weekday=weekday(self.view), day=self.view.day)
        if self.page.kind == "ledger":
            far = _("day {day} of {days}").format(day=self.view.day, days=self.view.days)
            when = " · ".join(filter(None, (weekday(self.view), far, to_come(self.left))))
        wide = page_width(frame, pal)
        parts = page_parts(frame, pal, self.page, wide, when)
        if self.page.kind == "morning" and self.view.days > 1:
            parts.insert(1, calendar(self.view, frame, pal, wide))
        if self.told:
            face = "sans" if pal.name == "phone" else "serif_italic"
            told = words(frame, _(self.told), face, 19, pal.soft, wide)
            parts.insert(next(at for at, one in enumerate(parts) if one.key == "title") + 1, told)
        inner = column(parts, gap=10, pad=(40, 4))
        if inner.box.h <= HEIGHT - 180 or not self.page.rows:
            return inner, RIM
        inner = self._spread(frame, pal, when)
        if inner.box.h <= HEIGHT - 2 * EDGE - 3 * RIM - foot + 8:
            return inner, RIM
        return self._spread(frame, pal, when, tight=True), RIM / 2

    def _spread(self, frame: Frame, pal: Palette, when: str, *, tight: bool = False) -> Node:
        """Two pages side by side where one would be too tall: the voice on the left, figures and doors on the right."""
        wide = 568.0 if tight else min(540.0, 450 * (0.3 + 0.7 * frame.zoom))
        gap = 36.0 if tight else 44.0
        bare = self.page.model_copy(update={"rows": (), "doors": ()})
        left = column(page_parts(frame, pal, bare, wide, when, 1.24 if tight else 1.45), gap=6 if tight else 10)
        right = column(figures_and_doors(frame, pal, self.page, wide, 0 if tight else 3), gap=2 if tight else 4)
        both = row([left, space(gap, 0), right], align="top", pad=(40 - 16 * tight, 4))
        middle = left.box.w + gap / 2 + 40 - 16 * tight

        def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
            canvas.rect((node.box.x + middle, node.box.y + 4, 1.5, node.box.h - 8), pal.panel)

        both.draw = draw
        return both


def _pins(canvas: Canvas, box: Box) -> None:
    for x in (box.x + 20, box.right - 20):
        canvas.circle((x + 1.5, box.y + 21.5), 6, "#20263A55")
        canvas.circle((x, box.y + 20), 6, "#B8341F")
        canvas.circle((x - 1.5, box.y + 18), 2, "#F0A090")


def page_parts(
    frame: Frame, pal: Palette, page: Page, wide: float, when: str, leading: float = 1.45
) -> list[Node]:
    """Everything on a page but its button."""
    phone = pal.name == "phone"
    parts = [
        words(frame, f"{_(KICKER.get(page.kind, ''))} · {when}".upper() if not phone else when,
              "sans" if phone else "condensed", 14, pal.soft if phone else pal.letters, wide),
        words(frame, page.title, "sans_semibold" if phone else "serif_semibold", 26 if phone else 30, pal.ink, wide,
              leading=1.2, role="heading", key="title"),
    ]
    face = "sans" if phone else "serif"
    parts += [words(frame, line, face, 19, pal.ink, wide, leading=leading) for line in page.lines]
    return parts + figures_and_doors(frame, pal, page, wide)


def figures_and_doors(frame: Frame, pal: Palette, page: Page, wide: float, air: float = 3) -> list[Node]:
    """The lower half of a ledger, with that much air above and below a line."""
    parts = [column([ledger_row(frame, pal, *entry, wide, air) for entry in page.rows], gap=0)] if page.rows else []
    return parts + [door_node(frame, pal, door, wide, air) for door in page.doors]


def ledger_row(frame: Frame, pal: Palette, label: str, figure: str, wide: float, air: float = 3) -> Node:
    """A line of the ledger: words on the left, a figure on the right, a rule below."""
    face = "sans_semibold" if pal.name == "phone" else "mono_semibold"
    right = words(frame, figure, face, 17, pal.ink)
    left = words(frame, label, "sans", 17, pal.ink, wide - right.box.w - 24)
    node = silent(row([left, space(24, 0), right], pad=(0, air)))

    def draw(canvas: Canvas, me: Node, _mood: Mood) -> None:
        canvas.rect(Box(me.box.x, me.box.bottom - 1, me.box.w, 1), pal.panel if pal.name == "phone" else "#CFC6AE")

    node.draw = draw
    return Node("listitem", label, value=figure, children=[node], box=node.box)


def door_node(frame: Frame, pal: Palette, door: DoorView, wide: float, air: float = 3) -> Node:
    """What a regime says of one door: open or shut, and why, if it says why. Never told by colour alone."""
    said = _("OPEN") if door.open else _("SHUT")
    if pal.name == "phone":
        said = _("Yes!") if door.open else _("Not this time")
    ink = pal.good if door.open else pal.bad
    stamp = words(frame, said, "condensed" if pal.name != "phone" else "sans_semibold", 18, ink)
    mark = column([stamp], pad=(12, min(4, air)))
    mark.key = f"mark.{door.id}"

    def frame_it(canvas: Canvas, node: Node, _mood: Mood) -> None:
        round_off = node.box.h / 2 if pal.name == "phone" else 2
        canvas.rect(node.box, ink, round_off, line=2)

    mark.draw = frame_it
    picture = space(frame.em(24), frame.em(36))

    def draw_door(canvas: Canvas, node: Node, _mood: Mood) -> None:
        canvas.rect(node.box, ink, 2, line=2)
        inside = node.box.grown(-4)
        if door.open:
            canvas.polygon([(inside.x, inside.y), (inside.x + inside.w * 0.55, inside.y + 6),
                            (inside.x + inside.w * 0.55, inside.bottom - 2), (inside.x, inside.bottom)], ink)
        else:
            canvas.rect(inside, ink, 1)
            canvas.line([(node.box.x - 4, node.box.bottom + 2), (node.box.right + 4, node.box.y - 2)], pal.paper, 4)
            canvas.line([(node.box.x - 4, node.box.bottom + 2), (node.box.right + 4, node.box.y - 2)], ink, 2)

    picture.draw = draw_door
    room = wide - picture.box.w - 20
    left = room - mark.box.w - 12
    longest = max(frame.measure(word, "sans_semibold", frame.em(18))[0] for word in door.name.split(" "))
    below = longest > left  # then the stamp has no room beside it
    name = words(frame, door.name, "sans_semibold", 18, pal.ink, room if below else left)
    lines: list[Node] = [name, mark] if below else [row([name, space(12, 0), mark])]
    if door.why:
        lines.append(words(frame, door.why, "sans", 15, pal.soft, room, leading=1.25))
    inner = silent(row([picture, space(16, 0), column(lines)], pad=(4, air + 1)))
    return Node("listitem", door.name, value=said.lower(), hint=door.why, children=[inner], box=inner.box)


class Strip(Screen):
    """What came of a choice: first it is seen on the street, then it is written. Answers Do(on)."""

    overlay = True

    def __init__(self, view: View) -> None:
        """`view.then` is what is written."""
        super().__init__()
        self.view = view
        self.focus = "on"
        self.patient = bool(view.seen)

    @property
    def moving(self) -> bool:  # type: ignore[override]
        """Until it is written."""
        return self.age < SEEN_FIRST + 0.2

    def written(self, frame: Frame) -> bool:
        """Whether the words are there yet."""
        return not self.patient or frame.still or self.age >= SEEN_FIRST

    def tree(self, frame: Frame) -> Node:
        """The words and a way on."""
        pal = palette(self.view.world)
        wide = min(1100.0, 760 * (0.5 + 0.5 * frame.zoom))
        big = button(frame, pal, _("Go on"), "on", ON, kind="big", size=17)
        face = "sans" if pal.name == "phone" else "serif_medium"
        text = words(frame, self.view.then or "…", face, 21, pal.ink, wide - big.box.w - 24, role="alert")
        inner = row([text, space(24, 0), big], pad=(28, 18))
        inner.place((WIDTH - inner.box.w) / 2, HEIGHT - 28 - inner.box.h)

        def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
            panel(canvas, node.box, pal)

        return Node("window", children=[inner], box=inner.box, draw=draw, palette=pal)

    def paint(self, canvas: Canvas, frame: Frame) -> None:
        """Nothing, and then the words."""
        if self.written(frame):
            rising = self.patient and not frame.still
            left = 1 - pace.out(pace.share(self.age, SEEN_FIRST, SEEN_FIRST + SLIDE)) if rising else 0.0
            render(canvas, self.tree(frame).shift(0, 40 * left), self.focus)

    def on(self, event: Input, frame: Frame) -> Answer | None:
        """Before the words are there a key or a click brings them; then it goes on."""
        pressed = (isinstance(event, Key) and event.down and event.name in ("enter", "space", "right")) or (
            isinstance(event, Pointer) and event.kind == "down"
        )
        if not self.written(frame):
            if pressed:
                self.patient, self.dirty = False, True
            return None
        if isinstance(event, Pointer) and event.kind == "down":
            return ON
        return super().on(event, frame)
