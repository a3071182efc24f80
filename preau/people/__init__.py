"""Who: the people and organisations of the town, what they may do, and what was done."""
