"""The page "The same life under other systems": what is said on it, for screen and paper alike."""

from game.debrief.facets import Life, small_the
from game.debrief.ladder import step
from game.debrief.names import Names
from game.debrief.others import Others, System, others, said
from game.debrief.page import Desk, Page, page
from game.debrief.twin import CannotReplay
from game.debrief.words import capital, count, listed, spelt, times

FEW = 8  # acts that nobody counts, named; the rest is a number


def others_page(desk: Desk) -> Page:
    """The same acts, judged by every system in the pack. Without levels of its own a record is not judged."""
    names, title = desk.names, "Other systems"
    try:
        every = others(names.pack, desk.reading.record)
    except CannotReplay as no:
        return page(desk, "others", title, "No other system can judge this life.", [str(no)], group="everything")
    if not every.kinds:
        return page(desk, "others", title, "Nothing was done that could be judged.", [], group="everything")
    looking = [small_the(s.regime) for s in every.systems if s.regime.scores == "looked_at"]
    life = Life(every, names)
    lines = {n for kind in every.counted for n in kind.lines}
    return page(
        desk, "others", title, headline(every), _lead(every, names), charts=(life.marks(),), life=life,
        moments=tuple(desk.cards[n] for n in sorted(lines) if n in desk.cards),
        cannot=(
            "These are your acts, and not your life. They were done under other rules, by somebody who did not know "
            "these. Who knows a rule acts by it, or around it.",
            "Every system is given every act here, seen or not"
            + (f": {listed(looking)} counts as if it had always looked" if looking else "")
            + "; a line pasted over later counts from the first morning; and you are in what one has to ask for.",
            "An act is taken out of the sums alone. What you would have done instead is not put in its place.",
        ),
        ask=("Which of these marks would you show a landlord? Which of them is about you?",), group="everything",
    )  # fmt: skip


def headline(every: Others) -> str:
    """Three marks of one life: the first system's, then the kindest and the hardest word among the others."""
    first, *rest = every.systems
    moved = [s for s in rest if s.most and s.regime.grades and not s.goes_by and s.regime.side]
    ranked = sorted(moved, key=_rank)
    here = said(first.regime, first.points).replace(", ", " and ", 1)
    if len(ranked) < 2:
        return f"The same life on {count(len(every.systems), 'scale')}: {here} by {small_the(first.regime)}."
    best, worst = (step(s.regime, s.points) for s in (ranked[-1], ranked[0]))
    return f"The same life: {here} here, “{best}” there, “{worst}” elsewhere."


def _rank(system: System) -> float:
    """How high up its own steps a mark stands, 0 to 1."""
    steps = sorted(g.at_least for g in system.regime.grades) or sorted(d.at_least for d in system.regime.doors)
    return sum(system.points >= at for at in steps) / len(steps) if steps else 0.5


def _lead(every: Others, names: Names) -> list[str]:
    total = sum(k.times for k in every.kinds)
    met = sum(s.lived is not None for s in every.systems)
    who = "All" if met == len(every.systems) else "None" if not met else capital(spelt(met))
    lead = [
        f"{capital(spelt(len(every.systems)))} systems read the same {count(total, 'act')}, each by its own list. "
        "Each is given the whole week here, so a mark may differ from the one you had. "
        f"{who} of them had you in {'its' if met == 1 else 'their'} books while you played. Take one "
        "act out of the life, and see which marks move."
    ]
    if every.uncounted:
        kinds = sorted(every.uncounted, key=lambda k: -k.times)
        said_ = [f"{_small(names.act(k.act))}, {times(k.times)}" for k in kinds[:FEW]]
        more = len(kinds) - FEW
        lead.append(f"For these nobody has a rule: {'; '.join(said_)}"
                    + (f"; and {count(more, 'kind')} more." if more > 0 else "."))  # fmt: skip
    return lead


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
