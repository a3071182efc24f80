"""Indicators: what the town looks at for each expected effect, and what it knows of it."""
