"""Open drafting marks: what a careful reader would ask about a text, found by general rules of French drafting."""
