"""Audit: an append-only journal of what was done, each entry sealed to the one before."""
