"""Many plays read as one: counts and intervals in which the unit is the student, and nobody can be found."""
