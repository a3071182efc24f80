"""Open data: what official files say of the town, taken in line by line. Nouns: Source, ImportRun, Register."""
