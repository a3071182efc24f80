"""Prices in the workspace: what is charged, how it is computed, what follows."""
