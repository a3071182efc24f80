"""Activities: what is offered, to whom, when, where. Nouns: Activity, Slot, Session, Adaptation."""
