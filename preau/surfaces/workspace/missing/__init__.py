"""Which children we see least, without a name: the groups, what was expected of them, and how it may mislead."""
