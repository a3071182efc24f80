"""The least that registers somebody."""
