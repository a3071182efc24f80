"""Action sheets: one concrete action each, carried by two institutions, from the first idea to the review."""
