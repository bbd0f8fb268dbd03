"""The words and the frames on the street: what is near, what somebody says, what waits and on which side."""

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from game.language import N_, _
from game.screens.around import HOME, Thing, spot_x, standing, steps, within
from game.screens.kit.answers import Answer
from game.screens.kit.canvas import HEIGHT, WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import row, words
from game.screens.kit.node import Mood, Node
from game.screens.kit.palette import Palette, palette
from game.screens.kit.widgets import arrow, key_cap, silent
from game.screens.names import legend
from game.screens.paint import far, plan, things
from game.screens.strip import bubble, chip, inside, lie_on, plated
from game.screens.walk import CONE, REACH, SWEEP, under_lens
from game.telling.street import NOBODY, due_name

if TYPE_CHECKING:
    from game.model.view import View
    from game.screens.street import Street

BY_EAR = N_("Tab goes from thing to thing, Enter goes there, F2 says everything again")
DONE = N_("Home, when you like")  # nothing waits any more
WHOLE = Box(0, 0, WIDTH, HEIGHT)
HEAD = plan.FEET - 116.0
HALF = {"door": 34.0, "home": 34.0, "mouth": 32.0, "roam": 34.0, "person": 26.0, "due": 30.0, "board": 100.0}
TALL = {"door": 100.0, "home": 100.0, "mouth": 150.0, "roam": 56.0, "person": 116.0, "due": 116.0, "board": 180.0}


def tree(street: "Street", frame: Frame, head: Node) -> Node:
    """Everything on the street as a tree: the head, what is within reach, all that can be walked to, what is said."""
    view, outing = street.view, street.outing
    pal = palette(view.world)
    found = street.things()
    here = within(found, outing.walker)
    listing = Node("list", _("In the lane") if outing.walker.lane else _("On the Row"), box=WHOLE)
    listing.children = [_thing(street, frame, pal, one) for one in found]
    parts = [head, listing, _lantern(street, pal)]
    if view.world == "phone" and not view.boxed:
        parts.append(_phone(street, head))
    if street.gaze <= 0 or frame.still:
        chips = _chips(street, frame, pal, here)
        # A sign that the keys have brought up must not lie under somebody's words.
        picked = any(street.focus == one.key for one in found)
        foot = _foot(street, frame, pal)
        parts += [*([] if picked else _said(street, frame, pal, chips, foot)), *chips, *foot]
    parts += _glance(street)
    if street.hint:
        said = plated(words(frame, street.hint, "sans", 17, pal.ink, role="alert"), pal)
        parts.append(inside(said.place(WIDTH / 2 - said.box.w / 2, 600 - said.box.h)))
    return Node("window", view.errand, children=parts, box=WHOLE, palette=pal)


def _thing(street: "Street", frame: Frame, pal: Palette, thing: Thing) -> Node:
    """A thing as a place on the screen that can be clicked, focused and read out."""
    x = thing.x - street.outing.cam
    half, tall = HALF[thing.kind], TALL[thing.kind]
    bottom = plan.FEET + 6 if thing.kind in ("person", "due", "roam") else plan.GROUND
    box = Box(x - half, bottom - tall, 2 * half, tall)
    seen = box.right > 0 and box.x < WIDTH
    shown = box if seen and not (thing.second and thing.kind == "door") else Box(0, 0, 0, 0)
    if thing.kind == "home":
        shown = Box(0, 0, 0, 0)

    def draw(canvas: Canvas, node: Node, mood: Mood) -> None:
        if not mood:
            return
        label = f"{thing.label} · {steps(thing, street.outing.walker)}"
        sign = chip(frame, pal, label, frame.key("enter"), thing.closed, thing.mark)
        middle = x if seen else (EDGE_LEFT if x < 0 else WIDTH - EDGE_LEFT)
        # What is out of sight is named above the sign that points that way (`_beyond`), never under it.
        over = bottom - tall - 14 if seen else min(bottom - tall - 14, HEAD - 38)
        inside(sign.place(middle - sign.box.w / 2, over - sign.box.h))
        for each in sign.walk():
            if each.draw:
                each.draw(canvas, each, "")
        if seen:
            arrow(canvas, (x, bottom - tall - 2), 22, "down", pal.accent)

    return Node(
        "button", thing.label, key=thing.key, value=steps(thing, street.outing.walker), hint=thing.mark,
        answer=lambda: street.goto(thing.key), disabled="", box=shown, draw=draw, ring=False, palette=pal,
    )


