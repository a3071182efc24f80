"""Proposals, open points, comments: writing together."""
