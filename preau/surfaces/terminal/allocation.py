"""``preau allocation``: places given from a file, and a published file played again. No database is opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from preau.surfaces.terminal.handed import bytes_of
from preau.surfaces.terminal.say import done, err, refuse

if TYPE_CHECKING:
    from preau.offer.allocation import Difference

_SHOWN = 5
_WIDTH = 160


@click.group(help="L’attribution des places : la calculer depuis un fichier, vérifier un fichier publié.")
def allocation() -> None:
    pass


@allocation.command(help="Attribue les places d’un fichier de vœux et écrit le fichier à publier.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="Fichier à écrire ; sinon à l’écran.")
def run(file: Path, out: Path | None) -> None:
    from preau.offer.allocation import BadFile, publish, read, solve

    data = bytes_of(file)
    try:
        with err.status("Attribution…"):
            problem, draw, _ = read(data)
            if draw is None:
                refuse(
                    "Ce fichier n’a pas de tirage : ajoutez « draw » (engagement, secret et nombre public).",
                    2,
                )
            outcome = solve(problem, seed=draw.seed)
            text = publish(problem, draw, outcome)
    except BadFile as bad:
        refuse(_plain(bad.sentence), code=2)
    if out is None:
        click.echo(text, nl=False)
    else:
        _write(out, text)
    served = len({place.application for place in outcome.places})
    done(f"Enfants qui ont une place : {served} sur {len(outcome.keys)}. Places données : {len(outcome.places)}.")


@allocation.command(help="Recalcule tout un fichier publié et dit ce qui diffère.")
@click.argument("file", type=click.Path(path_type=Path))
def verify(file: Path) -> None:
    from preau.offer.allocation import BadFile
    from preau.offer.allocation import verify as differences_of

    data = bytes_of(file)
    try:
        with err.status("Tout est recalculé…"):
            found = differences_of(data)
    except BadFile as bad:
        refuse(_plain(bad.sentence))
    for difference in found[:_SHOWN]:
        _tell(difference)
    if len(found) > _SHOWN:
        err.print(f"  … et {len(found) - _SHOWN} autres lignes.")
    if found:
        refuse("Ce fichier n’est pas celui que donnent ses règles, ses vœux et son tirage.")
    done("Tout a été recalculé : les règles, le tirage, chaque place et chaque explication sont ceux du fichier.")


@allocation.command(
    help="Joue deux règles sur les mêmes vœux et les mêmes tirages, et dit qui y gagne et qui y perd. Une seule : "
    "elle est comparée aux règles du fichier."
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--rules",
    multiple=True,
    required=True,
    type=click.Path(path_type=Path),
    help="Fichier de règles, écrit comme « rules » dans le fichier des vœux. Une fois ou deux.",
)
@click.option("--draws", default=200, show_default=True, type=click.IntRange(1, 10_000), help="Combien de tirages.")
@click.option("--seed", default="preau", show_default=True, help="La même graine redonne les mêmes tirages.")
@click.option("--json", "is_json", is_flag=True, help="En JSON, pour un autre programme.")
def compare(file: Path, rules: tuple[Path, ...], draws: int, seed: str, is_json: bool) -> None:
    from preau.offer.allocation import BadFile, contrast, demand_of, read_rules
    from preau.surfaces.terminal.comparing import as_json, as_table

    if len(rules) > 2:
        refuse("Deux règles à la fois : donnez « --rules » une fois ou deux.", code=2)
    data, given = bytes_of(file), [bytes_of(each) for each in rules]
    try:
        with err.status("Tirages…"):
            problem = demand_of(data)
            tried = [read_rules(each, problem.rules) for each in given]
            if len(tried) == 1:
                tried.insert(0, problem.rules)
            found = contrast(problem, tried[0], tried[1], seed=seed.encode(), draws=draws)
    except BadFile as bad:
        refuse(_plain(bad.sentence), code=2)
    names = [each.stem for each in rules]
    told = (names[0], names[1]) if len(names) == 2 else ("règles du fichier", names[0])
    click.echo(as_json(found, told, draws, seed) if is_json else as_table(found, told, draws), nl=False)


def _write(out: Path, text: str) -> None:
    try:
        out.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        refuse(f"« {out} » ne peut pas être écrit : {error.strerror}.")


def _tell(difference: Difference) -> None:
    """The place where two lines part, and what is around it."""
    pairs = enumerate(zip(difference.written, difference.computed, strict=False))
    first = next((place for place, (one, other) in pairs if one != other), 0)
    start = max(0, first - 40)
    err.print(f"  ✗ Ligne {difference.line} ({difference.section})", markup=False)
    err.print(f"      dans le fichier : …{difference.written[start : start + _WIDTH]}", markup=False)
    err.print(f"      recalculé       : …{difference.computed[start : start + _WIDTH]}", markup=False)


def _plain(sentence: str) -> str:
    """Brackets of a file are no markup."""
    return sentence.replace("[", "\\[")
