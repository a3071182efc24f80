"""Areas: where the children of each age live, by quarter, and how the town says that people walk."""
