"""Staffing: how many adults the law wants beside how many children. Nouns: RatioRule."""
