"""Commands that need no window: check, replay, debrief, schema, stats, power, and the play of a bot."""


class Unknown(ValueError):
    """A word of the command line names nothing that is there."""
