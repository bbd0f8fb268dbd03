"""What the desk does with an order that needs the plays on this computer."""

from typing import TYPE_CHECKING, Any

from game.language import _

if TYPE_CHECKING:
    from game.shell.desk import Desk
    from game.shell.needs import Library


def carry_out(desk: "Desk", library: "Library", name: str, args: dict[str, Any]) -> None:
    """Do what is ordered. Raises BadRecord, Differs, CannotWrite, KeyError, OSError."""
    play = args.get("play", "")
    if name == "new":
        desk.begin(
            library.new(
                args.get("campaign", "lesson"), seed=args.get("seed"), order=args.get("order", ""),
                untimed=desk.untimed,
            )
        )
        _offer(desk, library, again=False)
    elif name == "continue":
        desk.begin(library.resume(play))
        _offer(desk, library, again=True)
    elif name == "delete":
        library.delete(play)
        desk.put_away()
        desk.refresh()
    elif name == "export":
        lies = library.export(play, args.get("what", "record"))
        desk.put_away()
        desk.notice(_("Saved as {where}").format(where=lies))
    elif name == "receipt":
        lies = library.receipt(play, args["kind"], args["struck"])
        desk.notice(_("Saved as {where}").format(where=lies))
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
    elif name == "debrief":
        desk.screens.append(library.debrief(play or (library.name_of(desk.play) if desk.play else "")))
    else:
        raise KeyError(f"no such order: {name}")


def _offer(desk: "Desk", library: "Library", *, again: bool) -> None:
    """Lay a card over the street, where there is something to offer. It never keeps a play from beginning."""
    card = library.offer(desk.play, again=again) if desk.play else None
    if card is not None:
        desk.screens.append(card)
