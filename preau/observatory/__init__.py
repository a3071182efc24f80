"""What it changes: facts without names, measures, indicators, equity, evaluation, open data.

The observatory reads facts, never an operational table; what it shows never lets a small number be found.
"""
