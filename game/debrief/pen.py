"""What all drawings on paper are made with: the colours, a line of words, a box, a pip, a line."""

from textwrap import wrap

from game.debrief.words import markup

INK, PAPER, SOFT = "#20263A", "#FFFDF6", "#EDE3C8"
TEAL, VERMILION, OCHRE, GREY = "#2E7071", "#B93422", "#DFA02E", "#5D6273"
TONES = {"U0": "#8FB5C9", "P": VERMILION, "D": INK, "UV": "#8FB5C9", "H": "#5B4FD6", "UH": "#8FB5C9", "": TEAL}
TINTS = {"U0": "#E9F1F4", "P": "#F8E2D8", "D": "#E2E1DA", "UV": "#E9F1F4", "H": "#E9E4F2", "UH": "#E9F1F4"}
WIDE = 800


def text(x: float, y: float, words: str, kind: str = "", anchor: str = "start", fill: str = INK) -> str:
    """A line of words; `kind` is a class of the page."""
    at = f' text-anchor="{anchor}"' if anchor != "start" else ""
    of = f' class="{kind}"' if kind else ""
    return f'<text x="{x:g}" y="{y:g}" fill="{fill}"{at}{of}>{markup(words)}</text>'


def lines(x: float, y: float, words: str, width: int, kind: str = "", anchor: str = "start", step: int = 18) -> str:
    """Words in lines of `width` letters, three at most."""
    return "".join(text(x, y + step * i, line, kind, anchor) for i, line in enumerate(wrap(words, width)[:3]))


def box(x: float, y: float, w: float, h: float, fill: str, more: str = "") -> str:
    """A rectangle."""
    return f'<rect x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}" fill="{fill}"{more}/>'


def pip(x: float, y: float, r: float, *, full: bool, colour: str = INK) -> str:
    """A disc, full or open."""
    fill = colour if full else PAPER
    return f'<circle cx="{x:g}" cy="{y:g}" r="{r:g}" fill="{fill}" stroke="{colour}" stroke-width="2.5"/>'


def line(x1: float, y1: float, x2: float, y2: float, colour: str = INK, width: float = 2, more: str = "") -> str:
    """A straight line."""
    return f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" stroke="{colour}" stroke-width="{width:g}"{more}/>'
