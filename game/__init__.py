"""Good Standing: a street, some rules, and you."""

__version__ = "0.1.0"
