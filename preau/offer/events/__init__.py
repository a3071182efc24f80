"""Events: dated things that open calendars say of the town. Nouns: Event."""
