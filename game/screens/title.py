"""The title is the street at dawn: the name in the sky, you at the door of No. 7, and one hint."""

import math
from collections.abc import Sequence

from game.language import N_, _
from game.screens import art
from game.screens.kit.answers import Answer, Input, Key, Order, Pointer, Push
from game.screens.kit.canvas import HEIGHT, WIDTH, Box, Canvas
from game.screens.kit.frame import Frame
from game.screens.kit.layout import column, flow, row, words
from game.screens.kit.node import Mood, Node
from game.screens.kit.palette import DAYLIGHT
from game.screens.kit.screen import IDLE, RESTING, Screen
from game.screens.kit.widgets import arrow, silent
from game.screens.paint import scene
from game.screens.paint.brush import Brush
from game.screens.plays import About, Note, Plays
from game.screens.preferences import Preferences
from game.screens.saved import Offer, Saved, Settings

DEFAULT = "lesson"
TALL = "bdfhkl"  # letters that a gull can stand on
YOU = 252.0  # where you stand on the title
DARK = "#141A22"  # the smaller line is read through haze and smoke
VEILED = 6.0  # from here on the sky comes down over the roofs, for the name to be read
FEET, RISES = 576.0, 104.0  # what must stay free above the text at the foot, and how far the street may move for it
AWAY = 0.7  # seconds of walking before the play takes over
NOTE_LINE = N_(
    "This game keeps what you do, only on this computer, and shows you all of it at the end. Some rules stay hidden. "
    "It touches debt, exclusion, shame. Stop any time."
)


