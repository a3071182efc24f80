"""Views of action sheets."""
