"""What the room was asked: approval, the rules it guessed, its bet, what it thought was going on."""

from collections.abc import Sequence

from game.debrief.charts import Table
from game.debrief.stats import often
from game.model.content import Pack
from game.seminar.chance import mcnemar
from game.seminar.drawn import Row, Scale, shares
from game.seminar.hide import both_sides, hide
from game.seminar.intervals import wilson
from game.seminar.measures import APPROVES, apart, believed, bet, guessed, overbet, some, token_gap, tokens
from game.seminar.picture import KEPT_BACK, Picture, bars, chance, counted, hundred, rests, share_row, unsaid
from game.seminar.room import Room
from game.seminar.student import Student
from game.seminar.summary import SHARE, Mean, summary

TOKENS = {"P": "the board", "D": "dark glass", "H": "the app"}
REGIMES = {"P": "notice_board", "D": "dark_glass", "H": "lumen"}
WHERE = ("in the jar", "behind the curtain")
SURVEY = 0.8
"""Kostka 2019: 2,209 people asked online in China, 80 per cent approve, 1 per cent disapprove."""


def approves(one: Student, condition: str, at: int) -> bool:
    """Whether so many tokens were given that it is approval: four of five or all. Left alone is not approval."""
    return (one.tokens.get(condition, (None, None))[at] or 0) >= APPROVES


def approval(room: Room) -> Picture:
    """Four or five tokens of five, in public and in private, beside the survey's figure."""
    rows, tables, lead, tests = [], [], [], 0
    asked = [(c, at) for c in TOKENS for at in (0, 1) if any(_given(one, c, at) for one in room.students)]
    if not asked or room.n < 5:
        return Picture("liked", "Why it is liked", "Approval: not shown, for too few put in a token.")
    for condition, at in asked:
        rows.append(_approval(room.students, condition, at))
    for condition in TOKENS:
        if (condition, 0) in asked and (condition, 1) in asked:
            said, made = _public(room, condition)
            lead += said
            tests += made
        if (condition, 1) in asked:
            table = _by_standing(room.students, condition)
            tables += [table] if table else []
    shown = [row for row in rows if row.value is not None]
    means = [_mean(room, condition, at) for condition, at in asked]
    charts: tuple[Scale, ...] = (
        shares("Of 100 students: four or five tokens of five", rows, (SURVEY, "80 in 100, the survey (Kostka 2019)")),
        Scale("Tokens of five, on average of those who put any in", tuple(means), 0.0, 5.0,
              tuple((float(at), str(at)) for at in range(6))),
    )  # fmt: skip
    told = [(row, f"{row.label} {row.said.partition(' (')[0].partition(',')[0]}") for row in (shown or means)]
    told = [(row, words) for row, words in told if row.value is not None]
    where = WHERE[1] if any(row.note == WHERE[1] for row, _ in told) else WHERE[0]
    there = "; ".join(words for row, words in told if row.note == where)
    what = "Four or five tokens of five" if shown else "Tokens of five"
    headline = f"{what}, {where}: {there}." if there else "Approval: too few on one side to say."
    charts = charts if shown else charts[::-1]
    charts = tuple(chart for chart in charts if any(row.value is not None for row in chart.rows))
    return Picture(
        "liked", "Why it is liked", headline, charts,
        ("A token left in the pocket counts as no approval here. In the survey 80 in 100 approved and 1 disapproved: "
         "2,209 people who answered online, in China (Kostka 2019).", *lead,
         "In the survey approval was strongest among the older, the richer, the better educated, among men and in the "
         "cities. Since then: among students 41 to 57 per cent approved, and one plan fell from 53 to 29 after pros "
         "and cons (Rieger 2020); how much people hold back in such surveys is disputed, by about 25 points "
         "(Robinson and Tannenberg 2019) or hardly (Shen and Truex 2020)."),
        tuple(tables),
        ("A token after a game is no opinion about a country. A difference between jar and curtain may be caution, "
         "courtesy or second thoughts.",),
        "80 in 100 approve: benefits, a lack of trust, the way it is told, or fear? What would tell these apart?",
        tests=tests,
    )  # fmt: skip


def _given(one: Student, condition: str, at: int) -> bool:
    return one.tokens.get(condition, (None, None))[at] is not None


