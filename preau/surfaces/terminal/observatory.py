"""``preau observatory``: facts without names, taken now, and what there is of them."""

from __future__ import annotations

import json
from pathlib import Path

import click

from preau.surfaces.terminal.say import done, err, out, refuse, start_django


@click.group(help="L’observatoire : les relevés sans noms d’où viennent les indicateurs.")
def observatory() -> None:
    pass


@observatory.command(help="Fait un relevé maintenant. Ce qui n’a pas changé n’est pas relu.")
@click.option("--anew", is_flag=True, help="Tout relire, même ce qui n’a pas changé.")
def snapshot(anew: bool) -> None:
    start_django()
    from preau.observatory.facts.errors import AlreadyTaking

    try:
        rows, made, kept = take_facts_now(anew=anew)
    except AlreadyTaking as refused:
        refuse(str(refused))
    done(f"Relevé en service : {_number(rows)} lignes ; {made} parties relues, {kept} inchangées.")


def take_facts_now(*, anew: bool = False) -> tuple[int, int, int]:
    """Rows, parts read, parts kept as they were. Raises AlreadyTaking."""
    from django.utils import timezone

    from preau.observatory.facts.snapshots.taking import ask_snapshot, carry_out
    from preau.people.accounts.hand import Hand

    asked = ask_snapshot(hand=Hand(None, timezone.now()))
    with err.status("Relevé sans noms…") as status:

        def tell(table: str, rows: int, number: int, parts: int) -> None:
            status.update(f"Relevé sans noms… partie {number + 1} sur {parts} : {table}, {_number(rows)} lignes")

        carry_out(asked, clock=timezone.now, progress=tell, anew=anew)
    asked.refresh_from_db()
    return asked.rows, asked.made, asked.kept


@observatory.command(help="Les tables du relevé en service, leurs colonnes, leurs lignes.")
@click.option("--json", "as_json", is_flag=True, help="En JSON, sur la sortie.")
@click.option("--write", type=click.Path(path_type=Path), help="Écrit la page de référence des tables déclarées.")
def facts(as_json: bool, write: Path | None) -> None:
    start_django()
    from django.utils import timezone

    from preau.observatory.facts.reading import facts_in_use
    from preau.observatory.facts.snapshots.declared import DERIVED, FACTS
    from preau.observatory.facts.snapshots.page import facts_page

    if write is not None:
        write.write_text(facts_page([*FACTS, *DERIVED]), encoding="utf-8")
        done(f"Page écrite : {write}")
        return
    held = facts_in_use()
    if held is None:
        refuse("Aucun relevé n’a encore été fait : preau observatory snapshot en fait un.")
    if as_json:
        told = {name: {"rows": held.rows[name], "columns": dict(held.columns[name])} for name in held.columns}
        click.echo(json.dumps({"taken_at": held.taken_at.isoformat(), "tables": told}, ensure_ascii=False, indent=1))
        return
    out.print(f"Relevé du {timezone.localtime(held.taken_at):%d/%m/%Y à %H:%M}")
    width = max(len(name) for name in held.columns)
    for name, columns in held.columns.items():
        out.print(f"  {name:{width}}  {_number(held.rows[name]):>12}  {', '.join(columns)}", markup=False)


def _number(count: int) -> str:
    return f"{count:,}".replace(",", "\u202f")
