"""Label files."""
