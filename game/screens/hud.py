"""What stands at the top of every screen of a play: the day, the clock, coins, rest, ties, and one's standing."""

from collections.abc import Callable

from game.language import _
from game.model.view import View
from game.screens.kit.answers import Order
from game.screens.kit.canvas import WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, row, space, words
from game.screens.kit.node import Mood, Node, Painter, render
from game.screens.kit.palette import Palette, palette
from game.screens.kit.widgets import arrow, edge, silent, tick
from game.telling.days import CHEER, greeting, hours_left, weekday
from game.telling.figures import Figure, figures
from game.telling.week import way_in_words

Icon = Callable[[Canvas, tuple[float, float], float, Palette], None]
EDGE = 20.0
TOP = 18.0


def nodes(view: View, frame: Frame) -> Node:
    """The head of the screen as a laid-out tree."""
    pal = palette(view.world)
    way_out = menu(frame, pal).place(EDGE, TOP)
    back = before(frame, pal).place(way_out.box.right + 6, TOP)
    date = _date(view, frame, pal).place(back.box.right + 8, TOP)
    purse = row([_token(frame, pal, one) for one in figures(view)], gap=8)
    standing = _standing(view, frame, pal)
    children = [way_out, back, date, purse]
    free = WIDTH - EDGE - (standing.box.w + 16 if standing else 0) - purse.box.w - 16
    aside = date.box.right - back.box.w - 8  # where the date ends if ‹ makes room for the figures
    if date.box.right <= free:
        purse.place(date.box.right + 16, TOP)
    elif aside <= free and back.box.h <= date.box.h:
        back.place(EDGE, way_out.box.bottom + 6)
        date.place(way_out.box.right + 8, TOP)
        purse.place(date.box.right + 16, TOP)
    else:
        purse.place(EDGE, date.box.bottom + 10)
    if standing:
        children.append(standing.place(WIDTH - EDGE - standing.box.w, TOP))
    right = max(node.box.right for node in children)
    bottom = max(node.box.bottom for node in children)
    return Node("group", children=children, box=Box(EDGE, TOP, right - EDGE, bottom - TOP))


def menu(frame: Frame, pal: Palette) -> Node:
    """Three bars that open the menu for a hand on the mouse; the keys have Escape."""
    size = frame.em(18)
    plate = _plate(pal)

    def paint(canvas: Canvas, node: Node, mood: Mood) -> None:
        plate(canvas, node, mood)
        x, y = node.box.centre
        for by in (-0.34, 0.0, 0.34):
            canvas.rect(Box(x - size / 2, y + by * size - 1.25, size, 2.5), pal.ink, 1)

    box = Box(0, 0, size + 18, size + 18)
    return Node("button", _("Menu"), key="menu", hint=frame.key("escape"), answer=Order("menu"), box=box,
                draw=paint, tabstop=False, palette=pal)


def before(frame: Frame, pal: Palette) -> Node:
    """A small mark that shows what was just read; the keys have Backspace."""
    size = frame.em(18)
    plate = _plate(pal)

    def paint(canvas: Canvas, node: Node, mood: Mood) -> None:
        plate(canvas, node, mood)
        x, y = node.box.centre
        r = size * 0.28
        canvas.line([(x + r * 0.6, y - r), (x - r * 0.5, y), (x + r * 0.6, y + r)], pal.ink, max(2.0, size * 0.13))

    box = Box(0, 0, size * 0.6 + 14, size + 18)
    return Node("button", _("Before this"), key="before", hint=frame.key("backspace"), answer=Order("before"), box=box,
                draw=paint, tabstop=False, palette=pal)


def draw(canvas: Canvas, view: View, frame: Frame) -> None:
    """Draw the head of the screen."""
    render(canvas, nodes(view, frame))


