"""Providers: who may offer, and the papers that let them. Nouns: JoinRequest, ProviderPaper, AssociationRecord."""
