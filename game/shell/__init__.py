"""The window, the loop, the clock and the settings."""
