"""Posters and flyers made from an entry: one page each, tagged, with a code to scan."""
