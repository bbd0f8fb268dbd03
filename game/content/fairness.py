"""What one side would win or lose by no doing of its own: prices among siblings, purses, doors, the two same lists.

All bounds are generous: they take for possible what no diligent day could hold. So what they call impossible is.
Whether a door opens to those who knock, `stats` says.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Any

from game.content.reach import after, carried, choices

if TYPE_CHECKING:
    from game.content.load import Found
    from game.content.reader import Path_

MINUTES, COINS = 20, 5  # how far the price of a coat may lie from the middle of its six siblings
PER_CENT = 5  # how far what two counterparts give may lie apart
Swing = tuple[int, int]  # the least and the most that something can come to


def fairness(found: "Found") -> None:
    """Note every fault of this kind."""
    _coats(found)
    _purses(found)
    _needs(found)
    _doors(found)
    _days(found)
    _counterparts(found)


def _coats(found: "Found") -> None:
    """A choice costs about the same in all coats, or two conditions would differ by the coat that they wear."""
    for family in found.things["families"].values():
        for role in family.choices:
            for field, most in (("minutes", MINUTES), ("coins", COINS)):
                six = [getattr(coat.choices[role.id], field) for coat in family.coats]
                middle = median(six)
                for i, value in enumerate(six):
                    if abs(value - middle) > most:
                        what = f"{field} {value}, where the middle of the six is {middle:g}"
                        path = ("coats", i, "choices", role.id, field)
                        found.fault("families", family.id, path, what, f"at most {most} from it", "move it nearer")


def _purses(found: "Found") -> None:
    """A choice that nobody could pay for is no choice."""
    most = max((richest(found, campaign) for campaign in found.things["campaigns"].values()), default=0)
    for kind, name, path, way in choices(found):
        if way.needs and way.needs.coins > most:
            what = f"nobody can have {way.needs.coins} coins"
            found.fault(kind, name, (*path, "needs", "coins"), what, f"at most {most}, if all is earned", "ask less")


def richest(found: "Found", campaign: Any) -> int:
    """More coins than a play can bring together: all that is paid for anywhere, every day, and nothing spent."""
    things = found.things
    days = len(campaign.visible_first)
    conditions = {things["chapters"][name].condition for name in campaign.visible_first}
    coins: int = campaign.coins
    for family in (things["families"][name] for name in campaign.families):
        coins += len(conditions) * max(way.coins for coat in family.coats for way in coat.choices.values())
    for kind in ("scenes", "nudges"):
        coins += sum(max(0, *(turn.coins for turn in one.choices)) for one in things[kind].values())
    return coins + earned(found, days, conditions)


def earned(found: "Found", days: int, conditions: Iterable[str]) -> int:
    """What activities pay in so many days, if all are done as often as they may be."""
    return sum(
        max(0, activity.coins) * (1 if activity.once else activity.a_day * days)
        for place in found.things["places"].values()
        for activity in place.activities
        if not activity.conditions or set(activity.conditions) & set(conditions)
    )


def _needs(found: "Found") -> None:
    """What a choice needs must be able to hold, and to hold together."""
    for kind, name, path, way in choices(found):
        if not way.needs:
            continue
        both = sorted({*way.needs.doors} & {*way.needs.shut})
        if both:
            what = f"needs “{both[0]}” open and shut at once"
            found.fault(kind, name, (*path, "needs"), what, "one of the two", "cut one")
        if way.needs.regime and way.needs.at_least is not None:
            regime = found.things["regimes"][way.needs.regime]
            most = max((high for _, high in ranges(found, regime).values()), default=regime.start)
            if way.needs.at_least > most:
                what = f"nobody can have {way.needs.at_least} points under “{regime.id}”"
                found.fault(kind, name, (*path, "needs", "at_least"), what, f"at most {most}", "ask less")


def _doors(found: "Found") -> None:
    """Whoever comes with whichever file: each door can be won, and each can be lost, in one campaign at least."""
    for regime in found.things["regimes"].values():
        if regime.side and regime.doors:
            what = "a side system judges no doors: the day's regime does"
            found.fault("regimes", regime.id, ("doors",), what, "doors in the regime of a condition", "cut them")
            continue
        can = ranges(found, regime)
        for i, rule in enumerate(regime.doors):
            asked, path = rule.at_least, ("doors", i, "at_least")
            never = {
                "opens": [file for file, (_, high) in can.items() if high < asked],
                "shuts": [file for file, (low, _) in can.items() if low >= asked],
            }
            for does, files in never.items():
                if files:
                    whom = "anybody" if len(files) == len(can) else "the file " + ", ".join(files)
                    low, high = min(can[file][0] for file in files), max(can[file][1] for file in files)
                    expected = f"a threshold within what can be had: {low} to {high}"
                    what = f"the door “{rule.door}” never {does} to {whom}"
                    found.fault("regimes", regime.id, path, what, expected, "move it, or give more to do")


def _days(found: "Found") -> None:
    """A line that a regime adds is about something that can be done on its own days, in one campaign at least."""
    somewhere = carried(found)
    for regime in found.things["regimes"].values():
        counts = [count for one in found.things["campaigns"].values() if (count := Count(found, regime, one))]
        lines: list[tuple[Path_, Any]] = [(("extra", i, "act"), rule) for i, rule in enumerate(regime.extra)]
        lines += [(("pasted", i, "rule", "act"), line.rule) for i, line in enumerate(regime.pasted)]
        for path, rule in lines:
            if counts and rule.act in somewhere and not any(count.sees(rule.act) for count in counts):
                what = f"nobody can do “{rule.act}” on a day when “{regime.id}” counts"
                found.fault("regimes", regime.id, path, what, "an act of its days", "cut it, or run longer")


def ranges(found: "Found", regime: Any) -> dict[str, Swing]:
    """By starting file, the points that can be had under a regime: least and most over all campaigns with it."""
    out: dict[str, Swing] = {}
    for file in found.things["files"].values():
        each = [count.span(file) for one in found.things["campaigns"].values() if (count := Count(found, regime, one))]
        if each:
            out[file.id] = (min(low for low, _ in each), max(high for _, high in each))
    return out


@dataclass(frozen=True)
class Count:
    """What a regime could count in a campaign. False where it is not lived."""

    found: "Found"
    regime: Any
    campaign: Any

    @property
    def chapters(self) -> list[Any]:
        """Those of its days on which the regime counts."""
        things = self.found.things
        lived = [things["chapters"][name] for name in self.campaign.visible_first]
        if self.regime.side:
            return [one for one in lived if self.regime.id in one.beside]
        return [one for one in lived if things["conditions"][one.condition].regime == self.regime.id]

    def __bool__(self) -> bool:
        return bool(self.chapters)

    def span(self, file: Any) -> Swing:
        """The least and the most points with this file; a regime that carries on may begin with what was left."""
        regime = self.regime
        low = high = regime.start + sum(rule.points for rule in regime.file if rule.has in file.has)
        if regime.carries_on:
            before = Count(self.found, self.found.things["regimes"][regime.carries_on], self.campaign)
            if before:
                left = before.span(file)
                low, high = min(low, left[0]), max(high, left[1])
        less, more = self.swing() if regime.scores != "nothing" else (0, 0)
        return low + less, high + more

    def swing(self) -> Swing:
        """All that one's doing can take and give, from the first of its days to the last."""
        things, days, points = self.found.things, len(self.chapters), self.points()
        conditions = {one.condition for one in self.chapters}
        matched = [
            _swing(points(role.acts) for role in things["families"][name].choices) for name in self.campaign.families
        ]
        lows, highs = sorted(low for low, _ in matched), sorted((high for _, high in matched), reverse=True)
        if self.regime.scores == "looked_at":
            looks = len(matched) // max(1, self.regime.one_look_in)
            # what is not looked at counts nothing: the worst and the best looks that chance could deal
            lows, highs = [min(0, low) for low in lows[:looks]], [max(0, high) for high in highs[:looks]]
        less, more = len(conditions) * sum(lows), len(conditions) * sum(highs)
        for low, high, often in self.free(points, days, conditions):
            less, more = less + often * min(0, low), more + often * max(0, high)
        return less, more

    def free(self, points: Callable[[Any], int], days: int, conditions: set[str]) -> list[tuple[int, int, int]]:
        """What may be done or left: (least, most, how often)."""
        things = self.found.things
        stories = {story.scene for one in self.chapters for story in one.story}
        scenes = [things["scenes"][name] for name in sorted(after(self.found, {*stories, *self.campaign.free}))]
        out = [
            (*_swing(points(turn.acts) for turn in one.choices), 1)
            for one in [*scenes, *(things["nudges"][name] for name in self.campaign.nudges)]
        ]
        out += [
            (points(done.acts), points(done.acts), 1 if done.once else done.a_day * days)
            for place in things["places"].values()
            for done in place.activities
            if not done.conditions or conditions & set(done.conditions)
        ]
        return out + [(points((roam.act,)), points((roam.act,)), days) for roam in things["roams"].values()]

    def sees(self, act: str) -> bool:
        """Say whether something that carries this act can be done on its days."""

        def has(acts: Any) -> int:
            return int(act in acts)

        families = [self.found.things["families"][name] for name in self.campaign.families]
        free = self.free(has, len(self.chapters), {one.condition for one in self.chapters})
        return any(has(role.acts) for one in families for role in one.choices) or any(high for _, high, _ in free)

    def points(self) -> Callable[[Any], int]:
        """How many points these acts are, with all the lines that will be up."""
        regime, tariffs = self.regime, self.found.things["tariffs"]
        mornings = 1 if regime.side else len(self.chapters)
        rules = [*(tariffs[regime.tariff].rules if regime.tariff else ()), *regime.extra]
        rules += [line.rule for line in regime.pasted if line.morning <= mornings]
        return lambda acts: sum(rule.points for rule in rules if rule.act in acts)


