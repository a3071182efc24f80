"""Public: what anybody reads of the plan, without an account."""
