"""Adoption: what is still missing, the vote of the council, the text that it fixes. Nouns: CouncilResolution."""
