"""Beside the two lives: the file that the twin lives under, part by part, and every place where the lives part."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.debrief.partings import Parting
from game.debrief.twin_page import also
from game.debrief.twins import Beside, Has, Part, Twins
from game.language import _, ngettext
from game.screens.debrief import evidence
from game.screens.debrief.look import CARD, GREY, INK, PAL, VERMILION, seen
from game.screens.kit.canvas import Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, flow, row, words
from game.screens.kit.node import Mood, Node, Press
from game.screens.kit.widgets import button, silent, tick

if TYPE_CHECKING:
    from game.screens.debrief.twin import Pairing

CHOSEN = "#FBEFD0"


def chooser(frame: Frame, twins: Twins, has: Has, width: float, take: Callable[[Has], Press]) -> Node:
    """Whole files to take, parts to put in or leave out, and what then stands on paper."""
    whole: list[Node] = [
        button(frame, PAL, _("{file} (yours)").format(file=name) if held == twins.mine else name, f"file.{at}",
               take(held), selected=held == has, size=15)
        for at, (name, held) in enumerate(twins.files)
    ]  # fmt: skip
    head = evidence.heading(frame, _("Your twin’s file"), width)
    made = [_part(frame, part, width, take(has ^ {part.id}), held=part.id in has, own=part.id in twins.mine)
            for part in twins.parts]  # fmt: skip
    parts = [head, flow(whole, width, gap=10, gap_y=8), flow(made, width, gap=8, gap_y=6)]
    said = _("Your twin’s: {file}").format(file=twins.text(has))
    if has == twins.mine:
        said = _("That is your own file, word for word.")
    # Two lines are kept for it at least, so that what is below does not move from file to file.
    text = words(frame, said, "sans_italic", 14, GREY, width)
    two = frame.tall("sans_italic", frame.em(14), 2)
    text.box = Box(0, 0, width, max(text.box.h, two))
    return column([*parts, text], gap=6)


def _part(frame: Frame, part: Part, width: float, answer: Press, *, held: bool, own: bool) -> Node:
    """A part with its box: ticked where it stands in the twin's file."""
    box_size = frame.em(18)
    label = part.label
    if own:
        label = (_("{part} (yours, too)") if held else _("{part} (yours)")).format(part=part.label)
    text = silent(words(frame, label, "sans_semibold" if held else "sans", 15, INK))
    box = Box(0, 0, min(width, text.box.w + box_size + 30), max(text.box.h, box_size) + 8)
    text.place(box_size + 18, (box.h - text.box.h) / 2)

    def draw(canvas: Canvas, node: Node, mood: Mood) -> None:
        canvas.rect(node.box, "#FFFFFF" if mood else CHOSEN if held else CARD, 4)
        inner = Box(node.box.x + 8, node.box.y + (node.box.h - box_size) / 2, box_size, box_size)
        canvas.rect(inner, "#FFFFFF", 3)
        canvas.rect(inner, INK, 3, line=1.5)
        if held:
            tick(canvas, inner.centre, box_size * 0.7, VERMILION)
        if mood:
            canvas.rect(node.box, PAL.focus, 4, line=3)

    rules = ngettext("{n} system with a rule for it", "{n} systems with a rule for it", part.rules)
    made = Node(
        "button", label, key=f"part.{part.id}", value=_("in the file") if held else _("not in the file"),
        hint=rules.format(n=part.rules), answer=answer, selected=held, children=[text], box=box,
        draw=draw, ring=False, palette=PAL,
    )  # fmt: skip
    for each in made.walk():
        seen(each)
    return made


def list_of(frame: Frame, one: Beside, width: float, hand: "Pairing") -> list[Node]:
    """The parting that the cursor has come to last, then the others, each with its rules."""
    if not one.parted:
        said = _("Nowhere. No rule that was applied here reads what differs on paper.")
        if one.run.rules:
            said = _("Nowhere. What the rules take for one thing on paper, they give for another.")
        if one.same:
            said = _("Nowhere, since nothing differs on paper: the same rules, luck and choices make the same life.")
        over = evidence.heading(frame, _("Where they part"), width)
        return [column([over, words(frame, said, "sans", 15, INK, width)], gap=6)]
    stop = one.course.stops[hand.stop]
    here = stop.parting
    made: list[Node] = []
    if here is None:
        made.append(words(frame, _("So far it is one life, to the letter."), "serif_semibold", 17, INK, width))
    else:
        now = one.parted[here].n == stop.n
        head = _("Here is where they part") if now else _("Where they part: the last so far")
        made += [evidence.heading(frame, head, width), _card(frame, here, one.parted[here], width, hand, current=True)]
    across = 2 if width / 2 > frame.em(330) else 1
    each = (width - 16 * (across - 1)) / across
    rest = [_card(frame, at, parting, each, hand, current=False) for at, parting in enumerate(one.parted) if at != here]
    per = -(-len(rest) // across)
    columns = [column(rest[start : start + per], gap=10) for start in range(0, len(rest), per or 1)]
    listing = row(columns, gap=16, align="top")
    listing.role, listing.label = "list", _("Where they part")
    note = _("choose one: a moment of it opens, as it was")
    if rest:
        head = _("Where they part") if here is None else _("The other places where they part")
        made += [evidence.heading(frame, head, width, note), listing]
    return made


def _card(frame: Frame, at: int, parting: Parting, width: float, hand: "Pairing", *, current: bool) -> Node:
    """A parting: its number on the picture, when, what, and the rules that did it."""
    room = width - 30
    parts: list[Node] = [
        words(frame, _("{n} · Day {day}, {clock}").format(n=at + 1, day=parting.day, clock=parting.clock), "mono", 14,
              GREY, room),
        words(frame, parting.says, "serif_semibold", 16, INK, room),
    ]
    for rule in parting.rules:
        parts.append(words(frame, rule.text, "sans_semibold", 15, INK, room))
        figures = " · ".join(says.format(figure=figure) for says, figure in (
            (_("you {figure}"), rule.own), (_("your twin {figure}"), rule.twin)) if figure)  # fmt: skip
        if figures:
            parts.append(words(frame, figures, "mono_semibold", 14, VERMILION, room))
        parts.append(words(frame, rule.where, "sans", 14, GREY, room))
    if also(parting):
        parts.append(words(frame, also(parting), "sans", 15, INK, room))
    if parting.opens:
        parts.append(words(frame, _("Opens {what}.").format(what=parting.why_open), "sans_italic", 14, GREY, room))
    inner = silent(column(parts, gap=3, pad=(18, 9)))
    inner.box = Box(0, 0, width, inner.box.h)
    spoken = "; ".join(f"{rule.text}, {rule.where}" for rule in parting.rules)

    def draw(canvas: Canvas, node: Node, mood: Mood) -> None:
        canvas.rect(node.box, "#FFFFFF" if mood else CHOSEN if current else CARD, 4)
        canvas.rect(Box(node.box.x, node.box.y, 6 if current else 3, node.box.h), VERMILION if current else INK)
        if mood:
            canvas.rect(node.box, PAL.focus, 4, line=3)

    made = Node(
        "button", parting.says, key=f"parting.{at}", value=spoken, hint=parting.why_open, answer=hand.meet(at),
        selected=current, children=[inner], box=inner.box, draw=draw, ring=False, palette=PAL,
    )  # fmt: skip
    for each in made.walk():
        seen(each)
    return made
