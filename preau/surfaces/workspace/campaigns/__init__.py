"""Campaigns at the desk: prepared, voted, announced, followed, decided, told."""
