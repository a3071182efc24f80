"""The checklist and the vote."""
