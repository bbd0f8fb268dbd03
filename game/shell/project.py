"""The desk of a room: one life on the lecturer's machine, votes before each choice, and the plan of the lesson.

What screens answer is done as on every desk. Between the keys and the screens stands the count of hands; what was
counted lies beside the record, which stays a record like any other.
"""

import secrets
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from game.language import N_
from game.screens.kit.answers import Input, Key, Order, Pointer
from game.screens.kit.canvas import HEIGHT, WIDTH, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.screen import Screen
from game.screens.plays import Over
from game.screens.project.ballot import Ballot
from game.screens.project.joining import CALLS
from game.screens.project.lettered import choices, coin, thing
from game.screens.project.ribbon import HIGH
from game.screens.saved import Settings
from game.screens.voice import Heard, hear
from game.shell import parted
from game.shell.desk import Desk
from game.shell.needs import Phones
from game.shell.phoned import Phoned
from game.shell.tongue import Tongue

if TYPE_CHECKING:
    import pygame

    from game.journal import Session
    from game.model.acts import Act

NOT_BY_HAND = N_("Not by show of hands: this one is nobody’s business. Leave it, or let the lecturer.")
PLAN = ("f6", "pagedown")
WALKS = ("a", "d", "w", "s", "e", "left", "right", "up", "down")