def _plate(pal: Palette, radius: float | None = None) -> Painter:
    """The ground of one of its parts."""

    def paint(canvas: Canvas, node: Node, _mood: str) -> None:
        if pal.name == "phone":
            canvas.rect(node.box, "#FFFFFFEB", min(radius or 22, node.box.h / 2))
        elif pal.name == "daylight":
            canvas.rect(node.box, "#FFFFFFA8", 6)
        else:
            canvas.shadow(node.box, pal.shadow, 3, 5)
            canvas.rect(node.box, pal.paper, 3)
        round_ = {"phone": min(radius or 22, node.box.h / 2), "daylight": 6.0}.get(pal.name, 3.0)
        edge(canvas, node.box, pal, round_, line=2)

    return paint


def _date(view: View, frame: Frame, pal: Palette) -> Node:
    if pal.name == "phone" and not view.boxed:
        first = greeting(view.clock)
        second = _("Day {day} · {weekday} {clock}").format(day=view.day, weekday=weekday(view), clock=view.clock)
        lines = [words(frame, first, "sans_semibold", 16, pal.ink), words(frame, second, "sans", 14, pal.soft)]
    else:
        first = _("{weekday} · DAY {day}").format(weekday=weekday(view).upper(), day=view.day)
        second = _("{clock} — {time} left").format(clock=view.clock, time=hours_left(view.minutes_left))
        lines = [words(frame, first, "condensed", 16, pal.ink), words(frame, second, "sans", 14, pal.ink)]
    node = silent(column(lines, gap=2, pad=(18, 8)))
    plate = _plate(pal)

    def paint(canvas: Canvas, me: Node, mood: str) -> None:
        plate(canvas, me, "focus" if mood else "")
        if pal.name == "print":
            canvas.rect(Box(me.box.x, me.box.y, 6, me.box.h), pal.accent)

    said = _("{weekday}, day {day} of {days}, {clock}").format(
        weekday=weekday(view), day=view.day, days=view.days, clock=view.clock
    )
    left = _("{time} left").format(time=hours_left(view.minutes_left))
    return Node("text", said, value=left, children=[node], box=node.box, draw=paint)


def emblem(frame: Frame, pal: Palette, figure: Figure) -> Node:
    """The small drawing that stands for a figure."""
    icon = ICONS[figure.key]
    size = frame.em(16)
    mark = space(size + 4, size + 4)
    mark.draw = lambda canvas, node, _mood: icon(canvas, node.box.centre, size / 2, pal)
    return mark


def _token(frame: Frame, pal: Palette, figure: Figure) -> Node:
    face = "sans_semibold" if pal.name == "phone" else "mono_semibold"
    text = words(frame, figure.shown, face, 16, pal.ink)
    inner = silent(row([emblem(frame, pal, figure), text], gap=8, pad=(11, 6)))
    return Node("text", figure.said, key=f"figure.{figure.key}", children=[inner], box=inner.box, draw=_plate(pal))


def _coin(canvas: Canvas, at: tuple[float, float], r: float, _pal: Palette) -> None:
    canvas.circle(at, r, "#C98A1E")
    canvas.circle(at, r * 0.82, "#E5AC3F")
    canvas.rect(Box(at[0] - r * 0.14, at[1] - r * 0.45, r * 0.28, r * 0.9), "#8F5E0C", 1)


def _moon(canvas: Canvas, at: tuple[float, float], r: float, pal: Palette) -> None:
    canvas.circle(at, r, "#4F7F62" if pal.name != "phone" else "#4C8F7A")
    canvas.circle((at[0] + r * 0.45, at[1] - r * 0.3), r * 0.75, "#FBF5E4" if pal.name == "print" else "#FFFFFF")


def _pair(canvas: Canvas, at: tuple[float, float], r: float, _pal: Palette) -> None:
    for side, ink in ((-1, "#A5311F"), (1, "#D2402B")):
        x = at[0] + side * r * 0.5
        canvas.circle((x, at[1] - r * 0.45), r * 0.42, ink)
        canvas.rect(Box(x - r * 0.5, at[1] + r * 0.08, r, r * 0.85), ink, r * 0.4)


