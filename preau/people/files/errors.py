class FileRefused(Exception):
    """The file was not kept. ``str(error)`` is the French sentence said to the person who sent it."""
