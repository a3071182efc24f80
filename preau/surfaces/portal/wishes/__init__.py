"""Wishes of a campaign: chosen, put in order, sent, changed until the window closes, answered with reasons."""
