"""Plans of lessons: one play in each, minutes that add up, nothing of the debrief before it, short words at a stop."""

from typing import TYPE_CHECKING

from game.content.words import count_words
from game.model.plan import PAGES, Plan

if TYPE_CHECKING:
    from game.content.load import Found

LONG = 70  # words on one page of a stop: it is read from the last row


def plans(found: "Found") -> None:
    """Note every fault of the plans. No plan at all is none: then none is offered."""
    for plan in found.things["plans"].values():
        _plan(found, plan)


def _plan(found: "Found", plan: Plan) -> None:
    if plan.campaign not in found.things["campaigns"]:
        known = ", ".join(sorted(found.things["campaigns"]))
        found.fault("plans", plan.id, ("campaign",), f"“{plan.campaign}” is no campaign", f"one of {known}", "mend it")
    total = sum(part.minutes for part in plan.parts)
    if total != plan.minutes:
        found.fault("plans", plan.id, ("minutes",), f"the parts take {total} minutes", f"{plan.minutes}", "mend one")
    played = [number for number, part in enumerate(plan.parts) if part.does == "play"]
    if len(played) != 1:
        found.fault("plans", plan.id, ("parts",), f"{len(played)} parts play", "exactly one", "mend “does”")
    for number, part in enumerate(plan.parts):
        where = ("parts", number)
        for index, page in enumerate(part.pages):
            if page not in PAGES:
                found.fault("plans", plan.id, (*where, "pages", index), f"“{page}” is no page of the debrief",
                            "one of " + ", ".join(PAGES), "mend it")  # fmt: skip
        if (part.does == "findings") != bool(part.pages):
            found.fault("plans", plan.id, where, "pages stand with “does: findings”, and nowhere else",
                        "both or neither", "mend one")  # fmt: skip
        if part.does == "findings" and number < min(played, default=0):
            found.fault("plans", plan.id, where, "findings come before the play", "after it", "move the part")
        if part.does == "stop" and not (part.says or part.asks):
            found.fault("plans", plan.id, where, "a stop with no words", "“says” or “asks”", "add one")
        many = sum(count_words(text) for text in (*part.says, *part.asks))
        if many > LONG:
            found.fault("plans", plan.id, where, f"{many} words on one page", f"at most {LONG}", "shorten it")
