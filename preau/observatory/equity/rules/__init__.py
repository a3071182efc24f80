"""The arithmetic of nearness and of gaps: numbers in, numbers out. Neither Django, nor a database, nor a clock.

Places are metres on a plane (``plane``), times minutes, people children. Every array is float64 unless said.
"""
