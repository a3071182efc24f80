from __future__ import annotations

from typing import Any

from django.core.exceptions import FieldError
from django.db import models

from preau.foundation.crypto.sealing import Unreadable, close, open_again

_CLOSED = "gAAAAA"
"""How every closed text begins: version 0x80, then an instant whose first bytes are zero until the year 2106."""


class EncryptedTextField(models.TextField):
    """Text that leaves for the database closed, and opens when it comes back.

    It cannot be filtered, ordered or grouped by: the same words are never closed twice alike, and a search would be
    a way to guess them. FieldError for whoever tries. It has no default in the database and no index.
    """

    def get_prep_value(self, value: Any) -> Any:
        text = super().get_prep_value(value)
        return None if text is None else close(text)

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> str | None:
        return None if value is None else open_again(value)

    def value_to_string(self, obj: models.Model) -> str:
        """Closed in a file of fixtures too: a copy of the data tells no more than the database."""
        return close(str(self.value_from_object(obj) or ""))

    def to_python(self, value: Any) -> Any:
        """What such a file gives back; any other text is what it is."""
        try:
            return open_again(value) if isinstance(value, str) and value.startswith(_CLOSED) else value
        except Unreadable:
            return value

    def get_lookup(self, lookup_name: str) -> Any:
        raise FieldError(f"{self.name} is encrypted: it cannot be filtered by")

    def get_transform(self, lookup_name: str) -> Any:
        raise FieldError(f"{self.name} is encrypted: nothing can be asked of it")
