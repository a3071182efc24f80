"""Addresses: every door of the town, found however people write it. Nouns: Address."""
