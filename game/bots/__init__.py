"""Players without hands: they get the View and the legal acts, and nothing else."""

from game.bots.bots import BOTS, Bot, keeps_table
from game.bots.play import play

__all__ = ["BOTS", "Bot", "keeps_table", "play"]
