"""Versions of an entry: easy to read, in other languages; each knows its French text. Nouns: EntryVersion."""
