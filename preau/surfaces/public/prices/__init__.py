"""What families pay, how it is computed, and a price for one's own family. Nothing typed here is kept."""
