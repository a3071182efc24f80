"""What screens read of labels, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from preau.plan.labels import rules
from preau.plan.labels.enums import Standing
from preau.plan.labels.models import Criterion, CriterionCheck, LabelFile, LabelMilestone, LabelProof


@dataclass(slots=True)
class CriterionLine:
    """A criterion with its proofs and the check, if somebody found it met."""

    criterion: Criterion
    proofs: list[LabelProof] = field(default_factory=list)
    check: CriterionCheck | None = None

    @property
    def state(self) -> rules.Proof:
        return rules.proof_state(len(self.proofs), self.check is not None)


@dataclass(slots=True)
class Dossier:
    """``others``: proofs of criteria that the rules of the day no longer have."""

    file: LabelFile
    lines: list[CriterionLine]
    others: list[LabelProof]

    @property
    def compulsory(self) -> list[CriterionLine]:
        return [line for line in self.lines if line.criterion.is_compulsory]

    @property
    def proven(self) -> int:
        """Of the compulsory criteria."""
        return sum(line.state == rules.Proof.PROVEN for line in self.compulsory)

    @property
    def left(self) -> int:
        return len(self.compulsory) - self.proven


def files() -> QuerySet[LabelFile]:
    """Every file with what a line of the list says of it: compulsory criteria, proven ones, next milestone."""
    criteria = Criterion.objects.filter(version=OuterRef("version"), is_compulsory=True)
    checked = CriterionCheck.objects.filter(
        file=OuterRef("pk"), criterion__version=OuterRef("version"), criterion__is_compulsory=True
    )
    pending = LabelMilestone.objects.filter(file=OuterRef("pk"), done_at__isnull=True).order_by("due_on", "pk")
    return LabelFile.objects.select_related("scheme", "version", "applicant").annotate(
        compulsory=_count(criteria, "version"),
        proven=_count(checked, "file"),
        next_due=Subquery(pending.values("due_on")[:1]),
        next_milestone=Subquery(pending.values("name")[:1]),
    )


def _count(rows: QuerySet, by: str) -> Coalesce:
    counted = rows.order_by().values(by).annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def in_order(listed: Iterable[LabelFile], today: date) -> list[tuple[LabelFile, Standing]]:
    """What ends soon first, then by standing, then by date."""
    rank = {standing: place for place, standing in enumerate(Standing)}
    told = [(file, file.standing(today)) for file in listed]
    return sorted(told, key=lambda each: (rank[each[1]], each[0].expires_on or date.max, str(each[0]), each[0].pk))


def dossier(file: LabelFile) -> Dossier:
    """Three queries."""
    lines = {criterion.pk: CriterionLine(criterion) for criterion in file.version.criteria.all()}
    others: list[LabelProof] = []
    for proof in file.proofs.select_related("document", "sheet", "added_by", "criterion"):
        (lines[proof.criterion_id].proofs if proof.criterion_id in lines else others).append(proof)
    for check in file.checks.select_related("by"):
        if check.criterion_id in lines:
            lines[check.criterion_id].check = check
    return Dossier(file, list(lines.values()), others)


def pending_milestones(files: QuerySet[LabelFile], until: date) -> QuerySet[LabelMilestone]:
    """Those of these files that are due by a day, late ones included; the earliest first."""
    pending = LabelMilestone.objects.filter(file__in=files, done_at__isnull=True, due_on__lte=until)
    return pending.select_related("file__scheme", "file__applicant")
