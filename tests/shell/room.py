"""A room of bots in front of a hall: hands go up, and a lecturer types them."""

import random
from pathlib import Path

from game.journal import Session
from game.model.content import Pack
from game.screens.kit.answers import Do, Key, Order, Pointer
from game.screens.project.slides import Slides
from game.screens.project.stop import Stop
from game.screens.saved import Settings
from game.shell.library import Folder
from game.shell.needs import Phones
from game.shell.project import Hall

FRAME = 1 / 30


class Room:
    """`hands` people; each choice gets theirs by a lot of its own, so that two rooms raise the same hands."""

    def __init__(self, pack: Pack, folder: Path, *, plan: str = "-", hands: int = 20, seed: int = 7,
                 phones: Phones | None = None) -> None:  # fmt: skip
        self.now = 0.0
        self.hands = hands
        self.keys = 0
        self.votes = 0
        chance = random.Random(seed)
        self.chance = chance
        self.hall = Hall(Settings(muted=True, still=True), plan=plan, clock=lambda: self.now,
                         toss=random.Random(seed).randrange, phones=phones)  # fmt: skip
        self.hall.ready(Folder(folder, pack=pack))
        self.hall.apply(Order("new", {"campaign": "taste", "seed": seed, "order": "visible-first"}))
        self.tick(2.0)

    @property
    def session(self) -> Session:
        assert isinstance(self.hall.play, Session)
        return self.hall.play

    def tick(self, seconds: float) -> None:
        for _ in range(round(seconds / FRAME)):
            self.hall.tick(FRAME)
            self.now += FRAME

    def press(self, *names: str) -> None:
        for name in names:
            self.keys += 1
            self.hall.feed(Key(name))
            self.hall.feed(Key(name, down=False))

    def click(self, key: str) -> None:
        """The mouse on a thing of the ribbon."""
        node = self.hall.ribbon.tree(self.hall.flat).find(key)
        assert node is not None, key
        x, y = node.box.centre
        wide, tall = self.hall.whole
        scale = min(wide / 1280, tall / 800)
        at = min(wide / 1280, tall / 720)
        real = x * scale, tall - round(80 * scale) + y * scale
        inside = (real[0] - (wide - 1280 * at) / 2) / at, (real[1] - (tall - 720 * at) / 2) / at
        for kind in ("move", "down", "up"):
            self.hall.feed(Pointer(kind, *inside))  # type: ignore[arg-type]

    def vote(self) -> None:
        """Hands go up and are typed, and what most said is done."""
        ballot, lines = self.hall.ballot, len(self.session.lines)
        assert ballot is not None
        cells = [*(one.letter.lower() for one in ballot.choices), "x"]
        raised = [self.chance.choice(cells) for _ in range(self.hands)]
        for cell in cells:
            if raised.count(cell):
                self.press(cell, *str(raised.count(cell)))
        self.press("enter")
        if ballot.stage == "tie":
            self.press("enter")
            self.tick(0.2)
        self.votes += 1
        self.press("enter")
        for _ in range(60):
            if len(self.session.lines) > lines:
                break
            self.tick(0.5)
            if ballot.stage == "walk" and self.hall.screens[-1].kind:
                self.press("enter")
        assert len(self.session.lines) > lines, (self.hall.screens[-1].kind, ballot.took)

    def step(self, *, votes: bool = True) -> None:
        """One thing onward."""
        top, view = self.hall.screens[-1], self.session.view()
        if isinstance(top, Stop | Slides) or not top.kind:
            self.press("enter")
        elif view.phase in ("moment", "ask") and self.hall.ballot and votes:
            self.vote()
        elif view.phase == "moment" and view.moment:
            self.hall.apply(Do(self.session.legal()[0]))
        elif view.phase == "ask" and view.ask:
            self.hall.apply(Do(next(act for act in self.session.legal() if act.do == "answer")))
        elif view.phase == "street":
            key = "due" if any(one.key == "due" for one in top.things()) else "home"  # type: ignore[attr-defined]
            answer = top.reach(key)  # type: ignore[attr-defined]
            if answer:
                self.hall.apply(answer)
        else:
            self.press("enter")
        self.tick(0.3)

    def until(self, phase: str, *, votes: bool = True) -> None:
        for _ in range(600):
            if self.session.view().phase == phase and self.hall.screens[-1].kind not in ("", "street", "then"):
                return
            self.step(votes=votes)
        raise AssertionError(f"never came to {phase}")
