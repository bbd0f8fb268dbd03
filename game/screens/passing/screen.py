"""The screen on which a night passes, and a world gives way to another. It holds up nothing: any key or click ends it.

It lies over the morning's page and stops its time. It knows two Views and nothing of the rules.
"""

from collections.abc import Callable, Mapping, Sequence

import pygame

from game.language import _
from game.model.view import View
from game.screens.back import Backdrop
from game.screens.kit.answers import Answer, Input, Key, Pointer, Pop
from game.screens.kit.canvas import HEIGHT, WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, words
from game.screens.kit.node import Mood, Node, render
from game.screens.kit.palette import palette
from game.screens.kit.screen import Screen
from game.screens.kit.widgets import panel
from game.screens.pages import Reading
from game.screens.paint import far, plan, scene
from game.screens.paint.brush import Brush
from game.screens.passing import changes
from game.screens.passing.changes import SOUNDS, Step
from game.screens.passing.masks import MASKS, Bowls, Mask
from game.screens.passing.night import Night

HAND = (-9.0, plan.FEET - 44.0)  # of one who stands, from the middle and the ground
WIDEST = 1100.0  # of a line of words
AHEAD = 6  # tiles of the street that are drawn while it is night, for what comes after


class Passing(Screen):
    """Passes by itself, or at a key or a click. Answers Pop."""

    pauses = True
    covers = True
    moving = True
    timeless = True

    def __init__(self, steps: Sequence[Step], said: str, looks: Mapping[str, object]) -> None:
        """`said` is the line of words, as it is marked: it is told in the language in force whenever it is shown."""
        super().__init__()
        self.steps, self.said, self.looks = tuple(steps), said, looks
        self.view = steps[-1].after
        self.lasts = sum(step.seconds for step in steps)
        self._pictures: dict[tuple[object, ...], pygame.Surface] = {}
        self._masks: dict[int, Mask] = {}
        self._size: tuple[int, int] | None = None
        self._scale, self._ahead = 0.0, AHEAD

    @property
    def strikes(self) -> tuple[str, int]:  # type: ignore[override]
        """Sheets that are tacked, paper that comes off: so often as it has been heard by now."""
        step, p = self.at()
        name, times = SOUNDS.get(step.how, ("", 0))
        return name, min(times, int(p * (times + 1)))

    def at(self) -> tuple[Step, float]:
        """Which step it is now, and how far that has come (0..1)."""
        left = self.age
        for step in self.steps:
            if left < step.seconds:
                return step, left / step.seconds
            left -= step.seconds
        return self.steps[-1], 1.0

    def tick(self, seconds: float) -> Answer | None:
        """Until all has passed."""
        super().tick(seconds)
        if self._ahead and self._scale:
            self._ahead -= 1
            scene.warm(self.view.world, self.view.light, self._ground(self.view).cam, self._scale)
        return Pop() if self.age >= self.lasts else None

    def on(self, event: Input, _frame: Frame) -> Answer | None:
        """Whatever is pressed passes it, and does nothing else."""
        pressed = (isinstance(event, Key) and event.down) or (isinstance(event, Pointer) and event.kind == "down")
        return Pop() if pressed else None

    def tree(self, frame: Frame) -> Node:
        """That it is night; and the line of words, for as long as it passes."""
        whole = Node("window", _("Night on the Row"), box=Box(0, 0, WIDTH, HEIGHT))
        if not self.said:
            return whole
        pal = palette(self.view.world)
        face = "sans_semibold" if pal.name == "phone" else "serif_medium"
        said = _(self.said)
        wide = frame.measure(said, face, frame.em(21))[0]
        room = wide + 4 if wide < WIDEST else max(WIDEST / 2, 0.56 * wide)  # two lines of nearly the same length
        text = words(frame, said, face, 21, pal.ink, room, "centre", news="told")
        strip = column([text], pad=(28, 14))
        strip.place((WIDTH - strip.box.w) / 2, HEIGHT - 28 - strip.box.h)

        def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
            panel(canvas, node.box, pal)

        strip.draw = draw
        whole.children = [strip]
        return whole

    def paint(self, canvas: Canvas, frame: Frame) -> None:
        """The street at this instant of its change, and the words."""
        self._scale = canvas.scale
        if self._size != canvas.surface.get_size():
            self._size = canvas.surface.get_size()
            self._pictures, self._masks = {}, {}
        step, p = self.at()
        old, new = self._picture(step.before, canvas, frame), self._picture(step.after, canvas, frame)
        at, cam = self._ground(step.after).stand()
        self._mask(step)(canvas.picture(), old, new, p, (at - cam + HAND[0], HAND[1]))
        if self.said and step.how != "night":
            render(canvas, self.tree(frame))

    def _ground(self, view: View) -> Backdrop:
        return Backdrop(view, self.looks)

    def _picture(self, view: View, canvas: Canvas, frame: Frame) -> pygame.Surface:
        key = (*(str(getattr(view, name)) for name in changes.DRESS), view.light)
        if key not in self._pictures:
            made = canvas.surface.copy()
            made.set_clip(None)
            made.fill(palette("print").ink)
            abed = view.light == "dusk"
            self._ground(view).ground(canvas.like(made), frame, abed=abed)
            self._pictures[key] = made
        return self._pictures[key]

    def _mask(self, step: Step) -> Mask:
        if step.how in MASKS:
            return MASKS[step.how]
        index = self.steps.index(step)
        if index not in self._masks:
            cam = self._ground(step.after).cam
            if step.how == "night":
                self._masks[index] = Night(step.before, cam, cam)
            else:
                self._masks[index] = Bowls(cam, (far.lantern_x(cam), far.LANTERN_TOP + 82), _dome(step.after, cam))
        return self._masks[index]


def _dome(view: View, cam: float) -> Callable[[Canvas, float, float], None]:
    from game.screens import art  # noqa: PLC0415

    colours = art.palette(view.world, view.light)

    def draw(on: Canvas, x: float, down: float) -> None:
        Brush(on, colours).put("street/dome", x - 20, 370 + down)

    return draw


def over(
    before: View | None, now: View, screens: list[Screen], looks: Mapping[str, object], *, still: bool
) -> list[Screen]:
    """The screens of a View with what passes before it on top, and the line that says it on the morning's page.

    `still`: movement is reduced, or somebody is read to: then there are only the words.
    """
    steps = changes.steps(before, now)
    said = changes.words(before, now)
    for screen in screens:
        if isinstance(screen, Reading | Backdrop):
            screen.told = said
    return [*screens, Passing(steps, said, looks)] if steps and not still else screens
