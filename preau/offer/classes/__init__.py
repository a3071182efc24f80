"""Classes: what schools ask for their groups, and the queue for a full offer. Nouns: ClassGroup, ClassWish."""
