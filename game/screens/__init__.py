"""Screens draw a View and turn a key or a click into an answer; they change nothing."""
