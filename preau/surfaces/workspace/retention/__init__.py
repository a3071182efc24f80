"""How long families' files are kept, and the elimination list that waits for its visas. For the data officer."""
