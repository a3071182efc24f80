from __future__ import annotations

import click

from preau.surfaces.terminal.say import done, refuse, start_django

_ROLES = ["administrator", "plan_coordinator", "contributor", "elected_member", "reader"]


@click.group(help="Les comptes et leurs rôles.")
def account() -> None:
    pass


@account.command(
    name="open", help="Ouvre un compte et lui donne un rôle. La personne se connecte par un code reçu par courriel."
)
@click.argument("email")
@click.option("--name", required=True, help="Prénom et nom.")
@click.option("--role", type=click.Choice(_ROLES), required=True)
@click.option(
    "--organisation", required=True, help="Nom de l’organisation ; créée comme service de la ville si elle manque."
)
@click.option("--password", default=None, help="Mot de passe de départ, facultatif.")
def open_account(email: str, name: str, role: str, organisation: str, password: str | None) -> None:
    start_django()
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email
    from django.utils import timezone

    from preau.people.accounts.actions import AddressTaken, open_account
    from preau.people.accounts.enums import Role
    from preau.people.organisations.actions import organisation_named
    from preau.people.organisations.models import Commune

    commune = Commune.objects.current()
    if commune is None:
        refuse("Cette installation n’a pas encore de ville : commencez par preau town.")
    try:
        validate_email(email)
        user = open_account(
            email=email,
            full_name=name,
            role=Role(role),
            organisation=organisation_named(commune, organisation),
            password=password,
            by=None,
            now=timezone.now(),
        )
    except ValidationError:
        refuse(f"« {email} » n’est pas une adresse électronique.")
    except AddressTaken:
        refuse(f"Un compte existe déjà pour {email}. Rien n’a été changé.")
    done(f"Compte ouvert : {user.full_name} ({Role(role).label}).")
