"""Screens, one audience each; they never import each other."""
