"""The labels that the town knows, and what they ask from a day on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.text import slugify

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.organisations.models import Commune
from preau.plan.labels.catalogue import CATALOGUE
from preau.plan.labels.enums import Applicant
from preau.plan.labels.errors import NameTaken, VersionTaken
from preau.plan.labels.models import Criterion, LabelScheme, SchemeVersion


@dataclass(frozen=True, slots=True)
class Rules:
    """What a label asks from ``valid_from`` on."""

    valid_from: date
    levels: Sequence[str]
    term_months: int | None
    notice_months: int
    compulsory: Sequence[str]
    optional: Sequence[str] = ()
    source: str = ""
    caution: str = ""


@transaction.atomic
def install_catalogue(commune: Commune, *, hand: Hand) -> int:
    """Brings in the labels of the catalogue that the town does not have yet. Gives how many."""
    known = set(LabelScheme.objects.filter(commune=commune).values_list("key", flat=True))
    fresh = [entry for entry in CATALOGUE if entry.key not in known]
    for entry in fresh:
        scheme = LabelScheme.objects.create(
            commune=commune,
            key=entry.key,
            name=entry.name,
            given_by=entry.given_by,
            applicant=entry.applicant,
            summary=entry.summary,
        )
        _version(
            scheme,
            Rules(
                entry.valid_from,
                entry.levels,
                entry.term_months,
                entry.notice_months,
                entry.compulsory,
                entry.optional,
                entry.source,
                entry.caution,
            ),
        )
    if fresh:
        record("label.catalogue_installed", commune, by=hand.by_id, now=hand.now, details={"labels": len(fresh)})
    return len(fresh)


@transaction.atomic
def declare(
    commune: Commune, name: str, *, given_by: str, applicant: Applicant, summary: str, rules: Rules, hand: Hand
) -> LabelScheme:
    """A label of the town's own list. Raises NameTaken."""
    key = slugify(name)[:60] or "label"
    if LabelScheme.objects.filter(commune=commune, key=key).exists():
        raise NameTaken
    scheme = LabelScheme.objects.create(
        commune=commune, key=key, name=name, given_by=given_by, applicant=applicant, summary=summary
    )
    _version(scheme, rules)
    record("label.declared", scheme, by=hand.by_id, now=hand.now, details={"key": key})
    return scheme


@transaction.atomic
def change_rules(scheme: LabelScheme, rules: Rules, *, hand: Hand) -> SchemeVersion:
    """New rules from a day on; files begun under the old ones keep them until they are renewed. Raises VersionTaken."""
    if scheme.versions.filter(valid_from=rules.valid_from).exists():
        raise VersionTaken
    version = _version(scheme, rules)
    record("label.rules_changed", scheme, by=hand.by_id, now=hand.now, details={"valid_from": str(rules.valid_from)})
    return version


def _version(scheme: LabelScheme, rules: Rules) -> SchemeVersion:
    version = SchemeVersion.objects.create(
        scheme=scheme,
        valid_from=rules.valid_from,
        levels=list(rules.levels),
        term_months=rules.term_months,
        notice_months=rules.notice_months,
        source=rules.source,
        caution=rules.caution,
    )
    criteria = [(text, True) for text in rules.compulsory] + [(text, False) for text in rules.optional]
    Criterion.objects.bulk_create(
        [
            Criterion(version=version, number=number, text=text, is_compulsory=is_compulsory)
            for number, (text, is_compulsory) in enumerate(criteria, 1)
        ]
    )
    return version
