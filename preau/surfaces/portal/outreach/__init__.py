"""Being called about activities: what it is, and how not to be."""
