"""Calendar: the time bands of a child's week. Nouns: TimeBand."""
