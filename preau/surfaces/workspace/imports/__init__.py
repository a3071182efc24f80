"""A document that comes in and is read again."""
