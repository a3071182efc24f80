"""Evaluation: once a year the town asks whether each expected effect came about, and keeps what it answered.

Evaluation, contribution, verdict, dissent, target, survey. An effect is a hypothesis; a verdict says how far it held,
on which evidence, with the figures as they stood that day. Screens, the report and the public page read ``reading``.
"""
