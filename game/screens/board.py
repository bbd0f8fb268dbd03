"""Two things to look at close up: the notice board, read line by line, and the phone in the hand."""


from game.language import N_, _, told
from game.model.acts import Act
from game.model.view import BoardLine, View
from game.screens.kit.answers import Answer, Do, Input, Key, Pop
from game.screens.kit.canvas import HEIGHT, WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, row, scroller, space, words
from game.screens.kit.node import Mood, Node
from game.screens.kit.palette import PHONE, PRINT
from game.screens.kit.screen import Screen
from game.screens.kit.widgets import arrow, button, silent
from game.screens.week import curve_of
from game.telling.week import way_in_words

WOOD, WOOD_DARK, WOOD_LIGHT = "#7A5536", "#5C3E27", "#9A7350"
VEIL = "#17182F8C"
SLIDE = 0.18
CHEER = N_("Lovely to see you!")
UNREAD = "· · ·"


class Board(Screen):
    """The posted lines. A line's figure shows once it has been read. Answers Do(look line:...) and Pop."""

    overlay = True
    held_up = True

    def __init__(self, view: View) -> None:
        """`view.board` are the lines as they hang there now."""
        super().__init__()
        self.view = view
        unread = [line.id for line in view.board if line.points is None]
        self.focus = f"line.{unread[0]}" if unread else "away"

    def take(self, view: View) -> bool:
        """It stays open while there is a board to stand at."""
        if view.phase != "street" or not view.board:
            return False
        self.view, self.dirty = view, True
        return True

    def tree(self, frame: Frame) -> Node:
        """The board as a list of lines, each of which can be read."""
        wide = min(1160.0, 760 * (0.4 + 0.6 * frame.zoom))
        paper = wide - 96
        inner = paper - 64
        title = words(frame, _("TARIFF"), "condensed", 30, PRINT.accent, inner, "centre", role="heading")
        under = words(frame, _("Posted by the warden of the board. Reading a line takes a minute."), "serif_italic", 16,
                      PRINT.soft, inner, "centre")
        lines = [self._line(frame, one, inner) for one in self.view.board]
        listing = column(lines, gap=4)
        listing.role = "list"
        away = button(frame, PRINT, _("Step back"), "away", Pop(), kind="big", shortcut="escape")
        foot = 40 + away.box.h
        head = column([title, under], gap=2)
        room = HEIGHT - 20 - head.box.h - foot - 72
        high = min(listing.box.h, room)
        box = Box((WIDTH - wide) / 2, max(10.0, (HEIGHT - (head.box.h + high + foot + 72)) / 2), wide,
                  head.box.h + high + foot + 72)
        head.place(box.x + 80, box.y + 38)
        pane = scroller(listing, "lines", Box(box.x + 80, head.box.bottom + 12, inner + 18, high),
                        self.scrolls.get("lines", 0.0))
        pane.palette = PRINT
        away.place(box.x + (wide - away.box.w) / 2, pane.box.bottom + 20)

        def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
            canvas.rect((0, 0, WIDTH, HEIGHT), VEIL)
            _wood(canvas, node.box)
            sheet = Box(node.box.x + 48, node.box.y + 26, paper, node.box.h - 52)
            canvas.shadow(sheet, "#00000050", 2, 5)
            canvas.rect(sheet, PRINT.paper, 2)
            canvas.rect(Box(sheet.x, sheet.y, sheet.w, 6), PRINT.accent)
            for x in (sheet.x + 14, sheet.right - 14):
                canvas.circle((x, sheet.y + 18), 6, "#8F2A1C")
                canvas.circle((x - 1.5, sheet.y + 16.5), 3, "#E2715F")

        return Node("window", _("The notice board"), children=[head, pane, away], box=box, draw=draw, palette=PRINT)

    def _line(self, frame: Frame, line: BoardLine, wide: float) -> Node:
        read = line.points is not None
        figure = UNREAD if line.points is None else f"{line.points:+d}".replace("-", "−")
        column_wide = frame.em(64)
        ink = PRINT.ink if line.points is None else (PRINT.bad if line.points < 0 else PRINT.good)
        parts = [words(frame, line.text, "sans", 18, PRINT.ink, wide - column_wide - 40)]
        if line.fresh:
            parts.insert(0, words(frame, _("PASTED OVER"), "condensed", 14, PRINT.bad))
        points = words(frame, figure, "mono_semibold", 18, ink, column_wide, "right")
        inside = silent(row([column(parts), space(8), points], pad=(14, 6)))
        inside.box = Box(0, 0, wide, inside.box.h)

        def draw(canvas: Canvas, node: Node, mood: Mood) -> None:
            if line.fresh:
                canvas.shadow(node.box, "#20263A40", 1, 3)
                canvas.rect(node.box, "#FFF0BF", 1)
            elif mood:
                canvas.rect(node.box, PRINT.panel, 2)
            else:
                canvas.rect(Box(node.box.x + 10, node.box.bottom, node.box.w - 20, 1), "#D8CFB6")

        return Node(
            "button", line.text, key=f"line.{line.id}", value=figure if read else _("not read yet"),
            hint=_("pasted over") if line.fresh else "", answer=self._read(line), children=[inside], box=inside.box,
            draw=draw, palette=PRINT, readable=False,
        )

    def _read(self, line: BoardLine) -> Answer | None:
        if line.points is not None:
            return None
        return Do(Act(do="look", what=f"line:{line.id}"))

    def on(self, event: Input, frame: Frame) -> Answer | None:
        """Reading moves on to the next line by itself."""
        answer = super().on(event, frame)
        if isinstance(answer, Do):
            rest = [one.id for one in self.view.board if one.points is None and f"line:{one.id}" != answer.act.what]
            if rest:
                self.focus = f"line.{rest[0]}"
                self._reveal(self.tree(frame))
        return answer


