"""How fast the program is, as ratios measured in one run: machines differ, ratios travel."""
