"""Prices: what a family pays, and how it was computed, line by line. Nouns: PriceRule."""
