from .resolution import CouncilResolution

__all__ = ["CouncilResolution"]
