"""The words of the interface in the player's language, by GNU gettext (Python's `gettext`).

Two catalogues (gettext calls them domains): `good-standing` for what the program says, `levels` for what level files
say. English is what stands in the code and the level files; without a catalogue it is shown as it stands.

What the code says is marked where it is said, with its parts by name, so that a translator can move them:
`_("{count} of {all}").format(count=3, all=8)`. `ngettext` is for what is counted, `pgettext` for a short word that
means two things, `N_` marks a constant that is looked up later. What comes from a level file, or from a record, goes
through `told`.

The language in force is the one thing kept here; it is set once, by the shell or a tool, and nothing but words
depends on it. Records stay in the language of the level files, so that a play can be replayed under any other.
"""

from game.language.spoken import N_, gettext, language, ngettext, offered, pgettext, use
from game.language.told import told

_ = gettext

__all__ = ["N_", "_", "gettext", "language", "ngettext", "offered", "pgettext", "told", "use"]
