"""Plays that bots lived through the pages alone, kept for whoever wants to look at the pages."""

from collections.abc import Iterator
from functools import cache

from game.bots.bots import Bot, keeps_table
from game.host.web.page import page
from game.host.web.room import Room
from game.journal import Session
from game.model.acts import Act
from game.model.record import Order, Setup
from game.model.view import View
from tests.host.forms import Read, read
from tests.town import the_pack

LONGEST = 3000
ORDERS: tuple[Order, ...] = ("visible-first", "hidden-first")
FORM = "f0" * 20  # as long as a host makes it


def room(acts: tuple[Act, ...], **more: object) -> Room:
    known = {"form": FORM, "campaign": "A lesson", "code": "heron kettle", "acts": acts, **more}
    return Room.model_validate(known)


def not_by_hand(view: View, acts: tuple[Act, ...]) -> set[Act]:
    """What the rules would take, and neither the screens nor the pages offer."""
    read_already = {f"line:{line.id}" for line in view.board if line.points is not None}
    return {
        act for act in acts
        if (act.do == "roam" and act.how == "lens" and view.watch != "plain")  # no lens turns there
        or (act.do == "look" and act.what in read_already)
        or (act.do == "visit" and act.how == "lane" and act.what == view.at)  # one stands before it
        or (act.do == "skip" and view.moment is not None and view.moment.mode == "sheet")
    }  # fmt: skip


def begun(campaign: str, order: Order, seed: int) -> Session:
    pack = the_pack()
    setup = Setup(campaign=campaign, seed=seed, order=order, file=next(iter(pack.files)))
    return Session.new(pack, setup, None, game="bot", play="bot")


def without(campaign: str, bot_name: str, order: Order, seed: int) -> str:
    """The record of a bot that has no page before it."""
    session, bot = begun(campaign, order, seed), Bot(bot_name, seed, keeps_table(the_pack()))
    while session.state.phase != "over":
        view, legal = session.view(), session.legal()
        hidden = not_by_hand(view, legal)
        session.do(bot.choose(view, tuple(act for act in legal if act not in hidden)))
    return session.text()


def through(campaign: str, bot_name: str, order: Order, seed: int) -> Iterator[tuple[Session, View, str, Read]]:
    """The same bot with nothing but pages: it presses what it chose, and the host does what it reads out of that."""
    session, bot = begun(campaign, order, seed), Bot(bot_name, seed, keeps_table(the_pack()))
    for _step in range(LONGEST):
        view, legal = session.view(), session.legal()
        html = page(view, len(session.lines), room(legal))
        found = Read(html)
        yield session, view, html, found
        if view.phase == "over":
            return
        offered = set(found.acts())
        act = bot.choose(view, tuple(act for act in legal if act in offered))
        session.do(read(found.press(act)))


@cache
def pages(campaign: str = "full", bot_name: str = "climber", seed: int = 11) -> tuple[tuple[View, str], ...]:
    """All pages of a play, made without reading them."""
    found = []
    for order in ORDERS:
        session, bot = begun(campaign, order, seed), Bot(bot_name, seed, keeps_table(the_pack()))
        while True:
            view, legal = session.view(), session.legal()
            found.append((view, page(view, len(session.lines), room(legal, minutes_left=31))))
            if view.phase == "over":
                break
            session.do(bot.choose(view, legal))
    return tuple(found)


def kind(view: View) -> str:
    """What kind of page it is: its world, its phase, and what tells two of a phase apart."""
    more: tuple[str, ...] = ()
    if view.phase == "moment" and view.moment:
        options = view.moment.options
        rough = any(one.friction for one in options)
        more = (view.moment.mode, "rough" if rough else "pushed" if any(one.lit for one in options) else "")
    elif view.phase == "ask" and view.ask:
        more = (view.ask.kind, "public" if view.ask.public else "")
    elif view.phase == "street":
        more = ("due" if view.due else "",)
    return ".".join(filter(None, (view.world, view.phase, *more)))


@cache
def kinds() -> dict[str, tuple[View, str]]:
    """One page of each kind that came up."""
    found: dict[str, tuple[View, str]] = {}
    for view, html in (*pages(), *pages("lesson", "dice")):
        found.setdefault(kind(view), (view, html))
    return found
