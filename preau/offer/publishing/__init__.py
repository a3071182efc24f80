"""Publishing: an entry proposed, read again, shown, verified each year (pattern P6)."""
