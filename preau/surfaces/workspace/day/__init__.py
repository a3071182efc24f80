"""One's own day: what waits, what is new, what comes."""