class Hall(Phoned):
    """A desk with a ribbon below the picture."""

    def __init__(
        self, settings: Settings, *, toss: Callable[[int], int] = secrets.randbelow, **more: Any
    ) -> None:
        """`toss` gives a number below the one it is given; it is the coin. `more` is what a lesson takes."""
        super().__init__(settings, **more)
        self.whole = self.size  # the window, with the ribbon
        self._toss = toss
        self._followed: tuple[object, object] | None = None  # what the vote was last looked for on

    # What a vote is about

    @property
    def ballot(self) -> Ballot | None:
        """The vote that is on."""
        return self.ribbon.ballot

    @property
    def frame(self) -> Frame:
        """As on every desk, and each choice has its letter."""
        made = super().frame
        called = self.ballot
        return replace(made, letters=tuple((one.id, one.letter) for one in called.choices)) if called else made

    def follow(self) -> None:
        """Open a vote where something is to be chosen, and close it where nothing is."""
        top = self.screens[-1]
        if top.kind not in ("sheet", "hands", "place", "ask") or self.view is None:
            if not top.pauses and top.kind:
                self.ribbon.ballot = None
            self.ribbon.asks, self._followed = "", None
            return
        if self._followed and self._followed[0] is top and self._followed[1] is self.view:
            return
        self._followed = top, self.view
        key, found = choices(top, self.view, replace(super().frame, letters=()))
        asked = self.view.ask.kind if self.view.phase == "ask" and self.view.ask else ""
        self.ribbon.asks = NOT_BY_HAND if asked in ("token", "diary") else ""
        same = self.ballot is not None and self.ballot.key == key
        if not found and not same:
            self.ribbon.ballot = None
        elif found and not (same and self.ballot and (self.ballot.took or self.ballot.choices == found)):
            seal = partial(self.phones.seal, key) if self.phones else None
            self.ribbon.ballot = Ballot(found, self._toss, key, offered=top.kind == "place", phones=seal)
            self.ribbon.on_foot = top.kind == "hands"
            top.on(Key("", down=False), self.frame)  # so that a hand knows at once that no second counts
            self.dirty = top.dirty = self.ribbon.dirty = True
            self.sync()

    # What goes in

    def feed(self, event: Input) -> None:
        """The count has its keys before the screens have theirs."""
        if isinstance(event, Pointer):
            inside, event = parted.split(event, self.whole)
            if 0 <= inside.y < HIGH:
                self._answered(self.ribbon.on(inside, self.flat))
                self.ribbon.dirty = True
                return
        top = self.screens[-1]
        if isinstance(event, Key) and event.down and self._key(event.name, top):
            return
        if isinstance(event, Pointer) and self._votes(top) and self._pointed(event, top):
            return
        super().feed(event)
        self.follow()

    def _votes(self, top: Screen) -> bool:
        return self.ballot is not None and self.ballot.holds and bool(top.kind) and not top.pauses

    def _key(self, name: str, top: Screen) -> bool:
        """Whether a key was meant for the count or the plan."""
        if self.ballot is not None and top.kind and not top.pauses:
            if self.ballot.stage == "chosen" and top.kind == "hands" and name in ("left", "right"):
                self.ballot.do()  # the lecturer walks
            said = self.ballot.press(name)
            if said == "by" and self.ballot.holds and name in WALKS:
                said = ""  # nobody walks while hands are in the air
            self.ribbon.dirty = True
            self.sync()
            if said == "act":
                self.carry_out_vote()
            if said != "by":
                self.touched, self.dirty = True, True
                return True
            if self.ballot.stage == "walk" and name in ("enter", "space"):
                self._go(top)
                return True
        if name == CALLS and self.phones and top.kind:
            self._order(Order("phones"))
            return True
        calm = top.kind in ("street", "place", "page", "over") or (name == PLAN[0] and top.of_plan)
        if name in PLAN and self.course and self.course.part and calm:
            self._order(Order("plan"))
            return True
        return False

    def _pointed(self, event: Pointer, top: Screen) -> bool:
        """A click on a choice opens its count; nothing is chosen by it."""
        under = top.tree(self.frame).at(event.x, event.y) if event.kind in ("down", "up") else None
        if under is None or self.ballot is None:
            return event.kind in ("down", "up") and top.kind == "hands"
        at = next((n for n, one in enumerate(self.ballot.choices) if under.key.endswith(f".{one.id}")), -1)
        if at < 0:
            return False
        if event.kind == "down":
            if self.ballot.stage == "tie" and self.ballot.choices[at].id in self.ballot.tied:
                self.ballot.pick(self.ballot.choices[at].id)
            elif self.ballot.stage != "coin":
                self.ballot.turn_to(at)
            self.ribbon.dirty = self.dirty = True
        return True

    def touch(self, key: str, way: Any = "press", given: str = "") -> None:
        """A screen reader reaches the ribbon as well."""
        node = self.ribbon.tree(self.flat).find(key) if not self.screens[-1].pauses else None
        if node is None or not node.focusable:
            super().touch(key, way, given)
            self.follow()
            return
        self.ribbon.dirty = self.dirty = True
        if way in ("more", "less", "set") and node.adjust:
            now = int(node.value or 0)
            wanted = int(given) if way == "set" and given.isdecimal() else now + (1 if way == "more" else -1)
            self._answered(node.adjust(wanted - now))
        elif way == "press":
            self._answered(node.press())

    # What comes of it

    def carry_out_vote(self) -> None:
        """Do what was decided: press it on a sheet, walk to it on foot."""
        assert self.ballot is not None
        self.ballot.do()
        self.ribbon.dirty = True
        self._go(self.screens[-1])

    def _go(self, top: Screen) -> None:
        """Towards what was decided: the feet or the hand go there; a sheet that asks for more pages gets them."""
        assert self.ballot is not None
        if top.kind == "hands":
            self._answered(cast("Any", top).go(self.ballot.took))
        else:
            node = top.tree(self.frame).find("go_on") or thing(top, self.frame, self.ballot.took)
            self._answered(node.press() if node else None)
            if top.kind == "ask" and self.screens[-1] is top:
                done = top.tree(self.frame).find("done")
                self._answered(done.press() if done else None)
        self.dirty = True
        self.follow()

    def do(self, act: "Act") -> None:
        """One act for the rules. What a room has decided is what is done; its hands are then kept beside the record."""
        ballot = self.ballot
        what = act.values[0] if act.do == "answer" and act.values else act.what
        chosen = act.do in ("choose", "use", "answer") and ballot is not None and what in ballot.counts
        if chosen and ballot is not None and ballot.took and what != ballot.took:
            ballot.refused = self.screens[-1].dirty = self.ribbon.dirty = True
            return
        session = cast("Session", self.play)
        before = len(session.lines) if self.play else 0
        super().do(act)
        if chosen and ballot is not None and ballot.took and self.play and len(session.lines) > before:
            self._keep_vote(session, before + 1, ballot)
        self.follow()

    def _order(self, order: Order) -> None:
        if order.name == "act":
            self.carry_out_vote()
            return
        super()._order(order)
        self.follow()

    # Time and picture

    def tick(self, seconds: float) -> None:
        """The coin turns, and minutes go by."""
        super().tick(seconds)
        before, self.ribbon.now = self.ribbon.label(), self._clock()
        self.ribbon.dirty = self.ribbon.dirty or self.ribbon.label() != before
        if self.ballot and self.ballot.tick(seconds, still=self.settings.still):
            self.ribbon.dirty = self.dirty = True
        self.follow()
        if self.course and self.course.playing and isinstance(self.screens[-1], Over):
            self.screens[-1].dirty = True

    @property
    def moving(self) -> bool:
        """Also while a coin turns."""
        return super().moving or (self.ballot is not None and self.ballot.stage == "coin")

    @property
    def stale(self) -> bool:
        """Also where the ribbon is no longer true."""
        return super().stale or self.ribbon.dirty

    def heard(self) -> Heard:
        """The ribbon is heard before what it is about."""
        picture = self._placed(super().heard(), below=False)
        if self.screens[-1].pauses:
            return picture
        ballot = self.ballot
        holds = ballot is not None and ballot.holds
        if ballot is not None:
            at = {"count": f"cell.{ballot.at}", "chosen": "act"}.get(ballot.stage, "close")
            self.ribbon.focus = at if ballot.holds else ""
        below = self._placed(hear([self.ribbon], self.flat), below=True)
        focus = below.focus if holds and below.focus else picture.focus
        return Heard((*picture.spots, *below.spots), focus, (*picture.screens, *below.screens))

    def _placed(self, heard: Heard, *, below: bool) -> Heard:
        """The same with every box where it lies in the window."""
        return replace(heard, spots=tuple(
            replace(one, box=parted.spread(one.box, self.whole, below=below)) for one in heard.spots
        ))  # fmt: skip

    @property
    def flat(self) -> Frame:
        """For the ribbon, whose letters are as large as they can be already."""
        return replace(super().frame, zoom=1.0)

    def paint(self, surface: "pygame.Surface", make: type[Canvas] = Canvas) -> Canvas:
        """The picture, and the ribbon below it at the full width of the window."""
        self.whole = surface.get_size()
        scale, (wide, low) = parted.parts(self.whole)
        canvas = super().paint(surface.subsurface((0, 0, wide, low)), make)
        if self.ballot and self.ballot.stage == "coin":
            coin(canvas, self.ballot, WIDTH / 2, HEIGHT * 0.42)
        self.ribbon.wide = wide / scale
        below = self.flat.canvas(surface, make).like(surface, scale, (0, low))
        below.rect((0, 0, self.ribbon.wide, HIGH + 1), "#20263A")
        self.ribbon.paint(below, self.flat)
        self.ribbon.dirty = False
        return canvas


def for_room(plan: str, phones: Phones | None = None) -> Callable[..., Desk]:
    """What makes the desk of a room that follows this plan ("?" to be asked); its settings are nobody's to keep."""

    def make(settings: Settings, *, keep: object, tongue: Tongue) -> Desk:
        del keep
        return Hall(settings, plan=plan.strip("?"), tongue=tongue, phones=phones)

    return make
