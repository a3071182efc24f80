"""The roll call, on a phone that may have no network: the day, one session, what must be known, whom to call."""
