"""Which typefaces there are, and how letters are set. Settings know it, so it needs no window."""

from dataclasses import dataclass

FACES = {
    "sans": "IBMPlexSans-Regular",
    "sans_italic": "IBMPlexSans-Italic",
    "sans_semibold": "IBMPlexSans-SemiBold",
    "sans_bold": "IBMPlexSans-Bold",
    "condensed": "IBMPlexSansCondensed-SemiBold",
    "serif": "IBMPlexSerif-Regular",
    "serif_italic": "IBMPlexSerif-Italic",
    "serif_medium": "IBMPlexSerif-Medium",
    "serif_semibold": "IBMPlexSerif-SemiBold",
    "serif_bold": "IBMPlexSerif-Bold",
    "mono": "IBMPlexMono-Regular",
    "mono_semibold": "IBMPlexMono-SemiBold",
}

PLAIN = {
    "sans": "AtkinsonHyperlegibleNext-Regular",
    "sans_italic": "AtkinsonHyperlegibleNext-Italic",
    "sans_semibold": "AtkinsonHyperlegibleNext-SemiBold",
    "sans_bold": "AtkinsonHyperlegibleNext-Bold",
    "condensed": "AtkinsonHyperlegibleNext-SemiBold",
    "serif": "AtkinsonHyperlegibleNext-Regular",
    "serif_italic": "AtkinsonHyperlegibleNext-Italic",
    "serif_medium": "AtkinsonHyperlegibleNext-SemiBold",
    "serif_semibold": "AtkinsonHyperlegibleNext-SemiBold",
    "serif_bold": "AtkinsonHyperlegibleNext-Bold",
    "mono": "AtkinsonHyperlegibleMono-Regular",
    "mono_semibold": "AtkinsonHyperlegibleMono-SemiBold",
}
"""One plain face for everything: no two letters in it are each other's mirror image, and l, I and 1 differ.

Why this one: docs/accessibility.md, "Reading". It is drawn for low vision, and nobody has shown that any face helps
with dyslexia; but people ask for one without serifs in which no letter looks like another, and this one is also no
wider than Plex, so that it may be read at 200 per cent. What it has no letter for is set in Plex, a line at a time.
"""
FAMILIES = {"plex": FACES, "plain": PLAIN}


@dataclass(frozen=True)
class Lettering:
    """How letters are set: `face` names a family, `leading` multiplies the step from line to line of one text."""

    face: str = "plex"
    leading: float = 1.0


PLEX = Lettering()
"""As it is at the first start, and on all that is painted or printed in the picture."""
