"""``preau plan verify``: is every fixed text still the one that was fixed?"""

from __future__ import annotations

import click

from preau.surfaces.terminal.say import done, err, refuse, start_django


@click.command(name="verify", help="Recalcule l’empreinte de chaque version et de chaque convention votée.")
def verify_texts() -> None:
    start_django()
    from preau.cooperation.agreements.models import AgreementText
    from preau.plan.versions.models import PlanVersion

    checked, broken = 0, []
    with err.status("Vérification des textes…"):
        for version in PlanVersion.objects.select_related("plan").order_by("plan", "number").iterator(chunk_size=20):
            checked += 1
            if not version.is_intact:
                broken.append(f"« {version.plan.title} », version {version.number} ({version.name})")
        for text in AgreementText.objects.select_related("agreement").order_by("agreement", "number"):
            checked += 1
            if not text.is_intact:
                broken.append(f"convention « {text.agreement.title} », texte {text.number}")
    for line in broken:
        err.print(f"[bold red]✗[/] {line} : le texte ne correspond plus à son empreinte.")
    if broken:
        refuse(
            f"{len(broken)} texte(s) sur {checked} ont changé. Gardez une copie de la base et prévenez votre hébergeur."
        )
    done(f"Textes intacts : {checked} vérifiés.")
