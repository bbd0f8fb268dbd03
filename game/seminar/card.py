"""A play's code on a page of its own, to be held up, copied or scanned. It says what is in it, and what is not."""

from game.debrief.words import markup as _e
from game.language import N_, _
from game.model.content import Pack
from game.model.record import Record
from game.seminar.code import to_code
from game.seminar.student import student
from game.telling.scan import QUIET, squares

SAYS = (
    N_("Whoever leads the class can add your play with this: scan it, or copy the letters. Small or large letters, "
       "spaces and dashes do not matter."),
    N_("In it is what a class counts: in which moments you did what the board asks, which way you were pushed, your "
       "file, doors and tokens, how many reasons were your own, what you guessed and bet, how far you played and how "
       "it ended. And a number made from the play’s random one, so that it counts once."),
    N_("Whoever has the letters can read all that out of them. So hand them to the one who leads the class, and to "
       "nobody else."),
    N_("Not in it: your words, your name, the hour, how long you took, anything about this computer."),
    N_("A class shows totals only, and none under five. Handing it in is your choice; whoever does not is simply not "
       "counted."),
)  # fmt: skip
CSS = """
*{box-sizing:border-box}body{margin:0 auto;max-width:46rem;padding:1.5rem;background:#FFFDF6;color:#20263A;
font:1.1rem/1.5 "IBM Plex Sans","Segoe UI",system-ui,-apple-system,Arial,sans-serif;overflow-wrap:anywhere}
h1{font:600 1.9rem/1.2 "IBM Plex Serif",Georgia,"Times New Roman",serif;margin:0 0 1rem}
svg{display:block;width:min(100%,22rem);height:auto;background:#fff;margin:0 0 1rem}
.letters{font:600 1.25rem/1.7 ui-monospace,Consolas,"DejaVu Sans Mono",monospace;background:#F3EACF;
padding:.8rem 1.2rem;margin:0 0 1rem;user-select:all}
@media print{body{background:#fff}}
"""


def card(record: Record, pack: Pack) -> str:
    """Return the page. Raises ValueError for a play that was made with other level files."""
    letters = letters_of(record, pack)
    said = "".join(f"<p>{_e(_(words))}</p>" for words in SAYS)
    title = _("A code for the class")
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Good Standing: {_e(title)}</title>\n<style>{CSS}</style>\n</head>\n<body>\n<main>\n"
        f'<h1>{_e(title)}</h1>\n{picture(letters)}<p class="letters">{_e(letters)}</p>\n{said}\n'
        "</main>\n</body>\n</html>\n"
    )


def letters_of(record: Record, pack: Pack) -> str:
    """The code of a play. Raises ValueError for one that was made with other level files."""
    return to_code(student(record, pack), pack)


def picture(letters: str) -> str:
    """The code to scan, as SVG."""
    rows = squares(letters)
    size = len(rows) + 2 * QUIET
    path = "".join(
        f"M{x + QUIET} {y + QUIET}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges" role="img" '
        f'aria-labelledby="scan"><title id="scan">{_e(_("The same letters, to be scanned"))}</title>'
        f'<path d="{path}" fill="#000"/></svg>\n'
    )
