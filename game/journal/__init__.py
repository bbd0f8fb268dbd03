"""The record of a play: append, load, replay."""

from game.journal.disk import BadRecord, load, load_text
from game.journal.replay import Differs, replay
from game.journal.session import CannotWrite, Session
from game.journal.shelf import Card, Shelf

__all__ = ["BadRecord", "CannotWrite", "Card", "Differs", "Session", "Shelf", "load", "load_text", "replay"]
