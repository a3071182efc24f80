"""Places: the sites where children are, in and out of class. Nouns: Site."""
