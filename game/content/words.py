"""Counting words as a reader would."""

import re


def count_words(text: str) -> int:
    """The number of words: runs of letters, digits and apostrophes; a hyphen joins."""
    return len(re.findall(r"[^\W_]+(?:[’'-][^\W_]+)*", text))
