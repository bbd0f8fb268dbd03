"""What passes by itself: the night over the street, one world that gives way to another, the hours, what is stamped."""
