"""Within a day the light turns from one hour to the next without a jump: for a second both are seen."""

from game.model.view import View
from game.screens import picture
from game.screens.kit.canvas import Canvas
from game.screens.outing import Outing
from game.screens.paint import pace, scene
from game.screens.passing.masks import laid

TURNS = 1.0  # seconds
TILES = 6  # parts of the street that are made ready first, one a picture, so that none of these takes long


class Hour:
    """Draws the street as it is, and over it, for as long as it fades, as it was an hour ago."""

    def __init__(self) -> None:
        """Nothing has been drawn yet."""
        self._shown: tuple[object, ...] = ()
        self._light = self._was = ""
        self._since, self._ahead = 0.0, 0

    def turns(self, time: float) -> bool:
        """Whether two lights are to be seen at that time of the outing."""
        return bool(self._was) and (self._ahead > 0 or time < self._since + TURNS)

    def draw(
        self, canvas: Canvas, view: View, outing: Outing, extra: picture.Extra, since: float, *, still: bool
    ) -> None:
        """As `picture.draw`. A new day, another world, or reduced movement: the light is there at once."""
        shown, light = (view.world, view.day, view.watch, outing.walker.lane), lit(view)
        if light != self._light:
            self._was, self._ahead = self._light if shown == self._shown and not still else "", TILES
        elif shown != self._shown or still:
            self._was = ""
        self._shown, self._light = shown, light
        if self._was and self._ahead and scene.warm(view.world, light, outing.cam, canvas.scale):
            self._ahead, self._since = self._ahead - 1, outing.time
            picture.draw(canvas, in_light(view, self._was), outing, extra, since, still=still)
            return
        self._since, self._ahead = outing.time if self._ahead else self._since, 0
        picture.draw(canvas, view, outing, extra, since, still=still)
        if not self.turns(outing.time):
            return
        before = canvas.surface.copy()
        before.set_clip(canvas.surface.get_clip())
        old = canvas.like(before)
        picture.draw(old, in_light(view, self._was), outing, extra, since, still=still)
        laid(canvas.surface, before, 1 - pace.ease((outing.time - self._since) / TURNS))


def lit(view: View) -> str:
    """The light in which a View is drawn: a moment keeps its own."""
    moment = view.moment if view.phase in ("moment", "then") else None
    return moment.light if moment else view.light


def in_light(view: View, light: str) -> View:
    """The same View at another hour."""
    moment = view.moment.model_copy(update={"light": light}) if view.moment else None
    return view.model_copy(update={"light": light, "moment": moment})
