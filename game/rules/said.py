"""What the rules say by themselves, in words that reach a player; all else they take from the level files.

A View and a record hold it in English, with its {holes} filled in, so that a play is the same under any language.
`patterns` is what a catalogue of level texts has to know beside those of the files.
"""

# Why something is closed
TRAVEL = "Not today. Today you travel."
NIGHT = "Shut for the night."
OPENS = "Opens at {time}."
SHUT_SINCE = "Shut since {time}."
ENOUGH = "Enough for today."
COSTS = "It costs {cost}; you have {have}."
ASLEEP = "You would fall asleep over it."
MIDNIGHT = "It would be midnight before you were done."
NOT_DONE = "The day is not done with you yet."

# The street, the night's page, the last one
SOMETHING = "Something on the pavement"
RENT = "Rent"
PURSE = "In the purse"
OWED = "Owed"
FARE_AND_BED = "Fare and bed"
FARE_BED_DEPOSIT = "Fare, bed and deposit"
STANDING = "Standing"
TODAY = "Today"
GRADE = "Grade"
ON_THE_ROW = "And on the Row"

# Why an act is refused that no screen offers
NOT_FROM_HERE = "One cannot go in from here."
NOT_ON_STREET = "One is not on the street."
NOT_OFFERED = "Not offered today."
BY_NAME = "A choice is made by its name alone."
IMPOSSIBLE = "“{act}” is not possible in the phase “{phase}”."
PAIRS = "One thing of each pair comes out first."
DIARY = "A diary entry is a moment of the day and one of the endings."
CHALK = "Each chalk line is an act and raises, lowers or uncounted."
PICK = "Take one."
NUMBER = "A whole number from {low} to {top}."
WINDOWS = "Each window is looked at once, and stamped or let be."


def patterns() -> tuple[str, ...]:
    """All of it, in the order above."""
    return tuple(text for name, text in globals().items() if name.isupper())