def _approval(students: Sequence[Student], condition: str, at: int) -> Row:
    hits, n = sum(approves(one, condition, at) for one in students), len(students)
    if not both_sides(hits, n):
        return Row(TOKENS[condition], None, KEPT_BACK, note=WHERE[at])
    if n < SHARE:
        return Row(TOKENS[condition], hits / n, f"{hits} of {n}, counts only", tone=condition, note=WHERE[at])
    low, high = wilson(hits, n)
    return Row(TOKENS[condition], hits / n, f"{hits} of {n} ({hundred(low)} to {hundred(high)})", low, high,
               condition, WHERE[at])  # fmt: skip


def _mean(room: Room, condition: str, at: int) -> Row:
    mean = summary(some(tokens(condition, at), room.students), tested=False)
    label, tone, note = TOKENS[condition], condition, WHERE[at]
    if mean.verdict in ("hidden", "alike"):
        return Row(label, None, KEPT_BACK, note=note)
    value, low, high = (5 * part for part in (mean.value, mean.low, mean.high))
    if mean.verdict == "counts":
        return Row(label, value, f"{value:.1f}, counted only", tone=tone, note=note)
    return Row(label, value, f"{value:.1f} ({low:.1f} to {min(5.0, high):.1f})", low, min(5.0, high), tone, note)


def _public(room: Room, condition: str) -> tuple[list[str], int]:
    """Jar against curtain: the mean gap, and McNemar's test of those who approved in one place only."""
    gap = summary(some(token_gap(condition), room.students))
    out, tests = [], 0
    if gap.verdict == "number":
        tests += 1
        out.append(
            f"{TOKENS[condition][0].upper()}{TOKENS[condition][1:]}, jar less curtain: {_tokens(gap)} tokens. Tossed "
            f"signs come as far {often(gap.luck.p)}."
        )
    both = [(approves(one, condition, 0), approves(one, condition, 1)) for one in room.students]
    cells = hide({name: both.count(name) for name in ((True, True), (True, False), (False, True), (False, False))})
    if cells.whole:  # the sums of rows and columns are on the chart: with one cell more all four were known
        jar, curtain = both.count((True, False)), both.count((False, True))
        tests += 1
        out.append(
            f"{jar} approved in the jar alone, {curtain} behind the curtain alone; luck alone makes it so uneven "
            f"{often(mcnemar(jar, curtain))}."
        )
    return out, tests


def _tokens(gap: Mean) -> str:
    signed = f"{gap.value:+.1f} ({gap.low:+.1f} to {gap.high:+.1f})"
    return signed.replace("-", "−")


def _by_standing(students: Sequence[Student], condition: str) -> Table | None:
    """Approval in private, of those to whom every door opened and of the others. All four cells or none."""
    judged = [one for one in students if REGIMES[condition] in one.doors]
    cells = {(all_open, yes): 0 for all_open in (True, False) for yes in (True, False)}
    for one in judged:
        opened, tried = one.doors[REGIMES[condition]]
        cells[opened == tried, approves(one, condition, 1)] += 1
    if not hide(cells).whole or 0 < len(students) - len(judged) < 5:
        return None
    rows = tuple(
        (label, str(cells[way, True]), str(cells[way, True] + cells[way, False]))
        for way, label in ((True, "every door opened"), (False, "a door stayed shut"))
    )
    return Table(f"Approval of {TOKENS[condition]} behind the curtain, by standing",
                 ("students to whom", "approve", "of"), rows)  # fmt: skip


def rules(room: Room) -> Picture | None:
    """Rules guessed that nobody had shown; None where no wall asked."""
    if not some(guessed, room.students):
        return None
    right, wrong = (
        summary(some(guessed, room.students), tested=False),
        summary(some(believed, room.students), tested=False),
    )
    if right.verdict in ("hidden", "alike"):
        return Picture("rules", "Rules guessed", f"Rules that nobody had shown: {unsaid()}")
    return Picture(
        "rules", "Rules guessed",
        f"Of the rules that nobody had shown, the room chalked {hundred(right.value)} in 100 right; a blind guess gets "
        "33.",
        (shares("Of 100 guesses", [
            share_row("chalked right", right, "H"),
            share_row("never counted, and chalked as if", wrong, "D"),
        ], (1 / 3, "33 in 100, right by luck")),),
        (rests(right, room.n, "by the kitchen wall"),),
        (),
        ("A right guess may be luck, or a rule carried over from the board. What was chalked need not have been "
         "believed, or gone by.",),
        "Which rule did you keep that never existed?",
    )  # fmt: skip


