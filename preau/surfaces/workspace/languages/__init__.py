"""Entries in easy French and in other languages: what exists, what fell behind, what readers validated."""
