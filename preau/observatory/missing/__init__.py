"""Who is missing, without a name: whom the town expected and does not see. Nouns: Picture, Line, Seen."""
