"""Going towards children who are not seen: a referent, a list for a time, what came of it.

Nouns: OutreachReferent, OutreachList, OutreachObjection.
"""
