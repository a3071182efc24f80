class AlreadyDecided(Exception):
    """Somebody decided first; nothing was changed."""


class WordsMoved(Exception):
    """The words that a suggestion would replace are no longer in the item's text."""
