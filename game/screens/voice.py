"""What a voice would say: the screens as one list of things in reading order, and the lines for what has changed.

Nothing speaks here and nothing is drawn. The shell hands the list to a screen reader, and the lines to whoever says
them; the tests play by them alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from game.language import N_, _, ngettext
from game.screens.kit.canvas import Box
from game.screens.kit.frame import Frame
from game.screens.kit.node import News, Node, Role
from game.screens.kit.screen import Screen

ENDS = ".?!…”:"
MUTE = ("text", "heading", "list")  # of these an empty one holds a place; of all else it is a fault, and is kept
MARKS = ("menu", "before")  # these lie on the lowest screen and can be pressed whatever lies above
TOLD_WHOLE = 6  # so many things to press are read out with their list; of a longer one, the number is told
SPOKEN: dict[Role, str] = {
    "listitem": "", "text": "", "image": N_("picture"), "alert": "", "window": "", "group": "",
    "entry": N_("text field"), "button": N_("button"), "slider": N_("slider"), "tab": N_("tab"),
    "heading": N_("heading"), "list": N_("list"),
}


@dataclass(frozen=True)
class Spot:
    """One thing as a voice knows it. `path` names it for as long as it is there; `parent` is the path above it.

    `press`, `adjust` and `scroll` are what can be done to it; `stop`, whether it can have the focus.
    """

    path: str
    parent: str
    screen: str
    role: Role
    label: str
    value: str
    hint: str
    closed: str
    selected: bool
    key: str
    shortcut: str
    box: Box
    stop: bool
    press: bool
    adjust: bool
    scroll: bool
    news: News

    @property
    def acts(self) -> bool:
        """Whether something can be done with it; else it is there to be read."""
        return self.press or self.adjust or bool(self.closed)

    @property
    def more(self) -> str:
        """What there is to say of it beyond its name: its state, its price, why it is closed."""
        return sentence(self.value, self._state)

    @property
    def _state(self) -> str:
        chosen = (_("already chosen") if self.role == "button" else _("selected")) if self.selected else ""
        return sentence(chosen, self.hint, _("closed: {why}").format(why=self.closed) if self.closed else "")

    @cached_property
    def said(self) -> str:
        """All of it in one breath."""
        return sentence(self.label, self.value, _(SPOKEN[self.role]), self._state)


def sentence(*parts: str) -> str:
    """The parts that say something, with a stop between them."""
    said = [part.strip().replace("−", _("minus") + " ").replace(" · ", ", ") for part in parts if part.strip(" .")]
    stops = (" " if part[-1] in ENDS else ". " for part in said)
    return "".join(part + stop for part, stop in zip(said, stops, strict=True)).removesuffix(". ").rstrip()


@dataclass(frozen=True)
class Heard:
    """All that is to be heard at one instant, in reading order. `screens` are those it was made of, by their names."""

    spots: tuple[Spot, ...] = ()
    focus: str = ""
    screens: tuple[tuple[str, Screen], ...] = ()

    def at(self, path: str) -> Spot | None:
        """The thing of that path."""
        return next((one for one in self.spots if one.path == path), None)


@dataclass(frozen=True)
class Line:
    """One line for a voice. `why`: it is new to read, news that came by itself, or what has the focus now."""

    why: Literal["text", "news", "focus"]
    text: str


def hear(screens: Sequence[Screen], frame: Frame) -> Heard:
    """Make the list of `screens`, the lowest first. Of what lies below the topmost only words, and the way to the menu.

    What stands still under a leaf is not heard. Pure: the screens stay as they are.
    """
    screens = screens[max((at for at, one in enumerate(screens) if one.pauses), default=0) :]
    spots: list[Spot] = []
    named: list[tuple[str, Screen]] = []
    for screen in screens:
        kind = type(screen).__name__
        name = f"{kind}{sum(1 for one, _screen in named if one.startswith(kind)) or ''}"
        named.append((name, screen))
        usable = screen is screens[-1] or screens[-1].shares
        found = _spots(screen.tree(frame), name, name)
        spots += (one for one in found if usable or one.key in MARKS or not (one.acts or one.role == "list"))
    name = named[-1][0] if named else ""
    held = next((one.path for one in spots if one.screen == name and one.key and one.key == screens[-1].focus), "")
    return Heard(tuple(spots), held, tuple(named))


def _spots(node: Node, screen: str, parent: str) -> Iterator[Spot]:
    """A tree without what only holds or decorates: nameless groups give way to what lies in them."""
    nth: dict[str, int] = {}

    def below(of: Node, above: str) -> Iterator[Spot]:
        for child in of.children:
            bare = child.role in ("group", "window") and not child.label and not (child.window and child.reach)
            mute = child.role in MUTE and not (child.label or child.value or child.children)
            if bare or mute:
                yield from below(child, above)
                continue
            name = child.key or child.role
            mark = f"{above}/{name}"
            count = nth[mark] = nth.get(mark, 0) + 1
            path = mark if child.key and count == 1 else f"{mark}:{count}"
            yield _spot(child, path, above, screen)
            yield from below(child, path)

    yield _spot(replace(node, role="window"), parent, "", screen)
    yield from below(node, parent)


def _spot(node: Node, path: str, parent: str, screen: str) -> Spot:
    return Spot(
        path, parent, screen, node.role, node.label, node.value, node.hint, node.disabled, node.selected, node.key,
        node.shortcut, node.box, node.focusable, node.answer is not None and not node.disabled,
        node.adjust is not None and not node.disabled, bool(node.window) and node.reach > 0, node.news,
    )


def news(before: Heard, now: Heard) -> tuple[Line, ...]:
    """The lines that a voice says when `before` has become `now`: what is new to read, then what has the focus."""
    stayed = {name for name, screen in now.screens if any(screen is one for _name, one in before.screens)}
    known = {one.path: one for one in before.spots if one.screen in stayed}
    heard = {one.said for one in before.spots if one.role == "text"}
    lines: list[Line] = []

    def tell(why: Literal["text", "news", "focus"], text: str) -> None:
        if text and all(text != one.text for one in lines):
            lines.append(Line(why, text))

    for spot in now.spots:
        was = known.get(spot.path)
        text = _worth(spot, was, now, stayed)
        if spot.role == "text" and text in heard:
            continue  # the figures at the head stand on the next screen as well
        tell("text" if spot.screen not in stayed else "news", text)
    held, had = now.at(now.focus), known.get(now.focus)
    if held is not None and _turned_to(held, had, before):
        tell("focus", held.said)
    return tuple(lines)


def _worth(spot: Spot, was: Spot | None, now: Heard, stayed: set[str]) -> str:
    """What is to be said of a thing that is there now, and was there like that or not at all; "" for nothing."""
    if (was is not None and was.said == spot.said) or (spot.news == "quiet" and spot.screen in stayed):
        return ""
    if spot.role == "list":
        return _listed(spot, now) if was is None else ""
    if spot.acts:
        return spot.said if spot.news == "told" and (was is None or was.label != spot.label) else ""
    if spot.role == "window" and any(one.label == spot.label for one in now.spots if one is not spot):
        return ""  # a title that stands there as well
    return "" if spot.role == "group" or not (spot.label or spot.value) else spot.said


def _listed(spot: Spot, now: Heard) -> str:
    """A list that has come: all of a short one, of a long one how much is in it."""
    inside = [one for one in now.spots if one.parent == spot.path and one.acts]
    if not inside:
        return spot.label
    if len(inside) > TOLD_WHOLE:
        return sentence(spot.label, ngettext("{count} thing", "{count} things", len(inside)).format(count=len(inside)))
    each = (
        _("{at} of {all}: {what}").format(at=at, all=len(inside), what=sentence(one.label, one.more))
        for at, one in enumerate(inside, 1)
    )
    return sentence(spot.label, *each)


def _turned_to(held: Spot, had: Spot | None, before: Heard) -> bool:
    """Whether the focus says itself: it has come here, or what it lies on is another, or was moved."""
    if had is None or before.focus != held.path:
        return True
    changed = (had.label, had.closed, had.selected) != (held.label, held.closed, held.selected)
    return changed or ((held.adjust or held.role == "entry") and had.value != held.value)
