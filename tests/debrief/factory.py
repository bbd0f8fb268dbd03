"""Records made by hand, so that the debrief can be tried without a play."""

from collections.abc import Mapping, Sequence

from game.model.acts import Act, Event
from game.model.record import Header, Line, Option, Record, Setup, Shown

KEEPING = {
    "fall": "kind", "crossing": "kind", "friend": "harmful", "basket": "neutral",
    "debt": "kind", "grumbler": "harmful", "caller": "harmful", "tin": "kind",
    "powder": "kind", "error": "kind", "driver": "harmful", "petition": "harmful",
}  # fmt: skip
FAMILIES = tuple(KEEPING)
ORDER = {"visible-first": ("U0", "P", "D", "UV", "H", "UH"), "hidden-first": ("U0", "H", "UH", "P", "D", "UV")}
WATCH = {"U0": "none", "P": "plain", "D": "dark", "UV": "away", "H": "phone", "UH": "away"}
WORLD = {"P": "print", "D": "print", "H": "phone"}
REGIME = {"P": "notice_board", "D": "dark_glass", "H": "lumen"}


class Maker:
    """Writes a record line by line."""

    def __init__(self, order: str = "visible-first", campaign: str = "lesson", file: str = "middle") -> None:
        self.header = Header(
            game="0.1.0", pack="lantern_quay", digest="0" * 64, play="abcd",
            setup=Setup(campaign=campaign, seed=7, order=order, file=file),
        )  # fmt: skip
        self.lines: list[Line] = []
        self.day = 0
        self.condition = ""

    def line(self, act: Act, *events: Event, shown: Shown | None = None) -> int:
        n = len(self.lines) + 1
        self.lines.append(Line(n=n, act=act, events=events, shown=shown, ms=1000, digest="d"))
        return n

    def dawn(self, condition: str) -> int:
        self.day += 1
        self.condition = condition
        return self.line(Act(do="on"), Event(did="dawned", what=f"day_{condition}", amount=self.day,
                                             condition=condition))  # fmt: skip

    def shown(self, moment: str, options: Sequence[str], preselected: str = "") -> Shown:
        return Shown(
            moment=moment, mode="sheet", world=WORLD.get(self.condition, "daylight"), light="noon",
            watch=WATCH[self.condition], day=self.day, clock="09:10", who="rao", where="row",
            scene="A goose crosses & the light is <red>.", aside="Nobody in the street.",
            options=tuple(Option(id=o, text=o.replace("_", " "), minutes=2, preselected=o == preselected,
                                 lit=o == preselected, near=i) for i, o in enumerate(options)),
        )  # fmt: skip

    def matched(self, family: str, keeps: bool, *, watched: bool = False, arm: str = "") -> int:
        choice = "keep" if keeps else "leave"
        moment = f"{self.condition}.{family}"
        pushed = {"toward": "keep", "away": "leave"}.get(arm, "")
        return self.line(
            Act(do="choose", what=choice),
            Event(did="chose", what=moment, secret=True, condition=self.condition, family=family, coat="met_grave",
                  choice=choice, keeps=keeps, keeping=KEEPING[family], watched=watched,
                  nudge="default" if arm else "", arm=arm),
            shown=self.shown(moment, ("keep", "leave"), pushed),
        )  # fmt: skip

    def nudge(self, name: str, arm: str, choice: str, prefers: str = "", asked: str = "before") -> int:
        return self.line(
            Act(do="choose", what=f"{name}_{choice}"),
            Event(did="chose", what=f"nudge.{name}", secret=True, condition=self.condition,
                  choice=f"{name}_{choice}", nudge="default", arm=arm,
                  values=(f"{name}_x", f"{name}_z", name), truth=(prefers, asked)),
            shown=self.shown(f"nudge.{name}", (f"{name}_x", f"{name}_z"), "" if arm == "none" else f"{name}_{arm}"),
        )  # fmt: skip

    def answer(self, ask: str, values: Sequence[str], truth: Sequence[str] = ()) -> int:
        return self.line(
            Act(do="answer", what=ask, values=tuple(values)),
            Event(did="answered", what=ask, values=tuple(values), truth=tuple(truth), condition=self.condition),
        )

    def diary(self, kinds: Sequence[str]) -> int:
        values = [v for i, kind in enumerate(kinds) for v in (f"{self.condition}.{FAMILIES[i]}", f"end_{kind}")]
        return self.answer("diary", values, kinds)

    def record(self, torn: bool = False) -> Record:
        return Record(header=self.header, lines=tuple(self.lines), torn=torn)


def play(
    kept: Mapping[str, Sequence[bool]], order: str = "visible-first", campaign: str = "lesson",
    seen: Sequence[bool] = (),
) -> Record:  # fmt: skip
    """A play of matched moments only: condition -> kept or not, family by family. H is pushed by turns."""
    maker = Maker(order, campaign)
    for condition in ORDER[order]:
        if condition not in kept:
            continue
        maker.dawn(condition)
        for i, keeps in enumerate(kept[condition]):
            watched = condition == "P" or (condition == "D" and i < len(seen) and seen[i])
            arm = ("toward", "away")[i % 2] if condition == "H" else ""
            maker.matched(FAMILIES[i], keeps, watched=watched, arm=arm)
    return maker.record()


def bits(text: str) -> list[bool]:
    """ "1101" -> kept, kept, not, kept."""
    return [c == "1" for c in text]
