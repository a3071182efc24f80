"""Notices: what happened that concerns somebody, who a text calls by name, and the one mail a day that says so."""
