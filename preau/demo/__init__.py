"""Demo: a fictional town, its plan, its organisations, its cast."""
