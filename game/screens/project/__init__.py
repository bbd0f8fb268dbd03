"""A life that a room plays together: votes counted by hand, a plan of the lesson, findings one at a time."""
