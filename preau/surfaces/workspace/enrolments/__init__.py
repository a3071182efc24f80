"""Groups open to registration, who is in them, who waits, and what the desk has to tell."""
