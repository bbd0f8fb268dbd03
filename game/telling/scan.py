"""Words as a code of squares to be scanned: an address, or a play for its class."""

QUIET = 4  # squares of white round a code, as its norm asks (ISO/IEC 18004)
Squares = tuple[tuple[bool, ...], ...]


def squares(words: str) -> Squares:
    """Return the rows of the code, dark is True, without the quiet edge. 15 in 100 of it may be unreadable."""
    import segno  # noqa: PLC0415  (read when somebody wants it: not before the first frame)

    return tuple(tuple(map(bool, row)) for row in segno.make(words, error="m", micro=False).matrix)
