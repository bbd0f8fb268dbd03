"""The lecturer's page and the projector's: counts of people, the room's switches, the address. No single student."""

from game.debrief.words import markup
from game.host.desk import EXTEND, Desk
from game.host.pages import day, frame
from game.host.shown import REFRESH
from game.host.store import Counts
from game.language import _

ENGLISH = "en-GB"  # the lecturer's own page, as the guide is
SAYS = {
    "open": "People are joining. Nobody plays yet.",
    "running": "Everybody can play; late comers can still join.",
    "paused": "The room pauses. Nobody can act.",
    "closed": "The room is closed. Everybody can read their debrief, and check their arm.",
    "deleted": "Everything is deleted.",
}
DOES = {
    "start": "Start", "go_on": "Go on", "pause": "Pause", "extend": f"{EXTEND} minutes more",
    "debrief": "Open the debrief for those who are done", "stop": "Stop: close the room and open the debrief",
    "delete": "Delete everything now",
}  # fmt: skip
OPEN_TO = {
    "open": ("start",), "running": ("pause", "extend", "debrief", "stop"),
    "paused": ("go_on", "extend", "debrief", "stop"),
    "closed": ("delete",),
}  # fmt: skip
GRAVE = ("stop", "delete")
HALVES = (
    "<li>One in ten of the choices of half of the room, drawn by lot, may appear on the projector, and that half is "
    "told so: leave the page for the projector open while they play.</li>"
)


def deeds(desk: Desk) -> tuple[str, ...]:
    """What the lecturer can do now."""
    deeds = OPEN_TO.get(desk.state, ())
    without = {"extend"} if desk.minutes_left is None else set()
    return tuple(deed for deed in deeds if deed not in without | ({"debrief"} if desk.debrief else set()))


def lectern(desk: Desk, counts: Counts, form: str, where: str, hash_: str, state: str, notice: str = "") -> str:
    """The page behind the secret address. `where`: its own path, for its forms."""
    if desk.state == "deleted":
        return frame("Room", f"<h1>Room</h1><p>{SAYS['deleted']}</p>", language=ENGLISH)
    settled = desk.settled
    figures = (("joined", counts.joined), ("playing", counts.begun), ("done", counts.done))
    rows = "".join(f'<tr><th scope="row">{name}</th><td class="number">{number}</td></tr>' for name, number in figures)
    left = desk.minutes_left
    time = "" if left is None else f"<p>{left} minutes left.</p>"
    buttons = "".join(_button(deed, form, where) for deed in deeds(desk))
    mode = (
        "Aggregate only: figures of the room, and nothing about single people."
        if settled.mode == "aggregate"
        else "Opt-in rows: figures of the room, and the rows of those who agreed."
    )
    said = f'<p class="notice" role="status">{markup(notice)}</p>' if notice else ""
    shown = (
        f'<p><a class="button" href="{where}/figures">The figures of the room</a></p>' if desk.state == "closed" else ""
    )
    body = (
        f"<h1>Room: {markup(settled.campaign)}</h1>{said}<p><strong>{SAYS[desk.state]}</strong></p>"
        f'<div data-live>{time}<table>{rows}</table><p class="small">Withdrawn: {counts.withdrawn}. Who has withdrawn '
        "is in no figure.</p></div>"
        f"{shown}{buttons}<p><a href=\"{where}\">Look again</a></p>"
        f'<h2>Settled before, told to everybody</h2><ul><li>{mode}</li>'
        f"{HALVES if settled.tower else ''}"
        f"<li>Everything is deleted when {day(settled)} begins, or when the host "
        "is next started after that.</li>"
        f'<li>The lot: <code>{hash_}</code> (<a href="/arm">rule</a>)</li></ul>'
        '<p><a href="/screen">The page for the projector</a>. This page here is for you alone: whoever has its address '
        "can stop the room, so do not show it.</p>"
    )  # fmt: skip
    return frame("Room", body, state=state, language=ENGLISH)


def _button(deed: str, form: str, where: str) -> str:
    kind = ' class="grave"' if deed in GRAVE else ' class="first"' if deed in ("start", "go_on") else ""
    sure = (
        '<label><input type="checkbox" name="sure" value="1" required> I mean it: this cannot be taken back.</label> '
        if deed in GRAVE else ""
    )  # fmt: skip
    return (
        f'<form method="post" action="{where}"><input type="hidden" name="form" value="{form}">'
        f'<input type="hidden" name="deed" value="{deed}">{sure}<button{kind}>{DOES[deed]}</button></form>'
    )


def do(desk: Desk, deed: str) -> bool:
    """Carry a deed out; say whether it was open to be done."""
    if deed not in deeds(desk):
        return False
    {
        "start": desk.start, "go_on": desk.start, "pause": desk.pause, "extend": desk.extend,
        "debrief": desk.open_debrief, "stop": desk.stop, "delete": desk.delete,
    }[deed]()  # fmt: skip
    return True


def screen(desk: Desk, address: str, qr: str, hash_: str, state: str, shown: str = "") -> str:
    """The page for the projector. `qr`: the picture of the address, as SVG; `shown`: the part with choices, if any."""
    if desk.state in ("closed", "deleted"):
        words = f"<p>{markup(_('The room is closed.'))}</p>"
        picture = ""
    else:
        kept = _(
            "No name, no account. What is kept stands on the first page; everything is deleted when {day} begins."
        ).format(day=day(desk.settled))
        words = (
            f'<p>{markup(_("Scan, or type:"))}</p><p class="address">{markup(address)}</p><p>{markup(kept)}</p>'
        )
        picture = f'<div class="qr">{qr}</div>'
    before = markup(_("The lot, fixed before anybody joined:"))
    lot = f'<p class="small">{before} <code>{hash_}</code></p>' if hash_ else ""
    name = _("Good Standing")
    body = f"{picture}<div><h1>{markup(name)}</h1>{words}{lot}</div>"
    if not shown:
        return frame(name, body, kind="screen", state=state)
    return frame(name, f"{shown}<div class=\"door\">{body}</div>", kind="screen halves", state=state,
                 head=REFRESH)  # fmt: skip
