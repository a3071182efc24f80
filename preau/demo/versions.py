"""The demonstration's versions, what changed since the last one, and a Word copy that the school sent back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import Any

from docx import Document

from preau.demo.content import town, versions
from preau.people.accounts.hand import Hand
from preau.people.accounts.models import User
from preau.people.audit.actions import record
from preau.people.organisations.models import Organisation
from preau.plan.exchange.cover import Cover
from preau.plan.exchange.receiving import receive
from preau.plan.exchange.word import write_word
from preau.plan.structure.actions import reword, schedule
from preau.plan.structure.enums import ItemKind
from preau.plan.structure.models import ItemChange, PlanItem, TerritorialEducationPlan
from preau.plan.structure.placing import add_item, move_item, remove_item
from preau.plan.structure.replay import plan_at
from preau.plan.versions.models import PlanVersion


def keep_versions(
    plan: TerritorialEducationPlan, people: Mapping[str, User], organisations: Mapping[str, Organisation]
) -> None:
    row, text, who, at = versions.ADDED_FIRST
    stand = add_item(plan.rows.get(code=row), ItemKind.OPERATIONAL_OBJECTIVE, text, hand=Hand(people[who], at))
    for name, note, kept_at in versions.VERSIONS:
        last = _keep(plan, name, note, Hand(people["yasmine.ferhat"], kept_at))
    _change_since(plan, stand, people)
    _receive(plan, last, people["claire.aubin"], organisations["ecole-tilleuls"])


def _keep(plan: TerritorialEducationPlan, name: str, note: str, hand: Hand) -> PlanVersion:
    """As it would have been kept on that day: the text of that day, not that of today."""
    changes = ItemChange.objects.filter(item__plan=plan, at__lte=hand.now).order_by("-pk")
    moment = changes.values_list("pk", flat=True)[0]
    snapshot = plan_at(plan, moment)
    version = PlanVersion.objects.create(
        plan=plan,
        number=plan.versions.count() + 1,
        name=name,
        note=note,
        moment=moment,
        content=snapshot.as_data(),
        fingerprint=snapshot.fingerprint,
        made_at=hand.now,
        made_by=hand.by,
    )
    details = {"number": version.number, "fingerprint": version.fingerprint}
    record("version.named", version, by=hand.by_id, now=hand.now, details=details)
    return version


def _change_since(plan: TerritorialEducationPlan, stand: PlanItem, people: Mapping[str, User]) -> None:
    def hand(who: str, at: datetime) -> Hand:
        return Hand(people[who], at)

    def item(code: str) -> PlanItem:
        return plan.items.get(code=code)

    reason, who, at = versions.REMOVED
    remove_item(stand, hand=hand(who, at), reason=reason)
    code, text, reason, who, at = versions.REWORDED
    reword(item(code), text, seen_version=item(code).version, hand=hand(who, at), reason=reason)
    code, row, reason, who, at = versions.MOVED
    place = plan.rows.select_related("general_objective").get(code=row)
    move_item(item(code), place, seen_version=item(code).version, hand=hand(who, at), reason=reason)
    code, day, who, at = versions.SCHEDULED
    schedule(item(code), day, seen_version=item(code).version, hand=hand(who, at))
    row, text, who, at = versions.ADDED_SINCE
    add_item(plan.rows.get(code=row), ItemKind.EXPECTED_EFFECT, text, hand=hand(who, at))


def _receive(plan: TerritorialEducationPlan, version: PlanVersion, sender: User, school: Organisation) -> None:
    cover = Cover(
        town=town.NAME, title=plan.title, made_on=version.made_at.date(), moment=version.moment,
        starts_on=plan.starts_on, ends_on=plan.ends_on,
    )  # fmt: skip
    copy = _edited(write_word(version.snapshot, cover))
    receive(plan, copy, versions.RETURN_NAME, hand=Hand(sender, versions.RETURNED_AT), organisation=school)


def _edited(document: bytes) -> bytes:
    """What the school typed in Word, without tracking."""
    word = Document(BytesIO(document))
    lines = {
        paragraph.runs[0].text.strip(): paragraph
        for table in word.tables
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
        if paragraph.runs
    }
    for act, code, text in versions.RETURN_EDITS:
        _edit(lines[code], act, text)
    code, remark = versions.RETURN_REMARK
    word.add_comment(runs=lines[code].runs[-1], text=remark, author="Claire Aubin", initials="CA")
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()


def _edit(line: Any, act: str, text: str) -> None:
    match act:
        case "reword":
            line.runs[-1].text = text
        case "rewrite":  # typed anew in a paragraph of its own: the hidden mark and the code are gone
            line.insert_paragraph_before(text, style=line.style)
            line._p.getparent().remove(line._p)
        case "add":
            after = line.insert_paragraph_before(text, style=line.style)
            line._p.addnext(after._p)
        case "remove":
            line._p.getparent().remove(line._p)
