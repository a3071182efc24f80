"""What must be known to receive a child well: functional, never a diagnosis, encrypted. Nouns: HealthSheet, Care."""
