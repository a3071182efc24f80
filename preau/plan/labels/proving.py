"""Proofs, and saying that a criterion is met."""

from __future__ import annotations

from django.db import transaction

from preau.people.accounts.hand import Hand
from preau.people.audit.actions import record
from preau.people.files.actions import discard_file, store_file
from preau.plan.labels.errors import EmptyProof, FileClosed, NoProof
from preau.plan.labels.filing import hold
from preau.plan.labels.models import Criterion, CriterionCheck, LabelFile, LabelProof
from preau.plan.sheets.models import ActionSheet


@transaction.atomic
def add_proof(
    file: LabelFile,
    criterion: Criterion,
    *,
    sentence: str,
    upload: tuple[bytes, str] | None,
    hand: Hand,
    sheet: ActionSheet | None = None,
) -> LabelProof:
    """``upload`` is (bytes, name). Raises EmptyProof, FileClosed, FileRefused."""
    held = _in_preparation(file)
    if not (sentence or upload or sheet):
        raise EmptyProof
    document = store_file(*upload, by=hand.by, now=hand.now) if upload else None
    proof = LabelProof.objects.create(
        file=held,
        criterion=criterion,
        sentence=sentence,
        document=document,
        sheet=sheet,
        added_at=hand.now,
        added_by=hand.by,
    )
    record("label.proof_added", held, by=hand.by_id, now=hand.now, details={"criterion": criterion.number})
    return proof


@transaction.atomic
def remove_proof(proof: LabelProof, *, hand: Hand) -> None:
    """The document goes too. A criterion left without any proof is no longer said to be met. Raises FileClosed."""
    held = _in_preparation(proof.file)
    criterion, document = proof.criterion, proof.document
    proof.delete()
    if document is not None:
        discard_file(document, by=hand.by, now=hand.now)
    if not held.proofs.filter(criterion=criterion).exists():
        held.checks.filter(criterion=criterion).delete()
    record("label.proof_removed", held, by=hand.by_id, now=hand.now, details={"criterion": criterion.number})


@transaction.atomic
def check(file: LabelFile, criterion: Criterion, *, hand: Hand) -> None:
    """Says that the proofs are enough; the first who says so counts. Raises NoProof, FileClosed."""
    held = _in_preparation(file)
    if not held.proofs.filter(criterion=criterion).exists():
        raise NoProof
    _, is_new = CriterionCheck.objects.get_or_create(
        file=held, criterion=criterion, defaults={"at": hand.now, "by": hand.by}
    )
    if is_new:
        record("label.criterion_met", held, by=hand.by_id, now=hand.now, details={"criterion": criterion.number})


@transaction.atomic
def uncheck(file: LabelFile, criterion: Criterion, *, hand: Hand) -> None:
    """Raises FileClosed."""
    held = _in_preparation(file)
    if held.checks.filter(criterion=criterion).delete()[0]:
        record("label.criterion_reopened", held, by=hand.by_id, now=hand.now, details={"criterion": criterion.number})


def _in_preparation(file: LabelFile) -> LabelFile:
    held = hold(file)
    if not held.is_open_to_work:
        raise FileClosed
    return held
