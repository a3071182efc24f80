"""Allocation: ranked wishes, a few published priorities, one draw, a reason for everyone. Pure: no database, no clock.

Nouns: Problem, Offer, Application, Wish, Rules, Draw, Outcome, Case.
"""
