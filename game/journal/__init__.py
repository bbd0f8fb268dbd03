"""The record of a play: append, load, replay."""

from game.journal.disk import BadRecord, load, load_text
from game.journal.replay import Differs, replay
from game.journal.session import CannotWrite, Session

__all__ = ["BadRecord", "CannotWrite", "Differs", "Session", "load", "load_text", "replay"]
