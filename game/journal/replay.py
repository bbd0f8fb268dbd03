"""Play a record through the rules again and compare every step."""

from game.journal.lines import header_digest, make_line
from game.language import _, told
from game.model.content import Pack
from game.model.record import Record
from game.model.state import State
from game.rules import Illegal, start, step, view


class Differs(ValueError):
    """The record is not what the rules make of its acts; the message names the first step that differs."""


def same_pack(pack: Pack, record: Record) -> str:
    """Why this pack cannot replay the record; "" if it can."""
    if record.header.pack != pack.info.id:
        played, here = record.header.pack, pack.info.id
        said = _("The record was played in “{played}”, these levels are “{here}”. It can be read, not replayed.")
        return said.format(played=played, here=here)
    if record.header.digest != pack.digest:
        return _("The level files have changed since this was played. The record can be read, not replayed.")
    return ""


def replay(pack: Pack, record: Record) -> State:
    """Return the state that the record leads to. Raises Differs."""
    why = same_pack(pack, record)
    if why:
        raise Differs(why)
    try:
        state = start(pack, record.header.setup)
    except KeyError as error:
        raise Differs(_("The header names {name}, which these levels do not have.").format(name=error)) from None
    digest = header_digest(record.header)
    for line in record.lines:
        shown = view(pack, state).moment if line.act.do == "choose" else None
        try:
            state, events = step(pack, state, line.act)
        except Illegal as error:
            said = _("Step {step}: “{act}” was not possible there. {why}")
            act = f"{line.act.do} {line.act.what}"
            raise Differs(said.format(step=line.n, act=act, why=told(str(error)))) from None
        made = make_line(digest, line.n, line.act, events, shown, line.ms)[0]
        if made.digest != line.digest:
            said = _("Step {step}: the record leads to something else than the rules do.")
            if shown != line.shown:
                said = _("Step {step}: the record shows something else than the rules do.")
            raise Differs(said.format(step=line.n))
        digest = line.digest
    return state
