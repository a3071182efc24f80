"""What children do: one catalogue for the town and its associations."""
