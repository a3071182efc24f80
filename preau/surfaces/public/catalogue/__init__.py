"""The catalogue as families read it: one search, three views, one page by entry, and feeds of any filter."""
