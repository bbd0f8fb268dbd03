"""People's ends: each is told once, a few to a page, before the debrief asks anything."""

from game.bots import Bot, keeps_table
from game.journal import Session
from game.model.content import Pack
from game.tools.demo import set_up


def test_everybodys_end_is_told_once_and_in_the_order_of_the_campaign(pack: Pack) -> None:
    setup = set_up(pack, "full", 3, "hidden-first")
    session = Session.new(pack, setup, None, game="ends", play="ends")
    bot = Bot("mule", setup.seed, keeps_table(pack))
    told: list[str] = []
    turned_out: list[str] = []
    while (view := session.view()).phase != "over":
        if view.phase == "epilogue" and view.page:
            told += view.page.lines
        for event in session.do(bot.choose(view, session.legal())):
            turned_out += [event.why] if event.did == "turned_out" else []
    texts = {f"{arc.id}.{end.id}": end.text for arc in pack.arcs.values() for end in arc.ends}
    assert [why.split(".")[0] for why in turned_out] == list(pack.campaigns["full"].arcs)
    assert told == [texts[why] for why in turned_out]
