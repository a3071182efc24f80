"""Articulation: a school and its out-of-class care read each other, act together and plan one week for one child.

Nouns: SitePair, ProjectSummary, SummaryPeriod, SummarySeen, JointSheet, CrossingDismissal, WeekEntry.
"""
