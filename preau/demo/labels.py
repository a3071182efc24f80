"""The demonstration's labels, through the same verbs as everybody's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from preau.demo.content.labels import LABELS, LabelStory
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.organisations.models import Commune, Organisation
from preau.plan.labels import filing, milestones, proving
from preau.plan.labels.models import LabelFile, LabelScheme
from preau.plan.labels.schemes import install_catalogue
from preau.plan.sheets.models import ActionSheet
from preau.plan.structure.models import PlanItem


def open_labels(
    commune: Commune,
    items: Mapping[str, PlanItem],
    organisations: Mapping[str, Organisation],
    people: Mapping[str, User],
    now: datetime,
) -> None:
    install_catalogue(commune, hand=Hand(None, now))
    schemes = {scheme.key: scheme for scheme in LabelScheme.objects.filter(commune=commune)}
    for story in LABELS:
        _tell(story, schemes[story.scheme], organisations[story.applicant], items, people[story.by])


def _tell(
    story: LabelStory, scheme: LabelScheme, applicant: Organisation, items: Mapping[str, PlanItem], by: User
) -> None:
    hand = Hand(by, story.opened)
    file = filing.open_file(scheme, applicant, level=story.level, contact=story.contact, hand=hand)
    objectives = [items[code] for code in story.objectives]
    filing.revise(file, level=story.level, contact=story.contact, objectives=objectives, hand=hand)
    _prove(story, file, hand)
    for name, due_on, done_at in story.milestones:
        milestone = milestones.add_milestone(file, name, due_on, hand=hand)
        if done_at is not None:
            milestones.finish(milestone, hand=Hand(by, done_at))
    if story.submitted is not None:
        filing.submit(file, hand=Hand(by, story.submitted))
    if story.obtained is not None:
        noted_at, obtained_on, expires_on = story.obtained
        filing.grant(file, obtained_on=obtained_on, expires_on=expires_on, level=story.level, hand=Hand(by, noted_at))


def _prove(story: LabelStory, file: LabelFile, hand: Hand) -> None:
    criteria = {criterion.number: criterion for criterion in file.version.criteria.all()}
    for number, sentence, document in story.proofs:
        upload = (document[1].encode(), document[0]) if document else None
        proving.add_proof(file, criteria[number], sentence=sentence, upload=upload, hand=hand)
    if story.action is not None:
        number, title = story.action
        proving.add_proof(
            file, criteria[number], sentence="", upload=None, sheet=ActionSheet.objects.get(title=title), hand=hand
        )
    for number in story.checked:
        proving.check(file, criteria[number], hand=hand)
