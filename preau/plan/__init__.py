"""Why: the education plan of the town."""
