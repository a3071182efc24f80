"""Drafting: open points, suggestions and comments, until the text is settled."""
