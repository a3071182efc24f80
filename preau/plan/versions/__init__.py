"""Named versions of a plan: the text at a moment, fixed for good, with its fingerprint. Nouns: PlanVersion."""
