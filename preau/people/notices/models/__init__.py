from .choice import DigestChoice
from .digest import Digest
from .notice import Notice

__all__ = ["Digest", "DigestChoice", "Notice"]