def _slip(canvas: Canvas, at: tuple[float, float], r: float, _pal: Palette) -> None:
    """A tradesman's slip on its nail, with what is still to be paid struck under."""
    left, top = at[0] - r * 0.75, at[1] - r * 0.85
    canvas.rect(Box(left, top, r * 1.5, r * 1.85), "#6A5A3C", 1)
    canvas.rect(Box(left + 1.5, top + 1.5, r * 1.5 - 3, r * 1.85 - 3), "#F4E6C0")
    for part, wide in ((0.55, 0.9), (0.95, 0.6)):
        canvas.rect(Box(left + r * 0.3, top + r * part, r * wide, max(1.5, r * 0.14)), "#6A5A3C")
    canvas.rect(Box(left + r * 0.3, top + r * 1.35, r * 0.9, max(2.0, r * 0.2)), "#B8341F")
    canvas.circle((at[0], top), r * 0.22, "#4A5068")


ICONS: dict[str, Icon] = {"coins": _coin, "rest": _moon, "ties": _pair, "tick": _slip}


def _standing(view: View, frame: Frame, pal: Palette) -> Node | None:
    shown = view.standing
    if shown is None or view.boxed:
        return None
    if pal.name == "phone":
        return _cheer(view, frame, pal)
    if shown.points is None and not shown.grade and not shown.word:
        return None
    parts: list[Node] = [words(frame, _("PUBLIC STANDING"), "condensed", 14, "#D9D2BE")]
    large = []
    if shown.points is not None:
        large.append(words(frame, str(shown.points), "sans_semibold", 30, "#FFFFFF", leading=1.1))
    grade = shown.grade or shown.word
    if grade:
        large.append(words(frame, grade, "serif_bold", 32, pal.mark, leading=1.1))
    wide = max(186.0, sum(one.box.w for one in large) + 40, parts[0].box.w)
    if len(large) == 2:
        large.insert(1, space(wide - large[0].box.w - large[1].box.w, 0))
    parts.append(row(large))
    if shown.points is not None:
        parts.append(_bar(wide, min(1.0, max(0.0, shown.points / 1000)), pal))
    inner = silent(column(parts, gap=2, pad=(14, 8)))

    def paint(canvas: Canvas, node: Node, _mood: str) -> None:
        canvas.shadow(node.box, pal.shadow, 3, 5)
        canvas.rect(node.box, "#20263A", 3)

    value = " ".join(filter(None, [str(shown.points) if shown.points is not None else "", grade]))
    return Node("text", _("public standing"), value=value, children=[inner], box=inner.box, draw=paint)


def _bar(wide: float, share: float, pal: Palette) -> Node:
    node = space(wide, 6)

    def paint(canvas: Canvas, me: Node, _mood: str) -> None:
        canvas.rect(me.box, "#4A5068", 2)
        canvas.rect(Box(me.box.x, me.box.y, me.box.w * share, me.box.h), pal.mark, 2)

    node.draw = paint
    return node


def _cheer(view: View, frame: Frame, pal: Palette) -> Node:
    shown = view.standing
    assert shown is not None
    disc = frame.em(15)
    mark = space(2 * disc, 2 * disc)

    def badge(canvas: Canvas, node: Node, _mood: str) -> None:
        canvas.circle(node.box.centre, disc, pal.second)
        if shown.arrow:
            arrow(canvas, node.box.centre, disc, shown.arrow, "#17182F")
        else:
            tick(canvas, node.box.centre, disc, "#17182F")

    mark.draw = badge
    first = shown.word or (str(shown.points) if shown.points is not None else _(CHEER[shown.arrow]))
    more = words(frame, _("see more ›"), "sans", 14, pal.soft)
    lines = column([words(frame, first, "sans_semibold", 16, pal.ink), more])
    inner = silent(row([mark, lines], gap=10, pad=(14, 8)))
    return Node("text", first, value=way_in_words(shown.arrow), children=[inner], box=inner.box, draw=_plate(pal))
