"""The ribbon below the picture: the part of the plan and its minutes, and the count of hands while a room votes."""

from functools import partial

from game.language import N_, _, ngettext, told
from game.screens.kit.answers import Answer, Order
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import words
from game.screens.kit.node import Mood, Node, Press
from game.screens.kit.palette import PRINT
from game.screens.kit.screen import Screen
from game.screens.project.ballot import Ballot
from game.screens.project.course import Course
from game.screens.project.joining import Address

HIGH = 80.0
GROUND, INK, SOFT, MARK, DARK = "#20263A", "#FBF5E4", "#C9C7C0", "#F0B94A", "#12172A"
RIM = 20.0
WIDEST = 210.0  # of a cell
TOLD = {
    "open": N_("Hands? Letter, then number. Enter: no vote."),
    "count": N_("Enter closes the count."),
    "none": N_("No hands. Enter again, and the lecturer chooses."),
    "tie": N_("As many here as there. A letter: the lecturer picks. Enter: a coin."),
    "coin": N_("The coin turns."),
    "walk": N_("So it is done."),
    "free": N_("The lecturer chooses. A letter counts hands after all."),
}
OFFERED = N_("The lecturer’s, or a letter counts hands.")
PHONED = {
    **TOLD,
    "open": N_("Phones vote. Enter closes; a letter adds hands."),
    "count": N_("Enter closes the vote, phones and hands."),
    "none": N_("No vote. Enter again, and the lecturer chooses."),
    "free": N_("The lecturer chooses. A letter lets the room vote after all."),
}
PHONED_OFFERED = N_("The lecturer’s, or a letter lets the room vote.")
TALLY = 190.0  # how wide it is


