"""Spaces: sports grounds that nobody books, and how they are now. Nouns: OpenSpace, SpaceReport, VisitCount."""
