"""API: the public plan as JSON."""
