"""Organisations: the town, its services, schools, associations and institutions."""
