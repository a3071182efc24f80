"""``preau town``: the town of this installation, and what official files say of it."""

from __future__ import annotations

import click

from preau.surfaces.terminal.opendata import import_file, imports, undo
from preau.surfaces.terminal.say import done, refuse, start_django


class TownGroup(click.Group):
    """``preau town NAME --insee CODE`` creates the town, as it always did: a word that is no command is a name."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in ctx.help_option_names:
            args = ["create", *args]
        return super().parse_args(ctx, args)


@click.group(cls=TownGroup, help="La ville : la créer (preau town NOM --insee CODE), importer les données ouvertes.")
def town() -> None:
    pass


@town.command(name="create", help="Crée la ville de cette installation, une fois pour toutes.")
@click.argument("name")
@click.option("--insee", required=True, help="Code INSEE de la commune, cinq caractères.")
@click.option("--departement", default="")
def create(name: str, insee: str, departement: str) -> None:
    start_django()
    from preau.people.organisations.models import Commune

    if (present := Commune.objects.current()) is not None:
        refuse(f"Cette installation est déjà celle de {present.name}. Rien n’a été changé.")
    if len(insee) != 5:
        refuse("Un code INSEE a cinq caractères, par exemple 92999.")
    Commune.objects.create(name=name, insee_code=insee, departement=departement)
    done(f"Ville créée : {name}.")


for command in (import_file, imports, undo):
    town.add_command(command)
