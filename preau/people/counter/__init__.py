"""What the desk hands over when it has acted for somebody, and what the law lets them expect.

Nouns: Receipt, SilenceRule, DeskContact.
"""
