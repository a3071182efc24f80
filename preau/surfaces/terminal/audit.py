from __future__ import annotations

import click

from preau.surfaces.terminal.say import done, err, refuse, start_django


@click.group(help="Le journal : ce qui a été fait, par qui, quand.")
def audit() -> None:
    pass


@audit.command(help="Relit tout le journal et vérifie que rien n’y a été changé ni retiré.")
def verify() -> None:
    start_django()
    from preau.people.audit.queries import check_journal

    with err.status("Vérification du journal…"):
        result = check_journal()
    if result.broken_at is not None:
        refuse(
            f"Le journal ne tient plus à l’entrée {result.broken_at} ({result.reason}). "
            f"Les {result.count} entrées précédentes sont intactes. "
            "Gardez une copie de la base et prévenez votre hébergeur."
        )
    done(f"Journal intact : {result.count} entrées. Dernier sceau : {result.last_seal[:16]}…")
