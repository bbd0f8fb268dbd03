"""One sheet of A4 to write on: the player's three most telling moments, three questions, and empty lines.

There is no mark and no figure of the whole play on it. It is the player's own; nobody has to hand it in.
"""

from dataclasses import dataclass

from game.debrief.cards import Card, cards
from game.debrief.cases import dealt
from game.debrief.diary import Diary
from game.debrief.everything import QUESTIONS
from game.debrief.long_form import Row
from game.debrief.names import Names
from game.debrief.nudges import option_line
from game.debrief.pages import TELLING
from game.debrief.pairs import Pairs
from game.debrief.reading import Reading, Told, read
from game.debrief.sorted_words import answers
from game.debrief.words import capital, markup, page_language
from game.debrief.worksheet_style import CSS
from game.language import N_, _
from game.model.content import Pack
from game.model.record import Record
from game.model.said import Said, tidy

MOMENTS = 3
ASKED = (0, 10, 11)  # gladly or not; whose reasons; at home: these can be answered alone
LINES = 3  # ruled lines under each thought
SCENE, SHORT, CHOICES, TRUE, DIARY = 180, 80, 240, 170, 110  # characters; a foreign record may have more, and is cut


@dataclass(frozen=True, slots=True)
class Telling:
    """One temptation: the screen, or two of them where the same was met in two towns. `why` says why it was chosen."""

    why: str
    met: tuple[Told, ...]


def telling(reading: Reading, pack: Pack) -> tuple[Telling, ...]:
    """Three moments by rule, no temptation twice.

    First what was done one way where the rules were posted and another way where they were hidden, a grave one and an
    absurd one by turns; then moments under dark glass, in the order in which they say most; then the rest of the play,
    matched moments before others, spread from its beginning to its end.
    """
    found = [Telling(N_("Done one way with the rules posted, another with the rules hidden."), p)
             for p in _by_turns(reading, pack)]  # fmt: skip
    dark = [t for t in reading.matched if t.event.condition == "D"]
    sides = [next((t for t in dark if (t.event.keeps, t.event.watched) == side), None) for side in TELLING]
    found += [Telling(N_("Under dark glass: nobody could tell who was looking."), (t,)) for t in sides if t]
    found = _apart(found)[:MOMENTS]
    used = {t.event.family for one in found for t in one.met}
    rest = _spread(reading.matched, MOMENTS - len(found), used)
    rest += _spread(tuple(t for t in reading.chosen if not t.event.family), MOMENTS - len(found) - len(rest), set())
    spread = (Telling(N_("One of those spread over the play."), (t,)) for t in sorted(rest, key=lambda t: t.n))
    return (*found, *spread)


def _by_turns(reading: Reading, pack: Pack) -> list[tuple[Told, ...]]:
    """The pairs that split: grave, absurd, grave, as long as there are both. The posted side's coat says which."""
    split = [p for p in Pairs.of(reading, "P", "H").pairs if p[0].event.keeps != p[1].event.keeps]
    setup, play = reading.record.header.setup, reading.record.header.play
    light = [p for p in split if Row(p[0], play, setup, pack, None).mood == "absurd"]
    grave = [p for p in split if p not in light]
    out: list[tuple[Told, ...]] = []
    while grave or light:
        out += [kind.pop(0) for kind in (grave, light) if kind]
    return out


def _apart(found: list[Telling]) -> list[Telling]:
    """No family twice; the first stays."""
    first: dict[str, Telling] = {}
    for one in found:
        first.setdefault(one.met[0].event.family, one)
    return list(first.values())


def _spread(rest: tuple[Told, ...], many: int, used: set[str]) -> list[Told]:
    """Up to `many` of them: those nearest to the end, the beginning and the middle, of a family not `used` so far."""
    out: list[Told] = []
    for share in (1.0, 0.0, 0.5)[:many]:
        free = [i for i, t in enumerate(rest) if t not in out and not (t.event.family and t.event.family in used)]
        if free:
            out.append(rest[min(free, key=lambda i: abs(i - share * (len(rest) - 1)))])
            used = {*used, out[-1].event.family}
    return out


