"""Agreements, their parties and signatures."""
