"""Copies that leave and come back."""
