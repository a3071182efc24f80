"""Accounts: the people who log in, and the role that each holds for an organisation, from a day to a day."""
