"""``preau town import``, ``imports`` and ``import-undo``: official files, from the terminal."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from preau.surfaces.terminal.say import done, err, out, refuse, start_django

if TYPE_CHECKING:
    from preau.people.organisations.models import Commune
    from preau.town.opendata.outlook import Counts, Refusal
    from preau.town.opendata.source import Source

_REFUSED, _ASKS = 2, 3
"""Exit codes: the file can't be imported; it can, once the person says yes to what would go."""
_SHOWN = 10


class _WithKinds(click.Command):
    """Its help lists the kinds: Django is only started for that."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        start_django()
        from preau.offer.kinds import SOURCES

        with formatter.section("Types de fichiers (KIND)"):
            formatter.write_dl([(source.name, str(source.label)) for source in SOURCES])


@click.command(name="import", cls=_WithKinds, help="Importe un fichier officiel : tout en une fois, ou rien.")
@click.argument("kind")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Dit ce qui se passerait, sans rien écrire.")
@click.option("--commune", "communes", multiple=True, help="Ne garder que ce code INSEE ; peut être répété.")
@click.option("--accept-gone", is_flag=True, help="Accepter que plus de la moitié des fiches connues disparaissent.")
@click.option("--json", "as_json", is_flag=True, help="Écrit le compte rendu en JSON, sur la sortie.")
def import_file(
    kind: str, file: Path, dry_run: bool, communes: tuple[str, ...], accept_gone: bool, as_json: bool
) -> None:
    start_django()
    from django.utils import timezone

    from preau.people.accounts.hand import Hand
    from preau.town.opendata.errors import ManyWouldGo
    from preau.town.opendata.outlook import Options
    from preau.town.opendata.running import REFUSALS, preview, run_import

    source, commune, now = _kind(kind), _commune(), timezone.now()
    options = Options(communes=communes, accept_gone=accept_gone)
    try:
        with source.open(file, file.name, today=timezone.localdate(now)) as table, _progress(file.name) as told:
            if dry_run:
                looked = preview(source, table, commune=commune, options=options, progress=told)
                counts, refusals, notes, number = looked.counts, looked.refusals, looked.notes, None
            else:
                run = run_import(
                    source,
                    table,
                    commune=commune,
                    sent=_sent(file),
                    hand=Hand(None, now),
                    options=options,
                    progress=told,
                )
                counts, refusals, notes, number = *_of_run(run), run.pk
    except ManyWouldGo as asked:
        refuse(f"{asked.sentence} Ajoutez --accept-gone.", code=_ASKS)
    except REFUSALS as refused:
        refuse(refused.sentence, code=_REFUSED)
    if as_json:
        report = {"import": number, "counts": asdict(counts), "notes": notes, "refusals": [asdict(r) for r in refusals]}
        click.echo(json.dumps(report, ensure_ascii=False, indent=1))
    _tell(counts, refusals, notes)
    if dry_run:
        done("Rien n’a été écrit (--dry-run).")
    else:
        done(f"Import {number} terminé : {source.label}. Pour l’annuler : preau town import-undo {number}")


@click.command(name="imports", help="Les imports de données ouvertes, du plus récent au plus ancien.")
@click.option("--kind", default="", help="D’un seul type de fichier.")
@click.option("--json", "as_json", is_flag=True, help="En JSON.")
def imports(kind: str, as_json: bool) -> None:
    start_django()
    from django.utils import timezone

    from preau.town.opendata.models import ImportRun
    from preau.town.opendata.queries import state_of

    runs = ImportRun.objects.filter(commune=_commune()).select_related("commune")
    if kind:
        runs = runs.filter(source=_kind(kind).name)
    rows = [(run, state_of(run)) for run in runs[:100]]
    if as_json:
        click.echo(json.dumps([_as_json(run, state) for run, state in rows], ensure_ascii=False, indent=1))
        return
    if not rows:
        err.print("Aucun import pour l’instant : preau town import --help montre les types de fichiers.")
        return
    for run, state in rows:
        when = f"{timezone.localtime(run.started_at):%d/%m/%Y %H:%M}"
        numbers = f"+{run.created} ~{run.updated + run.back} −{run.gone}, {run.refused} refusées"
        out.print(f"{run.pk:>5}  {when}  {run.source}  {run.file_name}  {state.label} ({numbers})", markup=False)


@click.command(name="import-undo", help="Annule un import : chaque fiche redevient ce qu’elle était.")
@click.argument("number", type=int)
def undo(number: int) -> None:
    start_django()
    from django.utils import timezone

    from preau.people.accounts.hand import Hand
    from preau.town.opendata.errors import ImportRefused, UndoLaterFirst
    from preau.town.opendata.models import ImportRun
    from preau.town.opendata.undoing import kept_sentence, undo_import

    run = ImportRun.objects.filter(commune=_commune(), pk=number).first()
    if run is None:
        refuse(f"Aucun import {number} ici : preau town imports les montre.")
    try:
        undoing = undo_import(run, _kind(run.source), hand=Hand(None, timezone.now()))
    except UndoLaterFirst as later:
        refuse(f"{later.sentence} C’est l’import {later.later.pk}.")
    except ImportRefused as refused:
        refuse(refused.sentence)
    if undoing.kept:
        err.print(f"• {kept_sentence(undoing.kept)}")
    done(f"Import {number} annulé : {undoing.removed} fiches retirées, {undoing.restored} remises comme avant.")


def _kind(name: str) -> Source:
    from preau.offer.kinds import SOURCES

    known = {source.name: source for source in SOURCES}
    if name not in known:
        near = get_close_matches(name, known, n=1)
        hint = f" Vouliez-vous dire « {near[0]} » ?" if near else ""
        refuse(f"« {name} » n’est pas un type de fichier connu.{hint} Les types : {', '.join(known)}.")
    return known[name]


def _commune() -> Commune:
    from preau.people.organisations.models import Commune

    commune = Commune.objects.current()
    if commune is None:
        refuse("Cette installation n’a pas encore de ville : commencez par preau town.")
    return commune


def _sent(file: Path) -> Any:
    from preau.town.opendata.outlook import Sent

    with file.open("rb") as data:
        return Sent(file.name, file.stat().st_size, hashlib.file_digest(data, "sha256").hexdigest())


def _of_run(run: Any) -> tuple[Counts, list[Refusal], list[str]]:
    from preau.town.opendata.outlook import Outlook, Refusal

    refusals = [Refusal(each.line, each.column, each.value, each.reason) for each in run.refusals.all()]
    return Outlook.from_json(run.outlook).counts, refusals, run.notes


@contextmanager
def _progress(name: str) -> Iterator[Callable[[int, float], None]]:
    """A bar on the error stream, with the lines read; nothing where nobody watches."""
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    words = TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[read]} lignes")
    with Progress(*words, TimeRemainingColumn(), console=err, transient=True, disable=not err.is_terminal) as bar:
        job = bar.add_task(f"Lecture de {name}", total=1.0, read=0)
        yield lambda read, share: bar.update(job, completed=share, read=read)


def _tell(counts: Counts, refusals: list[Refusal], notes: list[str]) -> None:
    for note in notes:
        err.print(f"• {note}", markup=False)
    words = [
        (counts.created, "ajoutées"),
        (counts.updated, "modifiées"),
        (counts.back, "revenues"),
        (counts.gone, "disparues"),
        (counts.unchanged, "inchangées"),
        (counts.outside, "hors de la ville"),
        (counts.ignored, "sans objet ici"),
        (counts.repeated, "en double, identiques"),
        (counts.refused, "refusées"),
    ]
    told = ", ".join(f"{count} {word}" for count, word in words if count) or "rien à changer"
    err.print(f"{counts.read} lignes lues : {told}.")
    for refusal in refusals[:_SHOWN]:
        where = f"ligne {refusal.line}" + (f", {refusal.column}" if refusal.column else "")
        value = f" « {refusal.value} »" if refusal.value else ""
        err.print(f"  ✗ {where}{value} : {refusal.reason}", markup=False)
    if counts.refused > _SHOWN:
        err.print(f"  … et {counts.refused - _SHOWN} autres : ajoutez --json pour les lire toutes.")


def _as_json(run: Any, state: Any) -> dict[str, Any]:
    numbers = ("read", "created", "updated", "unchanged", "back", "gone", "outside", "ignored", "repeated", "refused")
    return {
        "import": run.pk,
        "kind": run.source,
        "file": run.file_name,
        "started_at": run.started_at.isoformat(),
        "state": state.value,
        "error": run.error,
        **{name: getattr(run, name) for name in numbers},
    }
