"""What may be counted of labels: which, for whom, until when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils import timezone

from preau.foundation.facts import Fact, code, day, whole

from .enums import Applicant
from .models import LabelFile, LabelMilestone, LabelScheme


def _labels(_whole: int, today: date) -> Iterator[tuple[Any, ...]]:
    for each in LabelFile.objects.select_related("scheme", "applicant").order_by("pk"):
        yield (
            each.pk,
            each.scheme.key,
            each.applicant.slug,
            each.applicant.kind,
            each.state,
            each.level_aimed,
            each.level_obtained,
            timezone.localdate(each.opened_at),
            each.obtained_on,
            each.expires_on,
        )


def _milestones(_whole: int, today: date) -> Iterator[tuple[Any, ...]]:
    for pk, file, due_on, done_at in LabelMilestone.objects.order_by("pk").values_list(
        "pk", "file", "due_on", "done_at"
    ):
        yield pk, file, due_on, timezone.localdate(done_at) if done_at else None


def _applicants(_whole: int, today: date) -> Iterator[tuple[Any, ...]]:
    for key, applicant in LabelScheme.objects.order_by("pk").values_list("key", "applicant"):
        for kind in Applicant(applicant).kinds:
            yield key, kind.value


LABELS = Fact(
    "labels",
    "One row for each file of an organisation for a label.",
    (
        whole("file", "labels.LabelFile.id", sentence="key of the file"),
        code("label", "labels.LabelScheme.key", sentence="which label"),
        code("organisation", "organisations.Organisation.slug", sentence="who applies"),
        code("organisation_kind", "organisations.Organisation.kind", sentence="a value of OrganisationKind"),
        code("state", "labels.LabelFile.state", sentence="a value of LabelState"),
        whole("level_aimed", "labels.LabelFile.level_aimed", sentence="from 1, or nothing"),
        whole("level_obtained", "labels.LabelFile.level_obtained", sentence="from 1, or nothing"),
        day("opened_on", "labels.LabelFile.opened_at", sentence="when the file was opened"),
        day("obtained_on", "labels.LabelFile.obtained_on", sentence="since when it is held"),
        day("expires_on", "labels.LabelFile.expires_on", sentence="until when"),
    ),
    rows=_labels,
)

MILESTONES = Fact(
    "label_milestones",
    "One row for each thing to have done by a day for a label.",
    (
        whole("milestone", "labels.LabelMilestone.id", sentence="key of the milestone"),
        whole("file", "labels.LabelFile.id", sentence="key of the file"),
        day("due_on", "labels.LabelMilestone.due_on", sentence="by when"),
        day("done_on", "labels.LabelMilestone.done_at", sentence="when it was done, or nothing"),
    ),
    rows=_milestones,
)

APPLICANTS = Fact(
    "label_applicants",
    "One row for each label and each kind of organisation that may apply for it.",
    (
        code("label", "labels.LabelScheme.key", sentence="which label"),
        code("kind", "labels.LabelScheme.applicant", sentence="a value of OrganisationKind"),
    ),
    rows=_applicants,
)

FACTS = (LABELS, MILESTONES, APPLICANTS)
