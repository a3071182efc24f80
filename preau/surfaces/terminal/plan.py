"""``preau plan import``: the main job, from the terminal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from preau.surfaces.terminal.copies import export_plan, receive_copy
from preau.surfaces.terminal.handed import bytes_of
from preau.surfaces.terminal.say import done, err, refuse, start_django


@click.group(help="Le projet éducatif : l’importer, le montrer, en emporter une copie, la recevoir.")
def plan() -> None:
    pass


plan.add_command(export_plan)
plan.add_command(receive_copy)


@plan.command(name="import", help="Importe un projet depuis un fichier Word, ODT, texte ou .doc.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Lit et comprend, sans rien écrire.")
@click.option("--json", "as_json", is_flag=True, help="Écrit ce qui a été compris en JSON, sur la sortie.")
@click.option("--show", is_flag=True, help="Montre tout de suite le projet au public.")
@click.option("--title", default="", help="Titre du projet ; sinon celui du document.")
def import_plan(file: Path, dry_run: bool, as_json: bool, show: bool, title: str) -> None:
    data = bytes_of(file)
    if dry_run:
        _print(_understood(data, file.name), as_json)
        return
    _write(data, file.name, show=show, title=title, as_json=as_json)


def _understood(data: bytes, name: str) -> dict[str, Any]:
    """What the document says, without a database: reading and understanding are pure."""
    from datetime import date

    from preau.foundation.documents import read
    from preau.foundation.documents.errors import UnreadableDocument
    from preau.plan.importing.as_json import to_json
    from preau.plan.importing.errors import NotAPlan
    from preau.plan.importing.understanding import understand

    try:
        with err.status("Lecture du document…"):
            document = read(data, name)
            return to_json(understand(document, today=date.today()), document)
    except (UnreadableDocument, NotAPlan) as refusal:
        refuse(refusal.sentence, code=2)


def _print(understood: dict[str, Any], as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(understood, ensure_ascii=False, indent=1))
        return
    counts = understood["counts"]
    err.print(
        f"Compris : {counts['axes']} axes, {counts['general_objectives']} objectifs généraux, {counts['rows']} lignes, "
        f"{counts['operational_objectives']} objectifs opérationnels, {counts['expected_effects']} effets attendus."
    )
    points = understood["drafting_remnants"]
    deciding = sum(1 for point in points if point["needs_town_decision"])
    err.print(
        f"{len(points)} points ouverts, dont {deciding} demandent une décision ; "
        f"{len(understood['suggestions'])} propositions suivies ; "
        f"{len(understood['leftovers'])} passages hors du tableau."
    )
    err.print("Rien n’a été écrit (--dry-run). Ajoutez --json pour le détail.")


def _write(data: bytes, name: str, *, show: bool, title: str, as_json: bool) -> None:
    start_django()
    from django.utils import timezone

    from preau.foundation.documents.errors import UnreadableDocument
    from preau.people.accounts.hand import Hand
    from preau.people.organisations.models import Commune
    from preau.plan.importing.actions import confirm, receive, rename_import
    from preau.plan.importing.errors import NotAPlan

    commune = Commune.objects.current()
    if commune is None:
        refuse("Cette installation n’a pas encore de ville : commencez par preau town.")
    hand = Hand(None, timezone.now())
    try:
        with err.status("Import du projet…"):
            received = receive(data, name, commune=commune, hand=hand)
            if title:
                received = rename_import(received, title, seen_version=received.version)
            written = confirm(received, seen_version=received.version, hand=hand, show=show)
    except (UnreadableDocument, NotAPlan) as refusal:
        refuse(refusal.sentence, code=2)
    if as_json:
        click.echo(json.dumps({"plan": written.pk, "import": received.pk, "title": written.title}, ensure_ascii=False))
    done(f"Projet importé : « {written.title} », {written.items.count()} éléments. Annulable dans l’atelier.")
