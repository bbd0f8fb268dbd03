"""The pure core: start, legal, view, step, fate."""

from game.rules.fate import fate
from game.rules.legal import legal
from game.rules.start import start
from game.rules.step import Illegal, step
from game.rules.view import view

__all__ = ["Illegal", "fate", "legal", "start", "step", "view"]
