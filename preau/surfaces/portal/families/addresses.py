"""An address as a family types it: the same rules as at the counter, and the family's words."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext

from preau.surfaces.shell.addresses import AS_WRITTEN, AddressFields
from preau.town.addresses.geocoding import Candidate

__all__ = ["AS_WRITTEN", "AddressForm"]


class AddressForm(AddressFields):
    """The page draws ``candidates`` under the address, and a way of keeping what was written."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.candidates: tuple[Candidate, ...] = ()

    def ask(self, candidates: tuple[Candidate, ...]) -> None:
        self.candidates = candidates
        self.add_error(
            "address",
            gettext("Plusieurs adresses y ressemblent : choisissez la vôtre ci-dessous.")
            if candidates
            else gettext(
                "Cette adresse n’est pas dans le registre de la ville : vérifiez-la, ou gardez-la telle quelle."
            ),
        )

    @property
    def asks_to_choose(self) -> bool:
        return bool(self.candidates) or (self.is_bound and "address" in self.errors and bool(self.data.get("address")))