EDGE_LEFT = 60.0
BY_LENS = SWEEP + CONE  # where a cone can reach one


def _lantern(street: "Street", pal: Palette) -> Node:
    x = far.lantern_x(street.outing.cam)
    return Node("button", _("Look up at the Lantern"), key="lantern", answer=lambda: street.look("lantern"),
                shortcut="l", box=Box(x - 46, 110, 92, 250), palette=pal, ring=not street.outing.walker.lane)


def _glance(street: "Street") -> list[Node]:
    """Whether the cone of a lens nearby lies on the player, in words, for whoever does not see it go round."""
    walker = street.outing.walker
    if street.view.watch != "plain" or walker.lane or all(abs(x - walker.x) > BY_LENS for x in walker.ground.lenses):
        return []
    seen = under_lens(walker.ground, walker.x, street.outing.time)
    label = _("The lens is on you") if seen else _("The lens is turned away")
    return [Node("text", label, key="lens", box=Box(40, HEIGHT - 20, 0, 0), news="" if seen else "quiet")]


def _phone(street: "Street", head: Node) -> Node:
    """The plate at the top right is the phone."""
    plate = max(head.children, key=lambda one: one.box.right, default=head)
    return Node("button", _("Take out the phone"), key="phone", answer=lambda: street.look("phone"), shortcut="p",
                box=plate.box, palette=palette("phone"))


def _chips(street: "Street", frame: Frame, pal: Palette, here: tuple[Thing, ...]) -> list[Node]:
    """What can be done here, over the head of the one who walks."""
    if street.outing.walker.moving and street.target:
        return []
    parts = []
    top = HEAD - 12
    told = [one for one in here if not (one.kind == "home" and one.closed)]
    for index, thing in enumerate(told[:2]):
        cap = frame.key("e" if index else "down" if street.outing.walker.lane else "up")
        node = chip(frame, pal, thing.label, "" if thing.closed else cap, thing.closed, thing.mark)
        node.place(street.outing.walker.x - street.outing.cam - node.box.w / 2, top - node.box.h)
        inside(node)
        top = node.box.y - 8
        press = Node("button", thing.label, key=f"here.{thing.key}", hint=_("here"), disabled=thing.closed,
                     answer=_using(street, thing), box=node.box, children=[node], palette=pal, news="told")
        parts.append(press)
    return parts


def _using(street: "Street", thing: Thing) -> Callable[[], Answer | None]:
    return lambda: street.use(thing)


def _said(street: "Street", frame: Frame, pal: Palette, chips: list[Node], foot: list[Node]) -> list[Node]:
    """What somebody says to one who comes near; to one who walks on, for as long as it takes to read."""
    outing = street.outing
    if outing.words_left == 0:
        return []
    there = dict(standing(street.view.people, street.view.due_who))
    passer = next((one for one in street.view.people if one.who == outing.speaker and one.line), None)
    if passer is None or passer.who not in there or not -40 < there[passer.who] - outing.cam < WIDTH + 40:
        return []
    x = there[passer.who] - outing.cam
    top = min([HEAD - 8, *(one.box.y - 12 for one in chips)])
    said = bubble(frame, pal, passer.name, passer.line, x, top)
    if street.unnamed and lie_on(legend(street.view, frame, again=True).box, said.box):
        return []  # the names of the figures lie there for the first steps; then it is said
    under = [one.box.y for one in foot if lie_on(one.box, said.box)]
    return [bubble(frame, pal, passer.name, passer.line, x, min(under) - 12)] if under else [said]


