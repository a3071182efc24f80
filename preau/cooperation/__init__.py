"""Cooperation: what adults of several institutions share and promise one another."""