def _swing(values: Iterable[int]) -> Swing:
    each = list(values)
    return min(each), max(each)


def _counterparts(found: "Found") -> None:
    """The posted list and the hidden one give the same, so that preferring one is not preferring its prizes."""
    judging = [one for one in found.things["regimes"].values() if one.doors and not one.side]
    board = next((one for one in judging if one.posted and one.scores == "all"), None)
    for other in judging:
        if board is None or other is board:
            continue
        for field in ("tariff", "start"):
            mine, theirs = getattr(other, field), getattr(board, field)
            if mine != theirs:
                _unlike(found, other, (field,), f"{field} is {mine}, and {theirs} under “{board.id}”")
        for field, key, value in (("doors", "door", "at_least"), ("file", "has", "points")):
            mine, theirs = ({getattr(r, key): getattr(r, value) for r in getattr(one, field)} for one in (other, board))
            for name in sorted({*mine, *theirs}):
                if mine.get(name) != theirs.get(name):
                    at = next((i for i, r in enumerate(getattr(other, field)) if getattr(r, key) == name), None)
                    what = f"“{name}” is {mine.get(name, 'left out')}, and {theirs.get(name, 'left out')}"
                    path = (field,) if at is None else (field, at, value)
                    _unlike(found, other, path, f"{what} under “{board.id}”")
        if other.scores == "all":
            _beyond(found, board, other)


