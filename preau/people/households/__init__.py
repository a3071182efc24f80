"""Families as they live: children, adults, homes, and who may decide what for whom, dated.

Nouns: Child, Adult, Household, Guardian, SupportingDocument, Consent, FamilyQuotient, AssistanceMandate.
"""
