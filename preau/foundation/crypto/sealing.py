"""Closing and opening a text: AES in CBC with its HMAC (Fernet), under the first of the keys of the installation."""

from __future__ import annotations

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

BLOCK = 512
"""Bytes. Texts are filled up to a multiple of it: the length must not tell an empty sheet from a full one."""
_FILL = b"\0"


class Unreadable(Exception):
    """None of the keys opens this text: the key was lost, or the text was changed. Carries neither."""


def close(text: str) -> str:
    """Another text each time, even for the same words. A null character at the end would be lost: ValueError."""
    if "\0" in text:
        raise ValueError("a null character cannot be kept")
    return _keys().encrypt(_filled(text.encode())).decode("ascii")


def open_again(token: str) -> str:
    """Raises Unreadable."""
    try:
        return _keys().decrypt(token.encode()).rstrip(_FILL).decode()
    except InvalidToken:
        raise Unreadable from None


def close_again(token: str) -> str:
    """The same words under the first key. Raises Unreadable."""
    try:
        return _keys().rotate(token.encode()).decode("ascii")
    except InvalidToken:
        raise Unreadable from None


def _filled(text: bytes) -> bytes:
    return text.ljust(-(-max(len(text), 1) // BLOCK) * BLOCK, _FILL)


def _keys() -> MultiFernet:
    """Read each time: a rotation holds for a process that is already running once its settings were read again."""
    return MultiFernet([Fernet(key) for key in settings.FIELD_KEYS])
