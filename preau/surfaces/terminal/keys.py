from __future__ import annotations

import click

from preau.surfaces.terminal.say import done, refuse, start_django


@click.group(help="Les clés qui chiffrent les fiches de santé.")
def keys() -> None:
    pass


@keys.command(
    help="Programme arrêté : crée une clé et chiffre tout avec elle. Les anciennes ouvrent encore les sauvegardes."
)
def rotate() -> None:
    start_django()
    from django.conf import settings

    from config import environment
    from config.secret import add_field_key

    if not environment.words("PREAU_FIELD_KEYS"):
        settings.FIELD_KEYS = add_field_key(settings.DATA)
    count = _close_again()
    done(f"Chiffrement refait avec la première clé : {count}. Vous pouvez relancer le programme.")


@keys.command(help="Programme arrêté : oublie les anciennes clés. Les sauvegardes d’avant ne se lisent plus.")
def forget() -> None:
    start_django()
    from django.conf import settings

    from config import environment
    from config.secret import keep_first_field_key

    if environment.words("PREAU_FIELD_KEYS"):
        refuse("Les clés viennent de PREAU_FIELD_KEYS : retirez-y les anciennes vous-même. Rien n’a été changé.")
    _close_again()
    keep_first_field_key(settings.DATA)
    done("Une seule clé est gardée.")


def _close_again() -> int:
    from preau.foundation.crypto.rotation import close_everything_again
    from preau.foundation.crypto.sealing import Unreadable

    try:
        return close_everything_again()
    except Unreadable:
        refuse("Une fiche ne s’ouvre avec aucune des clés connues. Rien n’a été changé ; les clés sont toutes gardées.")
