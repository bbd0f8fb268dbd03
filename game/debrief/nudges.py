"""The pushes: every one of them, and the screen as it would have stood without."""

from game.debrief.cards import Card, price
from game.debrief.charts import Table
from game.debrief.page import Desk, Page, page
from game.debrief.reading import Reading
from game.debrief.words import count, spelt
from game.model.record import Option, Shown

PLACES = ("first", "second", "third", "fourth", "fifth", "sixth")


def nudges(desk: Desk) -> Page:
    """Every push, and the screen as it would have been without."""
    told = [t for t in desk.reading.chosen if t.event.arm]
    rows, went, pushed = [], 0, 0
    for t in told:
        known, event = desk.cards[t.n], t.event
        target = next((o for o in known.options if o.preselected or o.lit), None)
        if event.arm == "none" or target is None:
            rows.append((known.title, "–", "nothing", known.did, "–"))
            continue
        pushed += 1
        followed = target.id == event.choice
        went += followed
        kind = event.nudge.replace("_", " ")
        rows.append((known.title, kind, target.text, known.did, "yes" if followed else "no"))
    table = Table("Every push", ("moment", "kind", "put forward", "you took", "followed"), tuple(rows))
    headline = (
        f"Of {count(pushed, 'push', 'pushes')}, you went along with {went}." if pushed else "No pushes in this play."
    )
    return page(
        desk, "nudges", "Nudges", headline,
        [
            "A nudge moves what stands nearest, what is lit, what is already in your hand; what can be chosen and "
            "what it costs stay as they are. The seed drew which way each of these pushed. " + scored(desk.reading),
            "In the app's own screens the way out was small and grey. That was a nudge too.",
            "How much nudges do is open: one large review found a middling effect, and nothing was left of it after "
            "correcting for what gets published (Maier 2022); offices that nudge in earnest see 1.4 points where "
            "journals report 8.7 (DellaVigna and Linos 2020).",
            "Each pushed moment can be seen twice, side by side: as it was, and with its push off.",
        ],
        tables=(table,) if rows else (), found=("nudge_effect", "override"),
        moments=tuple(desk.cards[t.n] for t in told),
        cannot=("That you went where you were pushed does not say that the push moved you.",),
        ask=("Is a rule that declares itself more honest than a push that hopes not to be noticed?",),
        group="everything",
    )  # fmt: skip


def scored(reading: Reading) -> str:
    """How many of the pushed moments the app counted unseen, and how many carried no points."""
    pushed = [t.event.arm for t in reading.chosen if t.event.arm in ("toward", "away", "x", "z")]
    free = sum(arm in ("x", "z") for arm in pushed)
    if not free:
        return "The app counted what was done in all of them, unseen: none was free of points." if pushed else ""
    return f"Of {spelt(len(pushed))}, {spelt(free)} carried no points, or they would be incentives."


def sides(card: Card) -> Table | None:
    """Both lists of a pushed moment, place by place: as it was, and with the push off. None where nothing pushed."""
    was, bare = card.screen, card.without
    if was is None or bare is None:
        return None
    rows = tuple(
        (str(place), option_line(one, card.chosen), option_line(other, card.chosen))
        for place, (one, other) in enumerate(zip(was.options, bare.options, strict=True), start=1)
    )
    return Table("The same screen twice", ("", "as it was", "with the push off"), rows)


def option_line(option: Option, chosen: str) -> str:
    """An option in a line: its words, its price, how it was put forward, whether it was taken."""
    said = ", ".join(filter(None, (price(option), *marks(option, chosen))))
    return f"{option.text} ({said})" if said else option.text


def marks(option: Option, chosen: str) -> tuple[str, ...]:
    """How an option stood there, in words."""
    said = (
        "you took this" if option.id == chosen else "",
        "lay ready" if option.preselected else "",
        "put forward" if option.lit and not option.preselected else "",
        "asked for an extra press" if option.friction else "",
        f"shut: {option.closed}" if option.closed else "",
    )
    return tuple(filter(None, said))


def taken_away(card: Card) -> tuple[str, ...]:
    """What the second screen lacks, thing by thing."""
    was, bare = card.screen, card.without
    if was is None or bare is None:
        return ()
    said = []
    target = next((o for o in was.options if o.preselected or o.lit), None)
    if target is not None:
        said.append(f"“{target.text}” {'lay ready' if target.preselected else 'was lit'}; with the push off, nothing "
                    "stands out.")  # fmt: skip
        said += _moved(was, bare, target)
    slow = sum(o.friction > 0 for o in was.options)
    if slow:
        said.append(f"{'The other way' if slow == 1 else 'Each other way'} asked for an extra press.")
    if was.aside:
        said.append(f"The line “{was.aside}” is gone.")
    said.append("What you would have done there, nobody knows.")
    return tuple(said)


def _moved(was: Shown, bare: Shown, target: Option) -> list[str]:
    """Where the push had laid its target, if that was not its place by the seed."""
    here, there = ([o.id for o in one.options].index(target.id) for one in (was, bare))
    if here == there:
        return []
    return [f"It stood {PLACES[here]}; the seed had it {PLACES[there]} of {spelt(len(was.options))}."]