SINCE = 2  # "after a while" and "from the start": while it ran


def predicted(room: Room, pack: Pack) -> Picture:
    """What the room bet on itself, and what it did."""
    bets, done = (summary(some(measure, room.students), tested=False) for measure in (bet, apart))
    over = summary(some(overbet, room.students))
    tables = [_picked(room, pack, name, caption) for name, caption in PICKED.items()]
    if "hidden" in (bets.verdict, over.verdict) or over.verdict == "alike" or bets.verdict == "alike":
        return Picture("bet", "The bet", f"What the room bet on itself: {unsaid()}", tables=_there(tables))
    most = float(max(len(one.pairs("P", "H")) for one in room.students)) or 1.0
    rows = [_number(label, one, most) for label, one in (("bet on", bets), ("by the list there were", done))]
    headline = f"The room bet on {bets.value:.1f} differences between its two towns; there were {done.value:.1f}."
    if done.verdict in ("hidden", "alike"):
        headline = f"The room bet on {bets.value:.1f} differences between its two towns."
    return Picture(
        "bet", "The bet", headline,
        (Scale("Temptations in which the two towns differ", tuple(rows), 0.0, most,
               tuple((float(at), str(at)) for at in range(0, int(most) + 1, max(1, int(most) // 4)))),),
        (rests(over, room.n, "each one’s bet beside each one’s own moments"),
         f"Bet less done, a student: {over.value:+.1f}".replace("-", "−") + (
             f" ({over.low:+.1f} to {over.high:+.1f})".replace("-", "−") if over.verdict == "number" else "") + ". "
         + _tossed(over)),
        _there(tables),
        ("The bet was made at the end of the play, of temptations already met: it is a memory as much as a forecast.",),
        "What did you think was being tried out? Read your own figures with that.", tests=over.verdict == "number",
    )  # fmt: skip


def _tossed(mean: Mean) -> str:
    return f"Tossed signs come as far {often(mean.luck.p)}." if mean.verdict == "number" else chance(mean)


def _number(label: str, mean: Mean, most: float) -> Row:
    if mean.verdict in ("hidden", "alike"):
        return Row(label, None, KEPT_BACK)
    if mean.verdict == "counts":
        return Row(label, mean.value, f"{mean.value:.1f}, counted only")
    return Row(label, mean.value, f"{mean.value:.1f} ({max(0.0, mean.low):.1f} to {min(most, mean.high):.1f})",
               max(0.0, mean.low), min(most, mean.high))  # fmt: skip


PICKED = {
    "suspected": "Did you think that the phone was keeping count?",
    "tested": "What did you think was being tried out?",
}


def _there(tables: Sequence[Table | None]) -> tuple[Table, ...]:
    return tuple(table for table in tables if table)


def _picked(room: Room, pack: Pack, name: str, caption: str) -> Table | None:
    """How many picked what; None where nobody was asked."""
    said = [getattr(one, name) for one in room.students]
    ask = pack.asks.get(name)
    if ask is None or not any(pick is not None for pick in said):
        return None
    cells = {words: said.count(at) for at, words in enumerate(ask.picks)}
    cells["left alone, or not asked"] = said.count(None)
    return counted(caption, "answer", cells, room.n)


def ends(room: Room, pack: Pack) -> Picture:
    """The last pages: which way to her bedside."""
    cells = {close.title: sum(one.close == name for one in room.students) for name, close in pack.closes.items()}
    cells["no last page yet"] = sum(not one.close for one in room.students)
    chart = bars("The last page", cells)
    there = {name: cell for name, cell in hide(cells).cells.items() if cell is not None}
    top = max(there, key=lambda name: there[name], default="")
    headline = f"{there[top]} of {room.n} came to “{top}”." if top else "How it ended: too few a page to say which."
    return Picture("ends", "Last pages", headline, (chart,) if chart else (), cannot=(
        "The pages hang on coins, doors and a dodged fare as much as on anybody’s character.",))  # fmt: skip
