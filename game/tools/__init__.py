"""Commands that need no window: check, replay, debrief, schema, stats, and the play of a bot."""
