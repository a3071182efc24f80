from __future__ import annotations

from datetime import date

from preau.people.accounts.hand import Hand
from preau.plan.labels.filing import open_file
from preau.plan.labels.milestones import add_milestone
from preau.plan.labels.models import LabelFile, LabelScheme
from preau.plan.labels.proving import add_proof, check
from preau.plan.labels.schemes import install_catalogue

from .people import make_commune, make_organisation


def make_label(hand: Hand, *, due_on: date = date(2026, 12, 11)) -> LabelFile:
    """Qualivilles, prepared by the sports department: one criterion proven, one milestone."""
    install_catalogue(make_commune(), hand=hand)
    scheme = LabelScheme.objects.get(key="qualivilles")
    file = open_file(scheme, make_organisation("Service des sports"), hand=hand, contact="Awa Diarra")
    first = file.version.criteria.get(number=1)
    add_proof(file, first, sentence="Le périmètre est affiché.", upload=None, hand=hand)
    check(file, first, hand=hand)
    add_milestone(file, "Mesurer les délais", due_on, hand=hand)
    return file
