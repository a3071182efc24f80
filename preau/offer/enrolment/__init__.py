"""Direct registration: a place is taken in one transaction, or a rank in the queue. Nouns: BookingUnit, Enrolment."""
