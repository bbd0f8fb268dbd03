"""What the desk does with an order that needs the plays on this computer."""

from typing import TYPE_CHECKING, Any

from game.language import _
from game.screens.before import Before
from game.screens.shared import TwoWords
from game.shell.address import Address, NoAddress
from game.shell.two_words import fits, two_words

if TYPE_CHECKING:
    from game.shell.desk import Desk
    from game.shell.needs import Library


def carry_out(desk: "Desk", library: "Library", name: str, args: dict[str, Any]) -> None:
    """Do what is ordered. Raises BadRecord, Differs, CannotWrite, KeyError, OSError."""
    play = args.get("play", "")
    if name == "new":
        _new(desk, library, args)
    elif name == "continue":
        desk.begin(library.resume(play))
        _offer(desk, library, again=True)
    elif name in ("open", "away"):
        _shared(desk, library, args.get("words", ""))
    elif name == "delete":
        library.delete(play)
        desk.put_away()
        desk.refresh()
    elif name == "export":
        lies = library.export(play, args.get("what", "record"))
        desk.put_away()
        desk.notice(_("Saved as {where}").format(where=lies))
    elif name == "code":
        desk.screens.append(library.code(play, args["save"]))
    elif name == "receipt":
        desk.notice(_("Saved as {where}").format(where=library.receipt(play, args["kind"], args["struck"])))
    elif name == "wipe":
        wiped = library.wipe(play, copies=args.get("copies") != "stay")
        desk.to_title()
        desk.notice(wiped)
    elif name == "object":
        desk.put_away()
        library.object_to(play, args["finding"], args["words"])
    elif name == "sort":
        library.sort(play, args["when"], args["case"], args["tray"])
    elif name == "answers":
        desk.put_away()
        library.show_answers(play)
    elif name == "settled":
        if args.get("to") == "title":
            desk.to_title()
        else:
            desk.put_away(also=1)
        library.settle(play)
    elif name == "keep":
        if desk.play:
            desk.notice(_("Saved as {where}").format(where=library.keep(desk.play)))
    elif name == "before":
        if desk.play:
            desk.screens.append(Before(library.past(desk.play)))
    elif name == "debrief":
        here = desk.play and (library.name_of(desk.play), desk.play)
        desk.screens.append(library.debrief(*here) if here and play in ("", here[0]) else library.debrief(play))
    else:
        raise KeyError(f"no such order: {name}")


def _new(desk: "Desk", library: "Library", args: dict[str, Any]) -> None:
    """Begin a play. Where nothing can be written it begins all the same, and that is said."""
    from game.journal import CannotWrite  # noqa: PLC0415  (the rules are read after the first frame)

    wish: dict[str, Any] = {"seed": args.get("seed"), "order": args.get("order", ""), "untimed": desk.untimed}
    campaign, trouble = args.get("campaign", "lesson"), ""
    try:
        play = library.new(campaign, **wish)
    except CannotWrite as error:
        trouble = str(error)
        play = library.new(campaign, **wish, kept=False)
    desk.begin(play)
    desk.mine.add(library.name_of(play))
    if trouble:
        desk.notice(trouble, unsaved=True)
        return
    _offer(desk, library, again=False)
    if desk.shared:
        desk.screens.append(TwoWords(two_words(library.name_of(play))))


def join(desk: "Desk", words: str) -> None:
    """Go to a room, if the words are an address."""
    try:
        desk.elsewhere = str(Address.of(words))
    except NoAddress:
        desk.notice(_("“{words}” is no address of a room. One is, for example, 192.168.0.5:8080.").format(words=words))
    else:
        desk.done = True


def _shared(desk: "Desk", library: "Library", typed: str) -> None:
    """Show the play of these two words among the others; should two have them, both. Without words: put all away."""
    if not typed:
        desk.to_title(anew=True)
        return
    found = {one.play for one in library.saved() if fits(typed, one.words)}
    if not found:
        desk.notice(_("No play on this computer has these two words."))
        return
    desk.mine |= found
    desk.put_away()
    desk.refresh()


def _offer(desk: "Desk", library: "Library", *, again: bool) -> None:
    """Lay a card over the street, where there is something to offer. It never keeps a play from beginning."""
    card = library.offer(desk.play, again=again) if desk.play else None
    if card is not None:
        desk.screens.append(card)