def worksheet(record: Record, pack: Pack, said: Said | None = None) -> str:
    """Return the sheet as one self-contained HTML page. Takes any record that can be read.

    Of the sorted cases it has one to argue about, and no score.
    """
    reading, names = read(record), Names(pack)
    made, diary = cards(reading, names), Diary(reading)
    chosen = telling(reading, pack)
    moments = "".join(_telling(i, one, made, diary, names) for i, one in enumerate(chosen, start=1))
    asked = "".join(f"<li><p>{_e(_(QUESTIONS[at]))}</p>{_ruled(3)}</li>" for at in ASKED)
    case = _case(record, pack, said)
    none = "" if chosen else f"<p>{_e(_('No moment was chosen in: this play had hardly begun.'))}</p>"
    title = _("Good Standing: worksheet of play {play}").format(play=record.header.play)
    whose, _at, more = _("Good Standing, play {play}. Three moments of yours, picked by a rule and not by anybody. "
                         "Nobody has to see what you write.").partition("{play}")  # fmt: skip
    return (
        f'<!doctype html>\n<html lang="{page_language()}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_e(title)}</title>\n<style>{CSS}</style>\n</head>\n"
        f'<body>\n<main class="sheet{" close" if case else ""}">\n<header><h1>{_e(_("Worksheet"))}</h1><p>{_e(whose)}'
        f"<bdi>{_cut(record.header.play, 40)}</bdi>{_e(more)}</p></header>\n"
        f'{moments}{none}{case}<section class="asked"><h2>{_e(_("To ask"))}</h2><ol>{asked}</ol></section>\n'
        "</main>\n</body>\n</html>\n"
    )


def _telling(at: int, one: Telling, made: dict[int, Card], diary: Diary, names: Names) -> str:
    title = made[one.met[0].n].title
    sides = "".join(_side(made[t.n], _wrote(diary, t, names)) for t in one.met)
    lines = "".join(f'<div><p class="label">{_e(label)}</p>{_ruled(LINES)}</div>'
                    for label in (_("What I thought then"), _("What I think now")))  # fmt: skip
    return (
        f'<section class="telling"><h2>{at}. {_cut(title, 60)} <span>{_e(_(one.why))}</span></h2>'
        f'<div class="sides">{sides}</div><div class="thoughts">{lines}</div></section>\n'
    )


def _case(record: Record, pack: Pack, said: Said | None) -> str:
    """A case that player and key put into different trays, the later ones first; "" if there is none to speak of."""
    deal = dealt(pack.cases, record.header.setup.seed)
    if deal is None or said is None or not said.check.shown:
        return ""
    one = next((a for a in answers(deal, said.check) if not a.right), None)
    if one is None:
        return ""
    return (
        f'<p class="case"><b>{_e(_("A case to argue about."))}</b> {_e(one.where)}: {_e(one.text)} '
        f'<b>{_e(_("You:"))}</b> {_e(one.put)}. <b>{_e(_("The key:"))}</b> {_e(one.belongs)}.</p>\n'
    )


def _wrote(diary: Diary, told: Told, names: Names) -> str:
    reason = diary.of(told)
    return reason.words(names) if reason else ""


def _side(card: Card, wrote: str) -> str:
    """What was shown, what was chosen, what was true, and what the diary has of it."""
    when = " · ".join(filter(None, (_("Day {n}").format(n=card.day), card.clock, capital(card.when))))
    shown = " / ".join(option_line(o, "") for o in card.options)
    rows = ((_("Shown:"), card.scene, SCENE), ("", card.aside, SHORT), (_("To choose from:"), shown, CHOICES),
            (_("You:"), card.did, SHORT), (_("True:"), " ".join(card.truths), TRUE),
            (_("Your diary:"), wrote, DIARY))  # fmt: skip
    said = "".join(
        f"<p>{f'<b>{_e(label)}</b> ' if label else ''}<bdi>{_cut(text, most)}</bdi></p>"
        for label, text, most in rows
        if text
    )
    return f'<article><p class="when">{_cut(when, 60)}</p>{said}</article>'


def _ruled(many: int) -> str:
    return '<div class="rule"></div>' * many


def _cut(text: str, most: int) -> str:
    """Escaped, on one line, and short enough for the sheet."""
    line = tidy(text)
    return _e(line if len(line) <= most else f"{line[: most - 1].rstrip()}…")


def _e(text: str) -> str:
    return markup(text)
