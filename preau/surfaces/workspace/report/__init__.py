"""The report of an evaluation: on screen, and as files to take away."""