def _foot(street: "Street", frame: Frame, pal: Palette) -> list[Node]:
    """The errand, the first hint, and on which side something waits."""
    view, outing = street.view, street.outing
    parts: list[Node] = []
    if view.errand:
        wide = min(720.0, frame.measure(view.errand, "sans", frame.em(16))[0] + 1)
        line = plated(words(frame, view.errand, "sans", 16, pal.ink, wide, news="quiet"), pal, (14, 7))
        parts.append(line.place(20, HEIGHT - 20 - line.box.h))
    if outing.walker.walked == 0 and view.day == 1 and view.matched_done == 0 and "walk" not in frame.learnt:
        parts.append(_first_hint(frame, pal, outing.walker.x - outing.cam))
    due = outing.due_x(view)
    if due is not None and not outing.ahead.at_hand(outing.walker):
        x = due - outing.cam
        pointed = _awaited(frame, pal, view, x) if 0 < x < WIDTH else _beyond(frame, pal, due_name(view), x <= 0)
        parts.append(_leading(street, pointed, "due", due))
    home = spot_x(HOME) - outing.cam
    if not view.due and not view.home_closed and not outing.walker.lane:
        if not 0 < home < WIDTH:
            parts.append(_leading(street, _beyond(frame, pal, _(DONE), home <= 0), "home", spot_x(HOME)))
        elif abs(spot_x(HOME) - outing.walker.x) > REACH:
            parts.append(_leading(street, _over(frame, pal, _(DONE), home, HEAD - 18), "home", spot_x(HOME)))
    return parts


def _leading(street: "Street", sign: Node, key: str, x: float) -> Node:
    """A sign that leads where it points, when it is pressed: to what waits, or only as far as one's own door."""

    def lead() -> Answer | None:
        if key == "due" and any(one.key == key for one in street.things()):
            return street.goto(key)
        street.outing.walker.send(x)
        return None

    sign.role, sign.key, sign.answer, sign.tabstop, sign.news = "button", f"way.{key}", lead, False, "told"
    return sign


def _beyond(frame: Frame, pal: Palette, what: str, left: bool) -> Node:  # noqa: FBT001
    """On which side something is, while it is out of sight."""
    side = "left" if left else "right"
    mark = Node("group", box=Box(0, 0, 22, 22))
    mark.draw = lambda canvas, node, _mood: arrow(canvas, node.box.centre, 16, side, pal.ink)
    text = words(frame, what, "sans_semibold", 16, pal.ink)
    inner = silent(plated(row([mark, text] if left else [text, mark], gap=8), pal, (12, 6)))
    inner.place(20 if left else WIDTH - 20 - inner.box.w, HEAD - 30)
    said = _("{what}, on the left") if left else _("{what}, on the right")
    return Node("text", said.format(what=what), children=[inner], box=inner.box)


def _awaited(frame: Frame, pal: Palette, view: "View", x: float) -> Node:
    """An arrow over what waits, with its name: low over somebody who lies, above the light at a crossing."""
    top = {"wait": 338.0}.get(view.due_mode, HEAD - 18.0)
    rings = view.due_who == "mother" and view.due_where in ("", "row")
    low = view.due_lies and view.due_thing not in things.INSTEAD  # legs that stick up are not to be hidden
    top = plan.FEET - 66.0 if low else 386.0 if rings else top
    if view.due_thing and view.due_who in NOBODY and view.due_mode != "wait":
        top = min(top, things.top(view.due_thing))  # a booth is taller than anybody
    return _over(frame, pal, due_name(view), x, top)


def _over(frame: Frame, pal: Palette, what: str, x: float, top: float) -> Node:
    """An arrow that ends at `top`, with a name."""
    text = words(frame, what, "sans_semibold", 16, pal.ink)
    inner = inside(silent(plated(text, pal, (12, 5))).place(x - text.box.w / 2 - 12, top - text.box.h - 34))
    hop = 0.0 if frame.still else 3.0 * math.sin(frame.time * 4)

    def draw(canvas: Canvas, _node: Node, _mood: Mood) -> None:
        arrow(canvas, (x, top - 10 + hop), 22, "down", pal.accent)

    return Node("text", _("{what}, ahead").format(what=what), children=[inner], box=inner.box, draw=draw)


def _first_hint(frame: Frame, pal: Palette, x: float) -> Node:
    """The first hint of the game: the two keys that walk, until the first step."""
    inner = silent(row([key_cap(frame, pal, frame.key(key)) for key in ("left", "right")], gap=6, pad=(10, 8)))
    inner.place(x + 46, plan.FEET - 86)
    node = Node("text", _("Walk with the arrow keys, or click where to go"), hint=_(BY_EAR), box=inner.box,
                children=[inner])  # fmt: skip

    def draw(canvas: Canvas, me: Node, _mood: Mood) -> None:
        canvas.rect(me.box.moved(3, 3), "#2B344055", 8)
        canvas.rect(me.box, "#FFFFFF", 8)

    node.draw = draw
    return node
