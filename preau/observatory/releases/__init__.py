"""Releases: all that was ever shown of a series of figures, date after date, so that the next one gives nobody away.

Noun: Release. What is hidden is not kept: a release holds what anybody could have read that day.
"""
