from .release import Release

__all__ = ["Release"]
