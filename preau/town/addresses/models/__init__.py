from .address import Address

__all__ = ["Address"]
