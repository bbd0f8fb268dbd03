"""Six dispositions. They are the yardstick of the debrief: what a bot is, the findings must recover."""

from collections.abc import Callable, Mapping

from game.model.acts import Act
from game.model.content import Pack
from game.model.record import Option, Shown
from game.model.view import AskView, View
from game.rules.fate import fate

Table = Mapping[str, Mapping[str, bool]]  # family -> choice -> keeps
UNMATCHED = ("nudge", "free", "story")
SKIP = Act(do="skip")
BOTS = ("saint", "fox", "sheep", "mule", "dice", "climber")


def keeps_table(pack: Pack) -> Table:
    """What `saint` and `fox` know beyond the View: which choices keep a family's rule."""
    return {f.id: {role.id: role.keeps for role in f.choices} for f in pack.families.values()}


class Bot:
    """A player with one disposition. The same seed and the same views give the same acts."""

    def __init__(self, name: str, seed: int, table: Table | None = None) -> None:
        """`table` is needed by saint and fox only. Raises ValueError for a name that is not in BOTS."""
        if name not in BOTS:
            raise ValueError(f"“{name}” is no bot; there are {', '.join(BOTS)}")
        self.name, self.seed, self.table = name, seed, table or {}
        self.turn = 0

    def choose(self, view: View, legal: tuple[Act, ...]) -> Act:
        """Return one of the legal acts; an "answer" comes back filled in."""
        self.turn += 1
        if view.moment and view.phase == "moment":
            if self.name == "saint" and SKIP in legal:
                return SKIP
            option = self._option(view.moment, [o for o in view.moment.options if not o.closed])
            return Act(do="choose", what=option.id)
        if view.ask and view.phase == "ask":
            return Act(do="answer", what=view.ask.id, values=self._answer(view.ask))
        if self.name == "dice":
            return self._wander(legal)
        if view.phase == "street":
            return self._street(view, legal)
        if view.phase == "place":
            return self._work(view, legal)
        return legal[0]

    def _roll(self, *purpose: str | int) -> int:
        return fate(self.seed, "bot", self.name, *purpose)

    def _option(self, moment: Shown, options: list[Option]) -> Option:
        kind, _, family = moment.moment.partition(".")
        return CHOOSING[self.name](self, moment, options, self.table.get(family, {}) if kind not in UNMATCHED else {})

    def _by_rule(self, moment: Shown, options: list[Option], keeps: Mapping[str, bool]) -> Option:
        """Saint: what keeps the rule. Where no rule is, it passes by if it may, else its own taste decides."""
        return _first_of([o for o in options if keeps.get(o.id)]) or self._by_taste(moment, options)

    def _by_watch(self, moment: Shown, options: list[Option], keeps: Mapping[str, bool]) -> Option:
        """Fox: keeps the rule if and only if a watch is to be seen. Where no rule is, its own taste decides."""
        watched = moment.watch in ("plain", "dark")
        want = [o for o in options if keeps.get(o.id) is watched]
        return _first_of(want) or self._by_taste(moment, options)

    def _by_taste(self, moment: Shown, among: list[Option]) -> Option:
        """One of those that are equal to it: drawn by its seed for each scene, in whichever order they lie."""
        return min(among, key=lambda o: self._roll("taste", moment.moment, o.id))

    def _as_told(self, moment: Shown, options: list[Option], keeps: Mapping[str, bool]) -> Option:
        """Sheep: what is preselected, else what is lit, else what is nearest."""
        return min(options, key=lambda o: (not o.preselected, not o.lit, o.near))

    def _never_as_told(self, moment: Shown, options: list[Option], keeps: Mapping[str, bool]) -> Option:
        """Mule: never what is preselected, lit or nearest, if there is anything else."""
        told = self._as_told(moment, options, keeps)
        others = [o for o in options if o.id != told.id] or options
        return max(others, key=lambda o: o.near)

    def _by_luck(self, moment: Shown, options: list[Option], keeps: Mapping[str, bool]) -> Option:
        return options[self._roll("choice", moment.moment) % len(options)]

    def _by_points(self, moment: Shown, options: list[Option], keeps: Mapping[str, bool]) -> Option:
        """Climber: the best posted points that it has read, else the most prominent."""
        read = [o for o in options if o.points is not None]
        best = max(read, key=lambda o: o.points or 0, default=None)
        if best is None or (best.points or 0) < 0:
            unread = [o for o in options if o.points is None]
            return self._as_told(moment, unread or options, keeps)
        return best

    def _wander(self, legal: tuple[Act, ...]) -> Act:
        """Dice: mostly on, now and then anything at all."""
        roll = self._roll("turn", self.turn)
        onward = [act for act in legal if act.do in ("meet", "home", "begin", "on")]
        if onward and roll % 100 < 70:
            return onward[0]
        return legal[(roll >> 8) % len(legal)]

    def _street(self, view: View, legal: tuple[Act, ...]) -> Act:
        by_do: dict[str, list[Act]] = {}
        for act in legal:
            by_do.setdefault(act.do, []).append(act)
        if self.name == "climber":
            fresh = [line for line in view.board if line.points is None]
            if fresh:
                return Act(do="look", what=f"line:{fresh[0].id}")
        open_ = {act.what for act in by_do.get("visit", []) if act.how == "row"}
        hour = 60 * int(view.clock[:2]) + int(view.clock[3:])
        # a shift in the morning and one after noon, bread in between: how a diligent week is lived
        for place, earliest, latest in (("ferry_office", 500, 780), ("bakery", 600, 1100), ("ferry_office", 800, 1020)):
            if place in open_ and earliest <= hour < latest and view.at != place:
                return Act(do="visit", what=place, how="row")
        return (by_do.get("meet") or by_do.get("home") or [legal[0]])[0]

    def _work(self, view: View, legal: tuple[Act, ...]) -> Act:
        assert view.place is not None
        wanted = [a for a in view.place.activities if not a.closed and (a.coins > 0 or view.place.id == "bakery")]
        for activity in wanted:
            act = Act(do="use", what=activity.id)
            if act in legal and (activity.coins > 0 or activity.coins >= -4):
                return act
        return Act(do="leave")

    def _answer(self, ask: AskView) -> tuple[str, ...]:
        luck = self.name == "dice"
        roll = self._roll("answer", ask.id)
        if ask.kind == "unpack":
            sides = [item.id.split("/") for item in ask.items]
            return tuple(pair[self._roll(*pair) % 2] if luck else min(pair) for pair in sides)
        if ask.kind == "diary":
            ends = [item.id for item in ask.items]
            picked = [ends[self._roll(m.id, "end") % len(ends)] if luck else min(ends) for m in ask.about]
            return tuple(v for m, end in zip(ask.about, picked, strict=True) for v in (m.id, end))
        if ask.kind == "chalk":
            effects = ("raises", "lowers", "uncounted")
            return tuple(f"{i.id}={effects[self._roll('chalk', i.id) % 3] if luck else 'raises'}" for i in ask.items)
        if ask.kind == "pick":
            return (ask.items[roll % len(ask.items)].id if luck else ask.items[0].id,)
        if ask.kind == "chair":
            looked = ask.items[: 3 + roll % max(1, len(ask.items) - 2)]
            return tuple(f"{i.id}={'be' if self._roll('stamp', i.id) % 3 else 'stamp'}" for i in looked)
        low, top = (1, 5) if ask.kind == "token" else (0, ask.top)
        return (str(low + roll % (top - low + 1) if luck else (low + top) // 2),)


def _first_of(want: list[Option]) -> Option | None:
    """Of those that serve a rule alike the first by name: what a play costs is to tell how one keeps it, not luck."""
    return min(want, key=lambda o: o.id, default=None)


Choosing = Callable[[Bot, Shown, list[Option], Mapping[str, bool]], Option]
CHOOSING: dict[str, Choosing] = {
    "saint": Bot._by_rule,
    "fox": Bot._by_watch,
    "sheep": Bot._as_told,
    "mule": Bot._never_as_told,
    "dice": Bot._by_luck,
    "climber": Bot._by_points,
}