class Title(Screen):
    """The street before anything. Answers orders to continue or to begin, and pushes the small pages."""

    kind = "title"
    covers = True

    def __init__(self) -> None:
        """Nothing is known of plays yet."""
        super().__init__()
        self.saved: tuple[Saved, ...] = ()
        self.offers: tuple[Offer, ...] = ()
        self.settings = Settings()
        self.walked = -1.0  # seconds since you set off; below 0: you stand
        self.gone = False
        self.shared = False  # several people use this computer
        self.known = False  # whether there is something to continue has been read

    @property
    def moving(self) -> bool:  # type: ignore[override]
        """Only while one walks: gulls, washing and breath drift."""
        return self.walked >= 0

    @property
    def noise(self) -> str:  # type: ignore[override]
        """Your steps."""
        return "steps_stone" if self.moving else ""

    def know(self, saved: Sequence[Saved], offers: Sequence[Offer]) -> None:
        """What there is to continue and to begin."""
        self.saved, self.offers, self.dirty = tuple(saved), tuple(offers), True
        self.known = True

    def settle(self, settings: Settings) -> None:
        """The player's settings."""
        self.settings, self.dirty = settings, True

    def arrive(self) -> None:
        """Back at the door."""
        self.walked, self.gone, self.dirty = -1.0, False, True

    @property
    def latest(self) -> Saved | None:
        """The play that → continues."""
        return next((one for one in self.saved if not one.done and not one.trouble), None)

    def tree(self, frame: Frame) -> Node:
        """The name, the hint, the edge."""
        ink = DAYLIGHT.ink
        name = words(frame, _("Good Standing"), "serif_bold", 74 / frame.zoom, ink, leading=1.15, role="heading")
        line = words(frame, _("a street, some rules, and you"), "serif_italic", 20 / frame.zoom ** 0.7, DARK)
        name.place(58, 14)
        line.place(62, name.box.bottom - 2)
        return Node("window", _("Good Standing"), children=[name, line, self._hint(frame), self._edge(frame)],
                    box=Box(0, 0, WIDTH, HEIGHT), palette=DAYLIGHT)

    def _hint(self, frame: Frame) -> Node:
        latest = self.latest
        label = _("Continue · day {day}").format(day=latest.day) if latest else _("Walk out")
        mark = Node("group", box=Box(0, 0, 30, 30))
        mark.draw = lambda canvas, node, _mood: arrow(canvas, node.box.centre, 20, "right", DAYLIGHT.ink)
        parts = [mark]
        if latest:
            parts.append(words(frame, _("day {day}").format(day=latest.day), "sans_semibold", 17, DAYLIGHT.ink))
        inner = silent(row(parts, gap=10, pad=(13, 5)))
        bob = 0.0 if frame.still else 2 * math.sin(frame.time * 2.4)

        def draw(canvas: Canvas, node: Node, mood: Mood) -> None:
            canvas.shadow(node.box, "#2B344066", 6, 4 if mood else 3)
            canvas.rect(node.box, "#FFFFFF", 6)

        node = Node("button", label, key="walk", answer=self.walk, shortcut="right", children=[inner],
                    box=inner.box, draw=draw, palette=DAYLIGHT, hint=_("right arrow"))
        lowest = self._edge(frame).box.y - 22 - inner.box.h  # large text at the foot comes up as far as that
        return node.place(YOU + 50, min(464 - self._rise(frame), lowest) + bob)

    def _edge(self, frame: Frame) -> Node:
        latest = self.latest
        entries: list[tuple[str, str, Answer]] = []
        if latest:
            label = _("Continue · {campaign}, day {day} of {days}").format(
                campaign=latest.campaign, day=latest.day, days=latest.days
            )
            entries.append((label, "continue", Order("continue", {"play": latest.play})))
        else:
            entries += [(one.label, f"new.{one.id}", Order("new", {"campaign": one.id})) for one in self.offers]
        entries += [
            (_("New and other plays") if latest else _("All plays"), "plays",
             Push(Plays(self.saved, self.offers, shared=self.shared))),
            (_("Settings"), "settings", Push(Preferences(self.settings))),
            (_("The note ({key})").format(key=key) if (key := frame.key("n")) else _("The note"), "note", Push(Note())),
            (_("About"), "about", Push(About())),
        ]
        links = [self._link(frame, *entry) for entry in entries]
        wide = WIDTH - 116
        foot = column(
            [flow(links, wide, gap=32, gap_y=2),
             words(frame, _(NOTE_LINE), "sans", 14, "#E8EAE6", wide)],
            gap=6,
        )
        foot.place(58, HEIGHT - 12 - foot.box.h)

        def draw(canvas: Canvas, node: Node, _mood: Mood) -> None:
            top = min(node.box.y - 16, 640)
            canvas.rect((0, top, WIDTH, HEIGHT - top), "#2B3440C8")

        foot.draw = draw
        return foot

    def _link(self, frame: Frame, label: str, key: str, answer: Answer) -> Node:
        most = min(WIDTH - 116, frame.measure(label, "sans", frame.em(17))[0] + 1)
        text = silent(words(frame, label, "sans", 17, "#FFFFFF", most))

        def draw(canvas: Canvas, node: Node, mood: Mood) -> None:
            if mood:
                canvas.rect(Box(node.box.x, node.box.bottom - 3, node.box.w, 2), "#FFFFFF")

        return Node("button", label, key=key, answer=answer, children=[text], box=text.box, draw=draw, ring=False,
                    shortcut="n" if key == "note" else "", palette=DAYLIGHT)

    def walk(self) -> Answer | None:
        """Set off. The play takes over a moment later, or at once where nothing is to move."""
        self.walked = max(0.0, self.walked)
        return self._leave() if self.settings.still else None

    def _leave(self) -> Answer | None:
        if self.gone or not self.known:
            return None
        self.gone = True
        latest = self.latest
        return Order("continue", {"play": latest.play}) if latest else Order("new", {"campaign": DEFAULT})

    def tick(self, seconds: float) -> Answer | None:
        """Walk on, if you do."""
        super().tick(seconds)
        if self.walked < 0:
            self.drift(seconds, 0 if self.settings.still else RESTING if self.left_alone else IDLE)
            return None
        self.walked += seconds
        return self._leave() if self.walked >= AWAY or self.settings.still else None

    def on(self, event: Input, frame: Frame) -> Answer | None:
        """→ walks out, and so does a click on the street; Tab and the mouse reach the edge."""
        if isinstance(event, Key) and event.name in ("enter", "space") and event.down and not self.focus:
            return self.walk()
        down = isinstance(event, Pointer) and event.kind == "down"
        if isinstance(event, Pointer) and down and event.x > YOU and 420 < event.y + self._rise(frame) < 600:
            return self.walk()
        return super().on(event, frame)

    def paint(self, canvas: Canvas, frame: Frame) -> None:
        """The street first, then the words."""
        along = max(0.0, self.walked) * 150
        cam = scene.SPOT_X["no_7"] - YOU
        you = scene.Figure("you", cam + YOU + along, pose="walk" if self.walked >= 0 else "stand", phase=frame.time)
        rise = self._rise(frame)
        if rise:
            canvas.rect((0, HEIGHT - rise - 2, WIDTH, rise + 2), art.palette("daylight", "dawn")["road"])
        scene.street(canvas.moved(0, -rise), scene.StreetPicture(
            world="daylight", light="dawn", watch="none", lantern="plain", cam=cam, figures=(you,), t=frame.time,
            still=frame.still,
        ))
        if rise > VEILED:
            sky = art.palette("daylight", "dawn")["sky_top"]
            canvas.picture().gradient((0, 0, WIDTH, 190), (*sky, 235), (*sky, 0))
        self._gull(canvas, frame)
        super().paint(canvas, frame)

    def _rise(self, frame: Frame) -> float:
        """How far the street moves up, so that large text at its foot hides nobody."""
        return min(RISES, max(0.0, FEET - self._edge(frame).box.y))

    def _gull(self, canvas: Canvas, frame: Frame) -> None:
        """A gull on the name. It leaves when you do."""
        gone = max(0.0, self.walked)
        name = _("Good Standing")
        at = max((k for k, letter in enumerate(name) if letter in TALL or letter.isupper()), default=0)
        before = frame.measure(name[:at], "serif_bold", 74)[0] if at else 0.0
        letter = frame.measure(name[at : at + 1], "serif_bold", 74)[0]
        brush = Brush(canvas, art.palette("daylight", "dawn"))
        x, y = 58 + before + letter * 0.72, 33.0
        if gone:
            flap = "up" if int(gone * 8) % 2 else "down"
            brush.put(f"street/gull_{flap}", x - 20 + 260 * gone, y - 26 - 120 * gone * gone, 0.9)
        else:
            look = 0 if frame.still or frame.time % 7 < 5.2 else 1  # now and then it looks the other way
            brush.stand("street/gull_stand", x, y + 1, 0.82, flip=bool(look))