class Ribbon(Screen):
    """Drawn below whatever else is seen, at the full width of the window. Answers Order("plan"), Order("act")."""

    shares = True

    def __init__(self) -> None:
        """Neither a vote nor a plan yet."""
        super().__init__()
        self.wide = 1280.0
        self.ballot: Ballot | None = None
        self.course: Course | None = None
        self.now = 0.0  # seconds, as the course counts them
        self.on_foot = False  # what was decided is walked to
        self.phones: Address | None = None  # that vote beside hands
        self.heard = (0, 0)  # phones that have voted, of those that are here
        self.asks = ""  # a word where a choice is not put to the room

    def label(self) -> str:
        """The part of the plan, and its minutes."""
        course = self.course
        if course is None or course.part is None:
            return ""
        left = course.left(self.now)
        if left > 0:
            time = ngettext("{count} minute left", "{count} minutes left", left).format(count=left)
        elif left == 0:
            time = _("time is up")
        else:
            time = ngettext("{count} minute over", "{count} minutes over", -left).format(count=-left)
        return _("{part} · {time}").format(part=told(course.part.name), time=time)

    def tree(self, frame: Frame) -> Node:
        """The plan at the left, the count in the middle, what Enter does at the right."""
        children: list[Node] = []
        ballot = self.ballot
        if ballot is None or ballot.stage == "free":
            children += self._plan(frame)
            if ballot is not None or self.asks:
                offered = PHONED_OFFERED if self.phones else OFFERED
                said = _(self.asks) if ballot is None else _(offered if ballot.offered else self._told["free"])
                children.append(self._right(words(frame, said, "sans", 20, SOFT)))
        elif ballot.stage in ("chosen", "coin", "walk"):
            children += self._decided(frame, ballot)
        else:
            children += self._cells(frame, ballot)
        return Node("window", _("The room"), children=children, box=Box(0, 0, self.wide, HIGH), draw=self._ground,
                    palette=PRINT)  # fmt: skip

    def _ground(self, canvas: Canvas, node: Node, _mood: Mood) -> None:
        canvas.rect(node.box, GROUND)
        canvas.rect(Box(0, 0, self.wide, 2), DARK)

    def _right(self, node: Node) -> Node:
        return node.place(self.wide - RIM - node.box.w, (HIGH - node.box.h) / 2)

    @property
    def _told(self) -> dict[str, str]:
        return PHONED if self.phones else TOLD

    def _plan(self, frame: Frame) -> list[Node]:
        made, label = [], self.label()
        if label:
            made.append(self._press(frame, label, "plan", Order("plan"), RIM, size=24, hint=_("the plan")))
        if self.phones:
            here = self.heard[1]
            many = ngettext("{count} phone", "{count} phones", here).format(count=here)
            x = made[0].box.right + 14 if made else RIM
            made.append(self._press(frame, many, "phones", Order("phones"), x, hint=_("where phones vote")))
        return made

    def _tally(self, frame: Frame) -> list[Node]:
        """How many phones have voted of how many, never for what; while none is here, where they would."""
        if self.phones is None:
            return []
        voted, here = self.heard
        if here:
            figure = _("{voted} of {here}").format(voted=voted, here=here)
            under = ngettext("phone has voted", "phones have voted", here)
        else:
            figure, under = self.phones.address.split("//")[-1].strip("/"), _("F7: a code to scan")
        label = _("{figure}, {what}").format(figure=figure, what=under)
        size = next((one for one in (30, 22, 17, 15) if frame.measure(figure, "sans_semibold", one)[0] < TALLY - 10), 0)
        if not size:
            figure, size = _("No phone yet"), 20

        def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
            canvas.rect(node.box, SOFT, 6, line=1)
            middle, low = node.box.centre[0], node.box.y + 17 - size * 0.6
            canvas.text((middle, low), figure, "sans_semibold", size, INK, None, "centre")
            canvas.text((middle, node.box.y + 40), under, "sans", 15, SOFT, None, "centre")

        return [Node("button", label, key="phones", hint=_("where phones vote"), answer=Order("phones"), draw=draw,
                     box=Box(RIM, 8, TALLY, HIGH - 16), palette=PRINT)]  # fmt: skip

    def _press(
        self, frame: Frame, label: str, key: str, answer: Press, x: float, *, size: float = 22, hint: str = "",
        lit: bool = False,
    ) -> Node:  # fmt: skip
        text = words(frame, label, "sans_semibold", size, DARK if lit else INK)
        text.role, text.label = "group", ""
        box = Box(x, 14, text.box.w + 28, HIGH - 28)
        text.place(x + 14, (HIGH - text.box.h) / 2)

        def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
            if lit:
                canvas.rect(node.box, MARK, 6)
            else:
                canvas.rect(node.box, SOFT, 6, line=1)

        return Node("button", label, key=key, hint=hint, answer=answer, children=[text], box=box, draw=draw,
                    palette=PRINT)  # fmt: skip

    # The count

    def _cells(self, frame: Frame, ballot: Ballot) -> list[Node]:
        many = len(ballot.choices) + 1
        sent = self.phones is not None and self.heard[0] > 0
        still = _("Close") if sent else _("No vote")
        enter = {"tie": _("A coin"), "none": still, "open": still}.get(ballot.stage, _("Close"))
        lit = sent or ballot.stage in ("count", "tie")
        done = self._right(self._press(frame, enter, "close", self._enter, 0, lit=lit))
        done.shift(0, 14 - done.box.y)
        tally = self._tally(frame)
        left = tally[0].box.right + 12 if tally else RIM
        room = done.box.x - left - RIM
        lines = "\n".join(filter(None, (self.label(), _(self._told[ballot.stage]))))
        says = words(frame, lines, "sans", 16, SOFT, 330, role="alert", key="told", leading=1.15)
        narrow = room - says.box.w - RIM < 118 * many
        wide = min(WIDEST, (room - (0 if narrow else says.box.w + RIM)) / many)
        cells = [self._cell(frame, ballot, at, left + at * wide, wide - 10) for at in range(many)]
        if narrow:
            says.draw = None  # the letters are larger than what the lecturer knows by heart
        says.place(done.box.x - RIM - says.box.w, (HIGH - says.box.h) / 2)
        listing = Node("list", _("Hands"), children=cells, box=Box(left, 0, wide * many, HIGH))
        return [*tally, listing, says, done]

    def _enter(self) -> Answer | None:
        assert self.ballot is not None
        self.dirty = True
        return Order("act") if self.ballot.enter() == "act" else None

    def _cell(self, frame: Frame, ballot: Ballot, at: int, x: float, wide: float) -> Node:
        blank = at == len(ballot.choices)
        letter = _("blank") if blank else ballot.choices[at].letter
        hands, open_ = ballot.count(at), ballot.stage == "count" and ballot.at == at
        tied = not blank and ballot.stage == "tie" and ballot.choices[at].id in ballot.tied
        lit = open_ or tied
        top = max(1, *ballot.totals.values(), ballot.blanks)

        def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
            box = node.box
            canvas.rect(box, DARK, 6)
            if hands:
                canvas.rect(Box(box.x + 4, box.bottom - 8, (box.w - 8) * hands / top, 5), MARK if lit else SOFT, 2)
            if lit:
                canvas.rect(box, MARK, 6, line=3)
            if blank:
                canvas.text((box.x + 12, box.y + 20), letter, "sans", 19, MARK if lit else SOFT)
            else:
                canvas.text((box.x + 12, box.y + 4), letter, "sans_semibold", 40, MARK if lit else INK)
            if hands or open_:
                right = box.right - 40
                figure = str(hands)
                taken = 20 + canvas.measure(letter, "sans", 19)[0] if blank else 48
                free = right - box.x - taken
                size = next((one for one in (38, 26) if canvas.measure(figure, "sans_semibold", one)[0] < free), 18)
                wide_ = canvas.measure(figure, "sans_semibold", size)[0]
                canvas.text((right - wide_, box.y + 6 + (38 - size) / 2), figure, "sans_semibold", size, INK)

        label = _("Blank") if blank else _("{letter}: {choice}").format(letter=letter, choice=ballot.choices[at].text)
        box = Box(x, 8, wide, HIGH - 16)
        # A tie is decided by a press on its letter, a count is opened by one.
        press = partial(self._pick, at) if tied else partial(self._open, at)
        more = self._step(frame, at, 1, Box(box.right - 36, box.y + 4, 32, 26))
        less = self._step(frame, at, -1, Box(box.right - 36, box.y + 34, 32, 26))
        return Node("slider", label, key=f"cell.{at}", value=str(hands), answer=press, selected=open_,
                    adjust=partial(self._add, at), box=box, draw=draw, children=[] if tied else [more, less],
                    ring=False, palette=PRINT)  # fmt: skip

    def _step(self, frame: Frame, at: int, by: int, box: Box) -> Node:
        sign = "+" if by > 0 else "−"

        def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
            canvas.rect(node.box, "#39415E", 4)
            canvas.text((node.box.centre[0], node.box.y - 3), sign, "sans_semibold", 22, INK, None, "centre")

        return Node("group", key=f"step.{at}.{by}", answer=partial(self._add, at, by), box=box, draw=draw,
                    tabstop=False, ring=False)  # fmt: skip

    def _open(self, at: int) -> Answer | None:
        assert self.ballot is not None
        self.ballot.turn_to(at)
        self.dirty = True
        return None

    def _add(self, at: int, by: int) -> Answer | None:
        assert self.ballot is not None
        self.ballot.add(by, at)
        self.dirty = True
        return None

    def _pick(self, at: int) -> Answer | None:
        assert self.ballot is not None
        self.ballot.pick(self.ballot.choices[at].id)
        self.dirty = True
        return None

    # What was decided

    def _decided(self, frame: Frame, ballot: Ballot) -> list[Node]:
        if ballot.stage == "coin":
            said = words(frame, _(TOLD["coin"]), "serif_semibold", 34, INK, role="alert", key="told")
            return [said.place((self.wide - said.box.w) / 2, (HIGH - said.box.h) / 2)]
        by_phone = ballot.from_phones > 0
        said = words(frame, outcome(ballot), "serif_semibold", 28 if by_phone else 36, INK, role="alert", key="told")
        children = [said.place(RIM, (HIGH - said.box.h) / 2)]
        if by_phone:  # nobody has seen it yet
            whole = words(frame, split(ballot), "sans", 23, SOFT, key="split")
            top = (HIGH - said.box.h - whole.box.h) / 2
            children = [said.place(RIM, top), whole.place(RIM, top + said.box.h)]
        if ballot.stage == "chosen":
            act = _("Go there") if self.on_foot else _("So be it")
            done = self._right(self._press(frame, act, "act", Order("act"), 0, lit=True))
            done.shift(0, 14 - done.box.y)
            more = _("Vote again") if ballot.phones else _("Count again")
            again = self._press(frame, more, "again", partial(self._open, max(0, ballot.at)), 0)
            again.shift(done.box.x - 14 - again.box.right, 0)
            children += [again, done]
        else:
            says = _("The room chose {letter}.").format(letter=ballot.letter(ballot.took)) if ballot.refused else _(
                TOLD["walk"])  # fmt: skip
            children.append(self._right(words(frame, says, "sans", 20, SOFT, role="alert", key="done")))
        return children


def split(ballot: Ballot) -> str:
    """How the votes fell, by letters."""
    return "  ·  ".join(_("{letter} {votes}").format(letter=one.letter, votes=ballot.totals[one.id])
                        for one in ballot.choices)  # fmt: skip


def outcome(ballot: Ballot) -> str:
    """What was decided, by how many, and how where they were equal."""
    letter, hands = ballot.letter(ballot.took), ballot.totals[ballot.took]
    all_ = sum(ballot.totals.values())
    if ballot.from_phones:
        of = ngettext("{hands} of {count} vote", "{hands} of {count} votes", all_)
    else:
        of = ngettext("{hands} of {count} hand", "{hands} of {count} hands", all_)
    of = of.format(hands=hands, count=all_)
    said = {
        "most": _("{letter}, by {of}"),
        "coin": _("{letter}, by the coin, after {of}"),
        "hand": _("{letter}, picked by the lecturer, after {of}"),
    }[ballot.how].format(letter=letter, of=of)
    if ballot.blanks:
        blank = ngettext("{count} blank", "{count} blank", ballot.blanks).format(count=ballot.blanks)
        said = _("{said} · {blank}").format(said=said, blank=blank)
    return said
