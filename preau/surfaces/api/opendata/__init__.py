"""The figures of the plan as open data: the list of data sets, and each of them with its lines."""
