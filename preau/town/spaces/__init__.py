"""Spaces: sports grounds that nobody books, how they are now, who is seen there.

Nouns: OpenSpace, SpaceReport, SpaceClosing, ReportTerm, VisitCount.
"""
