"""Forms about action sheets: its sections, its lines, its steps."""
