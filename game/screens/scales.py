"""Three things that ask for a number: pegs to hang tags on, slots for a token, a dial."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from game.language import N_, _, ngettext
from game.model.view import AskView
from game.screens import keepsakes
from game.screens.kit.answers import Answer
from game.screens.kit.canvas import WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import words
from game.screens.kit.node import Mood, Node
from game.screens.kit.palette import Palette
from game.screens.kit.widgets import button, silent

INK = "#20263A"


@dataclass(frozen=True)
class Scale:
    """The number asked for, as it stands (None: untouched), and the two ways to change it."""

    ask: AskView
    number: int | None
    put: Callable[[int], Answer | None]
    step: Callable[[int], Answer | None]
    palette: Palette


def pegs(frame: Frame, area: Box, scale: Scale) -> Node:
    """A plank of pegs on the Lantern door; as many tags as the number."""
    top, number = scale.ask.top, scale.number
    wide = min(area.w - 60, 940.0)
    board = Box(WIDTH / 2 - wide / 2, area.y + area.h * 0.24, wide, 118)
    step = wide / (top + 1)
    parts = []
    for index in range(1, top + 1):
        place = Box(board.x + step * (index - 0.5), board.y + 14, step, 90)
        off = number == index == 1
        parts.append(Node(
            "group", key=f"peg.{index}", answer=partial(scale.put, 0 if off else index), box=place, tabstop=False,
            ring=False, draw=keepsakes.lit(keepsakes.peg, hung=number is not None and index <= number),
        ))
    value = _("not yet")
    if number is not None:
        # Translators: the number comes first here and in “{count} of {all}”, where a screen reader looks for it.
        value = ngettext("{count} tags", "{count} tags", number).format(count=number)
    plank = Node("slider", scale.ask.title, key="scale", value=value, adjust=scale.step, box=board,
                 draw=keepsakes.drawn(keepsakes.plank), hint=_("left and right"), children=parts)
    behind = Box(board.x - 40, area.y + 4, wide + 80, keepsakes.TABLE - area.y)
    door = Node("image", _("the door of the Lantern"), box=behind,
                draw=keepsakes.drawn(keepsakes.door))
    figure = words(frame, "–" if number is None else str(number), "mono_semibold", 34, INK)
    figure.place(board.centre[0] - figure.box.w / 2, board.bottom + 16)
    return Node("group", children=[door, plank, *_ends(frame, scale, board.grown(0, 6)), silent(_paper(figure))],
                box=board)


def token(frame: Frame, area: Box, scale: Scale) -> Node:
    """Five slots: in the lid of a jar that everybody sees, or of a box behind a curtain."""
    ask = scale.ask
    board = Box(WIDTH / 2 - 420, area.y + 50, 840, 110)
    glass = Box(WIDTH / 2 - 190, board.bottom - 6, 380, max(60.0, keepsakes.TABLE + 50 - board.bottom))
    parts = []
    for number in range(1, ask.top + 1):
        place = Box(board.x + 22 + (number - 1) * 162, board.y + 18, 148, 74)
        end = ask.low if number == 1 else ask.high if number == ask.top else ""
        parts.append(Node(
            "button", _("slot {number} of {top}").format(number=number, top=ask.top), hint=end, key=f"slot.{number}",
            answer=partial(scale.put, number), shortcut=str(number), selected=scale.number == number, box=place,
            draw=keepsakes.lit(keepsakes.slot, taken=scale.number == number),
        ))
    held = _("a jar that everybody sees") if ask.public else _("a locked box")
    jar = Node("image", held, box=glass, draw=keepsakes.drawn(keepsakes.jar if ask.public else keepsakes.strongbox))
    lid = Node("list", _("five slots"), children=parts, box=board, draw=keepsakes.drawn(keepsakes.plank))
    in_hand = Node("group", box=Box(glass.right + 90, keepsakes.TABLE - 44, 56, 56))
    if scale.number is None:
        in_hand.draw = keepsakes.drawn(keepsakes.waiting_token)
    return Node("group", children=[jar, lid, in_hand, *_ends(frame, scale, board)], box=area)


def dial(frame: Frame, area: Box, scale: Scale) -> Node:
    """A round dial; the arrows, or its two buttons, turn the hand."""
    size = min(190.0, area.h / 2 - 10)
    at = (WIDTH / 2, area.y + size + 6)
    box = Box(at[0] - size, at[1] - size, 2 * size, 2 * size)
    top, number = scale.ask.top, scale.number

    def draw(canvas: Canvas, _node: Node, mood: Mood) -> None:
        keepsakes.dial(canvas, at, size, number, top, lit=bool(mood))

    value = _("not yet") if number is None else _("{count} of {all}").format(count=number, all=top)
    face = Node("slider", scale.ask.title, key="scale", value=value, adjust=scale.step, box=box, draw=draw,
                hint=_("left and right"))
    for step in range(top + 1):  # a press on a number turns the hand there
        x, y = keepsakes.around(at, size * 0.66, step, top)
        face.children.append(Node("group", key=f"number.{step}", answer=partial(scale.put, step), tabstop=False,
                                  ring=False, box=Box(x - 24, y - 24, 48, 48)))
    parts = [face]
    for by, label, end in ((-1, N_("less"), scale.ask.low), (1, N_("more"), scale.ask.high)):
        one = button(frame, scale.palette, _(label), label, partial(scale.step, by))
        one.place(at[0] + by * (size + 30) - (one.box.w if by < 0 else 0), at[1] - one.box.h / 2)
        parts.append(one)
        if end:
            text = words(frame, end, "serif_italic", 17, INK)
            text.place(one.box.centre[0] - text.box.w / 2 + by * 24, one.box.bottom + 18)
            parts.append(silent(_paper(text)))
    return Node("group", children=parts, box=area)


def _ends(frame: Frame, scale: Scale, board: Box) -> list[Node]:
    """What the two ends of a plank mean, on slips below it. To press one is to go all the way to its end."""
    low = words(frame, scale.ask.low, "serif_italic", 17, INK).place(board.x + 10, board.bottom + 12)
    high = words(frame, scale.ask.high, "serif_italic", 17, INK)
    high.place(board.right - high.box.w - 10, board.bottom + 12)
    least = 1 if scale.ask.kind == "token" else 0
    slips = []
    for one, number in ((low, least), (high, scale.ask.top)):
        if one.label:
            slip = silent(_paper(one))
            slip.key, slip.answer, slip.tabstop = f"end.{number}", partial(scale.put, number), False
            slips.append(slip)
    return slips


def _paper(node: Node) -> Node:
    def draw(canvas: Canvas, me: Node, _mood: Mood) -> None:
        canvas.rect(me.box, "#FFFBEF", 4)

    return Node("group", children=[node], box=node.box.grown(10, 2), draw=draw)