def _wood(canvas: Canvas, box: Box) -> None:
    canvas.shadow(box, "#00000060", 6, 10)
    canvas.rect(box, WOOD_DARK, 6)
    canvas.rect(box.grown(-10), WOOD, 4)
    for step in range(1, 6):
        y = box.y + 10 + (box.h - 20) * step / 6
        canvas.rect(Box(box.x + 14, y, box.w - 28, 1.5), WOOD_DARK)
    canvas.rect(Box(box.x, box.y, box.w, 8), WOOD_LIGHT, 4)
    for x in (box.x + 18, box.right - 18):
        for y in (box.y + 20, box.bottom - 20):
            canvas.circle((x, y), 5, "#D9A43A")


class Handset(Screen):
    """The phone, held up: praise, an arrow, a curve without a scale. Answers Pop."""

    overlay = True
    held_up = True
    moving = False

    def __init__(self, view: View) -> None:
        """`view.cheer` and `view.standing` are all it says."""
        super().__init__()
        self.view = view
        self.focus = "away"

    def take(self, view: View) -> bool:
        """It stays up on the street."""
        if view.phase != "street" or view.world != "phone":
            return False
        self.view, self.dirty = view, True
        return True

    def tree(self, frame: Frame) -> Node:
        """What the phone says, and a way to put it away."""
        pal = PHONE
        standing = self.view.standing
        way = standing.arrow if standing else ""
        wide = min(700.0, 400 * (0.3 + 0.7 * frame.zoom))
        inner = wide - 64
        name = words(frame, told("Lumen"), "serif_bold", 26, "#173F36", inner - 32)
        small = words(frame, _("Little things, noticed."), "sans", 16, "#173F36", inner - 32)
        head = column([name, small], gap=2, pad=(16, 14))
        head.box = Box(0, 0, inner, head.box.h)
        head.draw = lambda canvas, node, _mood: canvas.gradient(node.box, "#8FE8CC", "#74D8B8", 22)
        says = words(frame, self.view.cheer or _(CHEER), "sans_semibold", 20, pal.ink, inner, "centre",
                     role="heading")
        figure = standing.word if standing else ""
        if standing and standing.points is not None:
            figure = str(standing.points)
        badge = self._badge(frame, way, figure)
        away = button(frame, pal, _("Put it away"), "away", Pop(), kind="big", width=inner, shortcut="escape")
        parts = [head, says, badge, curve_of(frame, pal, way, inner), away]
        body = column(parts, gap=16, align="centre", pad=(0, 4))  # the rim of the button wants its room
        high = min(body.box.h, HEIGHT - 110)
        box = Box((WIDTH - wide) / 2, max(20.0, (HEIGHT - high - 90) / 2), wide, high + 76)
        pane = scroller(body, "phone", Box(box.x + 32, box.y + 42, inner + 8, high), self.scrolls.get("phone", 0.0))
        pane.palette = pal

        def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
            canvas.rect((0, 0, WIDTH, HEIGHT), "#17182F70")
            _hand(canvas, node.box)
            canvas.rect(node.box.grown(12), "#17182F", 56)
            canvas.gradient(node.box, "#FFFFFF", "#F0ECFF", 46)
            canvas.rect(Box(node.box.centre[0] - 44, node.box.y + 14, 88, 10), "#17182F", 5)

        return Node("window", _("The phone"), children=[pane], box=box, draw=draw, palette=pal)

    def _badge(self, frame: Frame, way: str, figure: str) -> Node:
        size = frame.em(46)
        node = space(2 * size, 2 * size)

        def draw(canvas: Canvas, me: Node, _mood: Mood) -> None:
            canvas.circle(me.box.centre, size, "#DDF7EC")
            canvas.circle(me.box.centre, size * 0.82, PHONE.second)
            if figure:
                points = frame.em(26)
                high = canvas.measure(figure, "sans_bold", points)[1]
                middle = (me.box.centre[0], me.box.centre[1] - high / 2)
                canvas.text(middle, figure, "sans_bold", points, "#17182F", align="centre")
            else:
                arrow(canvas, me.box.centre, size * 0.8, way or "level", "#17182F")

        said = figure or way_in_words(way or "level")
        return Node("image", _("Your week"), value=said, box=node.box, draw=draw)

    def on(self, event: Input, frame: Frame) -> Answer | None:
        """P puts it away as it took it out."""
        if isinstance(event, Key) and event.down and event.name == "p":
            return Pop()
        return super().on(event, frame)


def _hand(canvas: Canvas, box: Box) -> None:
    """The hand that holds it: thumb on the left, fingers on the right."""
    skin, dark, sleeve = "#C98D63", "#B27A52", "#C2392B"
    canvas.rect(Box(box.x - 30, box.bottom - 190, box.w + 60, 280), skin, 80)
    top = box.bottom + 26
    canvas.polygon([(box.x - 10, HEIGHT), (box.x + 6, top), (box.right - 6, top), (box.right + 10, HEIGHT)], sleeve)
    for k in range(4):
        canvas.rect(Box(box.right - 6, box.y + box.h * 0.42 + 46 * k, 44, 40), dark if k % 2 else skin, 20)
    canvas.rect(Box(box.x - 46, box.y + box.h * 0.44, 52, 150), skin, 26)
