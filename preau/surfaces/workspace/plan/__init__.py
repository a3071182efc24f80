"""The plan as a tree that people work in."""
