"""Areas: the outlines of the town, its quarters, and where people live. Nouns: Area, GridCell."""
