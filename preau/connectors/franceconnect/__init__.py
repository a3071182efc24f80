"""FranceConnect (OpenID Connect), for families who like to enter with a login they have. Never compulsory.

Kept: the identifier that FranceConnect gives this town for the person. The rest helps to recognise them, then goes.
"""

from .client import FranceConnect
from .errors import LoginRefusal, LoginRefused
from .setup import franceconnect

__all__ = ["FranceConnect", "LoginRefusal", "LoginRefused", "franceconnect"]
