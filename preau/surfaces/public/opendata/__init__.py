"""Open data of the observatory: what there is, what it means, and how to take it."""
