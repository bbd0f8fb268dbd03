"""Painters: pictures of the street, its rooms, its people and what happens there. Pygame only, no rules."""
