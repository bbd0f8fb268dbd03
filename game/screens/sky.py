"""The weather over the street. It means nothing, and so it may not favour any rules.

It goes by two things that every play has alike: what a moment itself tells of (a foghorn, umbrellas, rain that was
seen to start), and the hour. Every day has one spell of rain and one of wind, at hours that change from day to day but
are the same under every rating and in every order of them.
"""

from game.model.view import View

TELLS = {
    "foghorn": "fog", "submarine": "fog", "umbrellas": "rain", "duck_umbrella": "rain", "umbrella_stand": "rain",
    "wet_parcel": "rain",
}
RAIN, WIND = (80, 60)  # how many minutes a spell lasts
FROM, STEP, SPELLS = 600, 47, 8  # the earliest minute of a day at which rain sets in, and how far it moves each day


def minute(clock: str) -> int:
    """A clock, "08:40", as minutes since midnight."""
    hours, _, minutes = clock.partition(":")
    return 60 * int(hours or 0) + int(minutes or 0)


def weather(view: View) -> str:
    """fog, rain, wind, or "" for a fine hour."""
    thing = view.due_thing if view.moment is None else view.moment.thing
    if thing in TELLS:
        return TELLS[thing]
    if view.phase == "then" and view.seen == "rain_starts":
        return "rain"
    if view.day == 1:
        return ""  # one arrives in fine weather
    now, start = minute(view.clock), FROM + STEP * (view.day * 3 % SPELLS)
    if start <= now < start + RAIN:
        return "rain"
    return "wind" if start - 2 * WIND <= now < start - WIND else ""
