"""Calm pages between play and talk: which plan to follow, a stop with its question, and the plan itself."""

from collections.abc import Sequence
from dataclasses import replace

from game.language import N_, _, told
from game.model.plan import Part, Plan
from game.screens.kit.answers import Answer, Order, Pop
from game.screens.kit.canvas import HEIGHT, WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, words
from game.screens.kit.node import Mood, Node
from game.screens.kit.palette import DAYLIGHT, DEBRIEF
from game.screens.kit.screen import Screen
from game.screens.kit.widgets import button
from game.screens.leaf import Leaf
from game.screens.project.course import Course

WIDE = 1080.0
SIZES = ((46, 32), (40, 29), (35, 26), (30, 24), (26, 22))  # of a question and of what is said; the first that fits
TELLS = (
    N_("Press a letter and type how many hands; then the next letter. Enter closes the count, Enter again does it. "
       "Arrows and the mouse count, too."),
    N_("No vote: Enter twice. Count again: R. The plan: Page down."),
)  # fmt: skip
TELLS_PHONES = (
    N_("Phones vote by themselves; press a letter and type how many hands besides. Enter closes the vote, Enter again "
       "does it. Arrows and the mouse count, too."),
    N_("No vote: Enter twice. Vote again: R. The plan: Page down. Where phones vote: F7."),
)  # fmt: skip


class Choosing(Leaf):
    """Which plan to follow. Answers Order("course") with `plan`: its id, or "" for none."""

    palette = DAYLIGHT

    def __init__(self, plans: Sequence[Plan], *, phones: bool = False) -> None:
        """`plans` in the order in which they are offered; `phones`: not only hands vote."""
        super().__init__(N_("The room plays one life"), TELLS_PHONES if phones else TELLS)
        self.plans = tuple(plans)
        self.focus = f"plan.{self.plans[0].id}" if self.plans else "plan."

    def close(self) -> Answer | None:
        """No plan is a plan too."""
        return Order("course", {"plan": ""})

    def buttons(self, frame: Frame) -> list[Node]:
        """The plans side by side, and none."""
        pal = self.palette
        made = [
            button(frame, pal, told(one.name), f"plan.{one.id}", Order("course", {"plan": one.id}),
                   shortcut=str(at + 1), hint=_("a plan"))
            for at, one in enumerate(self.plans)
        ]  # fmt: skip
        return [*made, button(frame, pal, _("No plan"), "plan.", self.close, shortcut="escape")]


class Planned(Leaf):
    """The whole plan, with the part that is on; from here one goes to the next, or to any other, whenever one likes.

    Answers Order("go_on_plan"), with `at` for a part that is not simply the next.
    """

    palette = DAYLIGHT

    def __init__(self, course: Course, now: float) -> None:
        """`course` as it stands, `now` on its clock."""
        super().__init__(N_("The plan"))
        self.course, self.now = course, now
        self.focus = "close"

    def body(self, frame: Frame, wide: float) -> list[Node]:
        """A line for each part."""
        made: list[Node] = []
        for at, part in enumerate(self.course.plan.parts):
            on = at == self.course.at
            label = _("{part}, {minutes} min").format(part=told(part.name), minutes=part.minutes)
            mark = "→ " if on else "    "
            line = words(frame, f"{mark}{label}", "sans_semibold" if on else "sans", 16,
                         self.palette.ink if at >= self.course.at else self.palette.soft, wide,
                         role="listitem" if on else "button", key="" if on else f"part.{at}")
            line.label, line.selected = label, on
            if not on:
                line.answer, line.hint = Order("go_on_plan", {"at": at}), _("go there")
            made.append(line)
        listing = column(made, gap=2)
        listing.role = "list"
        return [listing]

    def buttons(self, frame: Frame) -> list[Node]:
        """Back, or on."""
        made = [button(frame, self.palette, _("Back"), "close", Pop(), kind="big", shortcut="escape")]
        if self.course.at + 1 < len(self.course.plan.parts):
            coming = told(self.course.plan.parts[self.course.at + 1].name)
            label = _("On to: {part}").format(part=coming)
            made.append(button(frame, self.palette, label, "on", Order("go_on_plan")))
        return made


class Stop(Screen):
    """A stop: what is said, and the question, large. Enter goes on in the plan, or to the play."""

    overlay = True
    pauses = True
    covers = True
    timeless = True
    hushed = True
    of_plan = True

    def __init__(self, part: Part) -> None:
        """`part` has words."""
        super().__init__()
        self.part = part
        self.focus = "on"

    def take(self, _view: object) -> bool:
        """It stays until it is passed."""
        return True

    def tree(self, frame: Frame) -> Node:
        """The name of the part, small; what is said; the question; the way on."""
        pal = DEBRIEF
        flat = larger(frame)
        away: Answer = Pop() if self.part.does == "play" else Order("go_on_plan")
        on = button(flat, pal, _("Go on"), "on", away, kind="big", size=20)
        on.place(WIDTH - 60 - on.box.w, HEIGHT - 36 - on.box.h)
        for asks, says in SIZES:
            parts: list[Node] = [words(flat, told(self.part.name), "condensed", 24, pal.letters, WIDE)]
            face = "serif" if self.part.asks else "serif_medium"
            parts += [words(flat, told(text), face, says, pal.ink, WIDE, leading=1.35) for text in self.part.says]
            parts += [words(flat, told(text), "serif_semibold", asks, pal.ink, WIDE, leading=1.25, role="heading")
                      for text in self.part.asks]  # fmt: skip
            inner = column(parts, gap=26)
            if inner.box.h <= on.box.y - 70:
                break
        inner.place((WIDTH - WIDE) / 2, max(40.0, (on.box.y - inner.box.h) / 2))

        def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
            canvas.rect(node.box, pal.paper)
            canvas.rect(Box(inner.box.x - 34, inner.box.y, 6, inner.box.h), pal.accent)

        return Node("window", told(self.part.name), children=[inner, on], box=Box(0, 0, WIDTH, HEIGHT), draw=draw,
                    palette=pal)  # fmt: skip


def larger(frame: Frame) -> Frame:
    """The same window with sizes as they are given: what is made for a room is as large as it can be already."""
    return replace(frame, zoom=1.0)
