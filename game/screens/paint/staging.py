"""Where a consequence is seen, so that it hides nobody: free ground beside whoever and whatever stands there already.

Lengths are logical pixels along the ground; a span is a left and a right end.
"""

from collections.abc import Iterable, Sequence

Span = tuple[float, float]
BODY: Span = (-21.0, 21.0)  # somebody on their feet
LAID: Span = (-66.0, 66.0)  # somebody who lies there
APART = 50.0  # how far at least two stand from each other when one of them begins to do something
PITCH = 44.0  # from one to the next in a crowd
STANDS: dict[str, Span] = {  # what a consequence puts on the ground, where people would vanish behind it
    "shutter_down": (-78.0, 78.0), "shutter_up": (-78.0, 78.0), "lamp_on": (-26.0, 34.0), "lamp_off": (-26.0, 34.0),
    "coin_drops": (-20.0, 82.0), "door_closes": (-46.0, 46.0), "door_opens": (-46.0, 60.0),
    "phone_rings": (-40.0, 40.0), "line_dead": (-34.0, 238.0), "steam_rises": (-24.0, 24.0),
    "stamp_falls": (-40.0, 84.0), "name_pinned": (-66.0, 66.0), "window_lights": (-80.0, 80.0),
}


def span(x: float, shape: Span, scale: float = 1.0) -> Span:
    """The ground that something of this shape takes up at x."""
    return x + shape[0] * scale, x + shape[1] * scale


def free(wish: float, shape: Span, taken: Iterable[Span], view: Span) -> float:
    """The x nearest to `wish` where something of this shape touches nothing that is taken, within `view`.

    `wish` itself where there is no such place.
    """
    left, right = shape
    there = list(taken)
    tries = [wish, *(a - right - 1.0 for a, _ in there), *(b - left + 1.0 for _, b in there)]
    fits = [
        x for x in tries
        if view[0] <= x + left and x + right <= view[1]
        and not any(x + left < b and a < x + right for a, b in there)
    ]
    return min(fits, key=lambda x: abs(x - wish), default=wish)


def crowd(middle: float, count: int, taken: Iterable[Span], view: Span, scale: float = 1.0) -> tuple[float, ...]:
    """Where the people of a crowd stand round `middle`, from left to right: between the others, never before them."""
    there = list(taken)
    found = []
    shape = (BODY[0] * scale, BODY[1] * scale)
    for k in sorted(range(count), key=lambda k: abs(k - (count - 1) / 2)):
        x = free(middle + (k - (count - 1) / 2) * PITCH * scale, shape, there, view)
        there.append(span(x, shape))
        found.append(x)
    return tuple(sorted(found))


def aside(figures: Sequence[float], keep: Iterable[Span], view: Span) -> list[float]:
    """Bystanders at these places, who make room for what is kept free by a step or two."""
    there, found = list(keep), []
    for x in figures:
        at = free(x, BODY, there, view)
        there.append(span(at, BODY))
        found.append(at)
    return found
