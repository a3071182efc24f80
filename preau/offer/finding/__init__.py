"""Finding: the catalogue as families search it. An index in memory, rebuilt from what changed."""
