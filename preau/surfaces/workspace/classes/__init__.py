"""Classes of schools: what they lived, what they ask, and who receives them."""
