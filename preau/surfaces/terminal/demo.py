from __future__ import annotations

import click

from preau.surfaces.terminal.observatory import take_facts_now
from preau.surfaces.terminal.say import done, err, out, refuse, start_django


@click.group(help="La ville fictive, pour découvrir Préau.")
def demo() -> None:
    pass


@demo.command(help="Charge la ville fictive. Refuse si la base contient déjà une ville.")
def load() -> None:
    start_django()
    from preau.demo.loading import TownPresent

    try:
        _load()
    except TownPresent as refusal:
        refuse(f"Cette base est déjà celle de {refusal.name} : la ville fictive n’y sera pas chargée.")


def load_if_empty() -> None:
    """For the first start: a database that has a town, real or not, is left as it is."""
    from preau.demo.loading import TownPresent

    try:
        _load()
    except TownPresent:
        return


def _load() -> None:
    """The town, the facts that are counted from it, then what its committee concluded from these."""
    from preau.demo.evaluation import settle_evaluations
    from preau.demo.loading import load_demo

    with err.status("Chargement de la ville fictive…"):
        done(load_demo())
    take_facts_now()
    settle_evaluations()


@demo.command(help="Montre un compte de démonstration par rôle.")
def accounts() -> None:
    start_django()
    print_demo_accounts()


def print_demo_accounts() -> None:
    """Nothing where the town is real."""
    from preau.demo.loading import demo_accounts
    from preau.demo.logins import DEMO_PASSWORD

    rows = demo_accounts()
    if not rows:
        return
    out.print(f"  Comptes de démonstration, mot de passe : [bold]{DEMO_PASSWORD}[/]")
    width = max(len(email) for _, email, _ in rows)
    for role, email, name in rows:
        out.print(f"    {email:{width}}  {name}, {role}")
