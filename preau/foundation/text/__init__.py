"""Text: translations, typography, search."""
