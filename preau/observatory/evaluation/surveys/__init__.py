"""Surveys held elsewhere: counts of answers come by hand or by a file, and some give an indicator its figure."""
