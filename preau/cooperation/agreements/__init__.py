"""Agreements: who signs what, for how long, and the proof of it. Nouns: Agreement, Party, Annex, Signature.

One pattern for every convention of the town: that of the education plan, the "Plan mercredi" charter, shared premises.
"""
