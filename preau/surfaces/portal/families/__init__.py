"""A family's file, held by the family: children, homes, papers, agreements, what the town knows of them."""
