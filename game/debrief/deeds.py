"""What was done, in the words of the level files, and the file that holds them."""

from game.debrief.names import plain
from game.language import _, told
from game.model.acts import Act
from game.model.content import ActivityOf, Needs, Pack, Turn

LEVELS = "levels"


def where(kind: str, name: str, *path: str) -> str:
    """The level file of a thing, and the line in it: "levels/regimes/lumen.yaml, doors: seat"."""
    listed = kind in ("places", "closes", "arcs", "roams", "files")
    file = f"{LEVELS}/{kind}.yaml" if listed else f"{LEVELS}/{kind}/{name}.yaml"
    inside = (name, *path) if listed else path
    return f"{file}, {': '.join(inside)}" if inside else file


def moment_file(pack: Pack, moment: str) -> tuple[str, str]:
    """(kind, id) of the level file that a moment stands in."""
    kind, _dot, name = moment.partition(".")
    if kind in ("story", "free"):
        return "scenes", name
    return ("nudges", name) if kind == "nudge" else ("families", name)


def turn_of(pack: Pack, moment: str, choice: str) -> Turn | None:
    """A choice of a story, a free moment or a nudge; None for a matched moment: those are never closed."""
    kind, name = moment_file(pack, moment)
    held = pack.scenes.get(name) if kind == "scenes" else pack.nudges.get(name) if kind == "nudges" else None
    return next((t for t in held.choices if t.id == choice), None) if held else None


def choice_words(pack: Pack, moment: str, choice: str) -> str:
    """What a choice says; its id as words where its words hang on a coat."""
    turn = turn_of(pack, moment, choice)
    return told(turn.text) if turn else plain(choice)


def needs_of(pack: Pack, moment: str, choice: str) -> Needs | None:
    """What a choice needs."""
    turn = turn_of(pack, moment, choice)
    return turn.needs if turn else None


def activity(pack: Pack, id_: str) -> tuple[str, ActivityOf] | None:
    """An activity with the id of its place."""
    return next(((p.id, a) for p in pack.places.values() for a in p.activities if a.id == id_), None)


def act_words(pack: Pack, act: Act) -> str:
    """A free act in the words of the street."""
    if act.do == "use":
        found = activity(pack, act.what)
        return told(found[1].text) if found else plain(act.what)
    if act.do == "roam" and act.what in pack.roams:
        return told(pack.roams[act.what].text)
    if act.do == "visit" and act.what in pack.places:
        return _("To: {place}").format(place=told(pack.places[act.what].name))
    return plain(act.what)
