"""Equity over the town: what children reach, where there is nothing near, what a move would change."""
