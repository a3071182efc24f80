"""Papers that were refused, or that stop holding within a month."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from preau.people.accounts.models import User
from preau.people.households.doors import homes_of
from preau.people.households.enums import DocumentKind, DocumentState
from preau.people.households.models import Child, SupportingDocument

from .shapes import Awaiting

SOON = timedelta(days=30)


def papers_to_give(account: User, children: Sequence[Child], on: date) -> Iterable[Awaiting]:
    whose = Q(child__in=[child.pk for child in children]) | Q(household__in=homes_of(account, on))
    latest: dict[tuple[int | None, int | None, str], SupportingDocument] = {}
    for paper in SupportingDocument.objects.filter(whose).select_related("child").order_by("given_at", "pk"):
        latest[paper.child_id, paper.household_id, paper.kind] = paper
    for paper in latest.values():
        kind = DocumentKind(paper.kind).label
        path = f"{reverse('portal:paper_addition')}?nature={paper.kind}" + (
            f"&enfant={paper.child.key}" if paper.child else ""
        )
        named = {"kind": kind, "name": paper.child.first_name if paper.child else ""}
        if paper.state == DocumentState.REFUSED:
            title = _("%(name)s : %(kind)s à redonner") if paper.child else _("À redonner : %(kind)s")
            yield Awaiting(title % named, path, _("Donner la pièce"), why=paper.reason)
        elif paper.state == DocumentState.ACCEPTED and paper.valid_until and paper.valid_until <= on + SOON:
            title = _("%(name)s : %(kind)s à renouveler") if paper.child else _("À renouveler : %(kind)s")
            yield Awaiting(title % named, path, _("Donner la pièce"), due_on=paper.valid_until)
