"""Putting an installation in order."""

from __future__ import annotations

from pathlib import Path

import click

from preau.surfaces.terminal.say import done, err, out, start_django

NOT_SERVED = ("js_lib_leaflet/leaflet-src*", "django_htmx/ext/*", "django_htmx/htm*-4*", "django_htmx/htmx-2.js")
"""Of the libraries, what no page asks for: made small for nobody, it took longer than all the rest."""


@click.command(help="Prépare l’installation : base de données, polices, styles, traductions. Peut être relancée.")
def install() -> None:
    put_in_order()
    done("Installation prête.")


def put_in_order() -> None:
    from config import environment
    from preau.foundation.design.assets import build
    from preau.foundation.text.translations import compile_translations

    with err.status("Préparation…"):
        build(environment.data_folder() / "assets")
        compile_translations(environment.ROOT / "locale")
        start_django()
        _database_and_static_files()


def _database_and_static_files() -> None:
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    _legal_values()
    call_command("collectstatic", verbosity=0, interactive=False, ignore_patterns=list(NOT_SERVED))


def _legal_values() -> None:
    """How many adults the law wants: the dated values that the program knows, added once."""
    from preau.offer.staffing.legal import install_ratios

    install_ratios()


@click.command(help="Écrit la page qui décrit chaque réglage.")
@click.option("--write", "path", type=click.Path(path_type=Path), help="Fichier à écrire ; sinon à l’écran.")
def settings(path: Path | None) -> None:
    from preau.surfaces.terminal.settings_page import settings_page

    page = settings_page()
    if path is None:
        out.print(page, markup=False, end="")
    else:
        path.write_text(page, encoding="utf-8")
