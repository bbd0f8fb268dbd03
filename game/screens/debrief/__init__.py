"""The debrief on the screen: pages as tabs, one picture each, the evidence beside it, and the screen as it was."""
