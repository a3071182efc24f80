"""Indicators: what the town looks at to know whether an expected effect came about.

A library of what can be looked at (data), measures that count themselves over facts (code), and what a town chose,
typed and doubted (rows). A measure never reads an operational table: it asks the facts, which name nobody.
"""
