"""Expected against seen: numbers in, numbers out. Neither Django, nor a database, nor a clock."""
