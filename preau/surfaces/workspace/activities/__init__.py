"""The catalogue behind the scenes: an association's own entries, the queue of the town, one entry in every detail."""
