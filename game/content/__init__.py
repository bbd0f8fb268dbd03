"""Level files -> one checked Pack, and kind errors."""

from game.content.faults import BadLevels, Fault
from game.content.load import load, read_folder
from game.content.where import assets, docs, levels

__all__ = ["BadLevels", "Fault", "assets", "docs", "levels", "load", "read_folder"]