def _beyond(found: "Found", board: Any, other: Any) -> None:
    """Beyond the list: the lines that a regime adds come to about the same, and so does the pay of its days."""
    weight = sum(abs(rule.points) for rule in found.things["tariffs"][board.tariff].rules) if board.tariff else 0
    nets = [sum(rule.points for rule in (*one.extra, *(p.rule for p in one.pasted))) for one in (other, board)]
    if abs(nets[0] - nets[1]) * 100 > PER_CENT * weight:
        what = f"beyond the list its lines come to {nets[0]:+d}, and to {nets[1]:+d} under “{board.id}”"
        _unlike(found, other, ("extra",) if other.extra else ("id",), what, f"within {PER_CENT} % of the list’s weight")
    pays = [
        earned(found, 1, [c.id for c in found.things["conditions"].values() if c.regime == one.id])
        for one in (other, board)
    ]
    if abs(pays[0] - pays[1]) * 100 > PER_CENT * max(pays):
        what = f"a day’s work under it pays {pays[0]} at most, and {pays[1]} under “{board.id}”"
        _unlike(found, other, ("id",), what, f"within {PER_CENT} %")


def _unlike(found: "Found", regime: Any, path: tuple[str | int, ...], what: str, expected: str = "the same") -> None:
    found.fault("regimes", regime.id, path, what, expected, "make the two counterparts alike")
