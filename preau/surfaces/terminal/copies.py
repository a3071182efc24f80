"""``preau plan export`` and ``preau plan receive``: copies leave and come back, from the terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from preau.surfaces.terminal.handed import bytes_of
from preau.surfaces.terminal.say import done, err, refuse, start_django

if TYPE_CHECKING:
    from preau.people.accounts.models import User
    from preau.people.organisations.models import Organisation
    from preau.plan.structure.models import TerritorialEducationPlan
    from preau.plan.versions.models import PlanVersion

_FORMATS = ["docx", "pdf", "xlsx", "csv"]


@click.command(name="export", help="Écrit le projet dans un fichier Word, PDF, Excel ou CSV.")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--format", "format", type=click.Choice(_FORMATS), help="Sinon, d’après la fin du nom du fichier.")
@click.option("--version", "number", type=int, help="Numéro d’une version gardée ; sinon le texte de maintenant.")
@click.option("--no-codes", is_flag=True, help="Sans les repères A1.G2.O3 devant chaque passage (Word).")
@click.option("--plan", "plan_id", type=int, help="Numéro du projet ; sinon le dernier.")
def export_plan(file: Path, format: str | None, number: int | None, no_codes: bool, plan_id: int | None) -> None:
    format = format or file.suffix.removeprefix(".").lower()
    if format not in _FORMATS:
        refuse(f"Donnez un fichier en .docx, .pdf, .xlsx ou .csv, ou ajoutez --format : « {file.name} » ne dit rien.")
    start_django()
    from django.utils import timezone

    from preau.plan.exchange.copies import copy_of

    plan = _plan(plan_id)
    version = _version(plan, number)
    with err.status("Écriture du fichier…"):
        copy = copy_of(plan, format, today=timezone.localdate(), version=version, codes=not no_codes)
    try:
        file.write_bytes(copy.data)
    except OSError as error:
        refuse(f"« {file} » ne peut pas être écrit : {error.strerror}.")
    done(f"« {plan.title} » est dans {file} ({len(copy.data) // 1000 or 1} ko).")


@click.command(name="receive", help="Reçoit une copie modifiée : chaque changement devient une proposition.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--by", "email", required=True, help="Adresse électronique de la personne qui la renvoie.")
@click.option("--plan", "plan_id", type=int, help="Numéro du projet ; sinon le dernier.")
def receive_copy(file: Path, email: str, plan_id: int | None) -> None:
    data = bytes_of(file)
    start_django()
    from django.utils import timezone

    from preau.foundation.documents.errors import UnreadableDocument
    from preau.people.accounts.hand import Hand
    from preau.plan.exchange.errors import AlreadyReceived, NotThisPlan
    from preau.plan.exchange.receiving import receive
    from preau.plan.structure.errors import PlanAdopted

    plan = _plan(plan_id)
    sender, organisation = _sender(email)
    try:
        with err.status("Lecture de la copie…"):
            hand = Hand(sender, timezone.now())
            returned = receive(plan, data, file.name, hand=hand, organisation=organisation)
    except (UnreadableDocument, NotThisPlan) as refusal:
        refuse(refusal.sentence, code=2)
    except AlreadyReceived as again:
        refuse(f"Ce fichier a déjà été reçu le {again.returned.received_at:%d/%m/%Y}. Rien n’a été reçu deux fois.")
    except PlanAdopted:
        refuse("Le projet est adopté : son texte ne change plus.")
    for note in returned.notes:
        err.print(f"• {note}")
    changes = returned.suggestions.count()
    done(
        f"Copie reçue : {changes} changement{'s' if changes > 1 else ''} à examiner dans l’atelier, "
        f"{returned.unchanged} passages inchangés."
    )


def _plan(plan_id: int | None) -> TerritorialEducationPlan:
    from preau.plan.structure.models import TerritorialEducationPlan

    plans = TerritorialEducationPlan.objects.kept().select_related("commune").order_by("-created_at", "-pk")
    found = plans.filter(pk=plan_id).first() if plan_id is not None else plans.first()
    if found is None:
        refuse(
            "Aucun projet ici : commencez par preau plan import." if plan_id is None else f"Aucun projet {plan_id} ici."
        )
    return found


def _version(plan: TerritorialEducationPlan, number: int | None) -> PlanVersion | None:
    if number is None:
        return None
    found = plan.versions.filter(number=number).first()
    if found is None:
        refuse(f"Ce projet n’a pas de version {number}.")
    return found


def _sender(email: str) -> tuple[User, Organisation]:
    """The person and the organisation that they speak for; only those who may send a copy on the site may here."""
    from django.utils import timezone

    from preau.people.accounts.models import User
    from preau.people.permissions import actor_of
    from preau.plan.drafting.permissions import RETURNS

    sender = User.objects.filter(email__iexact=email, is_active=True).first()
    if sender is None:
        refuse(f"Aucun compte ouvert pour {email}.")
    today = timezone.localdate()
    if not RETURNS.may(actor_of(sender, today), "send"):
        refuse(f"{sender.full_name} ne peut pas renvoyer de copie : ce rôle ne modifie pas le projet.")
    held = sender.memberships.on(today).filter(role__in=RETURNS.rules["send"]).select_related("organisation")
    return sender, held.order_by("pk")[0].organisation
