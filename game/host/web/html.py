"""The small pieces that every page of a play is made of: words that cannot steer a page, and forms that carry acts."""

from collections.abc import Iterable

from game.debrief.words import markup
from game.host.web.room import Room
from game.model.acts import Act
from game.model.view import View


def tag(name: str, text: str, kind: str = "") -> str:
    """An element round words of the game; nothing where there are none."""
    return f"<{name}{classed(kind)}>{markup(text)}</{name}>" if text else ""


def classed(kind: str) -> str:
    """The attribute that names a look; nothing for none."""
    return f' class="{kind}"' if kind else ""


def listed(items: Iterable[str], kind: str = "", name: str = "ul") -> str:
    """A list of what is not empty; nothing if all of it is."""
    inside = "".join(f"<li>{item}</li>" for item in items if item)
    return f'<{name} role="list"{classed(kind)}>{inside}</{name}>' if inside else ""


class Desk:
    """Whatever on a page sends something: each act that the rules take now can be put into a form, and no other."""

    def __init__(self, view: View, step: int, room: Room) -> None:
        self.view, self.step, self.room = view, step, room
        self._acts = {(act.do, act.what, act.how) for act in room.acts}

    def takes(self, act: Act) -> bool:
        """Whether the rules take it now."""
        return (act.do, act.what, act.how) in self._acts

    def hidden(self, act: Act) -> str:
        """The fields that say which act a form is. A choice among radio buttons leaves `what` to them."""
        pairs = (("n", str(self.step)), ("form", self.room.form), ("do", act.do), ("what", act.what), ("how", act.how))
        return "".join(f'<input type="hidden" name="{name}" value="{markup(one)}">' for name, one in pairs if one)

    def form(self, act: Act, inside: str, *, at: str = "", more: str = "") -> str:
        """A form round what is `inside`. `at`: the part of the next page to come to; `more`: further attributes."""
        to = f"/play#{at}" if at else "/play"
        return f'<form method="post" action="{to}"{more}>{self.hidden(act)}{inside}</form>'

    def button(self, act: Act, label: str, kind: str = "", *, at: str = "", under: str = "", more: str = "") -> str:
        """An act as one button, with a line under its label; nothing if the rules do not take it now."""
        if not self.takes(act):
            return ""
        inside = f"<span>{markup(label)}</span>{tag('small', under)}" if under else markup(label)
        return self.form(act, f"<button{classed(kind)}>{inside}</button>", at=at, more=more)
