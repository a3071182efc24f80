"""Pages of prices."""
