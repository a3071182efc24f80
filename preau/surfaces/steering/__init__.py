"""Steering: where an elected member sees, in a minute, where the plan stands."""
